//! One pod.

use crate::diagnose::look::{in_namespace, kubectl, line, member_of, pods_of, status};
use crate::explain::flags;
use crate::explain::glossary::{Sort, meaning};
use crate::explain::panel::draft::Draft;
use crate::explain::panel::{quorum, tell, unknown};
use crate::explain::words::{ago, role};
use crate::kind::Kind;
use crate::model::component::{Certainty, Placement, Role};
use crate::model::object_ref::ObjectRef;
use crate::model::pod::{Container, Pod};
use crate::model::products;
use crate::model::topology::Presence;
use crate::phrase;
use crate::text::Phrase;

/// Tells about a pod.
pub fn pod(draft: &mut Draft<'_>, id: &ObjectRef) {
    let Some(pod) = draft.cluster().pods.get(id) else { return unknown(draft, &id.name) };
    let product = pod.component.as_ref().map_or("", |it| it.product.as_str());
    heading(draft, pod);
    if product.is_empty() {
        draft.article(if status(pod).contains("CrashLoopBackOff") { "crashloopbackoff" } else { "pod" });
    } else {
        draft.article_of_product(product);
    }
    draft.say_if(state(pod));
    draft.say_if(tell::readiness(pod));
    draft.say_if(tell::restarts(pod));
    draft.say_if(tell::restart_rate(pod));
    for container in pod.containers.iter().filter(|_| pod.containers.len() == 1) {
        draft.say_if(
            container
                .started
                .as_ref()
                .map(|it| phrase!("What runs now was started at {at}.", "当前的容器启动于 {at}。", at = it.value.utc())),
        );
    }
    for container in &pod.containers {
        draft.say_if(last_end(container));
    }
    for event in pod.events.iter().filter(|it| it.kind == "Warning") {
        draft.say(warning(event));
    }
    place(draft, pod);
    job(draft, pod);
    recognition(draft, pod);
    proof(draft, pod);
    for container in pod.containers.iter().filter(|it| it.command.len() > 1) {
        let component = if flags::knows(&container.name) { container.name.as_str() } else { product };
        draft.flags(flags::explain_flags(component, &container.command));
    }
    if product == "kube-proxy" {
        draft.flags(flags::config::explain_config(product, draft.cluster()));
    }
    draft.about(id);
    steps(draft, pod);
}

fn heading(draft: &mut Draft<'_>, pod: &Pod) {
    let state = if status(pod).is_empty() { Phrase::default() } else { Phrase::same(status(pod)) };
    let Some(component) = &pod.component else {
        let namespace = pod.id.namespace.clone().map_or_else(Phrase::default, Phrase::same);
        return draft.title(Phrase::same(&pod.id.name), tell::joined([state, namespace]));
    };
    let name = products::name(&component.product);
    let subtitle = tell::joined([state, role(component.role).phrase(), Phrase::same(&pod.id.name)]);
    match node_of(draft, pod) {
        Some(node) if component.placement != Placement::Replicas => {
            draft.title(phrase!("{name} on {node}", "{node} 上的 {name}", name = name, node = node), subtitle);
        }
        _ => draft.title(Phrase::same(name), subtitle),
    }
}

/// What its STATUS means, unless that is plain or its article tells.
fn state(pod: &Pod) -> Option<Phrase> {
    let status = status(pod);
    if matches!(status, "Running" | "CrashLoopBackOff") {
        return None;
    }
    let means = meaning(Sort::Status, status)?;
    Some(tell::phrase_of(format!("`{status}`: {}", means.en), format!("`{status}`：{}", means.zh)))
}

/// How a container ended last, and what that means.
fn last_end(container: &Container) -> Option<Phrase> {
    let code = container.exit_code.as_ref()?.value;
    let reason = container.last_reason.as_ref().map_or("", |it| it.value.as_str());
    let means = meaning(Sort::Status, reason)
        .filter(|_| !matches!(reason, "Error" | "Completed"))
        .or_else(|| meaning(Sort::Exit, &code.to_string()))?;
    let name = &container.name;
    let reason = if reason.is_empty() { String::new() } else { format!(" ({reason})") };
    Some(tell::phrase_of(
        format!("The last run of `{name}` ended with exit code {code}{reason}. {}", means.en),
        format!("`{name}` 上一次以退出码 {code}{reason} 结束。{}", means.zh),
    ))
}

/// The node of a pod: from the text, or from the name of a static pod.
fn node_of<'a>(draft: &Draft<'a>, pod: &'a Pod) -> Option<&'a str> {
    let written = pod.node.as_ref().map(|it| it.value.as_str());
    written.or_else(|| member_of(draft.cluster(), pod.component.as_ref()?.role, &pod.id).map(|it| it.node.as_str()))
}

/// A warning event in words.
pub fn warning(event: &crate::model::event::Event) -> Phrase {
    let when = event.age_secs.map_or_else(
        || phrase!("A warning", "告警"),
        |secs| {
            let ago = ago(secs);
            tell::phrase_of(format!("A warning {}", ago.en), format!("{}的告警", ago.zh))
        },
    );
    let message = event.message.trim_end_matches('.');
    let means = meaning(Sort::Reason, &event.reason).unwrap_or_default();
    let (en, zh) = (
        format!("{}: `{}`, {message}. {}", when.en, event.reason, means.en),
        format!("{}：`{}`，{message}。{}", when.zh, event.reason, means.zh),
    );
    tell::phrase_of(en.trim_end().to_owned(), zh)
}

fn place(draft: &mut Draft<'_>, pod: &Pod) {
    if let Some(node) = node_of(draft, pod) {
        if pod.component.as_ref().is_some_and(|it| it.placement == Placement::Static) {
            draft.say(phrase!(
                "A static Pod: the kubelet on {node} starts it from a file there, whatever the API says.",
                "静态 Pod：由 {node} 上的 kubelet 按本地清单文件启动，不受 API 支配。",
                node = node
            ));
        }
    } else if !draft.cluster().nodes.is_empty() {
        draft.say(phrase!(
            "The text does not tell its node: the list was not `-o wide`.",
            "文本中看不出它在哪个节点：列表没有加 `-o wide`。"
        ));
    }
}

/// What its state means for its job in this cluster.
fn job(draft: &mut Draft<'_>, pod: &Pod) {
    let Some(component) = &pod.component else { return };
    let cluster = draft.cluster();
    let (ready, all) = tell::ready_of(cluster, component.role);
    match component.role {
        Role::ApiServer => {
            draft.say(phrase!(
                "{ready} of {all} API servers in this text are ready.",
                "文本中的 {all} 个 API 服务器有 {ready} 个就绪。",
                ready = ready,
                all = all
            ));
            draft.say_if(own_etcd(draft, pod));
        }
        Role::ControllerManager | Role::Scheduler if all > 0 => draft.say(phrase!(
            "{ready} of {all} are ready. One leads and the others stand by, so one is enough for the work to be done.",
            "{all} 个副本中有 {ready} 个就绪。只有一个当主，其余待命，所以有一个就绪就能工作。",
            ready = ready,
            all = all
        )),
        Role::Etcd => {
            quorum::members(draft);
        }
        _ if component.placement == Placement::PerNode => draft.say_if(per_node(draft, &component.product)),
        _ => {}
    }
}

/// What an API server's only etcd is like, where the text shows that it uses the local one.
fn own_etcd(draft: &Draft<'_>, pod: &Pod) -> Option<Phrase> {
    let cluster = draft.cluster();
    let member = member_of(cluster, Role::ApiServer, &pod.id)?;
    let shown = pods_of(cluster, Role::ApiServer).find_map(|it| it.flag("etcd-servers"))?;
    let local = shown.value.split(',').all(|url| ["//127.0.0.1", "//localhost", "//[::1]"].iter().any(|host| url.contains(host)));
    local.then_some(())?;
    let node = member.node.as_str();
    Some(match &member.etcd {
        Presence::Absent { .. } => phrase!(
            "API servers here use only the etcd on their own node, and on {node} there is none: it has nothing to connect to.",
            "这里的 API 服务器只连接本节点的 etcd，而 {node} 上没有 etcd：它无处可连。",
            node = node
        ),
        Presence::Seen(id) if cluster.pods.get(id).and_then(Pod::is_ready) == Some(false) => {
            phrase!("It uses only the etcd on its own node, and that one is not ready.", "它只连接本节点的 etcd，而该 etcd 未就绪。")
        }
        Presence::Seen(id) => phrase!(
            "It uses only the etcd on its own node: if `{etcd}` stops, it stops too.",
            "它只连接本节点的 etcd：`{etcd}` 一停，它也会停摆。",
            etcd = id.name
        ),
        Presence::NotShown => return None,
    })
}

/// Pods of a per-node product against the nodes.
pub fn per_node(draft: &Draft<'_>, product: &str) -> Option<Phrase> {
    let cluster = draft.cluster();
    let pods: Vec<&Pod> = cluster.pods.values().filter(|it| it.component.as_ref().is_some_and(|it| it.product == product)).collect();
    let nodes = cluster.nodes.len();
    (cluster.scope.covers_all(&Kind::Node) && !pods.is_empty()).then_some(())?;
    let namespace = pods.first()?.id.namespace.as_deref();
    cluster.scope.covering(&Kind::Pod, namespace)?;
    let (name, n) = (products::name(product), pods.len());
    Some(if n == nodes {
        phrase!(
            "{n} Pods of {name} for {nodes} nodes: one on each, nothing is missing.",
            "{nodes} 个节点，{n} 个 {name} Pod：每个节点一个，没有缺失。",
            n = n,
            name = name,
            nodes = nodes
        )
    } else {
        phrase!(
            "{n} Pods of {name} for {nodes} nodes: it may be meant for some of them only, by node selector or taints.",
            "{nodes} 个节点，{n} 个 {name} Pod：也可能按节点选择器或污点，本来就只部署在部分节点上。",
            n = n,
            name = name,
            nodes = nodes
        )
    })
}

fn recognition(draft: &mut Draft<'_>, pod: &Pod) {
    let Some(component) = pod.component.as_ref().filter(|it| it.certainty != Certainty::Certain) else { return };
    let name = products::name(&component.product);
    draft.say(tell::phrase_of(
        format!("Taken for {name}, because {}.", component.sign.en),
        format!("判断为 {name}，依据：{}。", component.sign.zh),
    ));
}

fn proof(draft: &mut Draft<'_>, pod: &Pod) {
    draft.show(line(pod), phrase!("this Pod: ready, status, restarts, age", "这个 Pod：就绪、状态、重启、年龄"));
    for event in pod.events.iter().filter(|it| it.kind == "Warning") {
        draft.show(event.span, phrase!("an event of this Pod", "这个 Pod 的事件"));
    }
    for container in &pod.containers {
        let name = container.name.as_str();
        if let Some(it) = &container.reason {
            draft.show(it.span, phrase!("why container {name} is not running", "容器 {name} 未运行的原因", name = name));
        }
        if let Some(it) = &container.last_reason {
            draft.show(it.span, phrase!("how container {name} ended the last time", "容器 {name} 上次如何结束", name = name));
        }
        if let Some(it) = &container.started {
            draft.show(it.span, phrase!("when container {name} was started", "容器 {name} 的启动时间", name = name));
        }
    }
}

fn steps(draft: &mut Draft<'_>, pod: &Pod) {
    let (at, name) = (in_namespace(&pod.id), pod.id.name.as_str());
    if pod.is_ready() == Some(false) {
        draft.suggest(kubectl(
            format!("kubectl logs{at} {name} --previous --tail=50"),
            phrase!("its last words before it ended", "上一次退出前的日志"),
        ));
    }
    draft.suggest(kubectl(
        format!("kubectl describe pod{at} {name}"),
        phrase!("its containers, flags, probes and events", "它的容器、参数、探针和事件"),
    ));
    draft.suggest(kubectl(format!("kubectl logs{at} {name} --tail=50"), phrase!("what it says now", "它当前的日志")));
}
