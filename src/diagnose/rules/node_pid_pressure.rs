//! A node runs out of process ids, by its condition or its kubelet's log.

use crate::diagnose::finding::Finding;
use crate::diagnose::look::{kubectl, on_node};
use crate::diagnose::pressure::{Words, check};
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::model::cluster::Cluster;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: NodePidPressure = NodePidPressure;

pub(super) struct NodePidPressure;

static META: Meta = Meta {
    id: "node-pid-pressure",
    what: text!("A node runs out of process ids.", "节点的进程 ID 不足。"),
    needs: "kubectl describe nodes",
};

const WORDS: Words = Words {
    does: || phrase!("runs out of process ids: PIDPressure", "的进程 ID 不足：PIDPressure"),
    why: || phrase!("Some program makes processes or threads without end, or leaves zombies behind. When no id is left, nothing can be started on the node, not even a shell.", "有程序在不断创建进程或线程，或留下大量僵尸进程。ID 用尽之后，该节点上什么都无法启动，连 shell 也不行。"),
    fix: || phrase!("Find the program and restart it. Set `podPidsLimit` in the kubelet's configuration, so that one pod cannot take them all.", "找到该程序并重启。在 kubelet 配置中设置 `podPidsLimit`，避免单个 Pod 用光所有 ID。"),
    next: |name| {
        vec![
            on_node(name, "ps -eLo pid,ppid,comm | sort -k3 | uniq -cf2 | sort -rn | head", phrase!("which program has the most threads", "哪个程序的线程最多")),
            kubectl(format!("kubectl get pods -A -o wide --field-selector spec.nodeName={name}"), phrase!("the pods on that node", "该节点上的 Pod")),
        ]
    },
};

impl Rule for NodePidPressure {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        check(cluster, META.id, "PIDPressure", &WORDS)
    }

    fn explains(&self) -> &'static [Link] {
        &[Link { effect: "pod-evicted", because: crate::diagnose::links::evicts }, Link { effect: "sched-untolerated-taint", because: crate::diagnose::links::pressure_taint }]
    }
}
