//! Words of the layer that lists the keys.

use crate::text;
use crate::text::Text;

/// Heading.
pub const HEADING: Text = text!("Keys", "快捷键");

/// Keys and what they do.
pub const KEYS: [(&str, Text); 9] = [
    ("n  p", text!("next, previous incident", "下一个、上一个故障")),
    ("/", text!("find and dim the rest", "查找，其余变暗")),
    ("←  ↑  ↓  →", text!("from part to part in the picture", "在图中各部分之间移动")),
    ("+  -  0", text!("nearer, further, everything", "放大、缩小、显示全部")),
    ("Tab", text!("from part to part", "在各部分之间移动")),
    ("Enter", text!("show the part's details", "查看该部分的详情")),
    ("Esc", text!("close what is on top", "关闭最上层的面板")),
    ("Ctrl V", text!("paste more output, anywhere", "在任意位置粘贴更多输出")),
    ("?", text!("this list", "显示本列表")),
];
