//! What the formats yield: rows, described objects, lines with a meaning of their own. Still in kubectl's words.

use std::rc::Rc;

use crate::parse::asked::Asked;
use crate::parse::outline::Field;
use crate::span::Span;

/// One fact-bearing piece of a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Record {
    /// A list that was printed: what it would have shown.
    Listed(Listed),
    /// A row of a table.
    Row(Row),
    /// An object printed by `kubectl describe`.
    Described(Described),
    /// A line of `kubectl cluster-info`.
    Address(Address),
    /// What kubectl said instead of output.
    Message(Message),
}

/// A list as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// What was listed, as kubectl names it; empty if not known.
    pub resource: String,
    /// What the command asked; default if no command is visible.
    pub asked: Asked,
    /// Whether a command is visible.
    pub command_seen: bool,
    /// Whether a NAMESPACE column was printed.
    pub has_namespace_column: bool,
    /// Whether every line was understood.
    pub whole: bool,
    /// How many rows it has.
    pub rows: u32,
    /// Names in it, for lists whose namespace has to be told from them.
    pub span: Span,
}

/// A row: cells by column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The resource, as kubectl names it; empty if not known.
    pub resource: String,
    /// The namespace, from the column or the command.
    pub namespace: Option<String>,
    /// The NAME cell, without `kind/`.
    pub name: String,
    /// The headers, shared by all rows of a table.
    pub columns: Rc<[String]>,
    /// The cells, in the order of the headers.
    pub cells: Vec<String>,
    /// The line.
    pub span: Span,
}

impl Row {
    /// The cell under a header; `None` if absent or empty, or `<none>`, `<unset>`.
    pub fn cell(&self, header: &str) -> Option<&str> {
        self.iter().find(|(have, _)| *have == header).map(|(_, cell)| cell).filter(|cell| !matches!(*cell, "" | "<none>" | "<unset>"))
    }

    /// Whether the table had that column.
    pub fn has(&self, header: &str) -> bool {
        self.columns.iter().any(|have| have == header)
    }

    /// Header and cell, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.columns.iter().map(String::as_str).zip(self.cells.iter().map(String::as_str))
    }
}

/// An object printed by describe: an outline of fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Described {
    /// The resource, from the command or the fields; empty if not known.
    pub resource: String,
    /// From the `Namespace:` field or the command.
    pub namespace: Option<String>,
    /// The `Name:` field.
    pub name: String,
    /// Top-level fields in order.
    pub fields: Vec<Field>,
    /// From first to last line.
    pub span: Span,
}

/// `CoreDNS is running at https://…`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// What runs there.
    pub what: String,
    /// The URL.
    pub url: String,
    /// The line.
    pub span: Span,
}

/// Errors and notices of kubectl.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Which.
    pub class: MessageClass,
    /// The text of the line.
    pub text: String,
    /// What the command asked.
    pub asked: Asked,
    /// The line.
    pub span: Span,
}

/// The meaning of a message.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MessageClass {
    /// No resources found (in that namespace).
    Empty(Option<String>),
    /// The connection was refused.
    Refused,
    /// No answer in time.
    Timeout,
    /// Certificate trouble.
    Certificate,
    /// Not logged in.
    Unauthorized,
    /// Not allowed.
    Forbidden,
    /// The named object does not exist.
    NotFound,
    /// The API server answers that etcd does not.
    Etcd,
    /// Any other error.
    Other,
}
