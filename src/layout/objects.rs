//! What a picture tells of objects that are not pods: how many of their pods are ready, who owns them, which image they run.
//! Knows the fields of the three forms in which kubectl shows them; knows no geometry.

use crate::diagnose::fields;
use crate::diagnose::services::field;
use crate::kind::Kind;
use crate::layout::scene::Health;
use crate::model::cluster::Other;
use crate::model::object_ref::ObjectRef;
use crate::model::pod::Pod;
use crate::report::Report;

/// An object, where the text shows it.
pub fn find<'a>(report: &'a Report, kind: Kind, namespace: Option<&str>, name: &str) -> Option<&'a Other> {
    report.cluster.others.get(&named(kind, namespace, name))
}

/// The identity of an object.
pub fn named(kind: Kind, namespace: Option<&str>, name: &str) -> ObjectRef {
    ObjectRef { kind, namespace: namespace.map(str::to_owned), name: name.to_owned() }
}

/// Pods that are ready and that are wanted, where the object tells both.
pub fn ready_of(it: &Other) -> Option<(u32, u32)> {
    let small = |n: u64| u32::try_from(n).unwrap_or(u32::MAX);
    if let Some((wanted, ready, _)) = fields::replicas(it) {
        return Some((small(ready), small(wanted)));
    }
    let number = |names: &[&str]| field(it, names).and_then(|it| it.value.split(' ').next()?.parse::<u32>().ok());
    let wanted = number(&["DESIRED", "Desired Number of Nodes Scheduled", "status.desiredNumberScheduled", "spec.replicas"])?;
    let ready = number(&["READY", "Number of Nodes Scheduled with Available Pods", "status.numberReady", "status.readyReplicas"]);
    Some((ready.or_else(|| (wanted == 0).then_some(0))?, wanted))
}

/// The rank that so many of so many give.
pub const fn rank(ready: u32, wanted: u32) -> Health {
    match (ready, wanted) {
        (ready, wanted) if ready >= wanted => Health::Ok,
        (0, _) => Health::Broken,
        _ => Health::Look,
    }
}

/// What controls it: told by a description or an object of the API.
pub fn owner(it: &Other) -> Option<(Kind, &str)> {
    if let Some((kind, name)) = field(it, &["Controlled By"]).and_then(|it| it.value.split_once('/')) {
        return Some((Kind::parse(kind), name));
    }
    let kind = fields::text(it, "metadata.ownerReferences.0.kind")?;
    Some((Kind::parse(kind), fields::text(it, "metadata.ownerReferences.0.name")?))
}

/// The image of a pod's first container that stays, without registry and digest.
pub fn image(pod: &Pod) -> Option<&str> {
    let container = pod.containers.iter().find(|it| !it.init && !it.sidecar)?;
    Some(short(&container.image.as_ref()?.value))
}

/// The same of an object with a template, or of a wide row.
pub fn image_of(it: &Other) -> Option<&str> {
    let value = &field(it, &["IMAGES", "spec.template.spec.containers.0.image"])?.value;
    Some(short(value.split(',').next().unwrap_or(value)))
}

fn short(image: &str) -> &str {
    let tagged = image.split('@').next().unwrap_or(image);
    tagged.rsplit('/').next().unwrap_or(tagged)
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn images_lose_registry_and_digest() {
        assert_eq!(short("registry.example.com:5000/shop/cart-api:1.4.2@sha256:0123"), "cart-api:1.4.2");
        assert_eq!(short("nginx"), "nginx");
    }
}
