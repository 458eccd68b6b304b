//! What the formats yield, one at a time: rows, described objects, objects, lines with a meaning of their own. Still in the words of
//! kubectl, and borrowed from the text: whoever receives one keeps what it needs.

use tree::{Place, Value};

use crate::parse::outline::Field;
use crate::parse::table::cut::Cell;
use crate::parse::table::header::Column;
use crate::span::Span;

/// One fact-bearing piece of a text.
#[derive(Clone, Copy)]
pub enum Record<'a> {
    /// A list has been read: what it would have shown.
    Listed(Listed<'a>),
    /// A row of `kubectl get`.
    Row(Row<'a>),
    /// A row of `kubectl top`.
    Usage(Row<'a>),
    /// An object printed by `kubectl describe`.
    Described(&'a Described),
    /// An object as the API has it, in JSON or YAML.
    Object(Object<'a>),
    /// An event of an object that the text does not name.
    Event(EventLine<'a>),
    /// A line of `kubectl cluster-info`.
    Address(Address<'a>),
    /// What kubectl said instead of output.
    Message(Message<'a>),
    /// A version that `kubectl version` names.
    Version(Version<'a>),
    /// A line of `/readyz?verbose`.
    Check(Check<'a>),
    /// A line of a log that means something.
    Log(LogLine<'a>),
    /// The output of another program stands here.
    Program(&'a str, Span),
}

/// A list as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Listed<'a> {
    /// What was listed, as kubectl names it; empty if not known.
    pub resource: &'a str,
    /// Whether its rows name their namespaces.
    pub has_namespaces: bool,
    /// The one namespace that its objects or its file name, where they do.
    pub namespace: Option<&'a str>,
    /// Whether every line of it was understood, and none was left out.
    pub whole: bool,
    /// How many objects it has.
    pub rows: u32,
    /// All of it.
    pub span: Span,
}

/// A row: cells by column.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    /// The resource, as kubectl names it; empty if not known.
    pub resource: &'a str,
    /// The namespace, from the column or the command.
    pub namespace: Option<&'a str>,
    /// The NAME cell, without `kind/`.
    pub name: &'a str,
    /// The headers.
    pub columns: &'a [Column],
    /// The row's text; of a wrapped row its lines joined.
    pub text: &'a str,
    /// The cells in it, in the order of the headers.
    pub cells: &'a [Cell],
    /// The line or lines.
    pub span: Span,
}

impl<'a> Row<'a> {
    /// The cell under a header; `None` if absent, empty, cut (`Ru…`), or `<none>`, `<unset>`.
    pub fn cell(self, header: &str) -> Option<&'a str> {
        let at = self.columns.iter().position(|column| column.name == header)?;
        let (from, to) = *self.cells.get(at)?;
        self.text.get(from..to).filter(|cell| !matches!(*cell, "" | "<none>" | "<unset>") && !cell.ends_with('…'))
    }

    /// Whether the table had that column.
    pub fn has(self, header: &str) -> bool {
        self.columns.iter().any(|column| column.name == header)
    }

    /// Header and cell, in order.
    pub fn iter(self) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.columns
            .iter()
            .zip(self.cells)
            .map(move |(column, (from, to))| (column.name.as_str(), self.text.get(*from..*to).unwrap_or_default()))
    }
}

/// An object printed by describe: an outline of fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Described {
    /// The resource, from the command or the fields; empty if not known.
    pub resource: String,
    /// From the `Namespace:` field or the command.
    pub namespace: Option<String>,
    /// The `Name:` field; empty where the beginning is missing.
    pub name: String,
    /// Top-level fields in order.
    pub fields: Vec<Field>,
    /// From first to last line.
    pub span: Span,
}

/// Tells spans of places in a tree.
pub trait Places {
    /// The span of a value.
    fn span(&self, place: Place) -> Span;
}

/// An object in JSON or YAML.
#[derive(Clone, Copy)]
pub struct Object<'a> {
    /// `kind`, its own or that of the list it is in.
    pub kind: &'a str,
    /// `metadata.namespace`.
    pub namespace: Option<&'a str>,
    /// `metadata.name`.
    pub name: &'a str,
    /// All of it.
    pub value: Value<'a>,
    /// Its metadata: below that key, or, as kubectl 1.8 dumped it, beside the other keys.
    pub metadata: Value<'a>,
    /// Where its values stand.
    pub places: &'a dyn Places,
}

impl Object<'_> {
    /// Where a value stands in the text.
    pub fn span(self, value: Value<'_>) -> Span {
        self.places.span(value.place())
    }

    /// The line that names it.
    pub fn named(self) -> Span {
        self.span(self.metadata.get("name").unwrap_or(self.value))
    }
}

/// An event as describe prints it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EventLine<'a> {
    /// `Normal` or `Warning`.
    pub kind: &'a str,
    /// `FailedScheduling`.
    pub reason: &'a str,
    /// `42s (x5 over 50s)`.
    pub age: &'a str,
    /// Who says so.
    pub from: &'a str,
    /// What.
    pub message: &'a str,
    /// The line.
    pub span: Span,
}

/// `CoreDNS is running at https://…`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Address<'a> {
    /// What runs there.
    pub what: &'a str,
    /// The URL.
    pub url: &'a str,
    /// The line.
    pub span: Span,
}

/// Errors and notices of kubectl.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Message<'a> {
    /// Which.
    pub class: MessageClass,
    /// The text of the line.
    pub text: &'a str,
    /// The namespace that an empty list names.
    pub namespace: Option<&'a str>,
    /// The line.
    pub span: Span,
}

/// The meaning of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MessageClass {
    /// No resources found.
    Empty,
    /// The connection was refused.
    Refused,
    /// kubectl has no cluster to ask: it tried localhost:8080.
    NoConfig,
    /// No answer in time.
    Timeout,
    /// The name of the server is not known, or no way leads there.
    Unreachable,
    /// A certificate has expired, or is not valid yet.
    CertificateExpired,
    /// A certificate of an authority that is not trusted.
    CertificateUnknown,
    /// A certificate for other names, or other trouble with one.
    Certificate,
    /// Not logged in.
    Unauthorized,
    /// Not allowed.
    Forbidden,
    /// The named object does not exist.
    NotFound,
    /// The server does not know the kind.
    NoSuchKind,
    /// The API server answers that etcd does not.
    Etcd,
    /// The server, or what stands before it, is not available (503).
    Unavailable,
    /// Too many requests (429).
    Throttled,
    /// Something that speaks no TLS answered.
    NotTls,
    /// A webhook stood in the way.
    Webhook,
    /// Metrics are not available.
    NoMetrics,
    /// Any other error.
    Other,
}

/// A version of a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Version<'a> {
    /// Whether it is the API server's, not kubectl's own.
    pub server: bool,
    /// `v1.36.2`.
    pub version: &'a str,
    /// The line.
    pub span: Span,
}

/// A check of the API server's health.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Check<'a> {
    /// `etcd`, `poststarthook/rbac/bootstrap-roles`.
    pub name: &'a str,
    /// Whether it passed.
    pub passed: bool,
    /// The line.
    pub span: Span,
}

/// A line of a log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LogLine<'a> {
    /// Whose log it is.
    pub of: LogOf<'a>,
    /// What it means: the id of a signature; empty for a warning or error without one.
    pub signature: &'static str,
    /// How bad it says it is.
    pub level: Level,
    /// When, as far as the line tells.
    pub at: Option<crate::time::Stamp>,
    /// What it says, without time and level.
    pub message: &'a str,
    /// The line.
    pub span: Span,
}

/// Whose log a line is of, as far as the text tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LogOf<'a> {
    /// The pod's namespace.
    pub namespace: Option<&'a str>,
    /// The pod, or the node of a journal.
    pub name: Option<&'a str>,
    /// The container or program: `etcd`, `kubelet`.
    pub program: Option<&'a str>,
}

/// How bad a log line says it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// It does not say.
    #[default]
    Unknown,
    /// For those who look for faults in the program.
    Debug,
    /// All is well.
    Info,
    /// Worth a look.
    Warning,
    /// Something failed.
    Error,
    /// The program ends.
    Fatal,
}
