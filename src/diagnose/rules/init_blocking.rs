//! A pod waits for an init container that does not end.

use crate::diagnose::ended::share;
use crate::diagnose::finding::{Confidence, Finding, Severity};
use crate::diagnose::look::{in_namespace, kubectl, status};
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::diagnose::webhook::{selector_of, stands_behind};
use crate::diagnose::workload::{workload_of, Group, any_status, groups_by};
use crate::kind::Kind;
use crate::model::cluster::Cluster;
use crate::model::object_ref::ObjectRef;
use crate::model::pod::{Container, Pod};
use crate::span::Seen;
use crate::text::Phrase;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: InitBlocking = InitBlocking;

pub(super) struct InitBlocking;

static META: Meta = Meta {
    id: "init-blocking",
    what: text!("A pod waits long for an init container.", "Pod 长时间等待初始化容器。"),
    needs: "kubectl get pods",
};

/// Downloads and migrations take minutes; longer than this it is more likely waiting.
const LONG_SECS: i64 = 600;

/// `Init:0/2`: the number that are done, and of how many.
fn progress(pod: &Pod) -> Option<(u32, u32)> {
    let (done, all) = status(pod).strip_prefix("Init:")?.split_once('/')?;
    Some((done.parse().ok()?, all.parse().ok()?))
}

fn waits(pod: &&Pod) -> bool {
    progress(pod).is_some() && pod.age_secs.as_ref().is_some_and(|it| it.value >= LONG_SECS) && running(pod).is_none_or(|it| it.state.as_ref().is_none_or(|it| it.value == "Running"))
}

/// The init container at which the pod stands.
fn running(pod: &Pod) -> Option<&Container> {
    let at = usize::try_from(progress(pod)?.0).ok()?;
    pod.containers.iter().filter(|it| it.init).nth(at)
}

impl Rule for InitBlocking {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        groups_by(cluster.pods.values().filter(waits).collect(), any_status).iter().filter_map(|group| finding(cluster, group)).collect()
    }

    fn explains(&self) -> &'static [Link] {
        crate::diagnose::links::of_pods!["deploy-rollout-stuck" because |_, cause, effect| share(cause, effect).then(|| phrase!("its new pods do not get past their init container", "它的新 Pod 停在初始化容器"))]
    }
}

/// A Service that the command waits for, where a complete list of Services shows none of that name.
fn absent_service<'a>(cluster: &Cluster, pod: &Pod, container: &'a Container) -> Option<(&'a str, &'a Seen<String>)> {
    let namespace = pod.id.namespace.as_deref()?;
    cluster.scope.covering(&Kind::Service, Some(namespace))?;
    let known = |name: &str| cluster.others.keys().any(|id| id.kind == Kind::Service && id.name == name && id.namespace.as_deref() == Some(namespace));
    awaited(container).filter(|(host, _)| !known(host))
}

/// The Service of the same namespace that the command waits for, by name.
fn awaited(container: &Container) -> Option<(&str, &Seen<String>)> {
    container.command.iter().find_map(|line| {
        let mut words = line.value.split([' ', ';', '\n']).filter(|it| !it.is_empty()).skip_while(|it| !matches!(*it, "nslookup" | "nc" | "getent"));
        words.next()?;
        let host = words.find(|it| !it.starts_with('-') && *it != "hosts")?;
        // Only a bare name is surely a Service of the same namespace.
        let bare = host.chars().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == '-');
        bare.then_some((host, line))
    })
}

/// The pods are those that the init container waits for: the Service that its command names selects them, or is named as they are.
pub(super) fn waited_for(cluster: &Cluster, cause: &Finding, effect: &Finding) -> Option<Phrase> {
    let waiting = cluster.pods.get(&effect.subject)?;
    let (host, _) = awaited(running(waiting)?)?;
    let service = ObjectRef { kind: Kind::Service, namespace: waiting.id.namespace.clone(), name: host.to_owned() };
    let selected = selector_of(cluster, &service).is_some();
    let serves = |pod: &Pod| if selected { stands_behind(cluster, pod, &service) } else { pod.id.namespace == service.namespace && workload_of(pod) == host };
    let mut pods = cause.objects().filter_map(|id| cluster.pods.get(id));
    pods.any(serves).then(|| phrase!("its init container waits for {service}, and these are the pods of it", "它的初始化容器在等待 {service}，而这些正是它的 Pod", service = host))
}

fn finding(cluster: &Cluster, group: &Group<'_>) -> Option<Finding> {
    let pod = group.first;
    let name = pod.id.name.as_str();
    let of = in_namespace(&pod.id);
    let (done, all) = progress(pod)?;
    let minutes = pod.age_secs.as_ref()?.value / 60;
    let mut evidence = group.proof_of_status(phrase!("{done} of {all} init containers are done", "{all} 个初始化容器完成了 {done} 个", done = done, all = all));
    let at = running(pod);
    if let Some(line) = at.and_then(|it| it.command.last()) {
        evidence = evidence.and(line.span, phrase!("what it runs", "它执行的命令"));
    }
    let missing = at.and_then(|it| absent_service(cluster, pod, it));
    let why = match missing {
        Some((service, line)) => {
            evidence = evidence.and(line.span, phrase!("it waits for {service}", "它在等待 {service}", service = service));
            phrase!("Its command waits for {service}, and the list of Services of this namespace has none of that name.", "它的命令在等待 {service}，而该命名空间的 Service 列表中没有这个名称。", service = service)
        }
        None => phrase!("Init containers run one after the other, and the main containers start only when all have ended well. This one still runs: most often it waits for something that does not come, a database, a Service, a migration lock.", "初始化容器依次运行，全部成功后主容器才会启动。这一个仍在运行：多半在等待迟迟不出现的东西，如数据库、Service 或迁移锁。"),
    };
    let which = at.map_or_else(String::new, |it| format!(" -c {}", it.name));
    Some(Finding {
        rule: META.id.to_owned(),
        severity: Severity::Warning,
        confidence: if missing.is_some() { Confidence::Likely } else { Confidence::Certain },
        subject: pod.id.clone(),
        also: group.also(),
        title: group.title(
            phrase!("{name} has waited {minutes} minutes for its init containers ({done} of {all} done)", "{name} 已等待初始化容器 {minutes} 分钟（完成 {done}/{all}）", name = name, minutes = minutes, done = done, all = all),
            |n, workload| phrase!("{n} pods of {workload} wait for their init containers ({done} of {all} done)", "{workload} 的 {n} 个 Pod 在等待初始化容器（完成 {done}/{all}）", n = n, workload = workload, done = done, all = all),
        ),
        why,
        fix: phrase!("Read the log of that init container, and bring up what it waits for.", "查看该初始化容器的日志，并让它等待的对象就绪。"),
        next: vec![
            kubectl(format!("kubectl logs{of} {name}{which} --tail=20"), phrase!("what it waits for", "它在等待什么")),
            kubectl(format!("kubectl describe pod{of} {name}"), phrase!("the init containers and their commands", "初始化容器及其命令")),
        ],
        evidence,
    })
}
