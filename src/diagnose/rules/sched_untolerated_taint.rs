//! The nodes that a pod may use have a taint that it does not tolerate, or are cordoned.

use crate::diagnose::fit::{selected, selector, untolerated};
use crate::diagnose::look::{kubectl, names};
use crate::diagnose::pending::{Stuck, Verdict, Words, arithmetic, check};
use crate::diagnose::scheduler::{Reason, What};
use crate::model::node::Node;
use crate::text::Text;
use crate::diagnose::finding::Finding;
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::model::cluster::Cluster;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: SchedUntoleratedTaint = SchedUntoleratedTaint;

pub(super) struct SchedUntoleratedTaint;

static META: Meta = Meta {
    id: "sched-untolerated-taint",
    what: text!("A taint that a pod does not tolerate keeps it from the nodes.", "污点使 Pod 无法调度到节点上。"),
    needs: "kubectl describe pod …, kubectl get events",
};

impl Rule for SchedUntoleratedTaint {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        [Verdict::Taint, Verdict::Unschedulable].into_iter().flat_map(|verdict| check(cluster, META.id, verdict, words)).collect()
    }

    fn explains(&self) -> &'static [Link] {
        crate::diagnose::links::of_pods!["deploy-rollout-stuck" because crate::diagnose::links::rollout, "coredns-not-ready" because crate::diagnose::links::dns_pods]
    }
}

/// Taints that Kubernetes sets by itself. Source: kubernetes.io/docs/reference/labels-annotations-taints.
static OWN: &[(&str, Text, Text)] = &[
    (
        "node.kubernetes.io/not-ready",
        text!("Kubernetes puts this taint on a node whose Ready condition is False, and takes it away when the node is ready. On a new cluster the usual reason is that no pod network is installed yet.", "节点的 Ready 状况为 False 时，Kubernetes 会自动加上这个污点，就绪后自动去掉。在新集群上，最常见的原因是还没有安装 Pod 网络插件。"),
        text!("Get the node ready: the message of its Ready condition names what is missing. Do not remove the taint by hand.", "让节点就绪：其 Ready 状况的消息会写明缺什么。不要手工去掉这个污点。"),
    ),
    (
        "node.kubernetes.io/unreachable",
        text!("Kubernetes puts this taint on a node from which it no longer hears.", "节点失联后，Kubernetes 会自动加上这个污点。"),
        text!("Bring the node or its kubelet back; the taint then goes by itself.", "恢复节点或其 kubelet；污点会自动消失。"),
    ),
    (
        "node.kubernetes.io/disk-pressure",
        text!("The kubelet reports that the disk is nearly full, and takes no new pods until there is room.", "kubelet 报告磁盘将满，腾出空间之前不接受新的 Pod。"),
        text!("Free space on the node's disk: images, logs, volumes of type emptyDir.", "清理节点磁盘：镜像、日志、emptyDir 卷。"),
    ),
    (
        "node.kubernetes.io/memory-pressure",
        text!("The kubelet reports that memory is nearly used up, and takes no new pods of the lowest class.", "kubelet 报告内存将尽，不接受最低服务等级的新 Pod。"),
        text!("Find what uses the memory on that node, and give pods requests.", "查明该节点上谁占用了内存，并给 Pod 设置请求。"),
    ),
    (
        "node.cloudprovider.kubernetes.io/uninitialized",
        text!("The kubelet was started for an external cloud provider, and the cloud controller manager has not dealt with the node yet: it is missing or fails.", "kubelet 以外部云厂商模式启动，而云控制器管理器尚未处理该节点：它没有安装，或运行失败。"),
        text!("Install the cloud controller manager, or read its log.", "安装云控制器管理器，或查看它的日志。"),
    ),
    (
        "node.kubernetes.io/unschedulable",
        text!("The node is cordoned: someone has stopped it from taking new pods, usually for maintenance.", "节点已被禁止调度（cordon），通常是为了维护。"),
        text!("Uncordon the node when the maintenance is over: `kubectl uncordon`.", "维护结束后解除：`kubectl uncordon`。"),
    ),
];

fn words(cluster: &Cluster, stuck: &Stuck<'_>) -> Words {
    let pod = stuck.pod;
    let sum = arithmetic(&stuck.refusal);
    // A node that has what the pod asks for, and only its taint against it.
    let wanted = |node: &&Node| !selector(pod).is_empty() && selected(pod, node) == Some(true) && !untolerated(pod, node).is_empty();
    let told = || stuck.refusal.of_sort(What::Taint).filter_map(Reason::taint).find(|it| !it.starts_with("node-role.kubernetes.io/"));
    let next = vec![kubectl("kubectl get nodes -o custom-columns=NAME:.metadata.name,TAINTS:.spec.taints", phrase!("the taints of each node", "每个节点的污点"))];
    if let Some(node) = cluster.nodes.values().find(wanted) {
        let taint = untolerated(pod, node).into_iter().next().unwrap_or_default();
        let name = node.id.name.as_str();
        let asked = names(selector(pod).iter().map(|(key, _)| *key));
        return Words {
            tail: phrase!("{name} has the label that it asks for, and the taint {taint}", "{name} 有它要求的标签，但带有污点 {taint}", name = name, taint = taint),
            why: phrase!(
                "Its node selector ({asked}) leads to {name}, whose taint {taint} it does not tolerate. A selector only narrows the choice; a taint needs a toleration as well. The scheduler adds up: {sum}.",
                "它的节点选择器（{asked}）指向 {name}，但它不容忍该节点的污点 {taint}。选择器只缩小范围，污点还需要有对应的容忍度。调度器的统计：{sum}。",
                asked = asked, name = name, taint = taint, sum = sum
            ),
            fix: phrase!("Add a toleration for {taint} to the workload if it belongs there; else remove the selector.", "如果该工作负载确实属于那里，给它加上对 {taint} 的容忍度；否则去掉选择器。", taint = taint),
            next,
        };
    }
    let fix = phrase!("Add a toleration to the workload, or remove the taint if it is there by mistake. Taints of Kubernetes itself (`node.kubernetes.io/…`) go when the node is well again.", "给工作负载加上容忍度；如果污点是误加的，则去掉污点。Kubernetes 自己加的污点（`node.kubernetes.io/…`）会在节点恢复后消失。");
    if let Some(taint) = told() {
        if let Some((_, why, fix)) = OWN.iter().find(|(own, _, _)| *own == taint) {
            return Words {
                tail: phrase!("the taint {taint} ({sum})", "污点 {taint}（{sum}）", taint = taint, sum = sum),
                why: why.phrase(),
                fix: fix.phrase(),
                next: vec![kubectl("kubectl describe nodes", phrase!("the conditions and taints of the nodes", "节点的状况与污点"))],
            };
        }
        return Words {
            tail: phrase!("the taint {taint} ({sum})", "污点 {taint}（{sum}）", taint = taint, sum = sum),
            why: phrase!("A taint keeps every pod away that does not tolerate it, and this one has no toleration for {taint}.", "污点会拒绝所有不容忍它的 Pod，而该 Pod 没有对 {taint} 的容忍度。", taint = taint),
            fix,
            next,
        };
    }
    let (known, control_plane) = (cluster.nodes.len(), cluster.nodes.values().filter(|node| node.is_control_plane()).count());
    let why = if known > 0 && known == control_plane {
        phrase!("All {n} nodes of the text belong to the control plane, whose taint keeps ordinary pods away: no worker has joined.", "文本中的 {n} 个节点都是控制平面节点，其污点不接受普通 Pod：还没有工作节点加入。", n = known)
    } else {
        phrase!("Every node has a taint that the pod does not tolerate, or is cordoned. The message does not name the taints.", "每个节点都带有该 Pod 不容忍的污点，或被禁止调度。消息没有写出污点的名称。")
    };
    Words { tail: phrase!("taints that it does not tolerate ({sum})", "有它不容忍的污点（{sum}）", sum = sum), why, fix, next }
}
