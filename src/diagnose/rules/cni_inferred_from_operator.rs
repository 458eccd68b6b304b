//! The pod network is known only by its operator: its agents are in a namespace that was not pasted.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::kubectl;
use crate::diagnose::rule::{Meta, Rule};
use crate::model::cluster::Cluster;
use crate::model::component::Certainty;
use crate::kind::Kind;
use crate::model::object_ref::ObjectRef;
use crate::model::products;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: CniInferredFromOperator = CniInferredFromOperator;

pub(super) struct CniInferredFromOperator;

static META: Meta = Meta {
    id: "cni-inferred-from-operator",
    what: text!("The pod network is inferred from its operator.", "由 operator 推断出 Pod 网络插件。"),
    needs: "kubectl get pods",
};

impl Rule for CniInferredFromOperator {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let Some(cni) = cluster.cni.as_ref().filter(|it| it.certainty == Certainty::Inferred) else { return Vec::new() };
        // Where every namespace was listed, its agents would be in the list: that is another matter.
        if cluster.scope.covers_all(&Kind::Pod) {
            return Vec::new();
        }
        let [first, ..] = cni.evidence.as_slice() else { return Vec::new() };
        let name = products::name(&cni.value);
        vec![Finding {
            rule: META.id.to_owned(),
            severity: Severity::Info,
            confidence: Confidence::Likely,
            subject: ObjectRef::cluster(),
            also: Vec::new(),
            title: phrase!("The pod network is {name}, inferred from its operator", "Pod 网络插件是 {name}，由它的 operator 推断得出", name = name),
            why: phrase!(
                "The list shows the operator but none of the agents. They live in a namespace that was not pasted, so nothing is said about their health.",
                "列表中有 operator，却没有代理 Pod。它们位于未粘贴的命名空间中，因此无法判断其健康状况。",
            ),
            fix: phrase!("Nothing to mend. Paste the list of all namespaces to see the agents.", "无需修复。粘贴所有命名空间的列表即可看到这些代理。"),
            next: vec![kubectl("kubectl get pods -A -o wide", phrase!("the agents, one on each node", "各节点上的代理 Pod"))],
            evidence: Proof::new(*first, phrase!("the operator", "operator")),
        }]
    }
}
