//! What kubectl tells of permissions, of its configuration, and of the kinds that the server knows: understood, but no facts of the cluster.
//!
//! ```text
//! Resources   Non-Resource URLs   Resource Names   Verbs
//! pods        []                  []               [get list]
//! ```

use crate::ingest::window::Look;
use crate::parse::format::{Context, Format, Opened, Part, Reading, Sink};
use crate::parse::formats::foreign::sign::stands;
use crate::parse::objects::emit::configuration;
use crate::parse::table::header::header;
use crate::phrase;
use crate::text::Phrase;

/// What kubectl tells beside the cluster.
pub const FORMAT: Shapes = Shapes(SHAPES);

/// Forms of output of which only the lines are counted.
#[derive(Clone, Copy)]
pub struct Shapes(pub &'static [Shape]);

/// One form.
#[derive(Clone, Copy)]
pub struct Shape {
    /// Whether it begins at the first line in sight.
    pub begins: fn(Look<'_>, &Context) -> bool,
    /// Whether a line belongs to it; the first does.
    pub goes_on: fn(&str) -> bool,
    /// Whether a line is counted.
    pub counts: fn(&str) -> bool,
    /// The id of the format whose likes it is.
    pub format: &'static str,
    /// What it is, with so many lines counted.
    pub words: fn(u32) -> Phrase,
}

const SHAPES: &[Shape] = &[
    Shape {
        begins: |look, _| stands("Resources…Non-Resource URLs…Resource Names…Verbs", look.text(0)),
        goes_on: |line| line.contains('['),
        counts: |line| line.contains('['),
        format: "table",
        words: |n| phrase!("what the one who asked may do: {n} rules", "提问者的权限：{n} 条规则", n = n),
    },
    Shape {
        begins: |look, context| context.asked.verb == "auth" && is_answer(look.text(0)),
        goes_on: is_answer,
        counts: |_| false,
        format: "table",
        words: |_| phrase!("whether something is allowed", "对“是否允许”的回答"),
    },
    Shape {
        begins: |look, _| stands("ATTRIBUTE…VALUE", look.text(0)) && stands("Username", look.text(1)),
        goes_on: |line| ["Username", "UID", "Groups", "Extra"].iter().any(|key| stands(key, line)),
        counts: |_| false,
        format: "table",
        words: |_| phrase!("who the server takes the one who asked for", "服务器眼中的提问者身份"),
    },
    Shape {
        begins: |look, _| stands("CURRENT…NAME…CLUSTER", look.text(0)),
        goes_on: |line| (1..=6).contains(&line.split_whitespace().count()),
        counts: |line| !stands("CURRENT", line),
        format: "table",
        words: configuration,
    },
    Shape {
        // `current-context`, `get-clusters`; `config view` is YAML, and its keys end with a colon.
        begins: |look, context| context.asked.verb == "config" && is_word(look.text(0)),
        goes_on: is_word,
        counts: |line| line.trim() != "NAME",
        format: "table",
        words: |n| phrase!("names in the configuration of kubectl: {n}", "kubectl 配置中的名称：{n} 个", n = n),
    },
    Shape {
        begins: |look, _| stands("NAME…SHORTNAMES…NAMESPACED…KIND", look.text(0)),
        goes_on: is_resource,
        counts: is_resource,
        format: "table",
        words: |n| phrase!("kinds that the server knows: {n}", "服务器支持的资源类型：{n} 种", n = n),
    },
    Shape {
        begins: |look, context| {
            is_version(look.text(0)) && (context.asked.verb == "api-versions" || (1..3).all(|at| is_version(look.text(at))))
        },
        goes_on: is_version,
        counts: is_version,
        format: "table",
        words: |n| phrase!("versions of APIs that the server knows: {n}", "服务器支持的 API 版本：{n} 个", n = n),
    },
    Shape {
        begins: |look, _| {
            [["KIND:", "VERSION:"], ["GROUP:", "KIND:"]].iter().any(|keys| (0..2).zip(keys).all(|(at, key)| look.text(at).starts_with(key)))
        },
        goes_on: |line| line.is_empty() || line.starts_with(' ') || EXPLAIN.iter().any(|key| line.starts_with(key)),
        counts: |_| false,
        format: "describe",
        words: |_| phrase!("the documentation of a kind or field", "资源类型或字段的文档"),
    },
    Shape {
        begins: |look, _| stands("diff -…/LIVE-…/MERGED-", look.text(0)),
        goes_on: |line| line.is_empty() || line.starts_with([' ', '+', '-', '\\', '@']) || line.starts_with("diff -"),
        counts: |line| line.starts_with("diff -"),
        format: "objects",
        words: |n| phrase!("objects that would change: {n}", "将会更改的对象：{n} 个", n = n),
    },
];

/// The keys of `kubectl explain`.
const EXPLAIN: &[&str] = &["GROUP:", "KIND:", "VERSION:", "RESOURCE:", "FIELD:", "FIELDS:", "DESCRIPTION:", "ENUM:", "DEPRECATED"];

fn is_answer(line: &str) -> bool {
    let line = line.trim();
    matches!(line, "yes" | "no") || line.starts_with("no - ")
}

fn is_word(line: &str) -> bool {
    let line = line.trim();
    !line.is_empty() && !line.ends_with(':') && !line.contains(char::is_whitespace)
}

/// A row of `kubectl api-resources`: its kind stands after whether it lives in namespaces.
fn is_resource(line: &str) -> bool {
    let mut words = line.split_whitespace().skip(1).skip_while(|word| !matches!(*word, "true" | "false")).skip(1);
    words.next().is_some_and(|kind| kind.starts_with(|c: char| c.is_ascii_uppercase()))
}

/// `apps/v1`, `v1`.
fn is_version(line: &str) -> bool {
    let line = line.trim();
    let (group, version) = line.rsplit_once('/').unwrap_or(("core", line));
    let number = version.strip_prefix('v').unwrap_or_default().replace("alpha", "").replace("beta", "");
    let plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'.' | b'-'));
    !group.is_empty() && plain(group) && !number.is_empty() && number.len() < 5 && number.bytes().all(|byte| byte.is_ascii_digit())
}

impl Shapes {
    fn find(&self, look: Look<'_>, context: &Context) -> Option<&'static Shape> {
        self.0.iter().find(|shape| context.asked.may_show_kubectl() && (shape.begins)(look, context))
    }
}

impl Format for Shapes {
    fn begins(&self, look: Look<'_>, context: &Context) -> bool {
        self.find(look, context).is_some()
    }

    fn open(&self, look: Look<'_>, context: &Context) -> Opened {
        Opened::Lines(Box::new(Told { shape: self.find(look, context), context: context.clone(), rows: 0, begun: false }))
    }
}

struct Told {
    shape: Option<&'static Shape>,
    context: Context,
    rows: u32,
    begun: bool,
}

impl Reading for Told {
    fn take(&mut self, look: Look<'_>, _sink: &mut dyn Sink) -> usize {
        let text = look.text(0).trim_end();
        let Some(shape) = self.shape else { return 0 };
        // Blank lines at the end are none of it, nor is a table right below.
        let ends = text.is_empty() && look.text(1).trim().is_empty() || header(text).is_some() || !(shape.goes_on)(text);
        if std::mem::replace(&mut self.begun, true) && ends {
            return 0;
        }
        self.rows += u32::from((shape.counts)(text));
        1
    }

    fn close(self: Box<Self>, _sink: &mut dyn Sink) -> Part {
        let Some(shape) = self.shape else { return Part::new("table", 0, Phrase::default()) };
        let part = Part::new(shape.format, self.rows, (shape.words)(self.rows));
        let asked = &self.context.asked;
        if asked.verb != "get" {
            return part;
        }
        let all = asked.all_namespaces.then_some("*");
        Part { resource: asked.resource().map(str::to_owned), namespace: all.or(self.context.namespace()).map(str::to_owned), ..part }
    }
}
