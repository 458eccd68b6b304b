//! Pods were evicted by the kubelet.

use crate::diagnose::ended::{RECENT_SECS, newest, short};
use crate::diagnose::finding::{Confidence, Finding, Severity};
use crate::diagnose::look::{in_namespace, kubectl, reason};
use crate::diagnose::rule::{Meta, Rule};
use crate::diagnose::workload::{Group, groups_by};
use crate::model::cluster::Cluster;
use crate::model::pod::Pod;
use crate::span::Seen;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: PodEvicted = PodEvicted;

pub(super) struct PodEvicted;

static META: Meta = Meta {
    id: "pod-evicted",
    what: text!("Pods were evicted by the kubelet.", "Pod 被 kubelet 驱逐。"),
    needs: "kubectl get pods; kubectl describe pod …",
};

/// The kubelet's words: the message of the pod, else the newest event.
fn said(pod: &Pod) -> Option<Seen<String>> {
    let event = newest(pod.events.iter().filter(|it| it.reason == "Evicted")).map(|it| Seen::new(it.message.clone(), it.span));
    event.or_else(|| pod.fields.get("message").filter(|_| reason(pod) == "Evicted").cloned())
}

fn evicted(pod: &&Pod) -> bool {
    reason(pod) == "Evicted" || matches!(reason(pod), "ContainerStatusUnknown" | "Error" | "Failed") && pod.events.iter().any(|it| it.reason == "Evicted")
}

/// Recently, as far as an event or the age of the pod itself tells: what is left of older evictions is no fault of today.
fn recent(pod: &Pod) -> bool {
    let event = newest(pod.events.iter().filter(|it| it.reason == "Evicted")).map(|it| it.age_secs);
    let young = pod.age_secs.as_ref().is_some_and(|it| it.value <= RECENT_SECS);
    young || event.is_some_and(|age| age.is_none_or(|age| age <= RECENT_SECS))
}

fn alike(pod: &Pod) -> &str {
    if recent(pod) { "recent" } else { "old" }
}

impl Rule for PodEvicted {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        groups_by(cluster.pods.values().filter(evicted).collect(), alike).iter().map(finding).collect()
    }
}

fn finding(group: &Group<'_>) -> Finding {
    let pod = group.first;
    let name = pod.id.name.as_str();
    let of = in_namespace(&pod.id);
    let recent = recent(pod);
    let mut evidence = group.proof_of_status(phrase!("its STATUS", "它的 STATUS"));
    let told = group.pods().find_map(said);
    if let Some(told) = &told {
        evidence = evidence.and(told.span, phrase!("what the kubelet says", "kubelet 的说明"));
    }
    let message = told.map(|it| it.value).unwrap_or_default();
    // Source of the wordings: pkg/kubelet/eviction, helpers.go and eviction_manager.go.
    let (why, fix) = if message.contains("exceeds the limit") || message.contains("exceeds the total limit") || message.contains("exceeded its local ephemeral storage limit") || message.contains("exceeds the total") {
        (
            phrase!("It used more disk than it may: `{message}`. The kubelet ends such a pod, however much room the node has.", "它使用的磁盘超出了允许的量：`{message}`。无论节点还有多少空间，kubelet 都会终止这样的 Pod。", message = short(&message)),
            phrase!("Raise the limit (`emptyDir.sizeLimit`, `limits.ephemeral-storage`) or write less: logs and caches grow in these places. A pod without a controller is not made again.", "调高上限（`emptyDir.sizeLimit`、`limits.ephemeral-storage`）或减少写入：日志和缓存会在这些位置增长。没有控制器的 Pod 不会被重建。"),
        )
    } else if message.contains("low on resource") || message.contains("had condition") {
        (
            phrase!("The node ran short: `{message}`. The kubelet ends pods until it has room again, those first that use more than they requested.", "节点资源不足：`{message}`。kubelet 会持续终止 Pod 直到腾出空间，先终止用量超过请求值的。", message = short(&message)),
            phrase!("Free what the message names on that node, and set requests, so that the scheduler and the kubelet know what each pod needs.", "在该节点上释放消息中提到的资源，并设置 requests，让调度器和 kubelet 了解每个 Pod 的需求。"),
        )
    } else {
        (
            phrase!("The kubelet ended it to save its node or because it used more than it may; the record stays until someone deletes it.", "kubelet 为保护节点，或因它超出了允许的用量而将其终止；记录会保留到被删除为止。"),
            phrase!("Read the message of the pod: it names the resource.", "查看 Pod 的消息：它说明了是哪种资源。"),
        )
    };
    let leftovers = || {
        (
            phrase!("What is left of evictions of an earlier time. Controllers have long made replacements; only the records remain.", "这是早先驱逐的残留。控制器早已创建了替代的 Pod，只剩下记录。"),
            phrase!("Delete the records when nobody needs their messages any more.", "如果不再需要其中的消息，删除这些记录即可。"),
        )
    };
    let (why, fix) = if recent { (why, fix) } else { leftovers() };
    Finding {
        rule: META.id.to_owned(),
        severity: if recent { Severity::Warning } else { Severity::Info },
        confidence: Confidence::Certain,
        subject: pod.id.clone(),
        also: group.also(),
        title: if recent {
            group.title(phrase!("{name} was evicted", "{name} 被驱逐", name = name), |n, workload| phrase!("{n} pods of {workload} were evicted", "{workload} 的 {n} 个 Pod 被驱逐", n = n, workload = workload))
        } else {
            group.title(phrase!("{name} was evicted some time ago", "{name} 早先被驱逐", name = name), |n, workload| phrase!("{n} pods of {workload} were evicted some time ago", "{workload} 的 {n} 个 Pod 早先被驱逐", n = n, workload = workload))
        },
        why,
        fix,
        next: vec![kubectl(format!("kubectl get pod{of} {name} -o jsonpath='{{.status.message}}'"), phrase!("which resource it was", "是哪种资源"))],
        evidence,
    }
}
