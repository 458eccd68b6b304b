//! What an incident does to the cluster, in words: who is hit, what goes on, and what one more failure would do.
//! Counted from what the text shows; a total is named only where a complete list shows it.

use crate::diagnose::finding::{Finding, Severity};
use crate::diagnose::look::names;
use crate::diagnose::replicas::{Replicas, Serving, over};
use crate::diagnose::rule::Story;
use crate::kind::Kind;
use crate::model::cluster::Cluster;
use crate::model::node::Node;
use crate::model::object_ref::ObjectRef;
use crate::model::pod::Pod;
use crate::order::{Map, Set};
use crate::phrase;
use crate::text::Phrase;

/// Workloads and Services that are named one by one.
const MOST: usize = 3;

/// Adds to a story what the findings of its incident do.
pub(super) fn add(cluster: &Cluster, replicas: &Replicas<'_>, members: &[&Finding], story: &mut Story) {
    let down = down(cluster, members);
    if !down.is_empty() {
        let workloads = replicas.workloads_of(&down);
        // A single pod is named by the finding itself.
        if down.len() > 1 {
            story.hit.push(summary(cluster, workloads.len(), &down));
        }
        workloads_hit(&workloads, &down, story);
        for service in replicas.services_of(&down).into_iter().filter(|it| it.ready(&down).is_empty()).take(MOST) {
            story.hit.push(phrase!(
                "Service {name} answers nobody: no pod behind it is ready.",
                "Service {name} 无法应答：其后没有就绪的 Pod。",
                name = service.name,
            ));
        }
    }
    others(cluster, replicas, members, &down, story);
    quorum(cluster, members, story);
}

/// The pods that do not serve because of these findings: those they name that are not ready, and all of a node that is lost.
fn down<'a>(cluster: &'a Cluster, members: &[&Finding]) -> Set<&'a ObjectRef> {
    let grave = members.iter().filter(|it| it.severity >= Severity::Warning);
    let objects = grave.flat_map(|it| it.objects());
    let mut down: Vec<&ObjectRef> = Vec::new();
    for object in objects {
        match &object.kind {
            Kind::Node if lost(cluster, &object.name) => {
                down.extend(cluster.pods_on(&object.name).filter(|pod| !over(pod)).map(|pod| &pod.id));
            }
            Kind::Pod => down.extend(cluster.pods.get(object).filter(|pod| pod.is_ready() == Some(false) && !over(pod)).map(|pod| &pod.id)),
            _ => {}
        }
    }
    down.into_iter().collect()
}

fn lost(cluster: &Cluster, node: &str) -> bool {
    cluster.nodes.get(node).and_then(Node::is_ready) == Some(false)
}

fn summary(cluster: &Cluster, workloads: usize, down: &Set<&ObjectRef>) -> Phrase {
    let mut by_namespace: Map<&str, usize> = Map::new();
    for pod in down {
        *by_namespace.slot(pod.namespace.as_deref().unwrap_or("?"), || 0) += 1;
    }
    let which: Vec<String> = by_namespace.iter().map(|(namespace, n)| format!("{namespace} {n}")).collect();
    let which = names(which.iter().map(String::as_str));
    let known = cluster.pods.len();
    match (down.len(), workloads) {
        (pods, 1) => phrase!(
            "{pods} pods of one workload do not serve ({which}).",
            "同一工作负载的 {pods} 个 Pod 无法提供服务（{which}）。",
            pods = pods,
            which = which,
        ),
        (pods, workloads) => phrase!(
            "{pods} of the {known} pods shown do not serve: {workloads} workloads, by namespace {which}.",
            "所显示的 {known} 个 Pod 中有 {pods} 个无法提供服务：涉及 {workloads} 个工作负载，按命名空间为 {which}。",
            pods = pods,
            known = known,
            workloads = workloads,
            which = which,
        ),
    }
}

/// Workloads with none left first; those with one left are what the next failure ends.
fn workloads_hit(workloads: &[Serving<'_>], down: &Set<&ObjectRef>, story: &mut Story) {
    // A single pod has no replicas: the summary says it all.
    let several: Vec<(&Serving<'_>, Vec<&Pod>)> = workloads.iter().filter(|it| it.pods.len() > 1).map(|it| (it, it.ready(down))).collect();
    for (workload, _) in several.iter().filter(|(_, ready)| ready.is_empty()).take(MOST) {
        let (name, n) = (&workload.name, workload.pods.len());
        story.hit.push(phrase!("{name}: none of its {n} pods is ready.", "{name}：{n} 个 Pod 全部未就绪。", name = name, n = n));
    }
    for (workload, ready) in several.iter().filter(|(_, ready)| !ready.is_empty()).take(MOST) {
        let name = &workload.name;
        story.still_works.push(phrase!(
            "{name} goes on with {ready} of {n} pods.",
            "{name} 还有 {ready}/{n} 个 Pod 在工作。",
            name = name,
            ready = ready.len(),
            n = workload.pods.len(),
        ));
        if let [last] = ready.as_slice() {
            story.at_risk.push(phrase!(
                "{name} hangs on one pod, {pod}: if that fails too, nothing of it is left.",
                "{name} 只剩 {pod} 一个 Pod：它再出问题，就一个也不剩了。",
                name = name,
                pod = last.id.name,
            ));
        }
    }
}

/// How much of the cluster the incident leaves alone.
fn others(cluster: &Cluster, replicas: &Replicas<'_>, members: &[&Finding], down: &Set<&ObjectRef>, story: &mut Story) {
    let of_nodes = members.iter().any(|it| it.subject.kind == Kind::Node && lost(cluster, &it.subject.name));
    let ready = if of_nodes { cluster.nodes.values().filter(|node| node.is_ready() == Some(true)).count() } else { 0 };
    if ready > 0 {
        story.still_works.push(phrase!(
            "{ready} of {n} nodes are Ready and carry on.",
            "{n} 个节点中有 {ready} 个为 Ready，照常工作。",
            ready = ready,
            n = cluster.nodes.len(),
        ));
    }
    let unready = down.iter().filter(|id| cluster.pods.get(id).is_some_and(|pod| pod.is_ready() != Some(true))).count();
    let rest = cluster.pods.len().saturating_sub(down.len());
    if !down.is_empty() && rest > 1 && story.still_works.is_empty() && unready == replicas.unready {
        story.still_works.push(phrase!("All {rest} other pods shown are ready.", "所显示的其余 {rest} 个 Pod 均已就绪。", rest = rest));
    }
}

/// What the next failure does to a store without a spare member; that it has none is a finding of its own.
fn quorum(cluster: &Cluster, members: &[&Finding], story: &mut Story) {
    let Some(quorum) = cluster.topology.quorum.filter(|_| story.at_risk.is_empty()) else { return };
    if members.iter().any(|it| it.rule == "etcd-quorum-at-risk") {
        story.at_risk.push(phrase!(
            "If one more etcd member fails, fewer than the {needed} needed are left: nothing can be written, so nothing in the cluster can be changed.",
            "再失去一个 etcd 成员，存活数就少于所需的 {needed} 个：任何数据都无法写入，集群也就无法再做任何更改。",
            needed = quorum.needed,
        ));
    }
}
