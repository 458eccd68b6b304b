//! Nodes and static pods → the control plane: which member sits where, what is absent, and the etcd quorum.

use crate::kind::Kind;
use crate::model::cluster::Cluster;
use crate::model::component::{Placement, Role};
use crate::model::object_ref::ObjectRef;
use crate::model::pod::Pod;
use crate::model::topology::{ControlPlaneNode, EtcdLayout, Presence, Quorum, Topology};
use crate::order;
use crate::order::Set;
use crate::span::{Seen, Span};

const NAMESPACE: &str = "kube-system";
/// The static pods of a self-managed control plane.
const STATIC: [(Role, &str); 4] = [
    (Role::ApiServer, "kube-apiserver"),
    (Role::Etcd, "etcd"),
    (Role::ControllerManager, "kube-controller-manager"),
    (Role::Scheduler, "kube-scheduler"),
];

/// Puts the control plane together.
pub(super) fn topology(cluster: &Cluster) -> Topology {
    let nodes = control_plane_nodes(cluster);
    let present: Set<Role> = order::set(
        STATIC.iter().filter(|(_, product)| nodes.iter().any(|node| static_pod(cluster, product, node).is_some())).map(|(role, _)| *role),
    );
    let (etcd, etcd_evidence) = etcd_layout(cluster, &nodes, present.contains(&Role::Etcd));
    let presence = |role: Role, product: &str, node: &str| {
        if let Some(pod) = static_pod(cluster, product, node) {
            return Presence::Seen(pod.id.clone());
        }
        // Only a list that shows the siblings could have shown this one: where no node has the component as a pod, it is run otherwise.
        let expected = present.contains(&role) && (role != Role::Etcd || etcd == EtcdLayout::Stacked);
        match cluster.scope.covering(&Kind::Pod, Some(NAMESPACE)) {
            Some(list) if expected => {
                Presence::Absent { expected: ObjectRef::pod(Some(NAMESPACE), format!("{product}-{node}")), list: list.span }
            }
            _ => Presence::NotShown,
        }
    };
    let control_plane: Vec<ControlPlaneNode> = nodes
        .iter()
        .map(|node| ControlPlaneNode {
            node: node.clone(),
            api_server: presence(Role::ApiServer, "kube-apiserver", node),
            etcd: presence(Role::Etcd, "etcd", node),
            controller_manager: presence(Role::ControllerManager, "kube-controller-manager", node),
            scheduler: presence(Role::Scheduler, "kube-scheduler", node),
        })
        .collect();
    let quorum = quorum(cluster, &control_plane, etcd);
    Topology { converged: converged(cluster, &nodes), quorum, control_plane, etcd, etcd_evidence }
}

/// Nodes with the role, and nodes that static pods of the control plane are named after.
fn control_plane_nodes(cluster: &Cluster) -> Vec<String> {
    let by_role = cluster.nodes.values().filter(|node| node.is_control_plane()).map(|node| node.id.name.clone());
    let by_pod = cluster.pods.values().filter(|pod| is_static(pod)).filter_map(|pod| {
        let product = &pod.component.as_ref()?.product;
        let node = pod.id.name.strip_prefix(product.as_str())?.strip_prefix('-')?;
        // With a list of nodes at hand, a name that is no node of it is no static pod.
        let plausible = cluster.nodes.contains_key(node) || !cluster.scope.covers_all(&Kind::Node);
        // What a ReplicaSet or StatefulSet appended is no node: the control planes of other clusters run as such pods.
        let hash = node.split_once('-').is_some_and(|(set, own)| generated(set, 8, 10) && generated(own, 5, 5));
        let ordinal = node.bytes().all(|it| it.is_ascii_digit()) && !cluster.nodes.contains_key(node);
        (plausible && !hash && !ordinal).then(|| node.to_owned())
    });
    order::set(by_role.chain(by_pod)).into_iter().collect()
}

/// Whether a part of a name was made by a machine. Source: k8s.io/apimachinery `rand.String` uses these letters only.
fn generated(part: &str, least: usize, most: usize) -> bool {
    (least..=most).contains(&part.len()) && part.chars().all(|c| "bcdfghjklmnpqrstvwxz2456789".contains(c))
}

fn is_static(pod: &Pod) -> bool {
    let role = |role| STATIC.iter().any(|(it, _)| *it == role);
    pod.component.as_ref().is_some_and(|it| it.placement == Placement::Static && role(it.role))
        && pod.id.namespace.as_deref().is_none_or(|it| it == NAMESPACE)
}

fn static_pod<'a>(cluster: &'a Cluster, product: &str, node: &str) -> Option<&'a Pod> {
    let name = format!("{product}-{node}");
    [Some(NAMESPACE), None].into_iter().find_map(|namespace| cluster.pods.get(&ObjectRef::pod(namespace, name.as_str())))
}

/// How etcd is run, from pods and from `--etcd-servers`.
fn etcd_layout(cluster: &Cluster, nodes: &[String], has_pods: bool) -> (EtcdLayout, Vec<Span>) {
    let flags: Vec<Seen<String>> = cluster.pods.values().filter(|pod| is_static(pod)).filter_map(|pod| pod.flag("etcd-servers")).collect();
    let pods = nodes.iter().filter_map(|node| static_pod(cluster, "etcd", node)).filter_map(|pod| pod.sightings.first().copied());
    let evidence: Vec<Span> = flags.iter().map(|flag| flag.span).chain(pods).collect();
    let own = order::set(cluster.nodes.values().filter_map(|node| node.internal_ip.as_ref()).map(|ip| ip.value.as_str()));
    let local = |url: &str| {
        let host = crate::parse::cell::url(url.trim()).map_or("", |(_, host, _)| host);
        matches!(host, "127.0.0.1" | "localhost" | "::1") || own.contains(host)
    };
    let layout = if has_pods {
        EtcdLayout::Stacked
    } else if flags.iter().any(|flag| flag.value.split(',').any(|url| !local(url))) {
        EtcdLayout::External
    } else {
        EtcdLayout::Unknown
    };
    (layout, evidence)
}

/// Members are counted only where every one of them is either seen or known to be absent: all nodes are listed, or all pods that
/// tell them. A list that was cut or filtered cannot say how many there are.
fn quorum(cluster: &Cluster, control_plane: &[ControlPlaneNode], etcd: EtcdLayout) -> Option<Quorum> {
    let all_known = cluster.scope.covers_all(&Kind::Node) || cluster.scope.covering(&Kind::Pod, Some(NAMESPACE)).is_some();
    if etcd != EtcdLayout::Stacked || !all_known || control_plane.iter().any(|it| it.etcd == Presence::NotShown) {
        return None;
    }
    let ready = |id: &ObjectRef| cluster.pods.get(id).and_then(Pod::is_ready) == Some(true);
    // A pod on a node that does not answer keeps its last status; it does not count as alive.
    // But where there is only one, the list itself was read from it.
    let node_up = |name: &str| control_plane.len() == 1 || cluster.nodes.get(name).is_none_or(crate::model::node::Node::answers);
    let alive = control_plane.iter().filter(|it| node_up(&it.node) && it.etcd.pod().is_some_and(ready)).count();
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Some(Quorum::of(count(control_plane.len()), count(alive)))
}

/// Whether the control plane carries the workloads: certain where every node is one, or where other pods are seen on it.
fn converged(cluster: &Cluster, control_plane: &[String]) -> Option<bool> {
    if control_plane.is_empty() || !cluster.scope.covers_all(&Kind::Node) {
        return None;
    }
    Some(cluster.nodes.keys().all(|node| control_plane.contains(node)))
}
