//! Nodes of one cluster run different container runtimes.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{kubectl, names};
use crate::diagnose::rule::{Meta, Rule};
use crate::model::cluster::Cluster;
use crate::model::node::Node;
use crate::model::object_ref::ObjectRef;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: NodeMixedRuntime = NodeMixedRuntime;

pub(super) struct NodeMixedRuntime;

static META: Meta = Meta {
    id: "node-mixed-runtime",
    what: text!("Nodes run different container runtimes.", "节点使用不同的容器运行时。"),
    needs: "kubectl get nodes -o wide",
};

impl Rule for NodeMixedRuntime {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        finding(cluster).into_iter().collect()
    }
}

fn runtime(node: &Node) -> Option<&str> {
    Some(node.runtime.as_ref()?.value.split_once("://")?.0)
}

fn finding(cluster: &Cluster) -> Option<Finding> {
    let first = cluster.nodes.values().find(|node| runtime(node).is_some())?;
    let other = cluster.nodes.values().find(|node| runtime(node).is_some_and(|it| Some(it) != runtime(first)))?;
    let (one, two) = (first.runtime.as_ref()?, other.runtime.as_ref()?);
    let count = |like: &Node| cluster.nodes.values().filter(|node| runtime(node) == runtime(like)).count();
    Some(Finding {
        rule: META.id.to_owned(),
        severity: Severity::Info,
        confidence: Confidence::Certain,
        subject: ObjectRef::cluster(),
        also: cluster.nodes.values().filter(|node| runtime(node) == runtime(other)).map(|node| node.id.clone()).collect(),
        title: phrase!("Nodes run different runtimes: {a} on {n}, {b} on {m}", "节点的运行时不一致：{n} 个为 {a}，{m} 个为 {b}", a = runtime(first)?, n = count(first), b = runtime(other)?, m = count(other)),
        why: phrase!("A change of the runtime goes on, or was left half done. Images, logs and registry settings are kept in other places on each, so what works on one node can fail on the next.", "运行时的迁移正在进行，或只完成了一半。两者的镜像、日志和镜像仓库配置存放在不同位置，在一个节点上正常的事在另一个节点上可能失败。"),
        fix: phrase!("Finish the change, node by node; which nodes are still to do: {which}.", "逐个节点完成迁移；可能待迁移的节点：{which}。", which = names(cluster.nodes.values().filter(|node| count(node) <= cluster.nodes.len() / 2).map(|node| node.id.name.as_str()))),
        next: vec![kubectl("kubectl get nodes -o wide", phrase!("the runtime of every node", "各节点的运行时"))],
        evidence: Proof::new(one.span, phrase!("one runtime", "一种运行时")).and(two.span, phrase!("another", "另一种")),
    })
}
