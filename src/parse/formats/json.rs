//! Objects in JSON: `kubectl get -o json`, dumps, what jq made of them.
//!
//! ```text
//! {"apiVersion":"v1","kind":"Pod","metadata":{"name":"web-1"}, …}
//! ```

use crate::ingest::window::Look;
use crate::parse::format::{Context, Format, Opened};
use crate::parse::log::line::is_json_log;
use crate::parse::objects::json_lines::JsonLines;
use crate::parse::objects::json_text::JsonText;

/// JSON.
pub const FORMAT: Json = Json;

/// See the module.
#[derive(Clone, Copy, Debug)]
pub struct Json;

/// So many lines ahead tell whether the text is quoted or coloured.
const LOOK: usize = 16;

impl Format for Json {
    fn begins(&self, look: Look<'_>, context: &Context) -> bool {
        let text = look.text(0).trim();
        let Some(rest) = text.strip_prefix(['{', '[']) else { return false };
        let next = if rest.trim().is_empty() { look.text(1).trim() } else { rest.trim_start() };
        let map = text.starts_with('{') && next.starts_with(['"', '}', '{']);
        let list = text.starts_with('[') && next.starts_with(['{', ']']);
        (map || list) && !is_json_log(text) && context.asked.verb != "logs"
    }

    fn open(&self, look: Look<'_>, context: &Context) -> Opened {
        if look.cleaned(LOOK) {
            return Opened::Lines(Box::new(JsonLines::new(context)));
        }
        Opened::Text(Box::new(JsonText::new(context)))
    }
}
