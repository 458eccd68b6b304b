//! Objects that have something in common: a namespace, the nodes of a zone.

use crate::diagnose::look::{kubectl, names};
use crate::diagnose::placing::placing;
use crate::explain::panel::draft::Draft;
use crate::explain::panel::unknown;
use crate::kind::Kind;
use crate::model::node::Node;
use crate::model::node_group::value;
use crate::model::object_ref::ObjectRef;
use crate::model::pod::Pod;
use crate::text::Phrase;
use crate::{phrase, text};

/// Tells about a group by what its members have in common, and the value of that.
pub fn group(draft: &mut Draft<'_>, by: &str, name: &str) {
    match by {
        "namespace" => namespace(draft, name),
        "pods" => apart(draft, name == "waiting"),
        _ => nodes(draft, by, name),
    }
}

/// Pods without a node: those that wait for one, or those whose node the text does not tell.
fn apart(draft: &mut Draft<'_>, waiting: bool) {
    let placing = placing(draft.cluster());
    let pods = if waiting { placing.waiting } else { placing.unplaced };
    draft.article("pod");
    if waiting {
        draft.title(text!("Pods that wait for a node", "等待分配节点的 Pod"), pods_of(pods.len()));
        draft.say(text!(
            "The scheduler has not found a node for them yet: their requests, selectors, tolerations or volumes fit none, or it does not run.",
            "调度器还没有为它们找到节点：它们的资源请求、节点选择、容忍或存储卷与所有节点都不匹配，或者调度器没有运行。"
        ));
        for pod in pods.into_iter().take(100) {
            draft.about(&pod.id);
        }
        let why = phrase!("why: each pod's events say it", "原因：每个 Pod 的事件中会写明");
        draft.suggest(kubectl("kubectl get events -A --field-selector reason=FailedScheduling", why));
    } else {
        draft.title(text!("Pods whose node is not known", "不知在哪个节点上的 Pod"), pods_of(pods.len()));
        draft.say(text!("A list of pods shows their nodes only when it is wide.", "Pod 列表只有加上 -o wide 才会显示所在节点。"));
        draft.suggest(kubectl("kubectl get pods -A -o wide", phrase!("every Pod with its node", "所有 Pod 及其所在节点")));
    }
}

fn pods_of(n: usize) -> Phrase {
    if n == 1 { text!("1 pod", "1 个 Pod").phrase() } else { phrase!("{n} pods", "{n} 个 Pod", n = n) }
}

fn namespace(draft: &mut Draft<'_>, name: &str) {
    let cluster = draft.cluster();
    let pods: Vec<&Pod> = cluster.pods.values().filter(|it| it.id.namespace.as_deref() == Some(name)).collect();
    let others = cluster.others.values().filter(|it| it.id.namespace.as_deref() == Some(name)).count();
    if pods.is_empty() && others == 0 {
        return unknown(draft, name);
    }
    let ready = pods.iter().filter(|it| it.is_ready() == Some(true)).count();
    draft.title(
        phrase!("Namespace {name}", "命名空间 {name}", name = name),
        phrase!("{ready} of {n} pods ready", "{n} 个 Pod 中就绪 {ready} 个", ready = ready, n = pods.len()),
    );
    draft.article("namespace-scope");
    for pod in pods.iter().filter(|it| it.is_ready() == Some(false)) {
        draft.about(&pod.id);
    }
    draft.about(&ObjectRef::cluster_scoped(Kind::Namespace, name));
    draft.suggest(kubectl(format!("kubectl get all -n {name}"), phrase!("what runs there", "其中运行着什么")));
    draft.suggest(kubectl(
        format!("kubectl get events -n {name} --sort-by=.lastTimestamp"),
        phrase!("what happened there", "其中发生了什么"),
    ));
}

fn nodes(draft: &mut Draft<'_>, by: &str, name: &str) {
    let nodes: Vec<&Node> = draft.cluster().nodes.values().filter(|it| value(it, by).unwrap_or_default() == name).collect();
    if nodes.is_empty() && !name.is_empty() {
        return unknown(draft, name);
    }
    let ready = nodes.iter().filter(|it| it.is_ready() == Some(true)).count();
    let heading = if name.is_empty() {
        phrase!("Nodes without {by}", "没有 {by} 的节点", by = by)
    } else {
        phrase!("Nodes: {by} {name}", "节点：{by} 为 {name}", by = by, name = name)
    };
    draft.title(heading, phrase!("{ready} of {n} nodes ready", "{n} 个节点中就绪 {ready} 个", ready = ready, n = nodes.len()));
    draft.article("node");
    if nodes.is_empty() {
        return draft.say(text!(
            "No list or description of these nodes was pasted; pods tell of them.",
            "没有粘贴这些节点的列表或描述，只有 Pod 提到它们。"
        ));
    }
    draft.say(phrase!(
        "{n} nodes: {which}.",
        "共 {n} 个节点：{which}。",
        n = nodes.len(),
        which = names(nodes.iter().map(|it| it.id.name.as_str())),
    ));
    for node in nodes.iter().filter(|it| it.is_ready() != Some(true)) {
        draft.about(&node.id);
    }
    draft.suggest(kubectl("kubectl get nodes -o wide --show-labels", phrase!("every node with its labels", "所有节点及其标签")));
}
