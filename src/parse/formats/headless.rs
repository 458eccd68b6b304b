//! Rows without their header: `--no-headers`, `grep`, a scroll-back that was too short. Told by what stands in their cells.

use crate::ingest::window::Look;
use crate::parse::format::{Context, Format, Opened};

/// Rows without a header.
pub const FORMAT: Headless = Headless;

/// See the module.
#[derive(Clone, Copy, Debug)]
pub struct Headless;

impl Format for Headless {
    fn begins(&self, look: Look<'_>, context: &Context) -> bool {
        context.asked.may_show_kubectl() && crate::parse::table::headless::begins(look, context)
    }

    fn open(&self, look: Look<'_>, context: &Context) -> Opened {
        crate::parse::table::headless::open(look, context)
    }
}
