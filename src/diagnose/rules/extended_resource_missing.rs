//! A pod asks for an extended resource, such as a GPU, that no node advertises.

use crate::diagnose::look::kubectl;
use crate::diagnose::pending::{Stuck, Verdict, Words, check};
use crate::diagnose::scheduler::{Reason, What};
use crate::model::pod::Pod;
use crate::diagnose::finding::Finding;
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::model::cluster::Cluster;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: ExtendedResourceMissing = ExtendedResourceMissing;

pub(super) struct ExtendedResourceMissing;

static META: Meta = Meta {
    id: "extended-resource-missing",
    what: text!("A pod asks for a device that no node offers.", "Pod 请求的设备没有任何节点提供。"),
    needs: "kubectl describe pod …, kubectl describe nodes",
};

impl Rule for ExtendedResourceMissing {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        check(cluster, META.id, Verdict::NotOffered, words)
    }

    fn explains(&self) -> &'static [Link] {
        crate::diagnose::links::of_pods!["deploy-rollout-stuck" because crate::diagnose::links::rollout, "coredns-not-ready" because crate::diagnose::links::dns_pods]
    }
}

fn words(cluster: &Cluster, stuck: &Stuck<'_>) -> Words {
    let resource = stuck.refusal.of_sort(What::Insufficient).filter_map(Reason::resource).find(|it| it.contains('/')).unwrap_or_default();
    let plugin = |pod: &&Pod| pod.id.name.contains("device-plugin");
    let why = match cluster.pods.values().find(plugin) {
        Some(pod) => phrase!(
            "No node has {resource} among what it can give, so a device plugin has not registered it. A plugin is there ({name}): it fails, finds no device, or runs on other nodes.",
            "没有节点在可分配资源中提供 {resource}，说明设备插件没有完成注册。集群里有一个插件（{name}）：它可能运行失败、找不到设备，或运行在别的节点上。",
            resource = resource, name = pod.id.name
        ),
        None => phrase!(
            "No node has {resource} among what it can give. A device plugin on the node announces it to the kubelet; the text shows no pod of one.",
            "没有节点在可分配资源中提供 {resource}。该资源由节点上的设备插件向 kubelet 声明；文本中看不到这样的插件 Pod。",
            resource = resource
        ),
    };
    Words {
        tail: phrase!("no node offers {resource}", "没有节点提供 {resource}", resource = resource),
        why,
        fix: phrase!("Install the device plugin and its driver on the nodes that have the device, or correct the name of the resource.", "在带有该设备的节点上安装驱动和设备插件，或更正资源名称。"),
        next: vec![kubectl("kubectl get pods -A -o wide | grep -i device-plugin", phrase!("is there a plugin, and where does it run?", "是否有插件，运行在哪里"))],
    }
}
