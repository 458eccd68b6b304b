//! A rollout does not go on: the Deployment exceeded its progress deadline.

use crate::diagnose::ended::{joined, short};
use crate::diagnose::fields::{condition, replicas, text};
use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{in_namespace, kubectl, line, status};
use crate::diagnose::probing::{class, failed};
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::diagnose::look::on_lost_node;
use crate::diagnose::workload::{Group, any_status, groups_by, replica_set, workload_of};
use crate::kind::Kind;
use crate::model::cluster::{Cluster, Other};
use crate::model::object_ref::ObjectRef;
use crate::model::pod::Pod;
use crate::text::Phrase;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: DeployRolloutStuck = DeployRolloutStuck;

pub(super) struct DeployRolloutStuck;

static META: Meta = Meta {
    id: "deploy-rollout-stuck",
    what: text!("A Deployment exceeded its progress deadline.", "Deployment 超过了进度期限。"),
    needs: "kubectl describe deployment …; kubectl rollout status",
};

impl Rule for DeployRolloutStuck {
    fn meta(&self) -> &'static Meta {
        &META
    }

    /// Source: kubernetes.io, "Deployments": progressDeadlineSeconds is 600 by default.
    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let of_objects = cluster.others.values().filter(|it| it.id.kind == Kind::Deployment).filter_map(|it| {
            let stuck = condition(it, "Progressing").filter(|it| it.reason == "ProgressDeadlineExceeded")?;
            Some(finding(cluster, &it.id, Some(it), Proof::new(stuck.span, phrase!("no progress within the deadline", "在期限内没有进展"))))
        });
        let mut res: Vec<Finding> = of_objects.collect();
        for said in &cluster.messages {
            let Some(name) = said.text.split_once("deployment \"").and_then(|(_, rest)| rest.split_once("\" exceeded its progress deadline")).map(|(name, _)| name) else { continue };
            if res.iter().all(|it| it.subject.name != name) {
                let id = cluster.others.keys().find(|id| id.kind == Kind::Deployment && id.name == name).cloned();
                let id = id.unwrap_or_else(|| ObjectRef { namespace: namespace_of(cluster, name), ..ObjectRef::cluster_scoped(Kind::Deployment, name) });
                res.push(finding(cluster, &id, cluster.others.get(&id), Proof::new(said.span, phrase!("what `kubectl rollout status` says", "`kubectl rollout status` 的输出"))));
            }
        }
        for group in groups_by(cluster.pods.values().filter(|pod| replica_set(pod).is_some()).collect(), any_status) {
            let id = ObjectRef { kind: Kind::Deployment, namespace: group.first.id.namespace.clone(), name: workload_of(group.first) };
            let shown = cluster.others.get(&id);
            let whole = shown.and_then(replicas).is_some_and(|(wanted, ready, _)| ready >= wanted);
            if let Some(new) = stalled(cluster, &group).filter(|_| !whole && res.iter().all(|it| it.subject != id)) {
                let proof = Proof::new(line(new), phrase!("of the new ReplicaSet: not ready after more than 10 minutes", "属于新的 ReplicaSet：超过 10 分钟仍未就绪"));
                res.push(Finding { confidence: Confidence::Likely, ..finding(cluster, &id, shown, proof) });
            }
        }
        res
    }

    fn explains(&self) -> &'static [Link] {
        &[Link { effect: "readiness-failing", because: waited_for }, Link { effect: "running-not-ready", because: waited_for }]
    }
}

/// The namespace of a Deployment that was only named, where its pods are in one alone.
fn namespace_of(cluster: &Cluster, name: &str) -> Option<String> {
    let mut pods = cluster.pods.values().filter(|pod| replica_set(pod).is_some() && workload_of(pod) == name);
    let namespace = pods.next()?.id.namespace.clone();
    pods.all(|pod| pod.id.namespace == namespace).then_some(namespace)?
}

/// The finding is about the new pods of that rollout.
fn waited_for(_: &Cluster, cause: &Finding, effect: &Finding) -> Option<Phrase> {
    let its = effect.also.contains(&cause.subject) || cause.also.contains(&effect.subject);
    its.then(|| phrase!("these are the new pods that the rollout waits for", "发布等待的正是这些新 Pod"))
}

/// The Deployment's default progress deadline, in seconds.
const DEADLINE_SECS: i64 = 600;

/// A pod of the newest ReplicaSet, where none of that one's is ready after the deadline while an older one's are.
fn stalled<'a>(cluster: &Cluster, group: &'a Group<'_>) -> Option<&'a Pod> {
    let age = |pod: &Pod| pod.age_secs.as_ref().map(|it| it.value);
    let newest = group.pods().filter(|pod| age(pod).is_some()).min_by_key(|pod| age(pod))?;
    let (new, old): (Vec<&Pod>, Vec<&Pod>) = group.pods().partition(|pod| replica_set(pod) == replica_set(newest));
    let since = new.iter().filter_map(|pod| age(pod)).max()?;
    // Pods that crash, wait for an image or a node have rules of their own.
    let waits = new.iter().all(|pod| pod.is_ready() == Some(false) && status(pod) == "Running" && !on_lost_node(cluster, pod));
    let serves = |pod: &&&Pod| pod.is_ready() == Some(true) && status(pod) == "Running" && age(pod).is_some_and(|it| it > since);
    (waits && since >= DEADLINE_SECS && old.iter().any(|pod| serves(&pod))).then_some(newest)
}

fn finding(cluster: &Cluster, id: &ObjectRef, shown: Option<&Other>, mut evidence: Proof) -> Finding {
    let name = id.name.as_str();
    let waiting: Vec<&Pod> = cluster.pods.values().filter(|pod| pod.id.namespace == id.namespace && pod.is_ready() == Some(false) && workload_of(pod) == name).collect();
    for pod in waiting.iter().take(3) {
        evidence = evidence.and(line(pod), phrase!("a pod that is not ready", "未就绪的 Pod"));
    }
    let check = waiting.iter().find_map(|pod| failed(pod, "Readiness"));
    if let Some(event) = check {
        evidence = evidence.and(event.span, phrase!("its readiness check", "它的就绪检查"));
    }
    let counts = shown.and_then(replicas);
    if let Some((_, _, span)) = counts {
        evidence = evidence.and(span, phrase!("wanted and available", "期望与可用的副本数"));
    }
    let refused = shown.and_then(|it| condition(it, "ReplicaFailure")).filter(|it| it.status == "True");
    let serving = match counts {
        Some((wanted, available, _)) if available > 0 => phrase!(
            "{available} of {wanted} replicas are available, those of the former version among them: it still serves, but the new version is not live.",
            "{wanted} 个副本中有 {available} 个可用，其中包括旧版本的副本：服务仍在，但新版本没有上线。",
            available = available,
            wanted = wanted,
        ),
        Some((wanted, _, _)) => phrase!("None of its {wanted} replicas is available.", "它的 {wanted} 个副本都不可用。", wanted = wanted),
        None => phrase!("Pods of the former version, if there are any, still serve.", "旧版本的 Pod（如果有）仍在提供服务。"),
    };
    let mechanism = match &refused {
        Some(it) => {
            evidence = evidence.and(it.span, phrase!("its pods are refused", "它的 Pod 创建被拒绝"));
            phrase!("Its pods cannot even be created: {reason} {message}", "它的 Pod 甚至无法创建：{reason} {message}", reason = it.reason, message = short(it.message))
        }
        None => phrase!("Its new pods did not become ready within the deadline (10 minutes unless set otherwise), so the rollout stands still. It is not undone by itself.", "它的新 Pod 没有在期限内（默认 10 分钟）就绪，发布因此停住，且不会自动回滚。"),
    };
    let of = in_namespace(id);
    let selector = shown.and_then(|it| text(it, "Selector")).filter(|it| !it.contains(' ')).map_or_else(String::new, |it| format!(" -l {it}"));
    Finding {
        rule: META.id.to_owned(),
        severity: if counts.is_some_and(|(_, available, _)| available == 0) { Severity::Critical } else { Severity::Warning },
        confidence: Confidence::Certain,
        subject: id.clone(),
        also: waiting.iter().map(|pod| pod.id.clone()).collect(),
        title: phrase!("The rollout of {name} is stuck: its new pods do not become ready", "{name} 的发布停滞：新 Pod 一直没有就绪", name = name),
        why: match check.map(|it| class(&it.message)) {
            Some(check) => joined(&joined(&mechanism, &serving), &check),
            None => joined(&mechanism, &serving),
        },
        fix: phrase!("Find out why the new pods are not ready. Until then `kubectl rollout undo` brings the former version back.", "先查明新 Pod 为何未就绪；在此之前可以用 `kubectl rollout undo` 恢复旧版本。"),
        next: vec![
            kubectl(format!("kubectl get pods{of}{selector} -o wide"), phrase!("the pods that are not ready", "未就绪的 Pod")),
            kubectl(format!("kubectl rollout history deployment{of} {name}"), phrase!("the versions to go back to", "可以回滚到的版本")),
        ],
        evidence,
    }
}
