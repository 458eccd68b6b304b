//! The outline that `kubectl describe` prints: keys with values, nested by indentation. Unknown keys are kept.

use crate::parse::inner_table::InnerTable;
use crate::span::Span;

/// A line of an outline with what is nested below it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Field {
    /// Before the colon; empty for list items such as a container's arguments.
    pub key: String,
    /// After the colon, or the whole item; further lines of the same value follow as children without a key.
    pub value: String,
    /// Its line.
    pub span: Span,
    /// What is indented below.
    pub children: Vec<Self>,
    /// The characters as printed, for tables inside.
    pub raw: String,
}

impl Field {
    /// The first child with that key.
    pub fn child(&self, key: &str) -> Option<&Self> {
        find(&self.children, key)
    }

    /// The value, if there is one and it is not `<none>` or `<unset>`.
    pub fn known(&self) -> Option<&str> {
        Some(self.value.as_str()).filter(|value| !matches!(*value, "" | "<none>" | "<unset>" | "<unknown>"))
    }

    /// The value and its continuation lines (labels, annotations).
    pub fn values(&self) -> impl Iterator<Item = (&str, Span)> {
        let first = (!self.value.is_empty()).then_some((self.value.as_str(), self.span));
        first.into_iter().chain(self.children.iter().filter(|it| it.key.is_empty()).map(|it| (it.value.as_str(), it.span)))
    }

    /// The table printed below this key: `Type  Reason  Age  From  Message`.
    pub fn table(&self) -> InnerTable<'_> {
        InnerTable::of(&self.children)
    }
}

/// The first field with that key.
pub fn find<'a>(fields: &'a [Field], key: &str) -> Option<&'a Field> {
    fields.iter().find(|field| field.key == key)
}

/// Builds the outline of some lines.
pub fn outline<'a>(lines: impl Iterator<Item = (&'a str, Span)>) -> Vec<Field> {
    let mut open: Vec<Open> = Vec::new();
    let mut top = Vec::new();
    for (line, span) in lines.filter(|(line, _)| !line.trim().is_empty()) {
        let text = line.trim_end();
        let indent = text.len() - text.trim_start().len();
        // A line that begins where the value of an open field began continues that value.
        if let Some(at) = open.iter().rposition(|it| it.value_at == Some(indent)) {
            close(&mut open, &mut top, at + 1);
            let item = Field { value: text.trim().to_owned(), span, raw: text.to_owned(), ..Field::default() };
            if let Some(parent) = open.last_mut() {
                parent.field.children.push(item);
            }
            continue;
        }
        let keep = open.iter().take_while(|it| it.indent < indent).count();
        close(&mut open, &mut top, keep);
        open.push(Open::new(text, indent, span));
    }
    close(&mut open, &mut top, 0);
    top
}

/// A field whose children may still follow.
struct Open {
    indent: usize,
    value_at: Option<usize>,
    field: Field,
}

impl Open {
    fn new(text: &str, indent: usize, span: Span) -> Self {
        let (key, value) = key_value(text.trim()).unwrap_or(("", text.trim()));
        let value_at = (!key.is_empty() && !value.is_empty()).then(|| text.len() - value.len());
        Self {
            indent,
            value_at,
            field: Field { key: key.to_owned(), value: value.to_owned(), span, children: Vec::new(), raw: text.to_owned() },
        }
    }
}

/// Moves open fields beyond the first `keep` into their parents.
fn close(open: &mut Vec<Open>, top: &mut Vec<Field>, keep: usize) {
    while open.len() > keep {
        let Some(done) = open.pop() else { break };
        match open.last_mut() {
            Some(parent) => parent.field.children.push(done.field),
            None => top.push(done.field),
        }
    }
}

/// `Key:  value` or `Key:`; list items (`--flag=a:b`, `/path from x`, `Warning  Failed …`) are no keys.
fn key_value(text: &str) -> Option<(&str, &str)> {
    let (key, value) = text.split_once(':')?;
    let plain = key.starts_with(|c: char| c.is_alphanumeric()) && !key.contains("  ") && !key.contains('=') && key.len() <= 63;
    (plain && (value.is_empty() || value.starts_with(' '))).then_some((key, value.trim()))
}
