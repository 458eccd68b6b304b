//! A node runs out of memory, by its condition or its kubelet's log.

use crate::diagnose::finding::Finding;
use crate::diagnose::look::{kubectl, on_node};
use crate::diagnose::pressure::{Words, check};
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::model::cluster::Cluster;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: NodeMemoryPressure = NodeMemoryPressure;

pub(super) struct NodeMemoryPressure;

static META: Meta = Meta {
    id: "node-memory-pressure",
    what: text!("A node runs out of memory.", "节点内存不足。"),
    needs: "kubectl describe nodes",
};

const WORDS: Words = Words {
    does: || phrase!("runs out of memory: MemoryPressure", "内存不足：MemoryPressure"),
    why: || phrase!("The kubelet has less available memory than its threshold (100 MiB unless set). It evicts pods, those without requests or above them first, and BestEffort pods are not placed there.", "可用内存低于 kubelet 的阈值（默认 100 MiB）。它会驱逐 Pod，没有设置 requests 或超出 requests 的先被驱逐；BestEffort Pod 不会再调度到这里。"),
    fix: || phrase!("Find the pods that use far more than they request, and give them requests and limits. If all of it is meant, the node is too small.", "找出用量远超 requests 的 Pod，为其设置 requests 和 limits。如果用量合理，说明节点太小。"),
    next: |name| {
        vec![
            kubectl("kubectl top pods -A --sort-by=memory", phrase!("who uses most", "谁用得最多")),
            kubectl(format!("kubectl describe node {name}"), phrase!("requests and limits against what the node has", "requests、limits 与节点容量的对比")),
            on_node(name, "ps aux --sort=-rss | head", phrase!("processes outside of pods", "Pod 之外的进程")),
        ]
    },
};

impl Rule for NodeMemoryPressure {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        check(cluster, META.id, "MemoryPressure", &WORDS)
    }

    fn explains(&self) -> &'static [Link] {
        &[Link { effect: "pod-evicted", because: crate::diagnose::links::evicts }, Link { effect: "sched-untolerated-taint", because: crate::diagnose::links::pressure_taint }, Link { effect: "exit-137-node-oom", because: crate::diagnose::links::same_node }]
    }
}
