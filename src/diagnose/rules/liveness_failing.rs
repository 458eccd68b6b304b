//! The kubelet kills a container because its liveness or startup probe fails.

use crate::diagnose::ended::{RECENT_SECS, failing, joined, newest, out_of_memory, share};
use crate::diagnose::finding::{Confidence, Finding, Severity};
use crate::diagnose::look::{in_namespace, kubectl};
use crate::diagnose::probing::{budget, class, failed};
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::diagnose::workload::{Group, groups_by};
use crate::model::cluster::Cluster;
use crate::model::event::Event;
use crate::model::pod::Pod;
use crate::text::Phrase;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: LivenessFailing = LivenessFailing;

pub(super) struct LivenessFailing;

static META: Meta = Meta {
    id: "liveness-failing",
    what: text!("A container is killed because its liveness or startup probe fails.", "容器因存活探针或启动探针失败而被终止。"),
    needs: "kubectl describe pod …",
};

/// The event by which the kubelet kills, and the failure before it. A failed check alone kills nothing.
fn killed(pod: &Pod) -> Option<(&Event, &Event)> {
    let kill = newest(pod.events.iter().filter(|it| it.reason == "Killing" && it.message.contains("probe")))?;
    let old = kill.age_secs.is_some_and(|age| age > RECENT_SECS) || pod.containers.iter().any(out_of_memory);
    let failure = failed(pod, "Liveness").or_else(|| failed(pod, "Startup"))?;
    let own = pod.component.as_ref().is_some_and(|it| it.role.is_control_plane());
    (!old && !own).then_some((kill, failure))
}

fn probe(pod: &Pod) -> &'static str {
    if failed(pod, "Liveness").is_some() { "Liveness" } else { "Startup" }
}

impl Rule for LivenessFailing {
    fn meta(&self) -> &'static Meta {
        &META
    }

    /// Source of the wording: kubelet, `Container %s failed %s probe, will be restarted`.
    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let pods = cluster.pods.values().filter(|pod| killed(pod).is_some()).collect();
        groups_by(pods, |pod| probe(pod)).iter().filter_map(finding).collect()
    }

    fn explains(&self) -> &'static [Link] {
        const KILLS: fn(&Cluster, &Finding, &Finding) -> Option<Phrase> =
            |_, cause, effect| share(cause, effect).then(|| phrase!("the kubelet ends the container each time the probe has failed often enough", "探针失败达到次数后，kubelet 就会终止容器"));
        &[
            Link { effect: "crashloop", because: KILLS },
            Link { effect: "readiness-failing", because: KILLS },
            Link { effect: "restarts-recent", because: KILLS },
            Link { effect: "deploy-rollout-stuck", because: KILLS },
        ]
    }
}

fn finding(group: &Group<'_>) -> Option<Finding> {
    let pod = group.first;
    let name = pod.id.name.as_str();
    let (kill, failure) = killed(pod)?;
    let broken = group.pods().any(|pod| failing(pod) || pod.is_ready() == Some(false));
    let of = in_namespace(&pod.id);
    let startup = probe(pod) == "Startup";
    let budget = budget(pod, probe(pod));
    let said = class(&failure.message);
    let time = match budget {
        Some(budget) => phrase!("After a start it has about {budget} s until the probe ends it (delay + period × failures).", "每次启动后，大约 {budget} 秒内通不过探针就会被终止（延迟 + 周期 × 失败次数）。", budget = budget),
        None => phrase!("The program may be fine and only slow.", "程序本身可能没有问题，只是慢。"),
    };
    let mut evidence = crate::diagnose::finding::Proof::new(kill.span, phrase!("the kubelet kills the container", "kubelet 终止容器"))
        .and(failure.span, phrase!("the check that failed", "失败的检查"))
        .and(crate::diagnose::look::line(pod), phrase!("its restarts", "它的重启次数"));
    if let Some(shown) = pod.containers.iter().find_map(|it| it.probes.get(probe(pod))) {
        evidence = evidence.and(shown.span, phrase!("the probe", "探针定义"));
    }
    Some(Finding {
        rule: META.id.to_owned(),
        severity: if broken { Severity::Critical } else { Severity::Warning },
        confidence: Confidence::Certain,
        subject: pod.id.clone(),
        also: group.also(),
        title: if startup {
            phrase!("{name} is killed before it has started: its startup probe fails", "{name} 尚未启动完成就被终止：启动探针失败", name = name)
        } else {
            phrase!("{name} is killed by its liveness probe, it does not crash by itself", "{name} 是被存活探针终止的，并非自行崩溃", name = name)
        },
        why: joined(&said, &time),
        fix: if startup {
            phrase!("If it needs longer to start, raise `failureThreshold` of the startup probe; if it never answers, correct the port or path.", "如果启动确实需要更久，调大启动探针的 `failureThreshold`；如果始终没有应答，修正端口或路径。")
        } else {
            phrase!("If it dies while it starts, add a startup probe that gives it time. If it dies under load, raise the timeout and find what blocks it. A liveness probe must not check other services.", "如果在启动阶段被终止，添加启动探针留出时间；如果在高负载时被终止，调大超时并找出阻塞原因。存活探针不应检查其他服务。")
        },
        next: vec![
            kubectl(format!("kubectl describe pod{of} {name}"), phrase!("probe, events, exit code", "探针、事件与退出码")),
            kubectl(format!("kubectl logs{of} {name} --previous --tail=50"), phrase!("what it did before it was killed", "被终止之前它在做什么")),
        ],
        evidence,
    })
}
