//! What kubectl says instead of output, or beside it: errors, "No resources found", notices. Each is information with a meaning of its own.
//!
//! ```text
//! The connection to the server 10.0.0.1:6443 was refused - did you specify the right host or port?
//! Error from server (Forbidden): pods is forbidden: User "x" cannot list resource "pods" …
//! No resources found in default namespace.
//! ```

use crate::ingest::window::Look;
use crate::parse::format::{Context, Format, Opened, Part, Reading, Sink};
use crate::parse::message::{classify, is_notice, words};
use crate::parse::record::{Message, MessageClass, Record};
use crate::phrase;

/// Errors and notices.
pub const FORMAT: ServerMessage = ServerMessage;

/// See the module.
#[derive(Clone, Copy, Debug)]
pub struct ServerMessage;

impl Format for ServerMessage {
    fn begins(&self, look: Look<'_>, context: &Context) -> bool {
        let text = look.text(0).trim();
        context.asked.foreign.is_none() && (classify(text).is_some() || is_notice(text))
    }

    fn open(&self, _look: Look<'_>, context: &Context) -> Opened {
        Opened::Lines(Box::new(Messages { context: context.clone(), class: None, namespace: None, open: false, noticed: false }))
    }
}

/// Messages of one class in a row: kubectl tries five times, and says so five times.
struct Messages {
    context: Context,
    class: Option<MessageClass>,
    namespace: Option<String>,
    /// Whether a message has begun: one more of another class is another part.
    open: bool,
    noticed: bool,
}

impl Reading for Messages {
    fn take(&mut self, look: Look<'_>, sink: &mut dyn Sink) -> usize {
        let text = look.text(0).trim();
        if !self.open && is_notice(text) {
            self.noticed = true;
            return 1;
        }
        let Some((class, namespace)) = classify(text) else { return 0 };
        if self.noticed || self.class.is_some_and(|have| have != class || class == MessageClass::Empty) {
            return 0;
        }
        (self.class, self.open) = (Some(class), true);
        self.namespace = namespace.map(str::to_owned);
        sink.record(Record::Message(Message { class, text, namespace, span: look.span(0) }));
        1
    }

    fn close(self: Box<Self>, _sink: &mut dyn Sink) -> Part {
        let Some(class) = self.class else {
            return Part::new("server-error", 0, phrase!("a notice of kubectl", "kubectl 的提示"));
        };
        let asked = &self.context.asked;
        let namespace = self.namespace.clone().or_else(|| {
            if asked.all_namespaces { Some("*".to_owned()) } else { self.context.namespace().map(str::to_owned) }
        });
        let format = if class == MessageClass::Empty { "table" } else { "server-error" };
        Part { resource: self.context.resource().map(str::to_owned), namespace, ..Part::new(format, 0, words(class, self.namespace.as_deref())) }
    }
}
