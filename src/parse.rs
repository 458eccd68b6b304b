//! Text → records and issues. Knows what kubectl prints; does not know what a record means to the cluster.

pub mod asked;
pub mod cell;
pub mod common;
pub mod describe;
pub mod fence;
pub mod format;
pub mod formats;
pub mod inner_table;
pub mod issue;
pub mod left_over;
pub mod log;
pub mod message;
pub mod objects;
pub mod outline;
pub mod reader;
pub mod record;
pub mod table;
pub mod told;
