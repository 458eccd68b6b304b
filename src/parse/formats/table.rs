//! Tables of `kubectl get` and `kubectl top`.
//!
//! ```text
//! NAME          READY   STATUS             RESTARTS           AGE
//! api-node-1    0/1     CrashLoopBackOff   65301 (118s ago)   71d
//! ```

use crate::ingest::window::Look;
use crate::parse::format::{Context, Format, Opened};
use crate::parse::table::header::header;
use crate::parse::table::reading::TableReading;

/// Tables.
pub const FORMAT: Table = Table;

/// See the module.
#[derive(Clone, Copy, Debug)]
pub struct Table;

impl Format for Table {
    fn begins(&self, look: Look<'_>, context: &Context) -> bool {
        header(look.text(0)).is_some() && context.asked.may_show_kubectl()
    }

    fn open(&self, look: Look<'_>, context: &Context) -> Opened {
        Opened::Lines(Box::new(TableReading::with_header(look, context)))
    }
}
