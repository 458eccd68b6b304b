//! Words of the form in which the user corrects the reader.

use crate::text;
use crate::text::Text;

/// Opens the form.
pub const CORRECT: Text = text!("Correct this", "更正");
/// The same, where something was said.
pub const CORRECTED: Text = text!("Corrected by you", "你已更正");
/// The kind of objects.
pub const KIND: Text = text!("Kind", "类型");
/// Their namespace.
pub const NAMESPACE: Text = text!("Namespace", "命名空间");
/// When the output was printed.
pub const PRINTED: Text = text!("Printed at (UTC)", "输出时间（UTC）");
/// The cluster it is of.
pub const CLUSTER: Text = text!("Cluster", "所属集群");
/// Leaves the block out.
pub const IGNORE: Text = text!("Leave this part out", "忽略这一部分");
/// Where a block is left out.
pub const IGNORED: Text = text!("left out", "已忽略");
/// Takes the correction back.
pub const TAKE_BACK: Text = text!("As it was read", "恢复识别结果");
/// The reader is nearly sure of a block.
pub const LIKELY: Text = text!("likely", "很可能");
/// The reader is not sure.
pub const GUESSED: Text = text!("a guess", "猜测");
