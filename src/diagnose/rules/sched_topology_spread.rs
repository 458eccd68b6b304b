//! Topology spread constraints or affinity to other pods cannot be met.

use crate::diagnose::look::kubectl;
use crate::diagnose::pending::{Stuck, Verdict, Words, arithmetic, check};
use crate::diagnose::scheduler::What;
use crate::diagnose::finding::Finding;
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::model::cluster::Cluster;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: SchedTopologySpread = SchedTopologySpread;

pub(super) struct SchedTopologySpread;

static META: Meta = Meta {
    id: "sched-topology-spread",
    what: text!("Rules on where pods run beside each other keep a pod from every node.", "Pod 间的分布规则使 Pod 没有可用节点。"),
    needs: "kubectl describe pod …, kubectl get events",
};

impl Rule for SchedTopologySpread {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        check(cluster, META.id, Verdict::Together, words)
    }

    fn explains(&self) -> &'static [Link] {
        crate::diagnose::links::of_pods!["deploy-rollout-stuck" because crate::diagnose::links::rollout, "coredns-not-ready" because crate::diagnose::links::dns_pods]
    }
}

fn words(_: &Cluster, stuck: &Stuck<'_>) -> Words {
    let sum = arithmetic(&stuck.refusal);
    let next = vec![kubectl("kubectl get nodes -L topology.kubernetes.io/zone", phrase!("the zones of the nodes; a node without the label never fits", "各节点所在的可用区；没有该标签的节点永远不合适"))];
    if stuck.refusal.closest() == What::Affinity {
        return Words {
            tail: phrase!("the pods that it must run beside are not there ({sum})", "它必须与之同处的 Pod 不在那里（{sum}）", sum = sum),
            why: phrase!("Its required pod affinity asks for a node or zone in which certain other pods run, and there is none with room.", "它强制的 Pod 亲和性要求节点或可用区里已有特定的 Pod，而没有这样的可用节点。"),
            fix: phrase!("Start the pods that it refers to, or correct the labels in its pod affinity.", "先启动它所引用的 Pod，或更正 Pod 亲和性中的标签。"),
            next,
        };
    }
    Words {
        tail: phrase!("topology spread constraints ({sum})", "拓扑分布约束（{sum}）", sum = sum),
        why: phrase!(
            "With `whenUnsatisfiable: DoNotSchedule` a pod waits rather than make the numbers in the zones differ by more than maxSkew. A zone that has no room, or a node that lacks the label, then stops all others.",
            "设置 `whenUnsatisfiable: DoNotSchedule` 后，宁可让 Pod 等待，也不让各可用区的数量差超过 maxSkew。因此一个没有空位的可用区，或缺少标签的节点，会卡住其余所有 Pod。",
        ),
        fix: phrase!("Make room in the zone with the fewest pods, label the nodes, or use `ScheduleAnyway`.", "在 Pod 最少的可用区腾出空间，给节点补上标签，或改用 `ScheduleAnyway`。"),
        next,
    }
}
