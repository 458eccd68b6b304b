//! How a newer observation of a pod, a node or another object is taken over.

use crate::model::change::Change;
use crate::model::cluster::Other;
use crate::model::node::Node;
use crate::model::object_ref::ObjectRef;
use crate::model::pod::{Pod, Ratio, Restarts};
use crate::order::Map;
use crate::span::Seen;

/// Takes the newer value of a field where there is one.
fn take<T>(have: &mut Option<Seen<T>>, new: Option<Seen<T>>) {
    if new.is_some() {
        *have = new;
    }
}

/// The same for a field whose changes are told; `text` writes its value.
fn tell<T: PartialEq>(
    have: &mut Option<Seen<T>>,
    new: Option<Seen<T>>,
    text: impl Fn(&T) -> String,
    noted: (&mut Vec<Change>, &ObjectRef, &str),
) {
    if let (Some(old), Some(new)) = (have.as_ref(), &new)
        && old.value != new.value
    {
        note(noted, Seen::new(text(&old.value), old.span), Seen::new(text(&new.value), new.span));
    }
    take(have, new);
}

fn note((changes, object, field): (&mut Vec<Change>, &ObjectRef, &str), from: Seen<String>, to: Seen<String>) {
    changes.push(Change { object: object.clone(), field: field.to_owned(), from, to });
}

fn take_map<K: Ord, V>(have: &mut Map<K, V>, new: Map<K, V>) {
    for (key, value) in new {
        have.insert(key, value);
    }
}

impl Pod {
    /// Takes over what a newer observation says, and notes what it changes.
    pub(super) fn absorb(&mut self, new: Self, changes: &mut Vec<Change>) {
        let id = self.id.clone();
        let ratio: fn(&Ratio) -> String = |it| format!("{}/{}", it.ready, it.total);
        let count: fn(&Restarts) -> String = |it| it.count.to_string();
        tell(&mut self.ready, new.ready, ratio, (changes, &id, "READY"));
        tell(&mut self.status, new.status, String::clone, (changes, &id, "STATUS"));
        // When the last restart was is told by tables only.
        let ago = self
            .restarts
            .as_ref()
            .filter(|it| new.restarts.as_ref().is_some_and(|new| new.value.count == it.value.count))
            .and_then(|it| it.value.last_ago_secs);
        tell(&mut self.restarts, new.restarts, count, (changes, &id, "RESTARTS"));
        if let Some(restarts) = &mut self.restarts {
            restarts.value.last_ago_secs = restarts.value.last_ago_secs.or(ago);
        }
        take(&mut self.age_secs, new.age_secs);
        take(&mut self.created, new.created);
        take(&mut self.started, new.started);
        tell(&mut self.node, new.node, String::clone, (changes, &id, "NODE"));
        tell(&mut self.ip, new.ip, String::clone, (changes, &id, "IP"));
        take(&mut self.owner, new.owner);
        take(&mut self.deleted, new.deleted);
        take_map(&mut self.labels, new.labels);
        take_map(&mut self.annotations, new.annotations);
        take_map(&mut self.conditions, new.conditions);
        take_map(&mut self.fields, new.fields);
        if !new.containers.is_empty() {
            self.containers = new.containers;
        }
        self.events.extend(new.events);
        self.sightings.extend(new.sightings);
    }
}

impl Node {
    /// Takes over what a newer observation says, and notes what it changes.
    pub(super) fn absorb(&mut self, new: Self, changes: &mut Vec<Change>) {
        let id = self.id.clone();
        tell(&mut self.status, new.status, String::clone, (changes, &id, "STATUS"));
        take(&mut self.age_secs, new.age_secs);
        take(&mut self.created, new.created);
        tell(&mut self.version, new.version, String::clone, (changes, &id, "VERSION"));
        tell(&mut self.internal_ip, new.internal_ip, String::clone, (changes, &id, "INTERNAL-IP"));
        tell(&mut self.os_image, new.os_image, String::clone, (changes, &id, "OS-IMAGE"));
        tell(&mut self.kernel, new.kernel, String::clone, (changes, &id, "KERNEL-VERSION"));
        tell(&mut self.runtime, new.runtime, String::clone, (changes, &id, "CONTAINER-RUNTIME"));
        if new.roles_seen.is_some() {
            self.roles = new.roles;
            self.roles_seen = new.roles_seen;
        }
        if new.taints.is_some() {
            self.taints = new.taints;
        }
        take_map(&mut self.labels, new.labels);
        take_map(&mut self.annotations, new.annotations);
        take_map(&mut self.conditions, new.conditions);
        take_map(&mut self.fields, new.fields);
        self.sightings.extend(new.sightings);
    }
}

impl Other {
    /// Takes over what a newer observation says, and notes what it changes.
    pub(super) fn absorb(&mut self, new: Self, changes: &mut Vec<Change>) {
        for (field, value) in new.fields {
            if let Some(old) = self.fields.get(&field)
                && old.value != value.value
                && !matches!(field.as_str(), "AGE" | "metadata.resourceVersion" | "metadata.generation" | "LAST SCHEDULE" | "DURATION")
            {
                changes.push(Change {
                    object: self.id.clone(),
                    field: field.clone(),
                    from: old.clone(),
                    to: Seen::new(value.value.clone(), value.span),
                });
            }
            self.fields.insert(field, value);
        }
        self.sightings.extend(new.sightings);
    }
}
