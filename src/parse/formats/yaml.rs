//! Objects in YAML: `kubectl get -o yaml`, manifests, parts of them.
//!
//! ```text
//! apiVersion: v1
//! kind: Pod
//! metadata:
//!   name: web-1
//! ```

use crate::ingest::window::Look;
use crate::parse::format::{Context, Format, Opened};
use crate::parse::objects::yaml_lines::{YamlLines, key};

/// YAML.
pub const FORMAT: Yaml = Yaml;

/// See the module.
#[derive(Clone, Copy, Debug)]
pub struct Yaml;

/// Keys with which an object, or what is left of one, begins.
const BEGIN: &[&str] = &["apiVersion", "kind", "items", "metadata", "spec", "status"];
/// Lines in which another key of an object must follow.
const LOOK: usize = 8;

impl Format for Yaml {
    fn begins(&self, look: Look<'_>, context: &Context) -> bool {
        if !context.asked.may_show_kubectl() {
            return false;
        }
        let mark = look.text(0).trim_end() == "---";
        let first = look.text(usize::from(mark)).trim_start();
        let first = first.strip_prefix("- ").unwrap_or(first);
        let Some((name, value)) = key(first).filter(|(name, _)| BEGIN.contains(name)) else { return false };
        let follows = |at: usize| key(look.text(at).trim_start().trim_start_matches("- ")).is_some();
        // `status: ok` may stand in any text; an object's fields go on below.
        let goes_on = (1..look.len().min(LOOK)).filter(|at| follows(*at)).count() >= 2;
        matches!(name, "apiVersion" | "kind") && !value.trim().is_empty() && goes_on || value.trim().is_empty() && goes_on
    }

    fn open(&self, look: Look<'_>, context: &Context) -> Opened {
        Opened::Lines(Box::new(YamlLines::new(look, context)))
    }
}
