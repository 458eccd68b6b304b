//! A Deployment, `StatefulSet` or `DaemonSet` lacks pods, and nothing else in the text tells of it: its pods are not shown, or were
//! not even created.

use crate::diagnose::fields::{condition, replicas, text};
use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{in_namespace, kubectl, names};
use crate::diagnose::refused::refused;
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::diagnose::services::age;
use crate::diagnose::workload::workload_of;
use crate::kind::Kind;
use crate::model::cluster::{Cluster, Other};
use crate::model::object_ref::ObjectRef;
use crate::model::pod::Pod;
use crate::order::Map;
use crate::span::Span;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: WorkloadUnavailable = WorkloadUnavailable;

pub(super) struct WorkloadUnavailable;

static META: Meta = Meta {
    id: "workload-unavailable",
    what: text!("A Deployment, StatefulSet or DaemonSet has fewer ready pods than it wants.", "Deployment、StatefulSet 或 DaemonSet 的就绪 Pod 少于期望。"),
    needs: "kubectl get deploy,sts,ds -A",
};

impl Rule for WorkloadUnavailable {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let mut by_namespace: Map<Option<&str>, Vec<Short<'_>>> = Map::new();
        for short in cluster.others.values().filter_map(|it| short(cluster, it)) {
            by_namespace.slot(short.it.id.namespace.as_deref(), Default::default).push(short);
        }
        by_namespace.values().filter_map(|all| finding(all)).collect()
    }

    fn explains(&self) -> &'static [Link] {
        &[Link { effect: "log-refused-joined", because: crate::diagnose::services::called }, Link {
            effect: "svc-no-endpoints",
            because: |_, cause, effect| {
                let named = |id: &ObjectRef| id.namespace == effect.subject.namespace && id.name == effect.subject.name;
                cause.also.iter().chain([&cause.subject]).any(named).then(|| phrase!("the workload of that name has no ready pod", "同名的工作负载没有就绪的 Pod"))
            },
        }]
    }
}

/// A workload that lacks pods.
struct Short<'a> {
    it: &'a Other,
    wanted: u64,
    ready: u64,
    /// Its pods are shown, all ready, and fewer than it wants.
    uncreated: bool,
    span: Span,
}

/// Wanted and ready: of a `DaemonSet` by its own columns, keys and paths.
fn numbers(it: &Other) -> Option<(u64, u64, Span)> {
    if it.id.kind != Kind::DaemonSet {
        return replicas(it);
    }
    let number = |names: [&str; 3]| names.iter().find_map(|name| it.fields.get(*name)).and_then(|seen| Some((seen.value.trim().parse::<u64>().ok()?, seen.span)));
    let (wanted, span) = number(["DESIRED", "Desired Number of Nodes Scheduled", "status.desiredNumberScheduled"])?;
    let (ready, _) = number(["READY", "Number of Nodes Scheduled with Available Pods", "status.numberReady"])?;
    Some((wanted, ready, span))
}

/// Longer than a start, an image and a rollout of one pod take.
const STARTING_SECS: i64 = 600;

/// Whether a pod belongs to it, by its owner or its name.
fn owns(it: &Other, pod: &Pod) -> bool {
    let workload = workload_of(pod);
    let own = workload == it.id.name || it.id.kind == Kind::StatefulSet && workload.rsplit_once('-').is_some_and(|(name, at)| name == it.id.name && at.parse::<u32>().is_ok());
    own && pod.id.namespace == it.id.namespace
}

fn short<'a>(cluster: &Cluster, it: &'a Other) -> Option<Short<'a>> {
    if !matches!(it.id.kind, Kind::Deployment | Kind::StatefulSet | Kind::DaemonSet) {
        return None;
    }
    let (wanted, ready, span) = numbers(it).filter(|(wanted, ready, _)| wanted > ready)?;
    let old = age(cluster, it).is_some_and(|it| it >= STARTING_SECS);
    // A rollout takes some of the pods away at a time.
    let updated = ["UP-TO-DATE", "status.updatedReplicas", "status.updatedNumberScheduled"].iter().find_map(|name| text(it, name)).and_then(|it| it.parse::<u64>().ok());
    let rolling = ready > 0 && updated.is_some_and(|it| it < wanted);
    // Pods of a node that is down are the node's trouble.
    let down = cluster.nodes.values().filter(|node| node.is_ready() == Some(false)).count() as u64;
    let of_node = if it.id.kind == Kind::DaemonSet { wanted - ready <= down } else { down > 0 };
    let stuck = condition(it, "Progressing").is_some_and(|it| it.reason == "ProgressDeadlineExceeded") || cluster.messages.iter().any(|said| said.text.contains(&format!("deployment \"{}\"", it.id.name)));
    if !old || rolling || of_node || stuck {
        return None;
    }
    // A pod that is not ready has a finding of its own, or is starting; where all are ready, the counts are older than the list.
    let pods: Vec<&Pod> = cluster.pods.values().filter(|pod| owns(it, pod)).collect();
    if pods.iter().any(|pod| pod.is_ready() != Some(true)) || pods.len() as u64 >= wanted {
        return None;
    }
    let refused = refused(cluster, &[""]).iter().any(|refused| refused.workload.name == it.id.name && refused.workload.namespace == it.id.namespace);
    let told = cluster.events.iter().any(|event| event.kind == "Warning" && event.object.as_ref().is_some_and(|id| id.kind == Kind::Pod && !cluster.pods.contains_key(id) && owns(it, &Pod::new(id.clone()))));
    if refused || told {
        return None;
    }
    // Pods of a long name carry it cut off, and cannot be told.
    if it.id.name.len() > 40 && cluster.pods.keys().any(|id| id.namespace == it.id.namespace) {
        return None;
    }
    let uncreated = it.id.namespace.is_some() && cluster.scope.covering(&Kind::Pod, it.id.namespace.as_deref()).is_some();
    Some(Short { it, wanted, ready, uncreated, span })
}

fn finding(all: &[Short<'_>]) -> Option<Finding> {
    let (first, rest) = all.split_first()?;
    let Short { it, wanted, ready, uncreated, span } = first;
    let name = it.id.name.as_str();
    let mut evidence = Proof::new(*span, phrase!("{ready} ready of {wanted}", "就绪 {ready}，期望 {wanted}", ready = ready, wanted = wanted));
    for other in rest.iter().take(5) {
        evidence = evidence.and(other.span, phrase!("the same", "同上"));
    }
    let of = in_namespace(&it.id);
    let resource = it.id.kind.name();
    let lower = resource.to_ascii_lowercase();
    let describe = kubectl(format!("kubectl describe {lower}{of} {name}"), phrase!("its conditions and events", "它的状况与事件"));
    let pods = kubectl(format!("kubectl get pods{of} -o wide"), phrase!("which pods are not ready, and on which nodes", "哪些 Pod 未就绪，在哪些节点上"));
    let (why, fix, next) = if *uncreated {
        (
            phrase!("All pods of its namespace are in the text: those it has are ready, and the rest were never created. The controller is refused (quota, Pod Security, a webhook), or the controller manager does not work.", "文本中有该命名空间的所有 Pod：已有的都就绪，其余的根本没有创建。可能是控制器的请求被拒绝（配额、Pod 安全标准、webhook），或控制器管理器没有工作。"),
            phrase!("Read the FailedCreate events of the workload or its ReplicaSet; without any, look at kube-controller-manager.", "查看该工作负载或其 ReplicaSet 的 FailedCreate 事件；如果没有，检查 kube-controller-manager。"),
            vec![kubectl(format!("kubectl get events{of} --field-selector reason=FailedCreate"), phrase!("who refuses the pods, and why", "是谁拒绝了 Pod，为什么")), describe],
        )
    } else {
        (
            phrase!("It is old enough to be complete. The text does not show the pods that are missing, so it cannot tell why: they wait, crash, or fail their readiness probe.", "它早该全部就绪。文本中没有缺少的 Pod，因此看不出原因：它们可能在等待、崩溃，或就绪探针失败。"),
            phrase!("List the pods, then describe one that is not ready.", "列出 Pod，再查看其中一个未就绪的。"),
            vec![pods, describe],
        )
    };
    let none = all.iter().any(|it| it.ready == 0);
    let parts = names(all.iter().map(|it| it.it.id.name.as_str()));
    Some(Finding {
        rule: META.id.to_owned(),
        severity: if none { Severity::Critical } else { Severity::Warning },
        confidence: Confidence::Likely,
        subject: it.id.clone(),
        also: rest.iter().map(|it| it.it.id.clone()).collect(),
        title: if rest.is_empty() {
            phrase!("{resource} {name}: {ready} of {wanted} pods are ready", "{resource} {name}：{wanted} 个 Pod 中有 {ready} 个就绪", resource = resource, name = name, ready = ready, wanted = wanted)
        } else {
            phrase!("{n} workloads lack pods: {parts}", "{n} 个工作负载缺少 Pod：{parts}", n = all.len(), parts = parts)
        },
        why,
        fix,
        next,
        evidence,
    })
}
