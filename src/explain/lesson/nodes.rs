//! Questions about nodes.

use crate::diagnose::finding::Evidence;
use crate::diagnose::look::{line, status};
use crate::explain::lesson::question::Question;
use crate::kind::Kind;
use crate::model::cluster::Cluster;
use crate::phrase;
use crate::text::Phrase;

/// How many control-plane nodes, how many workers?
pub fn roles(cluster: &Cluster) -> Option<Question> {
    let seen: Vec<_> = cluster.nodes.values().filter_map(|node| Some((node, node.roles_seen?))).collect();
    (cluster.scope.covers_all(&Kind::Node) && !seen.is_empty() && seen.len() == cluster.nodes.len()).then_some(())?;
    let deciding = seen.iter().filter(|(node, _)| node.is_control_plane()).count();
    let working = seen.len() - deciding;
    let choice = |deciding: usize, working: usize| {
        phrase!(
            "{deciding} control plane, {working} workers",
            "{deciding} 个控制平面节点，{working} 个工作节点",
            deciding = deciding,
            working = working
        )
    };
    let mut wrong = vec![choice(working, deciding), choice(1, seen.len() - 1), choice(0, seen.len())];
    if deciding > 1 {
        wrong.push(choice(deciding - 1, working + 1));
    }
    let because = if deciding == 0 {
        phrase!(
            "No node has the role `control-plane`: a managed cluster does not show its control plane as nodes.",
            "没有节点带 `control-plane` 角色：托管集群的控制平面不会以节点的形式出现。"
        )
    } else if working == 0 {
        phrase!(
            "The ROLES column says `control-plane` for all {n} nodes. There are no workers, so the control plane also runs everything else.",
            "ROLES 列显示全部 {n} 个节点都是 `control-plane`。没有工作节点，所以控制平面同时运行其他一切。",
            n = deciding
        )
    } else {
        phrase!(
            "The ROLES column says `control-plane` (or `master`) for {deciding} of {n} nodes; the others work.",
            "ROLES 列显示 {n} 个节点中有 {deciding} 个是 `control-plane`（或 `master`），其余是工作节点。",
            deciding = deciding,
            n = seen.len()
        )
    };
    let evidence = seen.iter().map(|(node, span)| Evidence { span: *span, note: Phrase::same(&node.id.name) }).collect();
    let ask =
        phrase!("How many control-plane nodes and how many workers does this cluster have?", "这个集群有几个控制平面节点、几个工作节点？");
    Question::new("node-roles", ask, &choice(deciding, working), wrong, because, evidence)
}

/// What does Ready prove, on a node whose API server is down?
pub fn what_ready_proves(cluster: &Cluster) -> Option<Question> {
    let (node, known, server) = cluster.topology.control_plane.iter().find_map(|member| {
        let known = cluster.nodes.get(&member.node)?.status.as_ref()?;
        let server = cluster.pods.get(member.api_server.pod()?)?;
        let contrast = cluster.nodes.get(&member.node)?.is_ready() == Some(true) && server.is_ready() == Some(false);
        contrast.then_some((member.node.as_str(), known, server))
    })?;
    let right = phrase!("Its kubelet's heartbeat reaches some API server", "它的 kubelet 心跳能送达某个 API 服务器");
    let wrong = vec![
        phrase!("All Pods on it are ready", "它上面的 Pod 全部就绪"),
        phrase!("Its own API server answers", "它自己的 API 服务器能应答"),
        phrase!("Its etcd member is in the quorum", "它的 etcd 成员在法定人数之内"),
    ];
    let because = phrase!(
        "`Ready` is the kubelet's word on its node. The API server Pod there is `{status}`, and the node is `Ready` all the same.",
        "`Ready` 是 kubelet 对所在节点的说法。那里的 API 服务器 Pod 是 `{status}`，节点依然是 `Ready`。",
        status = status(server)
    );
    let evidence = vec![
        Evidence { span: known.span, note: phrase!("the node is ready", "节点就绪") },
        Evidence { span: line(server), note: phrase!("its API server is not", "它的 API 服务器却没有就绪") },
    ];
    let ask = phrase!("Node {node} is `Ready`. What does that prove?", "节点 {node} 的状态是 `Ready`，这能证明什么？", node = node);
    Question::new("what-ready-proves", ask, &right, wrong, because, evidence)
}
