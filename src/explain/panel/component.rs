//! A component that belongs on a node but has no pod of its own in the text: the kubelet, a ghost, or what was not shown.

use crate::diagnose::look::{kubectl, line, on_node, status};
use crate::explain::flags::config::explain_config;
use crate::explain::panel::draft::Draft;
use crate::explain::panel::{pod, quorum, tell, unknown};
use crate::kind::Kind;
use crate::model::cluster::{Cluster, Inference};
use crate::model::component::Role;
use crate::model::object_ref::ObjectRef;
use crate::model::pod::Pod;
use crate::model::products;
use crate::model::topology::{ControlPlaneNode, Presence};
use crate::phrase;
use crate::span::Span;
use crate::text::Phrase;

/// Tells about a component.
pub fn component(draft: &mut Draft<'_>, product: &str, node: &str) {
    draft.article_of_product(product);
    if product == "kubelet" {
        return kubelet(draft, node);
    }
    let cluster = draft.cluster();
    let role = products::product(product).map(|it| it.role);
    let member = cluster.topology.control_plane.iter().find(|it| it.node == node);
    match role.and_then(|role| member?.presence(role)) {
        Some(Presence::Seen(id)) => return pod::pod(draft, id),
        Some(Presence::Absent { expected, list }) => return ghost(draft, product, node, expected, *list),
        Some(Presence::NotShown) | None => {}
    }
    let pods: Vec<&Pod> = cluster.pods.values().filter(|it| it.component.as_ref().is_some_and(|it| it.product == product)).collect();
    if !pods.is_empty() {
        return by_counting(draft, product, node, &pods);
    }
    match cluster.cni.as_ref().filter(|it| it.value == product || family(product) == Some(it.value.as_str())) {
        Some(cni) => network(draft, product, node, cni),
        None => not_shown(draft, product, node),
    }
}

fn family(product: &str) -> Option<&'static str> {
    products::product(product)?.cni
}

fn on(name: &str, node: &str) -> Phrase {
    if node.is_empty() { Phrase::same(name) } else { phrase!("{name} on {node}", "{node} 上的 {name}", name = name, node = node) }
}

fn kubelet(draft: &mut Draft<'_>, node: &str) {
    draft.title(on("kubelet", node), phrase!("system service, in no Pod list", "系统服务，不在任何 Pod 列表中"));
    draft.about(&ObjectRef::node(node));
    draft.say(phrase!(
        "It runs as a system service of the node, so no list of Pods can show it.",
        "它是节点上的系统服务，任何 Pod 列表里都看不到它。"
    ));
    let cluster = draft.cluster();
    if let Some(known) = cluster.nodes.get(node) {
        if let Some(status) = &known.status {
            draft.say(if known.is_ready() == Some(true) {
                phrase!(
                    "Node {node} is `{status}`: its heartbeat arrives.",
                    "节点 {node} 的状态为 `{status}`：心跳正常。",
                    node = node,
                    status = status.value
                )
            } else {
                phrase!(
                    "Node {node} is `{status}`: either it does not report, or it reports that it cannot work.",
                    "节点 {node} 的状态为 `{status}`：要么没有上报，要么上报自己无法工作。",
                    node = node,
                    status = status.value
                )
            });
            draft.show(status.span, phrase!("STATUS of its node", "所在节点的 STATUS"));
        }
        if let Some(version) = &known.version {
            draft.say(phrase!("Its version is `{version}`.", "版本为 `{version}`。", version = version.value));
            draft.show(version.span, phrase!("VERSION is the kubelet's", "VERSION 即 kubelet 的版本"));
        }
    }
    draft.say_if(heartbeat_elsewhere(cluster, node));
    draft.flags(explain_config("kubelet", cluster));
    draft.suggest(on_node(node, "systemctl status kubelet", phrase!("does it run?", "它在运行吗？")));
    draft.suggest(on_node(node, "journalctl -u kubelet --since '10 min ago' --no-pager | tail -50", phrase!("what it says", "它的日志")));
    draft.suggest(kubectl(format!("kubectl describe node {node}"), phrase!("conditions and the last heartbeat", "节点状况与最近心跳")));
}

/// Why a node is ready although the API server on it is not.
pub fn heartbeat_elsewhere(cluster: &Cluster, node: &str) -> Option<Phrase> {
    let member = cluster.topology.control_plane.iter().find(|it| it.node == node)?;
    let server = cluster.pods.get(member.api_server.pod()?)?;
    (server.is_ready() == Some(false) && cluster.nodes.get(node)?.is_ready() == Some(true)).then_some(())?;
    Some(if let Some(endpoint) = cluster.endpoints.first() {
        phrase!(
            "`Ready` says nothing about the API server Pod on this node, which is `{status}`. The kubelet's heartbeat must be reaching another API server, most likely through {host}.",
            "`Ready` 并不代表本节点上的 API 服务器 Pod 正常，它的状态是 `{status}`。kubelet 的心跳必然送到了别的 API 服务器，很可能是经由 {host}。",
            status = status(server),
            host = endpoint.value.host
        )
    } else {
        phrase!(
            "`Ready` says nothing about the API server Pod on this node, which is `{status}`. The kubelet's heartbeat must be reaching another API server.",
            "`Ready` 并不代表本节点上的 API 服务器 Pod 正常，它的状态是 `{status}`。kubelet 的心跳必然送到了别的 API 服务器。",
            status = status(server)
        )
    })
}

/// What should be there and is not.
fn ghost(draft: &mut Draft<'_>, product: &str, node: &str, expected: &ObjectRef, list: Span) {
    let cluster = draft.cluster();
    let name = products::name(product);
    let layout = if product == "etcd" { tell::etcd_layout(cluster.topology.etcd) } else { Phrase::default() };
    draft.title(on(name, node), tell::joined([phrase!("expected, absent", "应有而缺失"), layout]));
    draft.about(expected);
    let role = products::product(product).map(|it| it.role);
    let seen: Vec<&ControlPlaneNode> = cluster
        .topology
        .control_plane
        .iter()
        .filter(|it| role.and_then(|role| it.presence(role)).is_some_and(|it| it.pod().is_some()))
        .collect();
    draft.say(phrase!(
        "{total} control-plane nodes should carry {total} Pods of {name}; the list shows {n}. It was not filtered, so a Pod `{pod}` would be in it.",
        "{total} 个控制平面节点应有 {total} 个 {name} Pod，列表中只有 {n} 个。列表没有经过过滤，`{pod}` 若存在就会列出来。",
        total = cluster.topology.control_plane.len(),
        name = name,
        n = seen.len(),
        pod = expected.name
    ));
    if role == Some(Role::Etcd) {
        quorum::members(draft);
        draft.say_if(stranded(cluster, node));
    } else {
        for id in seen.iter().filter_map(|it| it.presence(role?)?.pod()) {
            if let Some(pod) = cluster.pods.get(id) {
                draft.show(line(pod), phrase!("one that is there", "在位的一个"));
            }
        }
        draft.show(list, phrase!("this whole list has none on {node}", "整份列表中没有 {node} 上的", node = node));
    }
    if let Some(roles) = cluster.nodes.get(node).and_then(|it| it.roles_seen) {
        draft.show(roles, phrase!("{node} is a control-plane node", "{node} 是控制平面节点", node = node));
    }
    if draft.has_findings() {
        return;
    }
    draft.suggest(on_node(node, "ls -l /etc/kubernetes/manifests", phrase!("is its manifest there?", "它的清单文件还在吗？")));
    draft.suggest(on_node(node, format!("crictl ps -a --name {product}"), phrase!("was a container of it started?", "启动过它的容器吗？")));
    draft.suggest(on_node(
        node,
        "journalctl -u kubelet --since '1 hour ago' --no-pager | tail -50",
        phrase!("what the kubelet says", "kubelet 的日志"),
    ));
}

/// What the lack of etcd does to the API server beside it.
fn stranded(cluster: &Cluster, node: &str) -> Option<Phrase> {
    let member = cluster.topology.control_plane.iter().find(|it| it.node == node)?;
    let server = cluster.pods.get(member.api_server.pod()?)?;
    (server.is_ready() == Some(false)).then(|| {
        phrase!(
            "The API server on the same node is `{status}`. In a stacked control plane it normally uses only the etcd beside it, so this absence is the likely cause and the failing API server the symptom.",
            "同一节点上的 API 服务器状态为 `{status}`。在堆叠式控制平面中，它通常只连接身边的 etcd，所以 etcd 缺失很可能是原因，API 服务器失败只是症状。",
            status = status(server)
        )
    })
}

/// Pods that are there, whose nodes the text does not tell.
fn by_counting(draft: &mut Draft<'_>, product: &str, node: &str, pods: &[&Pod]) {
    let name = products::name(product);
    let cluster = draft.cluster();
    if let Some(here) = pods.iter().find(|it| it.node.as_ref().is_some_and(|it| it.value == node)) {
        return pod::pod(draft, &here.id);
    }
    let ready = pods.iter().filter(|it| it.is_ready() == Some(true)).count();
    let count = phrase!("{ready} of {n} ready", "{n} 个中就绪 {ready} 个", ready = ready, n = pods.len());
    draft.title(on(name, node), tell::joined([phrase!("placed by counting", "按数量推断位置"), count]));
    if pods.len() == cluster.nodes.len() && !node.is_empty() {
        draft.say(phrase!(
            "{n} Pods for {n} nodes: one on each is concluded by counting. Which of them is on {node}, the text does not tell.",
            "{n} 个 Pod 对应 {n} 个节点：按数量推断每个节点一个。具体哪一个在 {node} 上，文本没有说明。",
            n = pods.len(),
            node = node
        ));
    } else {
        draft.say_if(pod::per_node(draft, product));
        draft.say(phrase!("The text does not tell on which nodes they are.", "文本没有说明它们在哪些节点上。"));
    }
    for pod in pods {
        draft.about(&pod.id);
        draft.show(line(pod), phrase!("a Pod of {name}", "{name} 的一个 Pod", name = name));
    }
    draft.suggest(kubectl("kubectl get pods -A -o wide", phrase!("every Pod with its node", "所有 Pod 及其所在节点")));
}

/// The agent of a pod network that was concluded from something else.
fn network(draft: &mut Draft<'_>, product: &str, node: &str, cni: &Inference) {
    let name = products::name(product);
    let cluster = draft.cluster();
    let inferred = phrase!("inferred", "推断");
    if cluster.scope.covers_all(&Kind::Pod) {
        draft.title(on(name, node), tell::joined([inferred, phrase!("no Pod of it in the list", "列表中没有它的 Pod")]));
        draft.say(phrase!(
            "The list covers all namespaces and shows no agent of {name}: either its installation failed, or it was removed.",
            "列表覆盖了所有命名空间，却没有 {name} 的代理：可能安装失败，也可能已被移除。",
            name = name
        ));
    } else {
        draft.title(on(name, node), tell::joined([inferred, phrase!("in a namespace that was not pasted", "所在命名空间未粘贴")]));
        draft.say(phrase!(
            "Not missing, only not shown: its Pods must be in a namespace that was not pasted.",
            "不是缺失，只是没有显示：它的 Pod 应当在未粘贴的命名空间里。"
        ));
    }
    let sign = &cni.sign;
    draft.say(tell::phrase_of(format!("That the network is {name} was {}.", sign.en), format!("网络插件是 {name}，{}。", sign.zh)));
    for span in &cni.evidence {
        draft.show(*span, phrase!("the sign", "依据"));
    }
    if product == "calico" && cluster.pods.values().any(|it| it.component.as_ref().is_some_and(|it| it.product == "tigera-operator")) {
        draft.suggest(kubectl(
            "kubectl get pods -n calico-system -o wide",
            phrase!("the Calico Pods that the operator installs", "由 operator 安装的 Calico Pod"),
        ));
    }
    draft.suggest(kubectl("kubectl get pods -A -o wide", phrase!("every Pod with its node", "所有 Pod 及其所在节点")));
}

fn not_shown(draft: &mut Draft<'_>, product: &str, node: &str) {
    if products::product(product).is_none() {
        return unknown(draft, product);
    }
    let name = products::name(product);
    draft.title(on(name, node), phrase!("not shown", "未显示"));
    draft.say(phrase!(
        "No pasted list could have shown it, so nothing can be said about its state.",
        "已粘贴的列表都不可能显示它，因此无法判断它的状态。"
    ));
    draft.suggest(kubectl("kubectl get pods -A -o wide", phrase!("every Pod with its node", "所有 Pod 及其所在节点")));
}
