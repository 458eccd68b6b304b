//! Words of the drawer with the user's own text.

use crate::text::{Phrase, Text};
use crate::{phrase, text};

/// Name of the drawer.
pub const DRAWER: Text = text!("Your text", "原文");
/// A block that was not understood.
pub const UNKNOWN: Text = text!("not understood", "未能识别");
/// A block whose command is not in the text.
pub const NO_COMMAND: Text = text!("command not in the text", "文本中没有命令");
/// Every namespace.
pub const ALL_NAMESPACES: Text = text!("all namespaces", "所有命名空间");
/// While lines come.
pub const LOADING: Text = text!("loading…", "加载中……");
/// To the page of lines before.
pub const EARLIER: Text = text!("Earlier lines", "前面的行");
/// To the page of lines after.
pub const LATER: Text = text!("Later lines", "后面的行");
/// Before a line's number, for those who hear it.
pub const LINE: Text = text!("line", "行");
/// The scrolling text.
pub const LINES: Text = text!("Lines of the text", "文本内容");
/// Issues of a block.
pub const ISSUES: Text = text!("Lines not understood", "未能识别的行");

/// `4 KB · 120 lines`.
pub fn size(size: &str, lines: u32) -> Phrase {
    let word = if lines == 1 { "line" } else { "lines" };
    Phrase { en: format!("{size} · {lines} {word}"), zh: format!("{size} · {lines} 行") }
}

/// What is said of blocks that are not listed.
pub fn more_blocks(more: usize) -> Phrase {
    phrase!("and {more} more parts, which the text itself shows", "另有 {more} 个部分，见原文", more = more)
}

/// `lines 2–28`.
pub fn lines(first: &u32, last: &u32) -> Phrase {
    if first == last {
        return phrase!("line {first}", "第 {first} 行", first = first);
    }
    phrase!("lines {first}–{last}", "第 {first}–{last} 行", first = first, last = last)
}

/// `4 outputs`.
pub fn outputs(count: &usize) -> Phrase {
    phrase!("{count} outputs", "{count} 段输出", count = count)
}

/// `318 files`.
pub fn files(count: &usize) -> Phrase {
    phrase!("{count} files", "{count} 个文件", count = count)
}

/// What is said of files that are not listed.
pub fn more_files(more: usize) -> Phrase {
    phrase!("and {more} more files", "另有 {more} 个文件", more = more)
}
