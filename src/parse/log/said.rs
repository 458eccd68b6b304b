//! What a line says, without time and level: for a log of fields the message and the error put together. And when.

use crate::parse::log::clock::stamp;
use crate::parse::log::line::{Body, Line};
use crate::parse::log::shapes::json::Pairs;
use crate::parse::log::shapes::klog;
use crate::parse::log::shapes::logfmt::Fields;
use crate::time::Stamp;

/// Keys under which the time stands.
pub const TIMES: &[&str] = &["ts", "time", "timestamp", "@timestamp", "t", "asctime"];
/// What is longer is cut: a message may hold a whole object.
const LONGEST: usize = 1_000;

/// The message of a line; `buffer` holds it where it had to be put together.
pub fn said<'a>(line: &Line<'a>, buffer: &'a mut String) -> &'a str {
    let text = match line.body {
        Body::Plain => line.rest,
        Body::Klog => klog::split(line.rest).map_or(line.rest, |(_, message)| message),
        Body::Json => together(&mut Pairs::of(line.rest), buffer),
        Body::Logfmt => together(&mut Fields(line.rest), buffer),
    };
    cut(text.trim())
}

/// The instant of a line: by the time before it, else by a field of its own.
pub fn when(line: &Line<'_>) -> Option<Stamp> {
    let is_time = |(key, _): &(&str, &str)| TIMES.contains(key);
    let own = || match line.body {
        Body::Plain | Body::Klog => None,
        Body::Json => Pairs::of(line.rest).find(is_time),
        Body::Logfmt => Fields(line.rest).find(is_time),
    };
    stamp(line.time, line.after_time).or_else(|| stamp(own()?.1, ""))
}

/// Message and error of the fields of a line; all of it if there is neither.
fn together<'a>(fields: &mut dyn Iterator<Item = (&'a str, &'a str)>, buffer: &'a mut String) -> &'a str {
    buffer.clear();
    let mut error = "";
    for (key, value) in fields {
        match key {
            "msg" | "message" | "log" if buffer.is_empty() => unescape(value, buffer),
            "error" | "err" | "exception" if error.is_empty() => error = value,
            _ => {}
        }
    }
    if !error.is_empty() {
        buffer.push_str(if buffer.is_empty() { "" } else { ": " });
        unescape(error, buffer);
    }
    buffer
}

/// Adds a string of JSON or Go as it was before it was quoted.
fn unescape(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\\') {
        out.push_str(before);
        let mut chars = after.chars();
        match chars.next() {
            Some('n' | 't' | 'r') => out.push(' '),
            Some('u') => match after.get(1..5).and_then(|code| char::from_u32(u32::from_str_radix(code, 16).ok()?)) {
                Some(c) => {
                    out.push(c);
                    chars = after.get(5..).unwrap_or_default().chars();
                }
                None => out.push_str("\\u"),
            },
            Some(c) => out.push(c),
            None => {}
        }
        rest = chars.as_str();
    }
    out.push_str(rest);
}

fn cut(text: &str) -> &str {
    if text.len() <= LONGEST {
        return text;
    }
    let end = (0..=LONGEST).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    text.get(..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::log::line::line;

    #[test]
    fn messages_without_what_stands_around_them() {
        for (text, message) in [
            (r#"E1123 20:54:37.003297   10174 server.go:351] "leaderelection lost""#, r#""leaderelection lost""#),
            (
                r#"{"level":"fatal","ts":"2026-11-23T20:02:44.9Z","msg":"failed to save","error":"write \"a\":\u0020full\n"}"#,
                "failed to save: write \"a\": full",
            ),
            (r#"time="2026-11-23T20:02:44Z" level=error msg="a \"b\"" err=refused"#, r#"a "b": refused"#),
            ("2026-11-23T20:11:02.123Z stderr F 2026/11/23 20:11:02 [error] 31#31: *1 connect() failed", "31#31: *1 connect() failed"),
            ("Oct 28 12:27:41 host kubelet[2923]: E1028 12:27:41.265038    2923 kubelet.go:2211] \"not ready\"", "\"not ready\""),
            ("2026-11-23 20:11:02.642 [INFO][9] startup/startup.go 390: Early log level", "[9] startup/startup.go 390: Early log level"),
            ("[FATAL] plugin/loop: Loop detected", "plugin/loop: Loop detected"),
            ("2019-11-23 20:11:02.642 W | etcdserver: apply took too long", "etcdserver: apply took too long"),
        ] {
            let mut buffer = String::new();
            assert_eq!(said(&line(text).unwrap(), &mut buffer), message, "{text}");
        }
    }

    #[test]
    fn long_messages_are_cut_between_characters() {
        let text = format!("panic: {}", "错".repeat(500));
        let mut buffer = String::new();
        let message = said(&line(&text).unwrap(), &mut buffer);
        assert!(message.len() <= LONGEST && message.starts_with("panic: 错"));
    }
}
