//! A control-plane pod's readiness probe failed, by an event of its description.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::kubectl;
use crate::diagnose::rule::{Meta, Rule};
use crate::model::cluster::Cluster;
use crate::model::event::Event;
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

impl Rule for ReadinessFailing {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        cluster.pods.values().filter_map(|pod| Some(finding(pod, latest(pod)?))).collect()
    }
}

fn latest(pod: &Pod) -> Option<&Event> {
    let failed = |it: &&Event| it.reason == "Unhealthy" && it.message.starts_with("Readiness probe");
    pod.events.iter().filter(failed).min_by_key(|it| it.age_secs)
}

fn finding(pod: &Pod, event: &Event) -> Finding {
    let name = pod.id.name.as_str();
    let api_server = pod.flag("etcd-servers").is_some();
    let (severity, title, why) = if pod.is_ready() == Some(false) {
        (
            Severity::Warning,
            phrase!("{name} is not ready: its readiness probe fails", "{name} 未就绪：就绪探针失败", name = name),
            phrase!("While the probe fails, the pod gets no traffic from its Services.", "探针失败期间，该 Pod 不会从 Service 收到流量。"),
        )
    } else if api_server && event.message.contains("statuscode: 500") {
        (
            Severity::Info,
            phrase!("{name} failed a readiness probe and recovered", "{name} 的就绪探针失败过一次，随后恢复", name = name),
            phrase!(
                "It is ready now. But an API server answers `/readyz` with 500 only when one of its checks fails, most often the one of etcd: unless it had just been started, this side is not quite well either.",
                "它现在已就绪。但 API 服务器的 `/readyz` 只有在某项检查失败时才返回 500，多半是 etcd 检查：除非当时刚刚启动，否则这一侧也并不十分健康。",
            ),
        )
    } else {
        (
            Severity::Info,
            phrase!("{name} failed a readiness probe and recovered", "{name} 的就绪探针失败过一次，随后恢复", name = name),
            phrase!("It is ready now; a single failure is common while a pod starts.", "它现在已就绪；Pod 启动期间偶尔失败一次很常见。"),
        )
    };
    let next = if api_server {
        vec![kubectl("kubectl get --raw '/readyz?verbose'", phrase!("which check fails, if it still does", "若仍在失败，是哪一项检查"))]
    } else {
        vec![kubectl(format!("kubectl describe pod{} {name}", crate::diagnose::look::in_namespace(&pod.id)), phrase!("whether the event repeats", "该事件是否重复出现"))]
    };
    Finding {
        rule: META.id.to_owned(),
        severity,
        confidence: Confidence::Certain,
        subject: pod.id.clone(),
        also: Vec::new(),
        title,
        why,
        fix: phrase!("Watch whether it repeats. If it does, look at the check that fails before you look at the probe.", "观察是否重复。如果重复，先看是哪一项检查失败，再考虑探针本身。"),
        next,
        evidence: Proof::new(event.span, phrase!("the event", "该事件")),
    }
}
