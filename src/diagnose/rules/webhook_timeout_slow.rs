//! A webhook is called and answers too late.

use crate::diagnose::finding::Finding;
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::diagnose::webhook::{self, Failure};
use crate::model::cluster::Cluster;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: WebhookTimeoutSlow = WebhookTimeoutSlow;

pub(super) struct WebhookTimeoutSlow;

static META: Meta = Meta {
    id: "webhook-timeout-slow",
    what: text!("An admission webhook answers too late.", "准入 webhook 应答超时。"),
    needs: "kubectl get events -A, or the error of kubectl apply",
};

impl Rule for WebhookTimeoutSlow {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let why = phrase!(
            "The API server waits for its answer as long as its timeoutSeconds say. Either its pods are overloaded, or packets from the control-plane node to the pod network are dropped (firewall on the webhook's port, a broken overlay, a NetworkPolicy).",
            "API 服务器最多等待 timeoutSeconds。要么它的 Pod 过载，要么控制平面节点到 Pod 网络的报文被丢弃（防火墙拦截 webhook 端口、覆盖网络故障、NetworkPolicy）。",
        );
        let fix = || phrase!(
            "Call it from a control-plane node: an answer after seconds means load, none at all means the network. Open the port from control-plane nodes to the pods of the webhook.",
            "在控制平面节点上调用它：几秒后才应答说明过载，完全没有应答说明网络不通。放通控制平面节点到 webhook Pod 的端口。",
        );
        let all = webhook::failing(cluster, Failure::Slow);
        all.iter().filter_map(|it| webhook::finding(cluster, &META, it, phrase!("Webhook {name} answers too late", "Webhook {name} 应答超时", name = it.name), &why, fix())).collect()
    }

    fn explains(&self) -> &'static [Link] {
        &[Link { effect: "deploy-rollout-stuck", because: crate::diagnose::links::refused_pods }]
    }
}
