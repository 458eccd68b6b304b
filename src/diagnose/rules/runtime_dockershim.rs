//! docker:// on 1.24 or newer: the built-in shim is gone, so something else connects the kubelet to Docker.

use crate::diagnose::facts::releases::minor;
use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{names, on_node};
use crate::diagnose::rule::{Meta, Rule};
use crate::model::cluster::Cluster;
use crate::model::node::Node;
use crate::model::object_ref::ObjectRef;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: RuntimeDockershim = RuntimeDockershim;

pub(super) struct RuntimeDockershim;

static META: Meta = Meta {
    id: "runtime-dockershim",
    what: text!("Docker is the runtime of a release that has no dockershim.", "版本已移除 dockershim，运行时却仍是 Docker。"),
    needs: "kubectl get nodes -o wide",
};

/// The release that removed dockershim. Source: kubernetes.io, "Dockershim removal FAQ".
const REMOVED_IN: u32 = 24;

fn affected(node: &Node) -> bool {
    let docker = node.runtime.as_ref().is_some_and(|it| it.value.starts_with("docker://"));
    docker && node.version.as_ref().and_then(|it| minor(&it.value)).is_some_and(|it| it >= REMOVED_IN)
}

impl Rule for RuntimeDockershim {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let nodes: Vec<&Node> = cluster.nodes.values().filter(|node| affected(node)).collect();
        let Some(first) = nodes.first() else { return Vec::new() };
        let span = |node: &Node| node.runtime.as_ref().map(|it| it.span).unwrap_or_default();
        let evidence = nodes.iter().skip(1).fold(Proof::new(span(first), phrase!("version and runtime", "版本与运行时")), |proof, node| {
            proof.and(span(node), phrase!("the same", "同上"))
        });
        vec![Finding {
            rule: META.id.to_owned(),
            severity: Severity::Info,
            confidence: Confidence::Likely,
            subject: ObjectRef::cluster(),
            also: nodes.iter().map(|node| node.id.clone()).collect(),
            title: phrase!("Docker still runs the containers, through cri-dockerd or a vendor's patch", "容器仍由 Docker 运行，经由 cri-dockerd 或厂商补丁"),
            why: phrase!(
                "Kubernetes has had no dockershim since v1.24, yet {which} report `docker://`. So a separate adapter sits between kubelet and Docker: one more part that can fail and has to be kept up to date.",
                "Kubernetes 自 v1.24 起不再内置 dockershim，但 {which} 仍报告 `docker://`。这说明 kubelet 与 Docker 之间另有一个适配器：多了一个可能出错、需要单独维护的部件。",
                which = names(nodes.iter().map(|node| node.id.name.as_str())),
            ),
            fix: phrase!("Move to containerd with the next upgrade, node by node.", "在下次升级时逐个节点迁移到 containerd。"),
            next: vec![on_node(&first.id.name, "systemctl status cri-docker --no-pager", phrase!("is cri-dockerd the adapter?", "适配器是 cri-dockerd 吗？"))],
            evidence,
        }]
    }
}
