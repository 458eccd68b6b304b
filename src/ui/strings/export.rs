//! Words of the menu from which files leave the page.

use crate::text::{Phrase, Text};
use crate::{phrase, text};

/// Opens the menu.
pub const EXPORT: Text = text!("Export", "导出");
/// The picture, all of it.
pub const WHOLE: Text = text!("Whole picture", "完整图片");
/// The picture as the camera shows it.
pub const SEEN: Text = text!("What is seen now", "当前可见部分");
/// The picture for programs that draw.
pub const EDITABLE: Text = text!("To edit or embed", "可编辑的图");
/// What was found.
pub const REPORT: Text = text!("Report", "诊断报告");
/// Where files come from and what is in them.
pub const NOTE: Text = text!(
    "Made in this browser. The files hold the names and lines of your text: look before you pass them on.",
    "文件在本浏览器中生成，其中包含原文里的名称和文本行，转发前请先检查。"
);
/// The browser gave no picture.
pub const FAILED: Text = text!(
    "The browser could not make this picture, most likely because it is too large. SVG has no such limit; or zoom in and take what is seen.",
    "浏览器无法生成这张图片，很可能是尺寸过大。SVG 没有这个限制；也可以放大后只导出可见部分。"
);
/// The clipboard was refused.
pub const NOT_COPIED: Text = text!("The browser refused the clipboard. Take the file instead.", "浏览器不允许写入剪贴板，请改为下载文件。");
/// The worker has nothing to report.
pub const NO_REPORT: Text = text!("The report comes once the text has been read.", "读取文本之后才能导出报告。");

/// Copies instead of saving.
pub fn copy(what: &str) -> Phrase {
    phrase!("Copy {what}", "复制 {what}", what = what)
}

/// After copying.
pub fn copied(what: &str) -> Phrase {
    phrase!("Copied: {what}", "已复制：{what}", what = what)
}

/// After saving.
pub fn saved(name: &str) -> Phrase {
    phrase!("Downloaded: {name}", "已下载：{name}", name = name)
}
