//! Objects without a type of their own: fields are kept as printed, or by their path in the API.

use crate::kind::Kind;
use crate::model::build::flatten::flatten;
use crate::model::build::part::Part;
use crate::model::cluster::Other;
use crate::model::object_ref::ObjectRef;
use crate::order::Map;
use crate::parse::record::{Described, Object, Row};
use crate::span::Seen;
use crate::time::Stamp;

/// A row of a table.
pub(super) fn row(id: ObjectRef, row: Row<'_>) -> Option<Other> {
    if row.resource.is_empty() || row.name.is_empty() {
        return None;
    }
    let cells = row.iter().filter(|(column, _)| !matches!(*column, "NAME" | "NAMESPACE"));
    let mut fields: Map<String, Seen<String>> =
        cells.map(|(column, cell)| (column.to_owned(), Seen::new(cell.to_owned(), row.span))).collect();
    if row.cell("NAME").is_some_and(|name| name.ends_with(" (default)")) {
        fields.insert("DEFAULT".to_owned(), Seen::new("true".to_owned(), row.span));
    }
    Some(Other { id, fields, sightings: vec![row.span] })
}

/// Use of CPU and memory, as `kubectl top` prints it.
pub(super) fn usage(fields: &mut Map<String, Seen<String>>, row: Row<'_>) {
    for (column, cell) in row.iter().filter(|(column, _)| !matches!(*column, "NAME" | "NAMESPACE" | "POD")) {
        let field = column.replace("(%)", "%");
        fields.insert(format!("usage.{field}"), Seen::new(cell.to_owned(), row.span));
    }
}

/// A description. Of a Secret or ConfigMap the values are left out.
pub(super) fn described(id: ObjectRef, it: &Described) -> Option<Other> {
    if it.resource.is_empty() || it.name.is_empty() {
        return None;
    }
    let mut fields = Map::default();
    for field in it.fields.iter().filter(|field| !matches!(field.key.as_str(), "" | "Name" | "Namespace" | "Events")) {
        if matches!(id.kind, Kind::Secret | Kind::ConfigMap) && field.key == "Data" {
            continue;
        }
        let value = field.values().map(|(value, _)| value).collect::<Vec<_>>().join("\n");
        fields.insert(field.key.clone(), Seen::new(value, field.span));
        if field.key == "Conditions" {
            // `Conditions.Progressing` = `False ProgressDeadlineExceeded`, with the row as its place.
            for row in field.table().rows() {
                let text = [row.cell("Status"), row.cell("Reason")].into_iter().flatten().collect::<Vec<_>>().join(" ");
                if let Some(kind) = row.cell("Type") {
                    fields.insert(format!("Conditions.{kind}"), Seen::new(text, row.span));
                }
            }
        }
        for child in field.children.iter().filter(|child| !child.key.is_empty()) {
            fields.insert(format!("{}.{}", field.key, child.key), Seen::new(child.value.clone(), child.span));
        }
        // The paths of an Ingress stand below their host.
        if id.kind == Kind::Ingress && field.key == "Rules" {
            for (at, line) in field.children.iter().flat_map(|host| &host.children).enumerate() {
                fields.insert(format!("Rules.{at}"), Seen::new(line.raw.trim().to_owned(), line.span));
            }
        }
    }
    if id.kind == Kind::ResourceQuota {
        quota(&mut fields, it);
    }
    Some(Other { id, fields, sightings: vec![it.span] })
}

/// The table `Resource  Used  Hard` of a quota, by the paths of the API.
fn quota(fields: &mut Map<String, Seen<String>>, it: &Described) {
    for row in it.fields.iter().filter(|field| field.key.is_empty()) {
        let mut cells = row.value.split_whitespace();
        if let (Some(resource), Some(used), Some(hard), None) = (cells.next(), cells.next(), cells.next(), cells.next())
            && hard.starts_with(|c: char| c.is_ascii_digit())
        {
            fields.insert(format!("status.used.{resource}"), Seen::new(used.to_owned(), row.span));
            fields.insert(format!("status.hard.{resource}"), Seen::new(hard.to_owned(), row.span));
        }
    }
}

/// An object of the API.
pub(super) fn object(id: ObjectRef, it: Object<'_>, part: &mut Part) -> Other {
    let fields = flatten(it, &id.kind);
    // Instants that are observed, not those that lie ahead: expiry of certificates and tokens.
    for path in ["metadata.creationTimestamp", "spec.renewTime", "status.lastScheduleTime", "status.completionTime"] {
        if let Some(seen) = fields.get(path) {
            part.observed(Stamp::parse(&seen.value), seen.span);
        }
    }
    Other { id, fields, sightings: vec![it.named()] }
}
