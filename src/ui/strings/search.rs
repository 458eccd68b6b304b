//! Words for looking for something, and for grouping.

use crate::layout::request::Grouping;
use crate::text::{Phrase, Text};
use crate::{phrase, text};

/// Label of the field.
pub const FIND: Text = text!("Find (/)", "查找 (/)");
/// What can be looked for.
pub const HOW: Text = text!(
    "Name, kind, namespace, label, node, image, status or rule; ns:shop status:crash app=web",
    "名称、类型、命名空间、标签、节点、镜像、状态或规则；例如 ns:shop status:crash app=web"
);
/// Label of the groupings.
pub const GROUP: Text = text!("Group by", "分组");

/// `12 found`.
pub fn found(count: &usize) -> Phrase {
    phrase!("{count} found", "找到 {count} 个", count = count)
}

/// The word of a grouping.
pub const fn grouping(by: Grouping) -> Text {
    match by {
        Grouping::Role => text!("role", "角色"),
        Grouping::Zone => text!("zone", "可用区"),
        Grouping::Pool => text!("pool", "节点池"),
        Grouping::Version => text!("version", "版本"),
        Grouping::Runtime => text!("runtime", "运行时"),
    }
}
