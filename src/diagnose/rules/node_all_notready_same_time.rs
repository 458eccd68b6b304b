//! Most nodes fell silent at one time: what they have in common is at fault, not each of them.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{kubectl, names};
use crate::diagnose::node_trouble::{silent_together, trouble};
use crate::diagnose::rule::{Link, Meta, Rule, Story};
use crate::model::cluster::Cluster;
use crate::model::node::Node;
use crate::model::object_ref::ObjectRef;
use crate::text::Phrase;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: NodeAllNotreadySameTime = NodeAllNotreadySameTime;

pub(super) struct NodeAllNotreadySameTime;

static META: Meta = Meta {
    id: "node-all-notready-same-time",
    what: text!("Most nodes fell silent at the same time.", "多数节点同时失联。"),
    needs: "kubectl describe nodes",
};

impl Rule for NodeAllNotreadySameTime {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let nodes = silent_together(cluster);
        finding(cluster, &nodes).into_iter().collect()
    }

    fn explains(&self) -> &'static [Link] {
        const SILENT: fn(&Cluster, &Finding, &Finding) -> Option<Phrase> = |_, _, _| {
            Some(phrase!("its members are counted as lost because their nodes are silent", "成员被视为失效，是因为所在节点失联"))
        };
        &[
            Link { effect: "etcd-quorum-at-risk", because: SILENT },
            Link { effect: "etcd-quorum-lost", because: SILENT },
            Link { effect: "pod-terminating-node-lost", because: super::node_not_ready::ends_there },
            Link { effect: "webhook-backend-down", because: crate::diagnose::links::backend_there },
            Link { effect: "webhook-timeout-slow", because: crate::diagnose::links::backend_there },
            Link { effect: "apiservice-unavailable", because: crate::diagnose::links::backend_there },
            Link { effect: "sched-no-event", because: crate::diagnose::links::no_ready_node },
        ]
    }

    fn story(&self, _: &Cluster, _: &Finding) -> Story {
        Story {
            still_works: vec![phrase!("Containers that ran go on running: a kubelet does not need the API server for that.", "已在运行的容器会继续运行：kubelet 为此并不需要 API 服务器。")],
            alternatives: vec![
                phrase!("The way to the API server is cut: its load balancer, virtual address or certificate.", "到 API 服务器的通路断了：负载均衡器、虚拟 IP 或证书。"),
                phrase!("The API server did not take what the kubelets sent: etcd without a leader, or overload.", "API 服务器没有接收 kubelet 的上报：etcd 没有 leader，或过载。"),
                phrase!("The hosts share what failed: power, switch, hypervisor.", "主机共用的设施出了故障：电源、交换机、虚拟化平台。"),
            ],
            ..Story::default()
        }
    }
}

fn finding(cluster: &Cluster, nodes: &[&Node]) -> Option<Finding> {
    let span = |node: &Node| trouble(cluster, node).map(|(_, span)| span).unwrap_or_default();
    let (first, rest) = nodes.split_first()?;
    let evidence = rest.iter().fold(Proof::new(span(first), phrase!("{name}: Unknown", "{name}：Unknown", name = first.id.name)), |proof, node| {
        proof.and(span(node), phrase!("{name}: at the same time", "{name}：同一时间", name = node.id.name))
    });
    let at = first.conditions.get("Ready").and_then(|it| it.value.since).map(crate::time::Stamp::utc).unwrap_or_default();
    Some(Finding {
        rule: META.id.to_owned(),
        severity: Severity::Critical,
        confidence: Confidence::Likely,
        subject: ObjectRef::cluster(),
        also: nodes.iter().map(|node| node.id.clone()).collect(),
        title: phrase!("{n} of {all} nodes fell silent at the same time", "{all} 个节点中有 {n} 个同时失联", n = nodes.len(), all = cluster.nodes.len()),
        why: phrase!(
            "{which} became Unknown within two minutes of {at}. Hosts do not fail together: what they share did, most often the way to the API server, or the API server and etcd themselves.",
            "{which} 在 {at} 前后两分钟内全部变为 Unknown。主机不会一起坏掉，出问题的是它们共用的部分：多半是到 API 服务器的通路，或 API 服务器与 etcd 本身。",
            which = names(nodes.iter().map(|node| node.id.name.as_str())),
            at = at,
        ),
        fix: phrase!("Leave the nodes alone. Look at the API server, its load balancer and etcd at that time. Restore them, and the nodes report again by themselves.", "不要逐个处理节点。先查当时的 API 服务器、负载均衡器和 etcd；恢复之后，节点会自行重新上报。"),
        next: vec![
            kubectl("kubectl get --raw '/readyz?verbose'", phrase!("is the API server well, and etcd behind it?", "API 服务器及其后端 etcd 是否正常？")),
            kubectl("kubectl get leases -n kube-node-lease", phrase!("does any node report again?", "是否已有节点恢复上报？")),
        ],
        evidence,
    })
}
