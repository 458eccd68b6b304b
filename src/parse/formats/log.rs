//! Logs: after `kubectl logs`, in a dump, in files that are called so, or by the shape of their lines.
//!
//! ```text
//! ==== START logs for container etcd of pod kube-system/etcd-node-1 ====
//! {"level":"warn","ts":"2026-11-23T19:55:38.1Z","caller":"etcdserver/util.go:170","msg":"apply request took too long", …}
//! ==== END logs for container etcd of pod kube-system/etcd-node-1 ====
//! ```

use crate::ingest::window::Look;
use crate::parse::format::{Context, Format, Opened};
use crate::parse::log::begin::{How, begins};
use crate::parse::log::reading::LogReading;

/// Logs.
pub const FORMAT: Log = Log;

/// See the module.
#[derive(Clone, Copy, Debug)]
pub struct Log;

impl Format for Log {
    fn begins(&self, look: Look<'_>, context: &Context) -> bool {
        begins(look, context).is_some()
    }

    fn open(&self, look: Look<'_>, context: &Context) -> Opened {
        let how = begins(look, context).unwrap_or(How::Shape);
        Opened::Lines(Box::new(LogReading::new(how, look, context)))
    }
}
