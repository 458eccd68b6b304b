//! Events, from lists, descriptions and objects.

use tree::Value;

use crate::kind::Kind;
use crate::model::build::part::Part;
use crate::model::event::Event;
use crate::model::object_ref::ObjectRef;
use crate::parse::format::Context;
use crate::parse::inner_table::InnerRow;
use crate::parse::record::{EventLine, Object, Row};

use crate::time::{Stamp, parse_age};

/// A row of `kubectl get events`, of any release.
pub(super) fn row(row: Row<'_>, part: &mut Part) -> Event {
    let own = |column: &str| row.cell(column).map(str::to_owned);
    let age = |columns: [&str; 2]| columns.iter().find_map(|column| row.cell(column));
    // OBJECT is `pod/web-1`; old releases print KIND and NAME.
    let (kind, name) = match row.cell("OBJECT") {
        Some(object) => object.split_once('/').map_or((None, object), |(kind, name)| (Some(kind), name)),
        None => (row.cell("KIND"), row.name),
    };
    let object = kind.map(|kind| object(kind, row.namespace, name));
    let (last, count) = repeated(age(["LAST SEEN", "LASTSEEN"]).unwrap_or_default());
    let last_stamp = Stamp::parse(last);
    part.observed(last_stamp, row.span);
    Event {
        object,
        kind: own("TYPE").unwrap_or_default(),
        reason: own("REASON").unwrap_or_default(),
        message: own("MESSAGE").unwrap_or_default(),
        last: last_stamp,
        age_secs: parse_age(last),
        first_age_secs: age(["FIRST SEEN", "FIRSTSEEN"]).and_then(parse_age),
        count: row.cell("COUNT").and_then(|it| it.parse().ok()).or(count),
        source: own("SOURCE"),
        span: row.span,
    }
}

/// A row of the table below `Events:`.
pub(super) fn described(row: &InnerRow<'_>, object: Option<&ObjectRef>) -> Event {
    let cell = |header: &str| row.cell(header).unwrap_or_default();
    let age = if cell("Age").is_empty() { cell("LastSeen") } else { cell("Age") };
    let line = EventLine { kind: cell("Type"), reason: cell("Reason"), age, from: cell("From"), message: cell("Message"), span: row.span };
    let count = row.cell("Count").and_then(|it| it.parse().ok());
    let event = line_event(line, object.cloned());
    Event {
        count: event.count.or(count),
        first_age_secs: event.first_age_secs.or_else(|| row.cell("FirstSeen").and_then(parse_age)),
        ..event
    }
}

/// An event that stands alone.
pub(super) fn line_event(line: EventLine<'_>, object: Option<ObjectRef>) -> Event {
    let (last, count) = repeated(line.age);
    let over = line.age.split_once(" over ").map(|(_, rest)| rest.trim_end_matches(')'));
    Event {
        object,
        kind: line.kind.to_owned(),
        reason: line.reason.to_owned(),
        message: line.message.to_owned(),
        last: None,
        age_secs: parse_age(last),
        first_age_secs: over.and_then(parse_age),
        count,
        source: Some(line.from.to_owned()).filter(|it| !it.is_empty()),
        span: line.span,
    }
}

/// An Event of the API, of the core group or of events.k8s.io.
pub(super) fn event(it: Object<'_>, part: &mut Part) -> Event {
    let own = |paths: &[&str]| paths.iter().find_map(|path| it.value.at(path).and_then(Value::str)).map(str::to_owned);
    let stamp = |paths: &[&str]| paths.iter().find_map(|path| it.value.at(path).and_then(Value::str).and_then(Stamp::parse));
    let number =
        |paths: &[&str]| paths.iter().find_map(|path| it.value.at(path).and_then(Value::int)).and_then(|it| u64::try_from(it).ok());
    let about = it.value.get("involvedObject").or_else(|| it.value.get("regarding"));
    let text = |key: &str| about.and_then(|about| about.get(key)).and_then(Value::str);
    let object = text("kind").zip(text("name")).map(|(kind, name)| object(kind, text("namespace"), name));
    let last = stamp(&["series.lastObservedTime", "lastTimestamp", "deprecatedLastTimestamp", "eventTime", "metadata.creationTimestamp"]);
    let span = it.span(it.value.get("message").or_else(|| it.value.get("note")).unwrap_or(it.value));
    part.observed(last, span);
    Event {
        object,
        kind: own(&["type"]).unwrap_or_default(),
        reason: own(&["reason"]).unwrap_or_default(),
        message: own(&["message", "note"]).unwrap_or_default(),
        last,
        age_secs: None,
        first_age_secs: None,
        count: number(&["series.count", "count", "deprecatedCount"]),
        source: own(&["source.component", "reportingComponent", "reportingController"]),
        span,
    }
}

/// `42s (x5 over 50s)`: the age, and how often.
fn repeated(age: &str) -> (&str, Option<u64>) {
    let Some((last, rest)) = age.split_once(" (x") else { return (age, None) };
    (last, rest.split([' ', ')']).next().and_then(|count| count.parse().ok()))
}

fn object(kind: &str, namespace: Option<&str>, name: &str) -> ObjectRef {
    let kind = Kind::parse(kind);
    let namespace = namespace.filter(|_| kind.namespaced() != Some(false)).map(str::to_owned);
    ObjectRef { kind, namespace, name: name.to_owned() }
}

/// The one object that a describe command names.
pub(super) fn asked(context: &Context) -> Option<ObjectRef> {
    match context.asked.names.as_slice() {
        [name] if context.asked.verb == "describe" => Some(object(context.resource()?, context.namespace(), name)),
        _ => None,
    }
}
