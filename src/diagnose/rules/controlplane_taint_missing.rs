//! Every node is a control-plane node and pods that tolerate nothing run: the taint is gone.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{kubectl, line};
use crate::diagnose::rule::{Meta, Rule};
use crate::model::cluster::Cluster;
use crate::model::object_ref::ObjectRef;
use crate::model::pod::Pod;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: ControlplaneTaintMissing = ControlplaneTaintMissing;

pub(super) struct ControlplaneTaintMissing;

static META: Meta = Meta {
    id: "controlplane-taint-missing",
    what: text!("Control-plane nodes also carry the workloads.", "控制平面节点同时承载业务负载。"),
    needs: "kubectl get nodes; kubectl get pods -A",
};

/// Add-ons whose own manifests tolerate no control-plane taint. Most others do (CoreDNS of kubeadm, CNI operators, `DaemonSets`),
/// so their presence on a control-plane node proves nothing. Source: the projects' release manifests.
const INTOLERANT: &[&str] = &["metrics-server", "kubernetes-dashboard", "cert-manager", "argocd", "kube-state-metrics"];

/// A ready pod that the default taint would have kept away.
fn kept_away(pod: &&Pod) -> bool {
    let known = pod.component.as_ref().is_some_and(|it| INTOLERANT.contains(&it.product.as_str()));
    // A pod of a user's namespace that nothing is known of: toleration would be the exception.
    let users = pod.component.is_none() && pod.id.namespace.as_deref().is_some_and(|it| !it.starts_with("kube-"));
    (known || users) && pod.is_ready() == Some(true)
}

impl Rule for ControlplaneTaintMissing {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let nodes = cluster.topology.control_plane.len();
        // One node is a lab, where this is what one wants.
        if cluster.topology.converged != Some(true) || nodes < 2 {
            return Vec::new();
        }
        let Some(pod) = cluster.pods.values().find(kept_away) else { return Vec::new() };
        let mut evidence: Option<Proof> = None;
        for span in cluster.nodes.values().filter_map(|node| node.roles_seen) {
            let note = phrase!("a control-plane node; the list shows no worker", "控制平面节点；列表中没有工作节点");
            evidence = Some(match evidence.take() {
                Some(proof) => proof.and(span, note),
                None => Proof::new(span, note),
            });
        }
        let Some(evidence) = evidence else { return Vec::new() };
        vec![Finding {
            rule: META.id.to_owned(),
            severity: Severity::Info,
            confidence: Confidence::Likely,
            subject: ObjectRef::cluster(),
            also: cluster.nodes.values().map(|node| node.id.clone()).collect(),
            title: phrase!("{nodes} control planes, 0 workers: they carry the workloads too", "{nodes} 个控制平面节点，0 个工作节点：业务也跑在控制平面上", nodes = nodes),
            why: phrase!(
                "By default control-plane nodes are tainted against ordinary pods, so the taint was most likely removed. What a workload eats there, CPU, memory or disk, etcd and the API server go without.",
                "控制平面节点默认带有污点，普通 Pod 不会调度上去，因此污点多半已被移除。业务在这些节点上占用的 CPU、内存和磁盘，会直接挤占 etcd 和 API 服务器。",
            ),
            fix: phrase!("Fine for a small cluster. If etcd or the API server slow down, add workers and put the taint back.", "小集群可以这样。如果 etcd 或 API 服务器变慢，就增加工作节点并恢复污点。"),
            next: vec![kubectl("kubectl get nodes -o custom-columns=NAME:.metadata.name,TAINTS:.spec.taints[*].key", phrase!("are the taints gone?", "污点是否已移除？"))],
            evidence: evidence.and(line(pod), phrase!("runs, though it would not tolerate the taint by default", "它默认不容忍该污点，却在运行")),
        }]
    }
}
