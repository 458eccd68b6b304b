//! A row of parts inside another part.

use crate::diagnose::look::kubectl;
use crate::explain::panel::draft::Draft;
use crate::explain::panel::{node, tell};
use crate::explain::words;
use crate::kind::Kind;
use crate::model::component::Placement;
use crate::model::part::Section;
use crate::model::pod::Pod;
use crate::phrase;

/// Tells about a section.
pub fn section(draft: &mut Draft<'_>, of: &str, section: Section) {
    if section == Section::ControlPlane && !of.is_empty() {
        node::node(draft, of);
    }
    let name = words::section(section).phrase();
    let title = if of.is_empty() { name } else { tell::phrase_of(format!("{} · {of}", name.en), format!("{of} · {}", name.zh)) };
    draft.title(title, phrase!("a group of parts", "一组部件"));
    match section {
        Section::ControlPlane => draft.article("control-plane-node"),
        Section::EveryNode => every_node(draft),
        Section::Workloads => {
            draft.article("pod");
            draft.say(phrase!(
                "Pods that the text places on this node, beside the control plane and what every node has.",
                "除控制平面和每节点组件之外，文本显示运行在该节点上的 Pod。"
            ));
        }
        Section::ClusterServices => cluster_services(draft),
    }
    draft.suggest(kubectl("kubectl get pods -A -o wide", phrase!("every Pod with its node", "所有 Pod 及其所在节点")));
}

fn every_node(draft: &mut Draft<'_>) {
    draft.article("node");
    draft.say(phrase!(
        "What every node needs: a kubelet that starts Pods, routing for Services, the Pod network, and agents that watch or store.",
        "每个节点都需要的东西：启动 Pod 的 kubelet、Service 转发、容器网络，以及负责监控或存储的代理。"
    ));
    if draft.cluster().pods.values().any(|it| per_node(it) && it.node.is_none()) {
        draft.say(phrase!(
            "The text does not tell on which node each of these Pods is. Where there are as many Pods as nodes, one on each is concluded by counting.",
            "文本没有说明这些 Pod 各在哪个节点上。Pod 数与节点数相等时，按数量推断每个节点一个。"
        ));
    }
}

fn cluster_services(draft: &mut Draft<'_>) {
    let pods: Vec<&Pod> =
        draft.cluster().pods.values().filter(|it| it.component.as_ref().is_some_and(|it| it.placement == Placement::Replicas)).collect();
    let ready = pods.iter().filter(|it| it.is_ready() == Some(true)).count();
    draft.article("namespace-scope");
    draft.say(phrase!(
        "Services for the whole cluster: a few replicas somewhere, not one on every node.",
        "为整个集群服务的组件：在某处运行几个副本，而不是每个节点一个。"
    ));
    if !pods.is_empty() {
        draft.say(phrase!(
            "{ready} of {n} such Pods in the text are ready.",
            "文本中这类 Pod 有 {n} 个，就绪 {ready} 个。",
            ready = ready,
            n = pods.len()
        ));
    }
    for pod in pods.iter().filter(|it| it.is_ready() == Some(false)) {
        draft.about(&pod.id);
    }
    if !draft.cluster().scope.covers_all(&Kind::Pod) {
        draft.say(phrase!(
            "Only the pasted namespaces are shown: others may hold more.",
            "这里只显示已粘贴的命名空间，其他命名空间里可能还有。"
        ));
    }
}

fn per_node(pod: &Pod) -> bool {
    pod.component.as_ref().is_some_and(|it| it.placement == Placement::PerNode)
}
