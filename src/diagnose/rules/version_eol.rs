//! The release gets no fixes any more.

use crate::diagnose::facts::releases::{AS_OF, end_of_life};
use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::kubectl;
use crate::diagnose::rule::{Meta, Rule};
use crate::model::cluster::Cluster;
use crate::model::object_ref::ObjectRef;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: VersionEol = VersionEol;

pub(super) struct VersionEol;

static META: Meta = Meta {
    id: "version-eol",
    what: text!("The Kubernetes release is past its end of life.", "该 Kubernetes 版本已停止维护。"),
    needs: "kubectl get nodes; kubectl version",
};

impl Rule for VersionEol {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let Some(version) = &cluster.version else { return Vec::new() };
        // The day of the paste where the text tells it, else the day of the table: the reader lives after both.
        let now = cluster.now.as_ref().map(|it| it.value.date());
        let day = now.as_deref().filter(|it| *it > AS_OF).unwrap_or(AS_OF);
        let Some(end) = end_of_life(&version.value).filter(|end| *end < day) else { return Vec::new() };
        let mut evidence = Proof::new(version.span, phrase!("the version", "版本号"));
        for node in cluster.nodes.values().filter_map(|node| node.version.as_ref()) {
            evidence = evidence.and(node.span, phrase!("a kubelet of this release", "该版本的 kubelet"));
        }
        vec![Finding {
            rule: META.id.to_owned(),
            severity: Severity::Info,
            confidence: Confidence::Certain,
            subject: ObjectRef::cluster(),
            also: Vec::new(),
            title: phrase!("{version} reached its end of life on {end}", "{version} 已于 {end} 停止维护", version = version.value, end = end),
            why: phrase!(
                "The community has fixed nothing in this release since then, security holes included. A vendor may still do so (table of {as_of}).",
                "从那时起，社区不再为该版本修复任何问题，包括安全漏洞。厂商可能仍在自行维护（数据截至 {as_of}）。",
                as_of = AS_OF,
            ),
            fix: phrase!("Plan the upgrade, one minor release at a time, the control plane first. Mend what is broken before you start.", "规划升级：一次一个次版本，先控制平面后节点。开始之前先修好已损坏的部分。"),
            next: vec![kubectl("kubectl version", phrase!("the version of the API server itself", "API 服务器自身的版本"))],
            evidence,
        }]
    }
}
