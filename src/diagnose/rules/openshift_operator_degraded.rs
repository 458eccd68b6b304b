//! An operator of `OpenShift` says of itself that it is not available, or degraded.

use crate::diagnose::ended::short;
use crate::diagnose::fields::{condition, text};
use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::kubectl;
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::model::cluster::{Cluster, Other};
use crate::span::Span;
use crate::text::Phrase;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: OpenshiftOperatorDegraded = OpenshiftOperatorDegraded;

pub(super) struct OpenshiftOperatorDegraded;

static META: Meta = Meta {
    id: "openshift-operator-degraded",
    what: text!("A cluster operator of OpenShift is unavailable or degraded.", "OpenShift 的集群 operator 不可用或已降级。"),
    needs: "oc get clusteroperators",
};

impl Rule for OpenshiftOperatorDegraded {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let mut found: Vec<Finding> = Vec::new();
        for it in cluster.others.values().filter(|it| it.id.kind.name().to_ascii_lowercase().starts_with("clusteroperator")) {
            // The table and the object name their kind in two ways.
            if found.iter().all(|have| have.subject.name != it.id.name) {
                found.extend(finding(it));
            }
        }
        found
    }

    fn explains(&self) -> &'static [Link] {
        // A console that cannot be reached is what the router's trouble looks like.
        const ROUTE: fn(&Cluster, &Finding, &Finding) -> Option<Phrase> = |cluster, cause, effect| {
            let message = message(cluster.others.get(&effect.subject)?)?;
            let routes = cause.subject.name == "ingress" && effect.subject.name != "ingress" && message.contains("route");
            routes.then(|| phrase!("it is reached through a route, which the ingress operator serves", "它通过路由访问，而路由由 ingress operator 提供"))
        };
        &[Link { effect: "openshift-operator-degraded", because: ROUTE }]
    }
}

/// A cell of the table, or the condition of the object.
fn state<'a>(it: &'a Other, kind: &str) -> Option<(&'a str, Span)> {
    let cell = it.fields.get(kind.to_ascii_uppercase().as_str()).map(|seen| (seen.value.as_str(), seen.span));
    cell.or_else(|| condition(it, kind).map(|it| (it.status, it.span)))
}

/// What it says: the table's last cell, or the message of the condition that is wrong.
fn message(it: &Other) -> Option<&str> {
    let wrong = |kind, bad| condition(it, kind).filter(|it| it.status == bad).map(|it| it.message);
    let told = text(it, "MESSAGE").or_else(|| wrong("Degraded", "True")).or_else(|| wrong("Available", "False"));
    told.filter(|it| !it.is_empty())
}

fn finding(it: &Other) -> Option<Finding> {
    let name = it.id.name.as_str();
    let (available, span) = state(it, "Available")?;
    let is = |kind| state(it, kind).filter(|(value, _)| *value == "True");
    let (degraded, progressing) = (is("Degraded"), is("Progressing").is_some());
    // While it installs itself it is not available, and says so.
    if available != "False" && degraded.is_none() {
        return None;
    }
    let span = degraded.filter(|_| available != "False").map_or(span, |(_, span)| span);
    let degraded = degraded.is_some();
    Some(Finding {
        rule: META.id.to_owned(),
        severity: if available == "False" && !progressing { Severity::Critical } else { Severity::Warning },
        confidence: Confidence::Certain,
        subject: it.id.clone(),
        also: Vec::new(),
        title: match (available == "False", degraded) {
            (true, _) => phrase!("The operator {name} is not available", "operator {name} 不可用", name = name),
            _ => phrase!("The operator {name} is degraded", "operator {name} 已降级", name = name),
        },
        why: match message(it).map(short) {
            Some(message) => phrase!("It says: {message}. While an operator is degraded, OpenShift does not finish an upgrade.", "它的说明：{message}。operator 处于降级状态时，OpenShift 的升级无法完成。", message = message.trim_end_matches('.')),
            None => phrase!("The list gives no message; its conditions do. While an operator is degraded, OpenShift does not finish an upgrade.", "列表中没有说明，其状况（conditions）里有。operator 处于降级状态时，OpenShift 的升级无法完成。"),
        },
        fix: if name == "machine-config" {
            phrase!("Find the node that does not take its configuration: its annotation `machineconfiguration.openshift.io/reason` tells why.", "找出没有应用配置的节点：它的注解 `machineconfiguration.openshift.io/reason` 会说明原因。")
        } else {
            phrase!("Read the conditions of the operator, then the pods of the namespace it looks after.", "先看该 operator 的状况，再看它所管理的命名空间中的 Pod。")
        },
        next: vec![
            kubectl(format!("oc describe clusteroperator {name}"), phrase!("its conditions and what it looks after", "它的状况与所管理的对象")),
            if name == "machine-config" {
                kubectl("oc get machineconfigpool", phrase!("which pool is degraded", "哪个配置池已降级"))
            } else {
                kubectl(format!("oc get pods -A -o wide | grep {name}"), phrase!("its pods", "它的 Pod"))
            },
        ],
        evidence: Proof::new(span, phrase!("what the operator says of itself", "operator 对自身的报告")),
    })
}
