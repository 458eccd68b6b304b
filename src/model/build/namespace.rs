//! Namespaces that a table does not print: told by the same object elsewhere, or by pods that live in kube-system only.

use crate::model::build::Records;
use crate::model::kind::Kind;
use crate::order::{Map, Set};
use crate::parse::record::{Record, Row};

/// Namespaces that other parts of the text tell.
pub(super) struct Known(Map<(Kind, String), Set<String>>);

/// Static pods of the control plane: their names are `<component>-<node>`, and they live in kube-system.
const STATIC: &[&str] = &["kube-apiserver-", "kube-controller-manager-", "kube-scheduler-"];

impl Known {
    /// Collects what every part says of itself.
    pub(super) fn of(parts: &[Records<'_>]) -> Self {
        let mut known: Map<(Kind, String), Set<String>> = Map::new();
        for record in parts.iter().copied().flatten() {
            let (resource, namespace, name) = match record {
                Record::Row(row) => (&row.resource, &row.namespace, &row.name),
                Record::Described(it) => (&it.resource, &it.namespace, &it.name),
                Record::Listed(_) | Record::Address(_) | Record::Message(_) => continue,
            };
            if let Some(namespace) = namespace {
                known.slot((Kind::parse(resource), name.clone()), Default::default).insert(namespace.clone());
            }
        }
        Self(known)
    }

    /// The namespace of a table that prints none: that of its rows, if all that are known elsewhere agree,
    /// or kube-system, if it shows static pods of the control plane.
    pub(super) fn of_part(&self, part: Records<'_>) -> Option<String> {
        let mut found = Set::default();
        for record in part {
            let Record::Row(row) = record else { continue };
            if row.namespace.is_some() {
                return None;
            }
            let kind = Kind::parse(&row.resource);
            if kind == Kind::Pod && STATIC.iter().any(|prefix| row.name.starts_with(prefix)) {
                return Some("kube-system".to_owned());
            }
            if let Some(namespaces) = self.0.get(&(kind, row.name.clone())) {
                for namespace in namespaces {
                    found.insert(namespace);
                }
            }
        }
        let mut found = found.into_iter();
        found.next().filter(|_| found.next().is_none()).cloned()
    }
}

/// The namespace of a row.
pub(super) fn of_row(row: &Row, kind: &Kind, of_part: Option<&str>) -> Option<String> {
    if kind.namespaced() == Some(false) {
        return None;
    }
    row.namespace.clone().or_else(|| of_part.map(str::to_owned))
}
