//! Images cannot be pulled on one node, while the same images run on others.

use crate::diagnose::ended::share;
use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{kubectl, line, names, on_node, reason, status};
use crate::diagnose::pulling::{Refusal, class, error, image, probe, registry};
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::diagnose::workload::replica_set;
use crate::model::cluster::Cluster;
use crate::model::object_ref::ObjectRef;
use crate::model::pod::Pod;
use crate::order;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: ImagePullOneNode = ImagePullOneNode;

pub(super) struct ImagePullOneNode;

static META: Meta = Meta {
    id: "image-pull-one-node",
    what: text!("One node cannot pull images that run on other nodes.", "某个节点拉取不到其他节点上正在运行的镜像。"),
    needs: "kubectl get pods -A -o wide; kubectl describe pod …",
};

impl Rule for ImagePullOneNode {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let waiting: Vec<&Pod> = cluster.pods.values().filter(|pod| matches!(reason(pod), "ImagePullBackOff" | "ErrImagePull")).collect();
        let nodes = order::set(waiting.iter().filter_map(|pod| node(pod)));
        // Where two nodes fail, it is not the node.
        let Some(on) = nodes.iter().next().filter(|_| nodes.len() == 1 && waiting.iter().all(|pod| pod.node.is_some())) else { return Vec::new() };
        let elsewhere: Vec<(&Pod, &Pod)> = waiting.iter().filter(|pod| of_node(pod)).filter_map(|pod| Some((*pod, twin(cluster, pod, on)?))).collect();
        finding(on, &elsewhere).into_iter().collect()
    }

    fn explains(&self) -> &'static [Link] {
        &[Link {
            effect: "image-pull",
            because: |_, cause, effect| share(cause, effect).then(|| phrase!("the same image runs on other nodes", "同一镜像在其他节点上正常运行")),
        }]
    }
}

fn node(pod: &Pod) -> Option<&str> {
    pod.node.as_ref().map(|it| it.value.as_str())
}

/// The error is one that a node may have for itself; a tag that is gone, or a login, is the same for all.
fn of_node(pod: &Pod) -> bool {
    let class = error(pod).and_then(|it| class(&it.value));
    class.is_none_or(|it| matches!(it, Refusal::Name | Refusal::Tls | Refusal::Unreachable | Refusal::Disk))
}

/// A pod with the same image that is ready on another node, and did not have it long before: images stay on a node when they
/// have left the registry.
fn twin<'a>(cluster: &'a Cluster, pod: &Pod, on: &str) -> Option<&'a Pod> {
    let wanted = image(pod);
    let age = |pod: &Pod| pod.age_secs.as_ref().map(|it| it.value);
    let same = |it: &Pod| {
        let by_image = wanted.as_ref().is_some_and(|wanted| it.containers.iter().any(|it| it.image.as_ref().is_some_and(|it| it.value == *wanted)));
        // The pods of a ReplicaSet have one template.
        by_image || it.id.namespace == pod.id.namespace && replica_set(it).is_some() && replica_set(it) == replica_set(pod)
    };
    let late = |it: &Pod| age(it).zip(age(pod)).is_none_or(|(its, own)| its <= own + 600);
    cluster.pods.values().find(|it| status(it) == "Running" && it.is_ready() == Some(true) && node(it).is_some_and(|it| it != on) && late(it) && same(it))
}

fn finding(on: &str, elsewhere: &[(&Pod, &Pod)]) -> Option<Finding> {
    let ((first, twin), rest) = elsewhere.split_first()?;
    let there = node(twin).unwrap_or_default();
    let mut evidence = Proof::new(line(first), phrase!("waits for its image on {on}", "在 {on} 上等待镜像", on = on)).and(line(twin), phrase!("runs the same image on {there}", "在 {there} 上运行同一镜像", there = there));
    if let Some(said) = error(first) {
        evidence = evidence.and(said.span, phrase!("what the node says", "节点的说明"));
    }
    for (pod, _) in rest.iter().take(3) {
        evidence = evidence.and(line(pod), phrase!("another on {on}", "{on} 上的另一个", on = on));
    }
    let which = image(first).unwrap_or_default();
    let mut next = vec![
        on_node(on, "df -h; cat /etc/resolv.conf; ls /etc/containerd/certs.d; systemctl show containerd -p Environment", phrase!("disk, resolver, trusted registries and proxy, to compare with another node", "磁盘、DNS、受信任的仓库与代理，与其他节点对比")),
        kubectl(format!("kubectl get events -A --field-selector reason=Failed | grep -i {on}"), phrase!("whether other images fail on it, too", "该节点上其他镜像是否也失败")),
    ];
    if !which.is_empty() {
        next.insert(0, on_node(on, probe(registry(&which)), phrase!("whether this node reaches the registry: 200 or 401 is well", "该节点能否访问镜像仓库：200 或 401 表示正常")));
    }
    Some(Finding {
        rule: META.id.to_owned(),
        severity: Severity::Critical,
        confidence: if error(first).is_some() { Confidence::Likely } else { Confidence::Possible },
        subject: ObjectRef::node(on),
        also: elsewhere.iter().map(|(pod, _)| pod.id.clone()).collect(),
        title: phrase!("{on} cannot pull an image that runs on other nodes", "{on} 拉取不到在其他节点上正常运行的镜像", on = on),
        why: phrase!(
            "Pods wait for their image on {on} alone ({which}), while a pod of about the same age or younger runs the same image on {there}. So name, tag and pull secret are right; what differs is the node: its way to the registry, its resolver, proxy, trusted certificates, clock or disk.",
            "只有 {on} 上的 Pod 在等待镜像（{which}），而 {there} 上一个创建时间相近或更晚的 Pod 正在运行同一镜像。因此镜像名、标签和拉取凭据都没有问题；差别在节点：到镜像仓库的网络、DNS、代理、受信任的证书、时钟或磁盘。",
            on = on, there = there, which = names(elsewhere.iter().map(|(pod, _)| pod.id.name.as_str())),
        ),
        fix: phrase!("Cordon the node, so that pods go where the pull works, and mend what differs: `kubectl cordon {on}`.", "先封锁该节点，让 Pod 调度到能拉取镜像的节点：`kubectl cordon {on}`；再修复差异。", on = on),
        next,
        evidence,
    })
}
