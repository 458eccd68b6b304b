//! One line of a log: its time, level and program, in whatever way its program writes them.

use crate::parse::log::shapes::shape;
use crate::parse::record::Level;

pub use crate::parse::log::shapes::json::is_json_log;

/// How a line says what it says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Body {
    /// As it stands.
    #[default]
    Plain,
    /// After klog's header.
    Klog,
    /// In fields of JSON.
    Json,
    /// In fields of logfmt.
    Logfmt,
}

/// A line that has the shape of one in a log. Parts that it has not are empty.
#[derive(Clone, Copy, Debug, Default)]
pub struct Line<'a> {
    /// 2: nothing else looks like that; 1: such lines are seldom anything else; 0: only the time tells.
    pub weight: u8,
    /// How bad it says it is.
    pub level: Level,
    /// The time, as written.
    pub time: &'a str,
    /// What follows the time; a zone may stand there.
    pub after_time: &'a str,
    /// The machine, as syslog names it.
    pub host: &'a str,
    /// The program, as syslog names it.
    pub program: &'a str,
    /// Pod and container, as `kubectl logs --prefix` names them.
    pub pod: &'a str,
    /// How to read the rest.
    pub body: Body,
    /// What it says: all that follows what was understood.
    pub rest: &'a str,
}

/// The line of a log; `None` if it has the shape of none.
pub fn line(text: &str) -> Option<Line<'_>> {
    let text = text.trim_start_matches([' ', '\t']);
    let mut line = Line::default();
    shape(text, &mut line, 0).then_some(line)
}
