//! Logs in JSON, an object on each line: zap, logrus, pino, slog, klog, and what Docker writes to disk.

use memchr::memchr2;

use crate::parse::log::level::field;
use crate::parse::log::line::{Body, Line};
use crate::parse::log::said::TIMES;
use crate::parse::log::shapes::{note, shape};
use crate::parse::record::Level;

/// What the keys of a line tell.
#[derive(Default)]
struct Seen<'a> {
    level: Option<Level>,
    time: bool,
    said: bool,
    /// A line of a container, wrapped by Docker.
    wrapped: &'a str,
    like: Like,
}

/// What a line is like, beside a log: the last that its keys tell counts most.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Like {
    #[default]
    Nothing,
    /// It names a kind.
    Kind,
    /// It has what only objects of the API have.
    Object,
    /// An entry of the API server's audit log, which has the form of one.
    Audit,
}

/// Whether a line of JSON is one of a log, not an object.
pub fn is_json_log(text: &str) -> bool {
    let text = text.trim();
    text.starts_with('{') && text.ends_with('}') && seen(text, false).weight() > 0
}

/// Reads such a line. The end may be missing: terminals cut long lines.
pub fn read<'a>(text: &'a str, line: &mut Line<'a>, depth: u8) -> bool {
    let seen = seen(text, true);
    let weight = seen.weight();
    if weight == 0 {
        return false;
    }
    if !seen.wrapped.is_empty() && shape(seen.wrapped, line, depth + 1) {
        if line.time.is_empty() {
            line.time = Pairs::of(text).find(|(key, _)| *key == "time").map_or("", |(_, time)| time);
        }
        return true;
    }
    note(line, weight, seen.level.unwrap_or_default(), text);
    line.body = Body::Json;
    true
}

impl Seen<'_> {
    fn weight(&self) -> u8 {
        let level = self.level.is_some();
        match self.like {
            Like::Audit => 2,
            Like::Object => 0,
            Like::Kind if !(level && self.said) => 0,
            Like::Kind | Like::Nothing if !level && !self.said => 0,
            Like::Kind | Like::Nothing => 1 + u8::from(level && (self.time || self.said) || self.said && self.time),
        }
    }
}

/// Looks at the keys; if `enough` only until they tell a log.
fn seen(text: &str, enough: bool) -> Seen<'_> {
    let mut seen = Seen::default();
    for (key, value) in Pairs::of(text) {
        match key {
            "level" | "lvl" | "severity" | "loglevel" | "log.level" | "levelname" | "s" => seen.level = seen.level.or_else(|| field(value)),
            key if TIMES.contains(&key) => seen.time = true,
            "msg" | "message" => seen.said = true,
            "log" => (seen.said, seen.wrapped) = (true, value),
            "kind" => seen.like = seen.like.max(Like::Kind),
            "apiVersion" if value.starts_with("audit.k8s.io/") => seen.like = Like::Audit,
            "apiVersion" | "metadata" | "items" => seen.like = seen.like.max(Like::Object),
            _ => {}
        }
        if enough && seen.level.is_some() && (seen.said || seen.time) {
            break;
        }
    }
    seen
}

/// The top-level keys of an object, with their values as they stand; those of strings without quotes.
pub struct Pairs<'a>(&'a str);

impl<'a> Pairs<'a> {
    /// Those of a text that begins with a brace.
    pub fn of(text: &'a str) -> Self {
        Self(text.strip_prefix('{').unwrap_or_default())
    }
}

impl<'a> Iterator for Pairs<'a> {
    type Item = (&'a str, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        let (key, rest) = string(self.0.trim_start_matches([' ', ',', '\t']))?;
        let rest = rest.trim_start().strip_prefix(':')?.trim_start();
        let (value, rest) = match rest.as_bytes().first()? {
            b'"' => string(rest)?,
            b'{' | b'[' => nested(rest)?,
            _ => rest.split_at_checked(memchr2(b',', b'}', rest.as_bytes())?)?,
        };
        self.0 = rest;
        Some((key, value.trim_end()))
    }
}

/// The string with which a text begins, and what follows.
fn string(text: &str) -> Option<(&str, &str)> {
    let inner = text.strip_prefix('"')?;
    let mut at = 0;
    loop {
        let end = at + memchr2(b'"', b'\\', inner.as_bytes().get(at..)?)?;
        if inner.as_bytes().get(end) == Some(&b'"') {
            return Some((inner.get(..end)?, inner.get(end + 1..)?));
        }
        at = end + 2;
    }
}

/// The object or list with which a text begins, and what follows.
fn nested(text: &str) -> Option<(&str, &str)> {
    let (mut depth, mut quoted, mut escaped) = (0_u32, false, false);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = quoted,
            b'"' => quoted = !quoted,
            b'{' | b'[' if !quoted => depth += 1,
            b'}' | b']' if !quoted => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return text.split_at_checked(at + 1);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn logs_and_objects() {
        for log in [
            r#"{"level":"warn","ts":"2026-11-23T19:55:38.1Z","caller":"etcdserver/util.go:170","msg":"apply request took too long"}"#,
            r#"{"severity":"ERROR","message":"x","kind":"Deployment","metadata_name":"y"}"#,
            r#"{"log":"I1123 20:54:37.003297 1 a.go:1] x\n","stream":"stderr","time":"2026-11-23T20:54:37Z"}"#,
            r#"{"kind":"Event","apiVersion":"audit.k8s.io/v1","level":"Metadata"}"#,
            r#"{"time":1795464662,"object":{"metadata":{"name":"a"}},"msg":"x"}"#,
        ] {
            assert!(is_json_log(log), "{log}");
        }
        for object in [
            r#"{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"pods \"a\" not found"}"#,
            r#"{"apiVersion":"v1","kind":"Event","metadata":{"name":"a"},"message":"x"}"#,
            r#"{"kind":"Pod","message":"x"}"#,
            r#"{"name":"a","image":"b"}"#,
            r#"{"message":"x"},"#,
            "{",
            "{}",
            "[]",
            "",
        ] {
            assert!(!is_json_log(object), "{object}");
        }
    }

    #[test]
    fn keys_are_those_of_the_line_itself() {
        let keys: Vec<_> = Pairs::of(r#"{"a":"x\"y","b":{"level":"error","c":["}"]}, "d" : 1.5 ,"e":true}"#).collect();
        assert_eq!(keys, [("a", r#"x\"y"#), ("b", r#"{"level":"error","c":["}"]}"#), ("d", "1.5"), ("e", "true")]);
        assert_eq!(Pairs::of(r#"{"level":"info","msg":"cut he"#).count(), 1);
    }
}
