//! Words of the table.

use crate::text::{Phrase, Text, thousands};
use crate::{phrase, text};

/// Its name.
pub const NAME: Text = text!("Objects. Arrow keys move, Enter explains.", "对象列表。方向键移动，回车键查看说明。");
/// Chooses the kind.
pub const KIND: Text = text!("Kind", "类型");
/// The filter.
pub const FILTER: Text = text!("Filter", "筛选");
/// What it looks at.
pub const FILTER_HINT: Text = text!("name, namespace, node, status, label, image", "名称、命名空间、节点、状态、标签、镜像");
/// Heading of the state.
pub const STATE: Text = text!("State", "状态");
/// Heading of the worst finding.
pub const FINDING: Text = text!("Worst finding", "最严重的发现");
/// Where nothing passes the filter.
pub const NOTHING: Text = text!("No row has these words.", "没有符合条件的行。");
/// The state of what no finding is about, and whose kind has no state.
pub const NO_FINDING: Text = text!("no finding", "无发现");

/// How many rows pass.
pub fn shown(total: u32, all: u32) -> Phrase {
    let (total, all) = (thousands(u64::from(total)), thousands(u64::from(all)));
    if total == all {
        phrase!("{n} rows", "共 {n} 行", n = all)
    } else {
        phrase!("{n} of {all} rows", "{all} 行中的 {n} 行", n = total, all = all)
    }
}
