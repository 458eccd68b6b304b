//! A pod asks for a port of the node itself, and on every node left something holds that port.

use crate::diagnose::finding::Finding;
use crate::diagnose::look::{kubectl, names};
use crate::diagnose::pending::{Stuck, Verdict, Words, arithmetic, check};
use crate::diagnose::rule::{Meta, Rule};
use crate::diagnose::workload::workload_of;
use crate::model::cluster::Cluster;
use crate::model::pod::Pod;
use crate::order::{self, Set};
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: HostportConflict = HostportConflict;

pub(super) struct HostportConflict;

static META: Meta = Meta {
    id: "hostport-conflict",
    what: text!("A pod waits for a port of a node that is taken.", "Pod 需要的节点端口已被占用。"),
    needs: "kubectl describe pod …, kubectl get events",
};

impl Rule for HostportConflict {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        check(cluster, META.id, Verdict::Ports, words)
    }
}

/// The ports of the node that a pod asks for: `8080/TCP` of a description, `ports.0.hostPort` of an object.
fn ports(pod: &Pod) -> Set<&str> {
    let fields = pod.containers.iter().flat_map(|it| it.fields.iter());
    let own = fields.filter(|(path, _)| *path == "hostPorts" || path.ends_with(".hostPort")).flat_map(|(_, seen)| seen.value.split(", "));
    order::set(own.map(|it| it.split('/').next().unwrap_or(it)).filter(|it| !matches!(*it, "0" | "<none>" | "")))
}

fn words(cluster: &Cluster, stuck: &Stuck<'_>) -> Words {
    let wanted = ports(stuck.pod);
    let workload = workload_of(stuck.pod);
    let same = |pod: &Pod| pod.id.namespace == stuck.pod.id.namespace && workload_of(pod) == workload;
    let placed = || cluster.pods.values().filter(|pod| pod.node.is_some());
    let holds = |pod: &&Pod| ports(pod).iter().any(|it| wanted.contains(*it));
    let which = names(wanted.iter().copied());
    let sum = arithmetic(&stuck.refusal);
    let why = if placed().any(same) {
        phrase!(
            "Only one pod of a node can have a port of that node, and pods of {workload} itself already run: either it has more replicas than nodes that may run it, or a rollout starts the new pod before the old one has given the port back. The scheduler adds up: {sum}.",
            "节点的一个端口只能由一个 Pod 占用，而 {workload} 自己的 Pod 已在运行：要么副本数多于可用节点数，要么滚动更新在旧 Pod 释放端口之前就启动了新 Pod。调度器的统计：{sum}。",
            workload = workload, sum = sum
        )
    } else if let Some(holder) = placed().find(holds) {
        phrase!(
            "Only one pod of a node can have a port of that node, and {holder} has it already. The scheduler adds up: {sum}.",
            "节点的一个端口只能由一个 Pod 占用，而 {holder} 已经占用了它。调度器的统计：{sum}。",
            holder = holder.id.name, sum = sum
        )
    } else {
        phrase!(
            "Only one pod of a node can have a port of that node (`hostPort`, or any port of a pod with `hostNetwork`). Another pod has it on every node that is left. The scheduler adds up: {sum}.",
            "节点的一个端口（`hostPort`，或 `hostNetwork` Pod 的任何端口）只能由一个 Pod 占用。在剩下的每个节点上它都已被别的 Pod 占用。调度器的统计：{sum}。",
            sum = sum
        )
    };
    Words {
        tail: if which.is_empty() {
            phrase!("the port that it wants of the node is taken", "它需要的节点端口已被占用")
        } else {
            phrase!("port {which} of the node is taken", "节点端口 {which} 已被占用", which = which)
        },
        why,
        fix: phrase!(
            "Use a Service instead of `hostPort`. If the port must be the node's, run it as a DaemonSet or with no more replicas than nodes, and let a Deployment stop the old pod first (`strategy: Recreate`, or maxSurge 0).",
            "用 Service 代替 `hostPort`。如果必须占用节点端口，就用 DaemonSet，或让副本数不超过节点数，并让 Deployment 先停止旧 Pod（`strategy: Recreate`，或 maxSurge 为 0）。"
        ),
        next: vec![kubectl(
            "kubectl get pods -A -o custom-columns=NODE:.spec.nodeName,NS:.metadata.namespace,POD:.metadata.name,HOSTPORTS:.spec.containers[*].ports[*].hostPort",
            phrase!("who has which port of which node", "哪个 Pod 占用了哪个节点的哪个端口"),
        )],
    }
}
