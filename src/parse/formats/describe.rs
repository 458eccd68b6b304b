//! `kubectl describe`: one or several objects in a row, or what is left of one.
//!
//! ```text
//! Name:                 kube-apiserver-node-1
//! Namespace:            kube-system
//! Labels:               component=kube-apiserver
//!                       tier=control-plane
//! Containers:
//!   kube-apiserver:
//!     Command:
//!       --etcd-servers=https://127.0.0.1:2379
//! ```

use crate::ingest::window::Look;
use crate::parse::describe::keys::{CONTAINER, STATE, TOP, key};
use crate::parse::describe::reading::{DescribeReading, begins_object, indent};
use crate::parse::format::{Context, Format, Opened};

/// Described objects.
pub const FORMAT: Describe = Describe;

/// See the module.
#[derive(Clone, Copy, Debug)]
pub struct Describe;

/// So many of the lines ahead must be keys of a description before it is believed to have lost its beginning.
const LOOK: usize = 8;
const MOST_OTHERS: usize = 3;

impl Format for Describe {
    fn begins(&self, look: Look<'_>, context: &Context) -> bool {
        context.asked.may_show_kubectl() && (begins_object(look, indent(look.text(0))) || is_fragment(look))
    }

    fn open(&self, look: Look<'_>, context: &Context) -> Opened {
        Opened::Lines(Box::new(DescribeReading::new(look, context)))
    }
}

/// Whether the lines in sight are some from the middle of a description.
fn is_fragment(look: Look<'_>) -> bool {
    let known = |at: usize| {
        let found = key(look.text(at).trim_start());
        found.filter(|(name, _)| TOP.contains(name) || CONTAINER.contains(name) || STATE.contains(name)).map(|(name, _)| name)
    };
    let Some(first) = known(0) else { return false };
    let ahead = look.len().min(LOOK);
    let lines = || (0..ahead).filter(|at| !look.text(*at).trim().is_empty());
    let keys = lines().filter(|at| known(*at).is_some()).count();
    // What stands below a key without value is its content.
    let inner = lines().filter(|at| known(*at).is_none() && indent(look.text(*at)) > indent(look.text(0))).count();
    let others = lines().count() - keys - inner;
    // A section with its table, or mostly keys.
    let section = matches!(first, "Events" | "Conditions") && look.text(0).trim_end().ends_with(':') && {
        let head = look.text(1).trim_start().to_ascii_lowercase();
        ["type ", "firstseen"].iter().any(|word| head.starts_with(word))
    };
    section || keys + inner >= 4 && keys > 0 && others == 0 && (keys > 1 || inner > 1 && key(look.text(1).trim_start()).is_some()) || keys >= 4 && others <= MOST_OTHERS
}
