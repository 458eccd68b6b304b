//! Words of the frame: title, top bar, tabs.

use crate::text;
use crate::text::Text;

/// Title of the document.
pub const TITLE: Text = text!("Porthole: see a cluster from its kubectl output", "Porthole：从 kubectl 输出看懂集群");
/// The product's name, as a link to the start.
pub const HOME: Text = text!("Porthole", "Porthole");
/// Name of a pasted text.
pub const PASTE: Text = text!("Pasted text", "粘贴的文本");
/// Skip link.
pub const SKIP: Text = text!("Skip to the result", "跳到结果");
/// The list of inputs.
pub const INPUTS: Text = text!("What was read", "已读取的内容");
/// Opens the panel for more input.
pub const ADD: Text = text!("Add output", "添加输出");
/// Removes all inputs.
pub const CLEAR: Text = text!("Clear all", "全部清除");
/// Removes one input.
pub const REMOVE: Text = text!("Remove", "移除");
/// Brings back what was removed.
pub const UNDO: Text = text!("Undo", "撤销");
/// What was removed.
pub const REMOVED: Text = text!("Removed.", "已移除。");
/// Closes a layer.
pub const CLOSE: Text = text!("Close", "关闭");
/// Copies a text.
pub const COPY: Text = text!("Copy", "复制");
/// After copying.
pub const COPIED: Text = text!("Copied", "已复制");
/// The group of language buttons.
pub const LANGUAGE: Text = text!("Language", "语言");
/// The theme button, system.
pub const THEME_SYSTEM: Text = text!("Theme: as the system", "主题：跟随系统");
/// The theme button, light.
pub const THEME_LIGHT: Text = text!("Theme: light", "主题：浅色");
/// The theme button, dark.
pub const THEME_DARK: Text = text!("Theme: dark", "主题：深色");
/// The button for the keys.
pub const KEYS: Text = text!("Keyboard keys", "键盘快捷键");
/// Heading of the result, for those who hear it.
pub const RESULT: Text = text!("Your cluster", "你的集群");
/// The row of tabs.
pub const VIEWS: Text = text!("Views", "视图");
/// Tab of the picture.
pub const ARCHITECTURE: Text = text!("Architecture", "架构图");
/// Tab of the nodes.
pub const NODES: Text = text!("Nodes", "节点");
/// Tab of the traffic.
pub const TRAFFIC: Text = text!("Traffic", "流量");
/// Tab of the workloads.
pub const WORKLOADS: Text = text!("Workloads", "工作负载");
/// Tab of what happened when.
pub const TIMELINE: Text = text!("Timeline", "时间线");
/// Tab of the rows.
pub const TABLE: Text = text!("Table", "表格");
/// Tab of the questions.
pub const LESSON: Text = text!("Lesson", "课堂问答");
/// Opens the text drawer.
pub const YOUR_TEXT: Text = text!("Your text", "原文");
/// The chip that stands for further ones.
pub const MORE: Text = text!("more", "更多");
