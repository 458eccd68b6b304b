//! Reading the fields of objects that have no type of their own, whichever output showed them.

use crate::model::cluster::Other;
use crate::span::Span;

/// A condition of an object.
pub struct Stated<'a> {
    /// `True`, `False` or `Unknown`.
    pub status: &'a str,
    /// Why, in one word; empty where not told.
    pub reason: &'a str,
    /// Why, in words; empty where not told.
    pub message: &'a str,
    /// The line.
    pub span: Span,
}

/// A field as text.
pub fn text<'a>(it: &'a Other, path: &str) -> Option<&'a str> {
    it.fields.get(path).map(|it| it.value.as_str())
}

/// A condition by its type, from a description or an object of the API.
#[inline(never)]
pub fn condition<'a>(it: &'a Other, kind: &str) -> Option<Stated<'a>> {
    if let Some(row) = it.fields.get(format!("Conditions.{kind}").as_str()) {
        let (status, reason) = row.value.split_once(' ').unwrap_or((&row.value, ""));
        return Some(Stated { status, reason, message: "", span: row.span });
    }
    let at = (0..20).find(|at| text(it, &format!("status.conditions.{at}.type")) == Some(kind))?;
    let field = |key: &str| it.fields.get(format!("status.conditions.{at}.{key}").as_str());
    let word = |key: &str| field(key).map_or("", |it| it.value.as_str());
    let span = field("reason").or_else(|| field("status"))?.span;
    Some(Stated { status: word("status"), reason: word("reason"), message: word("message"), span })
}

/// Replicas that are wanted and those that are ready or available, where the text tells both.
#[inline(never)]
pub fn replicas(it: &Other) -> Option<(u64, u64, Span)> {
    let number = |path: &str| text(it, path).and_then(|it| it.parse::<u64>().ok());
    if let Some(cell) = it.fields.get("READY")
        && let Some((ready, wanted)) = cell.value.split_once('/')
    {
        return Some((wanted.parse().ok()?, ready.parse().ok()?, cell.span));
    }
    if let Some(line) = it.fields.get("Replicas") {
        // `4 desired | 2 updated | 5 total | 3 available | 2 unavailable`
        let part = |word: &str| line.value.split(" | ").find_map(|part| part.strip_suffix(word)?.trim().parse::<u64>().ok());
        return Some((part(" desired")?, part(" available")?, line.span));
    }
    // A Deployment without available replicas has no such field in its status.
    let span = it.fields.get("spec.replicas")?.span;
    it.fields.contains_key("status.observedGeneration").then_some(())?;
    Some((number("spec.replicas")?, number("status.availableReplicas").or_else(|| number("status.readyReplicas")).unwrap_or(0), span))
}
