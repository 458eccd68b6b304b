//! Namespaces that a table does not print: told by the same object elsewhere, or by pods that live in kube-system only.

use crate::kind::Kind;
use crate::model::build::observed::{Observed, What};
use crate::model::object_ref::ObjectRef;
use crate::model::scope::Reach;
use crate::order;
use crate::order::{Map, Set};

/// Static pods of the control plane: their names are `<component>-<node>`, and they live in kube-system.
const STATIC: &[&str] = &["kube-apiserver-", "kube-controller-manager-", "kube-scheduler-"];

/// Namespaces that other parts of the text tell, and what parts without namespaces show.
#[derive(Default)]
pub(super) struct Known {
    /// Kind and name of objects whose namespace is known.
    known: Vec<(Kind, String, String)>,
    /// Objects without one, by part.
    open: Map<u32, Vec<(Kind, String)>>,
}

impl Known {
    /// Takes note of an object. Only names that some part leaves without namespace matter, so those come first.
    pub(super) fn open(&mut self, part: u32, id: &ObjectRef) {
        if id.namespace.is_none() && id.kind.namespaced() != Some(false) {
            self.open.slot(part, Vec::new).push((id.kind.clone(), id.name.clone()));
        }
    }

    /// Takes note of an object whose namespace is told.
    pub(super) fn told(&mut self, id: &ObjectRef) {
        if let Some(namespace) = &id.namespace
            && !self.open.is_empty()
        {
            self.known.push((id.kind.clone(), id.name.clone(), namespace.clone()));
        }
    }

    /// The namespace of each part that prints none: that of its rows, if all that are known elsewhere agree, or kube-system, if it shows
    /// static pods of the control plane.
    pub(super) fn resolve(mut self) -> Map<u32, String> {
        order::sort(&mut self.known);
        self.known.dedup();
        let mut res = Map::default();
        for (part, objects) in &self.open {
            if let Some(namespace) = self.of(objects) {
                res.insert(*part, namespace);
            }
        }
        res
    }

    fn of(&self, objects: &[(Kind, String)]) -> Option<String> {
        let mut found: Set<&str> = Set::default();
        for (kind, name) in objects {
            if *kind == Kind::Pod && STATIC.iter().any(|prefix| name.starts_with(prefix)) {
                return Some("kube-system".to_owned());
            }
            let from = self.known.partition_point(|(have, have_name, _)| (have, have_name) < (kind, name));
            for (have, have_name, namespace) in self.known.get(from..).unwrap_or_default() {
                if (have, have_name) != (kind, name) {
                    break;
                }
                found.insert(namespace);
            }
        }
        let mut found = found.into_iter();
        found.next().filter(|_| found.next().is_none()).map(str::to_owned)
    }
}

/// Gives an observation the namespace of its part where it has none.
pub(super) fn fill(seen: &mut Observed, of_parts: &Map<u32, String>) {
    let Some(namespace) = of_parts.get(&seen.part) else { return };
    if let What::Listing(listing) = &mut seen.what
        && listing.reach == Reach::Unknown
    {
        listing.reach = Reach::Namespace(namespace.clone());
    }
    if let Some(id) = seen.what.id_mut()
        && id.namespace.is_none()
        && id.kind.namespaced() != Some(false)
    {
        id.namespace = Some(namespace.clone());
    }
}
