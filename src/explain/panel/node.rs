//! A node.

use crate::diagnose::look::{kubectl, status};
use crate::explain::glossary::{Sort, meaning};
use crate::explain::panel::component::heartbeat_elsewhere;
use crate::explain::panel::draft::Draft;
use crate::explain::panel::{tell, unknown};
use crate::explain::words::span_of;
use crate::model::cluster::Cluster;
use crate::model::component::Role;
use crate::model::node::Node;
use crate::model::object_ref::ObjectRef;
use crate::model::topology::{ControlPlaneNode, Presence};
use crate::order::Map;
use crate::phrase;
use crate::text::Phrase;

const CONTROL_PLANE: [(Role, &str); 4] = [
    (Role::ApiServer, "kube-apiserver"),
    (Role::Etcd, "etcd"),
    (Role::ControllerManager, "kube-controller-manager"),
    (Role::Scheduler, "kube-scheduler"),
];

/// Tells about a node.
pub fn node(draft: &mut Draft<'_>, name: &str) {
    let cluster = draft.cluster();
    let member = cluster.topology.control_plane.iter().find(|it| it.node == name);
    let known = cluster.nodes.get(name);
    if known.is_none() && member.is_none() {
        return unknown(draft, name);
    }
    draft.article(if member.is_some() { "control-plane-node" } else { "node" });
    draft.title(Phrase::same(name), subtitle(known));
    draft.about(&ObjectRef::node(name));
    if let Some(known) = known {
        status_of(draft, known);
        conditions(draft, known);
        facts(draft, known);
    } else {
        draft.say(phrase!(
            "No list of nodes was pasted; its name comes from the static Pods on it.",
            "没有粘贴节点列表；这个名称取自其上的静态 Pod。"
        ));
    }
    if let Some(member) = member {
        control_plane(draft, cluster, member);
    }
    draft.say_if(heartbeat_elsewhere(cluster, name));
    pods(draft, name);
    draft.suggest(kubectl(
        format!("kubectl describe node {name}"),
        phrase!("conditions, taints, capacity and Pods", "节点状况、污点、容量与 Pod"),
    ));
    draft.suggest(kubectl(
        format!("kubectl get pods -A -o wide --field-selector spec.nodeName={name}"),
        phrase!("every Pod on this node", "该节点上的所有 Pod"),
    ));
}

fn subtitle(node: Option<&Node>) -> Phrase {
    let cell = |it: Option<&str>| it.map_or_else(Phrase::default, Phrase::same);
    let Some(node) = node else { return phrase!("not in a node list", "不在节点列表中") };
    let roles = node.roles.iter().cloned().collect::<Vec<_>>().join(",");
    tell::joined([
        cell(node.status.as_ref().map(|it| it.value.as_str())),
        if roles.is_empty() { Phrase::default() } else { Phrase::same(roles) },
        cell(node.internal_ip.as_ref().map(|it| it.value.as_str())),
        cell(node.version.as_ref().map(|it| it.value.as_str())),
    ])
}

/// The conditions that are not as they should be: Ready is to be True, all others False.
fn conditions(draft: &mut Draft<'_>, node: &Node) {
    for (name, seen) in &node.conditions {
        let condition = &seen.value;
        if condition.status == if name == "Ready" { "True" } else { "False" } {
            continue;
        }
        let means = meaning(Sort::Condition, name).unwrap_or_default();
        let says = [condition.reason.as_deref(), condition.message.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(": ");
        let status = &condition.status;
        draft.say(tell::phrase_of(
            format!("`{name}` is {status} ({says}). {}", means.en).replace(" ()", "").trim_end().to_owned(),
            format!("`{name}` 为 {status}（{says}）。{}", means.zh).replace("（）", ""),
        ));
        draft.show(seen.span, phrase!("the condition {name}", "{name} 状况", name = name));
    }
}

fn status_of(draft: &mut Draft<'_>, node: &Node) {
    let Some(status) = &node.status else { return };
    draft.show(status.span, phrase!("this node: status, roles, version", "这个节点：状态、角色、版本"));
    let cordoned = status.value.contains("SchedulingDisabled");
    draft.say(if node.is_ready() == Some(true) {
        phrase!("STATUS is `{status}`: its kubelet reports in time.", "STATUS 为 `{status}`：kubelet 按时上报。", status = status.value)
    } else {
        phrase!(
            "STATUS is `{status}`: its kubelet does not report, or reports a fault.",
            "STATUS 为 `{status}`：kubelet 没有上报，或者上报了故障。",
            status = status.value
        )
    });
    if cordoned {
        draft.say(phrase!(
            "It is cordoned: no new Pods are placed on it, those on it stay.",
            "它已被封锁（cordon）：不再接收新 Pod，已有的 Pod 不受影响。"
        ));
    }
}

fn facts(draft: &mut Draft<'_>, node: &Node) {
    if node.is_control_plane() {
        if draft.cluster().topology.converged == Some(true) {
            draft.say(phrase!(
                "Its role is control plane, and there are no workers: the control plane runs all Pods too (a converged layout).",
                "它的角色是控制平面，而集群没有工作节点：控制平面同时运行所有 Pod（融合部署）。"
            ));
        } else {
            draft.say(phrase!("Its role is control plane: it decides.", "它的角色是控制平面：负责决策。"));
        }
    } else if node.roles_seen.is_some() {
        draft.say(phrase!("It is a worker: it runs applications.", "它是工作节点：运行业务应用。"));
    }
    if let Some(age) = &node.age_secs {
        let age = span_of(age.value);
        draft.say(tell::phrase_of(format!("It joined {} ago.", age.en), format!("它在 {}前加入集群。", age.zh)));
    }
    if let Some(runtime) = &node.runtime {
        draft.say(phrase!("Its container runtime is `{runtime}`.", "容器运行时为 `{runtime}`。", runtime = runtime.value));
        draft.show(runtime.span, phrase!("CONTAINER-RUNTIME", "CONTAINER-RUNTIME"));
    }
    if let Some(taints) = &node.taints {
        if taints.is_empty() {
            draft.say(phrase!("It has no taints: every Pod may come.", "它没有污点：任何 Pod 都可以调度上来。"));
        }
        for taint in taints {
            draft.say(phrase!("Taint: `{taint}`.", "污点：`{taint}`。", taint = taint.value));
            draft.show(taint.span, phrase!("a taint", "污点"));
        }
    }
}

/// Each control-plane component there in a word.
fn control_plane(draft: &mut Draft<'_>, cluster: &Cluster, member: &ControlPlaneNode) {
    let mut words = Vec::new();
    for (role, name) in CONTROL_PLANE {
        let word = match member.presence(role) {
            Some(Presence::Seen(id)) => {
                draft.about_serious(id);
                let Some(pod) = cluster.pods.get(id) else { continue };
                match pod.is_ready() {
                    Some(true) => phrase!("{name} is ready", "{name} 就绪", name = name),
                    None => phrase!("{name} is there", "{name} 在位", name = name),
                    Some(false) => phrase!("{name} is `{status}`", "{name} 为 `{status}`", name = name, status = status(pod)),
                }
            }
            Some(Presence::Absent { expected, .. }) => {
                draft.about(expected);
                phrase!("{name} is absent", "{name} 缺失", name = name)
            }
            Some(Presence::NotShown) | None => continue,
        };
        words.push(word);
    }
    if words.is_empty() {
        return;
    }
    let join = |of: fn(&Phrase) -> &str, comma: &str| words.iter().map(of).collect::<Vec<_>>().join(comma);
    draft.say(tell::phrase_of(
        format!("Its control plane: {}.", join(|it| &it.en, ", ")),
        format!("它的控制平面组件：{}。", join(|it| &it.zh, "，")),
    ));
}

/// The pods that the text places on it.
fn pods(draft: &mut Draft<'_>, node: &str) {
    let here: Vec<_> = draft.cluster().pods.values().filter(|it| it.node.as_ref().is_some_and(|it| it.value == node)).collect();
    // Where only a described pod tells its node, a count would be wrong.
    if here.is_empty() || draft.cluster().pods.values().any(|it| it.node.is_none()) {
        return;
    }
    let mut by_status: Map<&str, usize> = Map::new();
    for pod in &here {
        *by_status.slot(status(pod), Default::default) += 1;
        if pod.is_ready() == Some(false) {
            draft.about_serious(&pod.id);
        }
    }
    let counts = by_status.iter().map(|(status, n)| format!("{n} {status}")).collect::<Vec<_>>().join(", ");
    draft.say(phrase!(
        "The text places {n} Pods on it: `{counts}`.",
        "文本中有 {n} 个 Pod 在该节点上：`{counts}`。",
        n = here.len(),
        counts = counts
    ));
}
