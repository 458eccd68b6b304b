//! How a newer observation of a pod, a node or another object is taken over.

use crate::model::build::observed::{Mergeable, newer};
use crate::model::change::Change;
use crate::model::cluster::Other;
use crate::model::node::Node;
use crate::model::object_ref::ObjectRef;
use crate::model::pod::{Pod, Ratio, Restarts};
use crate::order::Map;
use crate::span::Seen;
use crate::time::Stamp;

fn take_map<K: Ord, V>(have: &mut Map<K, V>, new: Map<K, V>) {
    for (key, value) in new {
        have.insert(key, value);
    }
}

impl Mergeable for Pod {
    fn id(&self) -> &ObjectRef {
        &self.id
    }

    fn age(&self) -> Option<i64> {
        self.age_secs.as_ref().map(|it| it.value)
    }

    fn created(&self) -> Option<Stamp> {
        self.created.as_ref().map(|it| it.value)
    }

    fn absorb(&mut self, new: Self, changes: &mut Vec<Change>) {
        let id = self.id.clone();
        let ratio: fn(&Ratio) -> String = |it| format!("{}/{}", it.ready, it.total);
        let count: fn(&Restarts) -> String = |it| it.count.to_string();
        newer(&mut self.ready, new.ready, Some((changes, &id, "READY", ratio)));
        newer(&mut self.status, new.status, Some((changes, &id, "STATUS", String::clone)));
        // When the last restart was is told by tables only.
        let ago = self
            .restarts
            .as_ref()
            .filter(|it| new.restarts.as_ref().is_some_and(|new| new.value.count == it.value.count))
            .and_then(|it| it.value.last_ago_secs);
        newer(&mut self.restarts, new.restarts, Some((changes, &id, "RESTARTS", count)));
        if let Some(restarts) = &mut self.restarts {
            restarts.value.last_ago_secs = restarts.value.last_ago_secs.or(ago);
        }
        newer(&mut self.age_secs, new.age_secs, None);
        newer(&mut self.created, new.created, None);
        newer(&mut self.started, new.started, None);
        newer(&mut self.node, new.node, Some((changes, &id, "NODE", String::clone)));
        newer(&mut self.ip, new.ip, Some((changes, &id, "IP", String::clone)));
        newer(&mut self.owner, new.owner, None);
        newer(&mut self.deleted, new.deleted, None);
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

impl Mergeable for Node {
    fn id(&self) -> &ObjectRef {
        &self.id
    }

    fn age(&self) -> Option<i64> {
        self.age_secs.as_ref().map(|it| it.value)
    }

    fn created(&self) -> Option<Stamp> {
        self.created.as_ref().map(|it| it.value)
    }

    fn absorb(&mut self, new: Self, changes: &mut Vec<Change>) {
        let id = self.id.clone();
        newer(&mut self.status, new.status, Some((changes, &id, "STATUS", String::clone)));
        newer(&mut self.age_secs, new.age_secs, None);
        newer(&mut self.created, new.created, None);
        newer(&mut self.version, new.version, Some((changes, &id, "VERSION", String::clone)));
        newer(&mut self.internal_ip, new.internal_ip, Some((changes, &id, "INTERNAL-IP", String::clone)));
        newer(&mut self.os_image, new.os_image, Some((changes, &id, "OS-IMAGE", String::clone)));
        newer(&mut self.kernel, new.kernel, Some((changes, &id, "KERNEL-VERSION", String::clone)));
        newer(&mut self.runtime, new.runtime, Some((changes, &id, "CONTAINER-RUNTIME", String::clone)));
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

impl Mergeable for Other {
    fn id(&self) -> &ObjectRef {
        &self.id
    }

    fn age(&self) -> Option<i64> {
        self.fields.get("AGE").and_then(|it| crate::time::parse_age(&it.value))
    }

    fn created(&self) -> Option<Stamp> {
        self.fields.get("metadata.creationTimestamp").and_then(|it| Stamp::parse(&it.value))
    }

    fn absorb(&mut self, new: Self, changes: &mut Vec<Change>) {
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
