//! A readiness probe failed, by an event.

use crate::diagnose::ended::joined;
use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{kubectl, status};
use crate::diagnose::probing::{class, failed};
use crate::diagnose::rule::{Meta, Rule};
use crate::diagnose::workload::{Group, groups_by};
use crate::model::cluster::Cluster;
use crate::model::pod::Pod;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: ReadinessFailing = ReadinessFailing;

pub(super) struct ReadinessFailing;

static META: Meta = Meta {
    id: "readiness-failing",
    what: text!("A readiness probe failed.", "就绪探针失败。"),
    needs: "kubectl describe pod …",
};

/// A pod younger than this may still be starting.
const STARTING_SECS: i64 = 120;

/// Of a pod whose container does not even run, or that ends, a failed check tells nothing new.
fn telling(pod: &&Pod) -> bool {
    let starting = pod.is_ready() == Some(false) && pod.age_secs.as_ref().is_some_and(|it| it.value < STARTING_SECS);
    // Events that stand alone show no STATUS.
    let runs = matches!(status(pod), "Running" | "NotReady" | "");
    failed(pod, "Readiness").is_some() && !starting && runs
}

/// Pods that are not ready are in other trouble than those that recovered.
fn alike(pod: &Pod) -> &str {
    if pod.is_ready() == Some(false) { "failing" } else { "recovered" }
}

impl Rule for ReadinessFailing {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        groups_by(cluster.pods.values().filter(telling).collect(), alike).iter().filter_map(finding).collect()
    }
}

fn finding(group: &Group<'_>) -> Option<Finding> {
    let pod = group.first;
    let event = failed(pod, "Readiness")?;
    let name = pod.id.name.as_str();
    let api_server = pod.flag("etcd-servers").is_some();
    let (severity, title, why) = if pod.is_ready() == Some(false) {
        let said = class(&event.message);
        let rest = phrase!("While the probe fails, the pod gets no traffic from its Services.", "探针失败期间，该 Pod 不会从 Service 收到流量。");
        (
            Severity::Warning,
            group.title(
                phrase!("{name} is not ready: its readiness probe fails", "{name} 未就绪：就绪探针失败", name = name),
                |n, workload| phrase!("{n} pods of {workload} are not ready: their readiness probe fails", "{workload} 的 {n} 个 Pod 未就绪：就绪探针失败", n = n, workload = workload),
            ),
            joined(&said, &rest),
        )
    } else {
        let title = group.title(
            phrase!("{name} failed a readiness probe and recovered", "{name} 的就绪探针失败过，随后恢复", name = name),
            |n, workload| phrase!("{n} pods of {workload} failed a readiness probe and recovered", "{workload} 的 {n} 个 Pod 就绪探针失败过，随后恢复", n = n, workload = workload),
        );
        let why = if api_server && event.message.contains("statuscode: 500") {
            phrase!(
                "It is ready now. But an API server answers `/readyz` with 500 only when one of its checks fails, most often the one of etcd: unless it had just been started, this side is not quite well either.",
                "它现在已就绪。但 API 服务器的 `/readyz` 只有在某项检查失败时才返回 500，多半是 etcd 检查：除非当时刚刚启动，否则这一侧也并不十分健康。",
            )
        } else {
            phrase!("It is ready now; a single failure is common while a pod starts.", "它现在已就绪；Pod 启动期间偶尔失败一次很常见。")
        };
        (Severity::Info, title, why)
    };
    let next = if api_server {
        vec![kubectl("kubectl get --raw '/readyz?verbose'", phrase!("which check fails, if it still does", "若仍在失败，是哪一项检查"))]
    } else {
        let of = crate::diagnose::look::in_namespace(&pod.id);
        vec![
            kubectl(format!("kubectl describe pod{of} {name}"), phrase!("whether the event repeats", "该事件是否重复出现")),
            kubectl(format!("kubectl logs{of} {name} --tail=50"), phrase!("what the program says of the check", "程序对该检查的说明")),
        ]
    };
    let others = group.rest.iter().filter_map(|pod| failed(pod, "Readiness"));
    Some(Finding {
        rule: META.id.to_owned(),
        severity,
        confidence: Confidence::Certain,
        subject: pod.id.clone(),
        also: group.also(),
        title,
        why,
        fix: phrase!("Watch whether it repeats. If it does, look at the check that fails before you look at the probe.", "观察是否重复。如果重复，先看是哪一项检查失败，再考虑探针本身。"),
        next,
        evidence: others.fold(Proof::new(event.span, phrase!("the event", "该事件")), |proof, it| proof.and(it.span, phrase!("the same", "同上"))),
    })
}
