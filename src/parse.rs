//! Blocks → records and issues. Knows what kubectl prints; does not know what a record means to the cluster.

pub mod asked;
pub mod cell;
pub mod format;
pub mod formats;
pub mod header;
pub mod issue;
pub mod outline;
pub mod reader;
pub mod record;
pub mod signature;
