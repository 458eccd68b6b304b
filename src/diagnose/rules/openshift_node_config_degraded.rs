//! A node of `OpenShift` does not take its machine configuration, and stays cordoned for it.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::kubectl;
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::model::cluster::Cluster;
use crate::model::node::Node;
use crate::text::Phrase;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: OpenshiftNodeConfigDegraded = OpenshiftNodeConfigDegraded;

pub(super) struct OpenshiftNodeConfigDegraded;

static META: Meta = Meta {
    id: "openshift-node-config-degraded",
    what: text!("A node of OpenShift cannot apply its machine configuration.", "OpenShift 节点无法应用其机器配置。"),
    needs: "oc describe nodes",
};

/// Source: openshift/machine-config-operator, `pkg/daemon/constants`.
const STATE: &str = "machineconfiguration.openshift.io/state";
const REASON: &str = "machineconfiguration.openshift.io/reason";

impl Rule for OpenshiftNodeConfigDegraded {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let degraded = |node: &&Node| matches!(node.annotations.get(STATE).map(String::as_str), Some("Degraded" | "Unreconcilable"));
        cluster.nodes.values().filter(degraded).filter_map(finding).collect()
    }

    fn explains(&self) -> &'static [Link] {
        const OPERATOR: fn(&Cluster, &Finding, &Finding) -> Option<Phrase> = |_, _, effect| {
            let own = effect.subject.name == "machine-config";
            own.then(|| phrase!("the operator waits for this node's pool", "operator 在等待该节点所属的配置池"))
        };
        const CORDON: fn(&Cluster, &Finding, &Finding) -> Option<Phrase> = |_, cause, effect| {
            let same = effect.subject == cause.subject && effect.also.is_empty();
            same.then(|| phrase!("it was cordoned for the update that does not finish", "它为这次未完成的更新而被封锁"))
        };
        &[Link { effect: "openshift-operator-degraded", because: OPERATOR }, Link { effect: "node-cordoned", because: CORDON }, Link { effect: "sched-untolerated-taint", because: crate::diagnose::links::cordoned }, Link { effect: "sched-insufficient", because: crate::diagnose::links::cordoned }]
    }
}

fn finding(node: &Node) -> Option<Finding> {
    let name = node.id.name.as_str();
    let mut evidence = Proof::new(node.sightings.last().copied()?, phrase!("its annotations tell: state Degraded", "其注解表明：state 为 Degraded"));
    if let Some(status) = &node.status {
        evidence = evidence.and(status.span, phrase!("STATUS is {status}", "STATUS 为 {status}", status = status.value));
    }
    let why = match node.annotations.get(REASON).filter(|it| !it.is_empty()) {
        Some(reason) => phrase!(
            "The machine config daemon gave up on it: \"{reason}\". It stays cordoned, its pool stays degraded, and no other node of the pool is updated.",
            "机器配置守护进程已放弃处理：“{reason}”。该节点保持封锁，所属配置池保持降级，池中其他节点也不会更新。",
            reason = reason
        ),
        None => phrase!(
            "The machine config daemon gave up on it. It stays cordoned, its pool stays degraded, and no other node of the pool is updated.",
            "机器配置守护进程已放弃处理。该节点保持封锁，所属配置池保持降级，池中其他节点也不会更新。",
        ),
    };
    Some(Finding {
        rule: META.id.to_owned(),
        severity: Severity::Critical,
        confidence: Confidence::Certain,
        subject: node.id.clone(),
        also: Vec::new(),
        title: phrase!("Node {name} cannot apply its machine configuration", "节点 {name} 无法应用其机器配置", name = name),
        why,
        fix: phrase!("Undo what was changed on the node by hand, or restore the file that the reason names. Only then let it be validated again.", "撤销在该节点上手工做的改动，或恢复原因中提到的文件，然后再让它重新校验。"),
        next: vec![
            kubectl(format!("oc logs -n openshift-machine-config-operator -c machine-config-daemon $(oc get pods -n openshift-machine-config-operator -o name --field-selector spec.nodeName={name} | grep daemon)"), phrase!("what does not match", "哪里不一致")),
            kubectl("oc get machineconfigpool", phrase!("how far the pool has come", "配置池的进度")),
        ],
        evidence,
    })
}
