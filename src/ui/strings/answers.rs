//! Words for what further output made of earlier statements.

use crate::text::{Phrase, Text};
use crate::{phrase, text};

/// Heading of the card.
pub const HEADING: Text = text!("What your new output settled", "新的输出说明了什么");
/// A hypothesis that a line now proves.
pub const CONFIRMED: Text = text!("Confirmed", "已证实");
/// A statement that now has a deeper cause.
pub const EXPLAINED: Text = text!("Explained", "已找到原因");
/// A hypothesis that the newer output contradicts.
pub const REFUTED: Text = text!("Refuted", "已排除");
/// A fact that is past.
pub const OVER: Text = text!("No longer so", "已恢复");
/// Label of the earlier line.
pub const BEFORE: Text = text!("It rested on", "此前的依据");
/// Label of the line that decides.
pub const AFTER: Text = text!("Now decided by", "现在的依据");

/// `3 more`.
pub fn more(count: &usize) -> Phrase {
    phrase!("{count} more", "另有 {count} 条", count = count)
}
