//! A control-plane node without an etcd pod while its siblings have one.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity, Step};
use crate::diagnose::look::{kubectl, line, names, on_node};
use crate::diagnose::rule::{Link, Meta, Rule, Story};
use crate::model::cluster::Cluster;
use crate::kind::Kind;
use crate::model::topology::{ControlPlaneNode, EtcdLayout, Presence};
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: EtcdMemberMissing = EtcdMemberMissing;

pub(super) struct EtcdMemberMissing;

static META: Meta = Meta {
    id: "etcd-member-missing",
    what: text!("A control-plane node has no etcd pod while the others have one.", "某个控制平面节点上没有 etcd Pod，而其他控制平面节点上都有。"),
    needs: "kubectl get pods -n kube-system",
};

impl Rule for EtcdMemberMissing {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        if cluster.topology.etcd != EtcdLayout::Stacked {
            return Vec::new();
        }
        cluster.topology.control_plane.iter().filter_map(|member| finding(cluster, member)).collect()
    }

    fn explains(&self) -> &'static [Link] {
        &[
            Link {
                effect: "apiserver-etcd-local-missing",
                because: |_, cause, effect| {
                    (node_of(&cause.subject.name, "etcd-") == node_of(&effect.subject.name, "kube-apiserver-"))
                        .then(|| phrase!("each API server talks only to the etcd on its own node", "每个 API 服务器只连接本节点上的 etcd"))
                },
            },
            Link {
                effect: "apiserver-crashloop",
                because: |_, cause, effect| {
                    (node_of(&cause.subject.name, "etcd-") == node_of(&effect.subject.name, "kube-apiserver-"))
                        .then(|| phrase!("an API server without its etcd cannot start", "没有 etcd，API 服务器就无法启动"))
                },
            },
            Link { effect: "etcd-quorum-at-risk", because: |_, _, _| Some(phrase!("a missing member counts against the quorum", "缺失的成员仍计入法定人数的总数")) },
            Link { effect: "etcd-quorum-lost", because: |_, _, _| Some(phrase!("a missing member counts against the quorum", "缺失的成员仍计入法定人数的总数")) },
        ]
    }

    fn story(&self, cluster: &Cluster, root: &Finding) -> Story {
        let node = node_of(&root.subject.name, "etcd-").unwrap_or_default();
        Story {
            still_works: still_works(cluster),
            at_risk: Vec::new(),
            alternatives: vec![
                phrase!(
                    "The manifest `/etc/kubernetes/manifests/etcd.yaml` was removed or moved: then `ls` does not show it.",
                    "清单文件 `/etc/kubernetes/manifests/etcd.yaml` 被删除或移走：此时 `ls` 看不到它。",
                ),
                phrase!(
                    "The disk is full or failing, so the kubelet evicted the pod or cannot start it: then `df -h` shows 100 % or `crictl ps -a` shows an etcd that exits.",
                    "磁盘已满或损坏，kubelet 驱逐了该 Pod 或无法启动它：此时 `df -h` 显示 100%，或 `crictl ps -a` 能看到反复退出的 etcd。",
                ),
                phrase!(
                    "The member was taken out of the cluster on purpose: then `etcdctl member list` does not name {node}.",
                    "该成员是被人有意移出集群的：此时 `etcdctl member list` 中没有 {node}。",
                    node = node,
                ),
            ],
            ..Story::default()
        }
    }
}

fn node_of<'a>(pod: &'a str, prefix: &str) -> Option<&'a str> {
    pod.strip_prefix(prefix)
}

fn finding(cluster: &Cluster, member: &ControlPlaneNode) -> Option<Finding> {
    let Presence::Absent { expected, list } = &member.etcd else { return None };
    let node = member.node.as_str();
    let total = cluster.topology.control_plane.len();
    let siblings: Vec<_> = cluster.topology.control_plane.iter().filter_map(|it| cluster.pods.get(it.etcd.pod()?)).collect();
    let api_server = member.api_server.pod().and_then(|id| cluster.pods.get(id));
    let failing = api_server.filter(|pod| pod.is_ready() == Some(false));
    let asked = cluster.scope.covering(&Kind::Pod, Some("kube-system")).is_some_and(|it| it.command_seen);
    let (sibling, others) = siblings.split_first()?;
    let note = phrase!("a member that is there; none is listed for {node}", "在位的成员；{node} 上没有", node = node);
    let mut evidence = others.iter().fold(Proof::new(line(sibling), note), |proof, pod| proof.and(line(pod), phrase!("a member that is there", "在位的成员")));
    evidence = evidence.and(*list, phrase!("the whole list of kube-system: {n} etcd pods for {total} control-plane nodes", "kube-system 的完整列表：{total} 个控制平面节点只有 {n} 个 etcd Pod", n = siblings.len(), total = total));
    if let Some(seen) = cluster.nodes.get(node).and_then(|it| it.roles_seen) {
        evidence = evidence.and(seen, phrase!("{node} is a control-plane node", "{node} 是控制平面节点", node = node));
    }
    if let Some(pod) = failing {
        evidence = evidence.and(line(pod), phrase!("the API server on the same node fails", "同一节点上的 API 服务器也在失败"));
    }
    // Beside a healthy API server the node may be meant to have no member.
    let (severity, confidence) = match (failing.is_some(), asked) {
        (true, true) => (Severity::Critical, Confidence::Likely),
        (true, false) => (Severity::Critical, Confidence::Possible),
        (false, _) => (Severity::Warning, Confidence::Possible),
    };
    Some(Finding {
        rule: META.id.to_owned(),
        severity,
        confidence,
        subject: expected.clone(),
        also: vec![crate::model::object_ref::ObjectRef::node(node)],
        title: phrase!("etcd is missing on {node}", "{node} 上缺少 etcd", node = node),
        why: phrase!(
            "{total} control-plane nodes should carry {total} etcd members; the list shows {n} ({which}). It was not filtered, so a pod `{pod}` would be in it.",
            "{total} 个控制平面节点应有 {total} 个 etcd 成员，但列表中只有 {n} 个（{which}）。该列表没有经过过滤，如果存在 `{pod}` 这个 Pod，就会列出来。",
            total = total,
            n = siblings.len(),
            which = names(siblings.iter().map(|pod| pod.id.name.as_str())),
            pod = expected.name,
        ),
        fix: phrase!(
            "Find out on {node} why the kubelet runs no etcd: look at the disk, the static-pod manifest and the kubelet's log. Put the manifest back, or remove the dead member and join the node again.",
            "到 {node} 上查明 kubelet 为什么没有运行 etcd：检查磁盘、静态 Pod 清单和 kubelet 日志。恢复清单文件，或移除失效成员后让该节点重新加入。",
            node = node,
        ),
        next: steps(cluster, node),
        evidence,
    })
}

fn steps(cluster: &Cluster, node: &str) -> Vec<Step> {
    let mut steps = vec![
        on_node(node, "ls -l /etc/kubernetes/manifests; df -h", phrase!("is the manifest there, is the disk full?", "清单文件在吗？磁盘满了吗？")),
        on_node(node, "crictl ps -a --name etcd", phrase!("did the kubelet try to start etcd?", "kubelet 是否尝试启动过 etcd？")),
        on_node(node, "journalctl -u kubelet --since '1 hour ago' | grep -i etcd", phrase!("what the kubelet says about it", "kubelet 对此的记录")),
    ];
    if let Some(pod) = cluster.topology.control_plane.iter().find_map(|it| it.etcd.pod()) {
        let command = format!(
            "kubectl -n kube-system exec {} -- etcdctl --endpoints=https://127.0.0.1:2379 --cacert=/etc/kubernetes/pki/etcd/ca.crt --cert=/etc/kubernetes/pki/etcd/server.crt --key=/etc/kubernetes/pki/etcd/server.key member list -w table",
            pod.name
        );
        steps.push(kubectl(command, phrase!("does etcd itself still count {node} as a member?", "etcd 自己是否仍把 {node} 算作成员？", node = node)));
    }
    steps
}

/// Why kubectl still answers: the API servers that are left, each with its own member.
fn still_works(cluster: &Cluster) -> Vec<crate::text::Phrase> {
    let ready = cluster.topology.control_plane.iter().filter_map(|it| cluster.pods.get(it.api_server.pod()?)).filter(|pod| pod.is_ready() == Some(true)).count();
    let total = cluster.topology.control_plane.len();
    if ready == 0 {
        return Vec::new();
    }
    let mut res = vec![if let Some(endpoint) = cluster.endpoints.first() { phrase!(
        "kubectl still works: {ready} of {total} API servers answer behind {host}, and each has a live etcd on its own node.",
        "kubectl 仍然可用：{host} 背后的 {total} 个 API 服务器中有 {ready} 个能够应答，而且各自节点上的 etcd 都正常。",
        ready = ready,
        total = total,
        host = endpoint.value.host,
    ) } else { phrase!(
        "kubectl still works: this very output came from one of the {ready} API servers (of {total}) that are ready.",
        "kubectl 仍然可用：这份输出正是由 {total} 个 API 服务器中就绪的 {ready} 个之一返回的。",
        ready = ready,
        total = total,
    ) }];
    res.push(phrase!(
        "Pods that already run keep running: the data plane does not need this API server.",
        "已经在运行的 Pod 会继续运行：数据平面不依赖这个 API 服务器。",
    ));
    res
}
