//! Words of the right column.

use crate::text;
use crate::text::Text;

/// Name of the column.
pub const COLUMN: Text = text!("Details", "详情");
/// Heading of the facts, with nothing selected.
pub const CLUSTER: Text = text!("This cluster", "集群概览");
/// Below it.
pub const CHOOSE: Text = text!(
    "Choose a part of the picture to see what it is, how it fares here, and the lines that show it.",
    "点击图中任一部分，查看它是什么、当前状态，以及对应的原文。"
);
/// Heading of the check.
pub const CHECK: Text = text!("How to check it", "如何检查");
/// Heading of its absence.
pub const WITHOUT: Text = text!("Without it", "没有它会怎样");
/// Heading of the state.
pub const HERE: Text = text!("Here", "当前状态");
/// Heading of the evidence.
pub const PROOF: Text = text!("In your text", "原文依据");
/// Heading of the flags.
pub const FLAGS: Text = text!("Flags", "启动参数");
/// Heading of the findings.
pub const FINDINGS: Text = text!("Findings", "相关发现");
/// Heading of the commands.
pub const NEXT: Text = text!("What settles it", "用这些命令确认");
/// Heading of what one more failure would do.
pub const WHAT_IF: Text = text!("If one more goes", "再少一个会怎样");
/// A flag's default.
pub const DEFAULT: Text = text!("default", "默认值");
/// A flag that is not there.
pub const NOT_SET: Text = text!("not set", "未设置");
/// Verdict, bad.
pub const BAD: Text = text!("risk", "有风险");
/// Verdict, notable.
pub const NOTABLE: Text = text!("worth knowing", "值得留意");
/// Verdict, good.
pub const GOOD: Text = text!("as it should be", "符合建议");
/// A conclusion, not a reading.
pub const INFERRED: Text = text!("inferred", "推断");
