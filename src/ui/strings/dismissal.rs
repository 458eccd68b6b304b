//! Words for setting a finding aside.

use crate::text;
use crate::text::Text;

/// Sets it aside.
pub const DISMISS: Text = text!("Set aside", "忽略");
/// Asks for the reason.
pub const WHY: Text = text!("Why may it be set aside?", "为什么可以忽略它？");
/// In the empty field.
pub const EXAMPLE: Text = text!("known, ticket 4711", "已知问题，工单 4711");
/// What it does.
pub const MEANS: Text = text!(
    "It is listed below with your reason, and can be brought back. Other findings are then shown without it.",
    "它会连同原因列在下方，随时可以恢复；其他发现将不再受它影响。"
);
/// Leaves it as it is.
pub const CANCEL: Text = text!("Cancel", "取消");
/// Heading of the list.
pub const DISMISSED: Text = text!("Set aside by you", "你已忽略的发现");
/// In place of a finding that the text no longer shows.
pub const GONE: Text = text!("no longer found", "现已不再出现");
/// Takes it back.
pub const RESTORE: Text = text!("Bring back", "恢复");
