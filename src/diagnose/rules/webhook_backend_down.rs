//! A webhook is called and nothing answers for it.

use crate::diagnose::finding::Finding;
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::diagnose::webhook::{self, Failure};
use crate::model::cluster::Cluster;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: WebhookBackendDown = WebhookBackendDown;

pub(super) struct WebhookBackendDown;

static META: Meta = Meta {
    id: "webhook-backend-down",
    what: text!("An admission webhook cannot be reached.", "准入 webhook 无法访问。"),
    needs: "kubectl get events -A, or the error of kubectl apply",
};

impl Rule for WebhookBackendDown {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let why = phrase!(
            "The API server asks it before it stores an object, and the connection fails: no ready pod stands behind its Service, the Service is gone, or a network path from the control-plane node to it is missing.",
            "API 服务器在保存对象之前要询问它，但连接失败：其 Service 后面没有就绪的 Pod、Service 已被删除，或控制平面节点到它的网络不通。",
        );
        let fix = || phrase!(
            "Bring its pods back. If the webhook itself refuses them, delete its configuration (keep a copy), let the pods start, and apply it again; then exclude its own namespace and kube-system in its namespaceSelector.",
            "恢复它的 Pod。如果正是该 webhook 拒绝了这些 Pod，先删除其配置（保留备份），待 Pod 启动后再恢复；并在 namespaceSelector 中排除它自己的命名空间和 kube-system。",
        );
        let all = webhook::failing(cluster, Failure::Backend);
        all.iter().filter_map(|it| webhook::finding(cluster, &META, it, phrase!("Webhook {name} does not answer: nothing is there behind its Service", "Webhook {name} 没有应答：其 Service 后面没有可用的 Pod", name = it.name), &why, fix())).collect()
    }

    fn explains(&self) -> &'static [Link] {
        &[Link { effect: "deploy-rollout-stuck", because: crate::diagnose::links::refused_pods }]
    }
}
