//! A node has no pod range, and the network plugin needs one.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{kubectl, names, on_node};
use crate::diagnose::rule::{Meta, Rule};
use crate::model::cluster::Cluster;
use crate::model::node::Node;
use crate::model::object_ref::ObjectRef;
use crate::diagnose::node_trouble::failing_agent;
use crate::diagnose::look::line;
use crate::diagnose::rule::Link;
use crate::text::Phrase;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: NodePodCidrMissing = NodePodCidrMissing;

pub(super) struct NodePodCidrMissing;

static META: Meta = Meta {
    id: "node-pod-cidr-missing",
    what: text!("A node has no pod range.", "节点没有分配 Pod 网段。"),
    needs: "kubectl describe nodes",
};

/// Plugins that take the node's own range and do not start without it. Calico and Cilium have ranges of their own.
const NEED_IT: [&str; 3] = ["flannel", "canal", "kube-router"];

impl Rule for NodePodCidrMissing {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        finding(cluster).into_iter().collect()
    }

    fn explains(&self) -> &'static [Link] {
        const AGENT: fn(&Cluster, &Finding, &Finding) -> Option<Phrase> = |cluster, cause, effect| {
            let mut nodes = cause.also.iter().filter_map(|id| cluster.nodes.get(&id.name));
            let own = nodes.any(|node| effect.subject == node.id || failing_agent(cluster, node).is_some_and(|pod| pod.id == effect.subject));
            own.then(|| phrase!("its network agent ends where the node has no pod range", "节点没有 Pod 网段时，网络代理会退出"))
        };
        &[Link { effect: "node-cni-not-initialised", because: AGENT }, Link { effect: "crashloop", because: AGENT }]
    }
}

/// Only a description or an object would have shown it. A description may have been cut before that line: there the agent must fail too.
fn lacks(cluster: &Cluster, node: &Node) -> bool {
    let whole = node.fields.keys().any(|path| path.starts_with("status.nodeInfo.")) || node.taints.is_some() && failing_agent(cluster, node).is_some();
    whole && !node.fields.keys().any(|path| path.to_ascii_lowercase().starts_with("spec.podcidr"))
}

fn finding(cluster: &Cluster) -> Option<Finding> {
    let cni = cluster.cni.as_ref().filter(|it| NEED_IT.contains(&it.value.as_str()))?;
    let nodes: Vec<&Node> = cluster.nodes.values().filter(|node| lacks(cluster, node)).collect();
    let first = nodes.first()?;
    let mut evidence = Proof::new(first.sightings.last().copied()?, phrase!("no PodCIDR is told of this node", "该节点没有 PodCIDR"));
    if let Some(pod) = nodes.iter().find_map(|node| failing_agent(cluster, node)) {
        evidence = evidence.and(line(pod), phrase!("the network agent there fails", "该节点的网络代理失败"));
    }
    Some(Finding {
        rule: META.id.to_owned(),
        severity: Severity::Critical,
        confidence: Confidence::Likely,
        subject: if nodes.len() == 1 { first.id.clone() } else { ObjectRef::cluster() },
        also: nodes.iter().map(|node| node.id.clone()).collect(),
        title: phrase!("{which}: no pod range was assigned", "{which}：没有分配 Pod 网段", which = names(nodes.iter().map(|node| node.id.name.as_str()))),
        why: phrase!("{cni} takes the pod range of its node from `spec.podCIDR` and does not start without one. The controller manager assigns it, if it runs with `--allocate-node-cidrs` and its `--cluster-cidr` has a range left.", "{cni} 从节点的 `spec.podCIDR` 读取网段，没有就无法启动。该字段由控制器管理器分配，前提是启用了 `--allocate-node-cidrs`，且 `--cluster-cidr` 中还有空闲网段。", cni = crate::model::products::name(&cni.value)),
        fix: phrase!("Give kube-controller-manager `--allocate-node-cidrs=true` and a `--cluster-cidr` that is large enough (kubeadm: `--pod-network-cidr`), the same as in the plugin's own configuration.", "为 kube-controller-manager 设置 `--allocate-node-cidrs=true` 和足够大的 `--cluster-cidr`（kubeadm：`--pod-network-cidr`），并与网络插件的配置一致。"),
        next: vec![
            kubectl("kubectl get nodes -o custom-columns=NAME:.metadata.name,CIDR:.spec.podCIDR", phrase!("the range of every node", "各节点的网段")),
            on_node("CONTROL-PLANE", "grep -e cidr /etc/kubernetes/manifests/kube-controller-manager.yaml", phrase!("the flags that assign ranges", "分配网段的参数")),
        ],
        evidence,
    })
}
