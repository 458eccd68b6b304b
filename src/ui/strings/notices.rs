//! Words for when something takes long, fails, or cannot be used.

use crate::text::{Phrase, Text};
use crate::{phrase, text};

/// While the worker reads.
pub const READING: Text = text!("Reading", "正在读取");
/// Ends the reading.
pub const CANCEL: Text = text!("Cancel", "取消");
/// After that.
pub const CANCELLED: Text = text!("Reading was cancelled. Your input is still here.", "已取消读取，输入内容仍然保留。");
/// Reads again.
pub const AGAIN: Text = text!("Read again", "重新读取");
/// In place of what only a worker that has read the text can tell.
pub const UNTOLD: Text = text!("This comes once the text has been read.", "读取文本之后，这里才有内容。");
/// A panic.
pub const PANIC: Text = text!("Porthole stopped at a fault of its own", "Porthole 因自身的程序错误而停止");
/// About it.
pub const PANIC_WHY: Text = text!(
    "Your input is still here, and nothing was sent anywhere. Removing the last input may get past it. The report below holds the place in Porthole's code and sizes, none of your text.",
    "输入内容仍然保留，也没有发送到任何地方。移除最后添加的输入可能可以继续。下面的报告只包含 Porthole 的代码位置和数据大小，不含你的文本。"
);
/// The worker died.
pub const DEATH: Text = text!("The reading ended before its time", "读取意外中断");
/// About it.
pub const DEATH_WHY: Text = text!(
    "Most likely the browser ran out of memory. Your input is still here. Give it less at once: one namespace, or the tables of kubectl get instead of -o json.",
    "很可能是浏览器内存不足。输入内容仍然保留。请减少单次输入：只取一个命名空间，或用 kubectl get 的表格代替 -o json。"
);
/// A file that is gone.
pub const UNREADABLE: Text = text!("A file could not be read", "有文件无法读取");
/// About it.
pub const UNREADABLE_WHY: Text = text!(
    "The browser would not hand it over: it was moved, changed or deleted since you chose it. Remove it and choose it again.",
    "浏览器无法提供该文件：选择之后它可能被移动、修改或删除。请移除后重新选择。"
);
/// Copies the report.
pub const REPORT: Text = text!("Report to copy", "可复制的报告");
/// Inputs that are too large.
pub const TOO_LARGE: Text = text!("Too large to read in a browser", "文件太大，浏览器无法读取");
/// What to do.
pub const TOO_LARGE_WHY: Text = text!(
    "4 GiB is the most that can be read of one file. Take one namespace at a time (-n), select objects (--field-selector), or take the tables of kubectl get instead of -o json.",
    "单个文件最多读取 4 GiB。请按命名空间分别导出（-n）、用 --field-selector 筛选对象，或用 kubectl get 的表格代替 -o json。"
);
/// Inputs that take long.
pub const LARGE: Text = text!("This is a lot of text: reading it may take a minute.", "文本较大：读取可能需要一分钟左右。");
/// Nothing was understood.
pub const UNUSABLE: Text = text!("No kubectl output was found in this", "没有找到 kubectl 的输出");
/// About it.
pub const UNUSABLE_WHY: Text = text!(
    "Your input is kept. Below is what it was seen as, and what to run instead.",
    "输入内容已保留。下面列出识别结果，以及应当执行的命令。"
);
/// What was seen.
pub const SEEN: Text = text!("What was seen", "识别结果");
/// What to run.
pub const INSTEAD: Text = text!("Run this instead, and paste all of its output", "请改为执行以下命令，并粘贴完整输出");
/// Nothing to draw.
pub const NO_PICTURE: Text = text!("There is nothing to draw yet", "还没有可以绘制的内容");
/// About it.
pub const NO_PICTURE_WHY: Text =
    text!("The picture needs nodes or pods. Paste the output of these as well:", "架构图需要节点或 Pod。请一并粘贴以下命令的输出：");

/// `3 inputs, 52 MB`.
pub fn reading(inputs: usize, size: &str) -> Phrase {
    let word = if inputs == 1 { "input" } else { "inputs" };
    Phrase { en: format!("{inputs} {word}, {size}"), zh: format!("{inputs} 份输入，{size}") }
}

/// `dump.json (1.2 GB)`.
pub fn named_size(name: &str, size: &str) -> Phrase {
    phrase!("{name} ({size})", "{name}（{size}）", name = name, size = size)
}

/// Names the switch between clusters.
pub const CLUSTERS: Text = text!("Clusters in the text", "文本中的集群");

/// Where the text shows several clusters.
pub fn clusters(count: &usize) -> Phrase {
    phrase!("This text shows {count} clusters. They are kept apart:", "这些文本来自 {count} 个集群，已分开显示：", count = count)
}

/// Until a picture has come.
pub const DRAWING: Text = text!("Drawing", "正在绘制");
/// Where a picture would be empty.
pub const NOTHING_TO_DRAW: Text = text!("The pasted text shows nothing for this picture.", "粘贴的文本中没有可供此图展示的内容。");
/// Where the text dates nothing.
pub const NOTHING_DATED: Text = text!(
    "Nothing in the pasted text tells when it happened. Paste the events as well:",
    "粘贴的文本中没有任何内容带有时间。请一并粘贴事件："
);
