//! The kubelet of the pod's node knows no CSI driver of that name.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{in_namespace, kubectl};
use crate::diagnose::mounting::{Sort, Trouble, troubles};
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::model::cluster::Cluster;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: CsiNodePluginMissingOnNode = CsiNodePluginMissingOnNode;

pub(super) struct CsiNodePluginMissingOnNode;

static META: Meta = Meta {
    id: "csi-node-plugin-missing-on-node",
    what: text!("The driver of a volume is not registered on the pod's node.", "Pod 所在节点没有注册卷的 CSI 驱动。"),
    needs: "kubectl describe pod …, kubectl get events",
};

impl Rule for CsiNodePluginMissingOnNode {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        troubles(cluster, Sort::NoDriver).iter().map(finding).collect()
    }

    fn explains(&self) -> &'static [Link] {
        crate::diagnose::links::of_pods!["deploy-rollout-stuck" because crate::diagnose::links::rollout]
    }
}

fn finding(trouble: &Trouble<'_>) -> Finding {
    let name = trouble.id.name.as_str();
    // `… driver name nfs.csi.k8s.io not found in the list of registered CSI drivers`
    let driver = trouble.event.message.split_once("driver name ").and_then(|(_, rest)| rest.split(' ').next()).unwrap_or_default();
    let node = trouble.pod.and_then(|pod| pod.node.as_ref()).map(|it| it.value.as_str());
    let place = node.map_or_else(|| "<node>".to_owned(), str::to_owned);
    Finding {
        rule: META.id.to_owned(),
        severity: Severity::Critical,
        confidence: Confidence::Certain,
        subject: trouble.id.clone(),
        also: trouble.also.clone(),
        title: phrase!("{name} cannot mount its volume: CSI driver {driver} is not registered on its node", "{name} 无法挂载卷：其节点上没有注册 CSI 驱动 {driver}", name = name, driver = driver),
        why: phrase!("The driver's node plugin, a DaemonSet, registers with the kubelet of each node. On this node it does not run, has just been restarted, or its registrar fails; a taint that it does not tolerate is a common reason.", "驱动的节点插件（DaemonSet）要向每个节点的 kubelet 注册。该节点上它没有运行、刚刚重启，或注册失败；常见原因是它不容忍该节点的污点。"),
        fix: phrase!("Get the node plugin of {driver} to run on that node.", "让 {driver} 的节点插件在该节点上运行。", driver = driver),
        next: vec![
            kubectl(format!("kubectl get csinode {place} -o yaml"), phrase!("which drivers the node has", "该节点有哪些驱动")),
            kubectl(format!("kubectl get pods -A -o wide --field-selector spec.nodeName={place}"), phrase!("does the driver's pod run there?", "驱动的 Pod 是否在该节点运行")),
            kubectl(format!("kubectl describe pod{} {name}", in_namespace(&trouble.id)), phrase!("does the event repeat?", "事件是否重复出现")),
        ],
        evidence: Proof::new(trouble.event.span, phrase!("what the kubelet says", "kubelet 的说明")),
    }
}
