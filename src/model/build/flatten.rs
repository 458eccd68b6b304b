//! An object of the API → its fields by path: `spec.replicas`, `spec.template.spec.containers.0.image`.

use tree::{Sort, Value};

use crate::kind::Kind;
use crate::order::Map;
use crate::parse::record::Object;
use crate::span::Seen;

/// An object has no more fields than this; what lies beyond is left out.
const MOST: usize = 600;
/// A longer value is cut: whole files lie in a ConfigMap.
const LONGEST: usize = 4_000;

/// The scalar fields of an object. Of Secrets only the names of their keys: their values are never kept.
pub(super) fn flatten(object: Object<'_>, kind: &Kind) -> Map<String, Seen<String>> {
    let mut fields: Vec<(String, Seen<String>)> = Vec::new();
    let mut path = String::new();
    let secret = *kind == Kind::Secret;
    for child in object.value.children().filter(|child| !matches!(child.key(), "kind" | "apiVersion")) {
        walk(object, child, &mut path, secret && matches!(child.key(), "data" | "stringData"), &mut fields);
    }
    fields.into_iter().collect()
}

/// The fields below some keys of an object.
pub(super) fn flatten_at(object: Object<'_>, value: Value<'_>, skip: &[&str]) -> Map<String, Seen<String>> {
    let mut fields = Vec::new();
    let mut path = String::new();
    for child in value.children().filter(|child| !skip.contains(&child.key())) {
        walk(object, child, &mut path, false, &mut fields);
    }
    fields.into_iter().collect()
}

fn walk(object: Object<'_>, value: Value<'_>, path: &mut String, hidden: bool, fields: &mut Vec<(String, Seen<String>)>) {
    if fields.len() >= MOST {
        return;
    }
    let length = path.len();
    if !path.is_empty() {
        path.push('.');
    }
    path.push_str(value.key());
    below(object, value, path, hidden, fields);
    path.truncate(length);
}

fn below(object: Object<'_>, value: Value<'_>, path: &mut String, hidden: bool, fields: &mut Vec<(String, Seen<String>)>) {
    match value.sort() {
        Sort::Map => {
            for child in value.children() {
                walk(object, child, path, hidden, fields);
            }
        }
        Sort::List => {
            for (at, child) in value.children().enumerate() {
                let length = path.len();
                path.push('.');
                path.push_str(&at.to_string());
                below(object, child, path, hidden, fields);
                path.truncate(length);
            }
        }
        Sort::Text | Sort::Plain => {
            let text = value.str().filter(|_| !hidden).unwrap_or_default();
            let end = (0..=LONGEST.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
            fields.push((path.clone(), Seen::new(text.get(..end).unwrap_or_default().to_owned(), object.span(value))));
        }
        Sort::Null | Sort::Skipped => {}
    }
}
