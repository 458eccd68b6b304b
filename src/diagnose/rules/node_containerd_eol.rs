//! containerd 1.x: past its support, and no release of Kubernetes after 1.35 runs with it.

use crate::diagnose::facts::releases::minor;
use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{kubectl, names};
use crate::diagnose::rule::{Meta, Rule};
use crate::model::cluster::Cluster;
use crate::model::node::Node;
use crate::model::object_ref::ObjectRef;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: NodeContainerdEol = NodeContainerdEol;

pub(super) struct NodeContainerdEol;

static META: Meta = Meta {
    id: "node-containerd-eol",
    what: text!("containerd 1.x is past its support.", "containerd 1.x 已停止维护。"),
    needs: "kubectl get nodes -o wide",
};

/// The last release that supports containerd 1.x. Source: kubernetes.io blog on v1.35; containerd `RELEASES.md`: 1.6 ended in August 2025,
/// 1.7 ends in September 2026.
const LAST: u32 = 35;

impl Rule for NodeContainerdEol {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        finding(cluster).into_iter().collect()
    }
}

fn finding(cluster: &Cluster) -> Option<Finding> {
    let old = |node: &&Node| node.runtime.as_ref().is_some_and(|it| it.value.starts_with("containerd://1."));
    let nodes: Vec<&Node> = cluster.nodes.values().filter(old).collect();
    let first = nodes.first()?.runtime.as_ref()?;
    let evidence = nodes.iter().skip(1).take(3).filter_map(|node| node.runtime.as_ref()).fold(Proof::new(first.span, phrase!("the runtime", "运行时")), |proof, it| {
        proof.and(it.span, phrase!("the same", "同上"))
    });
    let beyond = nodes.iter().filter_map(|node| minor(&node.version.as_ref()?.value)).any(|it| it > LAST);
    let which = names(nodes.iter().map(|node| node.id.name.as_str()));
    Some(Finding {
        rule: META.id.to_owned(),
        severity: if beyond { Severity::Warning } else { Severity::Info },
        confidence: Confidence::Certain,
        subject: ObjectRef::cluster(),
        also: nodes.iter().map(|node| node.id.clone()).collect(),
        title: phrase!("{runtime} gets no more fixes: {which}", "{runtime} 已不再修复：{which}", runtime = first.value, which = which),
        why: if beyond {
            phrase!("Kubernetes 1.35 was the last release to support containerd 1.x, and the kubelets of {which} are newer.", "Kubernetes 1.35 是最后一个支持 containerd 1.x 的版本，而 {which} 的 kubelet 更新。", which = which)
        } else {
            phrase!("The project ended 1.6 in August 2025 and 1.7 in September 2026; a vendor may still mend it. Kubernetes 1.35 is the last release that runs with it, so {which} hold up the upgrade to 1.36.", "containerd 1.6 于 2025 年 8 月、1.7 于 2026 年 9 月停止维护，厂商可能仍在自行修复。Kubernetes 1.35 是最后一个支持它的版本，因此 {which} 会阻碍升级到 1.36。", which = which)
        },
        fix: phrase!("Move to containerd 2.x node by node: drain, upgrade, look through /etc/containerd/config.toml, uncordon.", "逐个节点升级到 containerd 2.x：排空、升级、检查 /etc/containerd/config.toml，再恢复调度。"),
        next: vec![kubectl("kubectl get nodes -o wide", phrase!("the runtime of every node", "各节点的运行时"))],
        evidence,
    })
}
