//! Images of one registry fail everywhere: the registry or the way to it, not the pods.

use crate::diagnose::ended::share;
use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{kubectl, names, on_node, reason};
use crate::diagnose::pulling::{Refusal, class, error, image, probe, registry};
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::model::cluster::Cluster;
use crate::model::object_ref::ObjectRef;
use crate::model::pod::Pod;
use crate::order;
use crate::order::Map;
use crate::span::Span;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: ImageSameRegistryMany = ImageSameRegistryMany;

pub(super) struct ImageSameRegistryMany;

static META: Meta = Meta {
    id: "image-same-registry-many",
    what: text!("Several images of one registry cannot be pulled for the same reason.", "同一镜像仓库的多个镜像因同样的原因拉取失败。"),
    needs: "kubectl get events -A; kubectl describe pod …",
};

/// So many different images do not fail by chance.
const MANY: usize = 3;

/// A pod, the image it waits for, and the line that says why.
type Waiting<'a> = (&'a Pod, String, Span);

/// A pod that waits for an image: which, from where, and why not. A wrong name is the pod's own fault and not counted.
fn waiting(pod: &Pod) -> Option<(String, String, Refusal, Span)> {
    if !matches!(reason(pod), "ImagePullBackOff" | "ErrImagePull") {
        return None;
    }
    let (said, image) = (error(pod)?, image(pod)?);
    let why = class(&said.value).filter(|it| !matches!(it, Refusal::NotFound | Refusal::Denied | Refusal::Platform | Refusal::Disk))?;
    Some((registry(&image).to_owned(), image, why, said.span))
}

impl Rule for ImageSameRegistryMany {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let mut by_registry: Map<(String, Refusal), Vec<Waiting<'_>>> = Map::new();
        for (pod, (registry, image, why, span)) in cluster.pods.values().filter_map(|pod| Some((pod, waiting(pod)?))) {
            by_registry.slot((registry, why), Default::default).push((pod, image, span));
        }
        by_registry.into_iter().filter_map(|((registry, _), pods)| finding(&registry, &pods)).collect()
    }

    fn explains(&self) -> &'static [Link] {
        &[Link {
            effect: "image-pull",
            because: |_, cause, effect| share(cause, effect).then(|| phrase!("its image comes from that registry", "它的镜像来自该仓库")),
        }]
    }
}

fn finding(registry: &str, pods: &[Waiting<'_>]) -> Option<Finding> {
    let images = order::set(pods.iter().map(|(_, image, _)| image.as_str()));
    let nodes = order::set(pods.iter().filter_map(|(pod, _, _)| pod.node.as_ref()).map(|it| it.value.as_str()));
    let ((_, _, span), rest) = pods.split_first()?;
    if images.len() < MANY {
        return None;
    }
    let evidence = rest.iter().fold(Proof::new(*span, phrase!("one image", "一个镜像")), |proof, (_, _, span)| proof.and(*span, phrase!("another, with the same error", "另一个，报错相同")));
    let mut next = vec![kubectl("kubectl get events -A --field-selector reason=Failed --sort-by=.lastTimestamp", phrase!("whether other registries work", "其他镜像仓库是否正常"))];
    if let Some(node) = nodes.iter().next() {
        next.insert(0, on_node(node, probe(registry), phrase!("what the node gets from it: 200 or 401 is well", "节点得到的应答：200 或 401 表示正常")));
    }
    Some(Finding {
        rule: META.id.to_owned(),
        severity: Severity::Critical,
        confidence: Confidence::Likely,
        subject: ObjectRef::cluster(),
        also: pods.iter().map(|(pod, _, _)| pod.id.clone()).collect(),
        title: phrase!("{n} images of {registry} cannot be pulled: look at the registry, not at the pods", "{registry} 的 {n} 个镜像都拉取失败：应检查镜像仓库，而不是各个 Pod", n = images.len(), registry = registry),
        why: phrase!(
            "Different workloads fail with the same error of one registry ({which}): so many wrong names at once are unlikely. The registry, its certificate or credentials, or the way of the nodes to it is at fault. Pods that already run are safe until they move to a node without the image.",
            "不同的工作负载在同一镜像仓库遇到相同的错误（{which}）：不太可能同时写错这么多名称。问题在镜像仓库本身、它的证书或凭据，或节点到它的网络。已在运行的 Pod 暂不受影响，直到被调度到没有该镜像的节点。",
            which = names(images.iter().copied()),
        ),
        fix: phrase!("Mend the registry or the way to it first; avoid restarts and drains until then.", "先修复镜像仓库或到它的网络；在此之前避免重启和驱逐。"),
        next,
        evidence,
    })
}
