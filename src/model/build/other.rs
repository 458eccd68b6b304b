//! Objects without a type of their own: fields are kept as printed.

use crate::model::cluster::Other;
use crate::model::object_ref::ObjectRef;
use crate::order::Map;
use crate::parse::record::{Described, Row};
use crate::span::Seen;

/// A row of a table.
pub(super) fn row(others: &mut Map<ObjectRef, Other>, id: ObjectRef, row: &Row) {
    if row.resource.is_empty() || row.name.is_empty() {
        return;
    }
    let other = others.slot(id, Default::default);
    for (column, cell) in row.iter().filter(|(column, _)| !matches!(*column, "NAME" | "NAMESPACE")) {
        other.fields.insert(column.to_owned(), Seen::new(cell.to_owned(), row.span));
    }
    other.sightings.push(row.span);
}

/// A description.
pub(super) fn described(others: &mut Map<ObjectRef, Other>, id: ObjectRef, it: &Described) {
    if it.resource.is_empty() {
        return;
    }
    let other = others.slot(id, Default::default);
    for field in it.fields.iter().filter(|field| !matches!(field.key.as_str(), "" | "Name" | "Namespace")) {
        let value = field.values().map(|(value, _)| value).collect::<Vec<_>>().join("\n");
        other.fields.insert(field.key.clone(), Seen::new(value, field.span));
    }
    other.sightings.push(it.span);
}
