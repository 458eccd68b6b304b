//! `kubectl get cs` calls scheduler and controller-manager unhealthy, which says nothing.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::kubectl;
use crate::diagnose::rule::{Meta, Rule};
use crate::kind::Kind;
use crate::model::cluster::Cluster;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: ComponentstatusesDeprecated = ComponentstatusesDeprecated;

pub(super) struct ComponentstatusesDeprecated;

static META: Meta = Meta {
    id: "componentstatuses-deprecated",
    what: text!("kubectl get cs says Unhealthy of components that run.", "kubectl get cs 把正常的组件显示为 Unhealthy。"),
    needs: "kubectl get cs",
};

impl Rule for ComponentstatusesDeprecated {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        // Source: kubernetes/kubernetes#93472 and the changelog of 1.19: componentstatuses are deprecated. The API server asks 127.0.0.1
        // at the insecure ports 10251 and 10252, which are closed since `--port=0` (kubeadm) and gone since 1.23.
        let closed = |message: &str| message.contains("connection refused") && (message.contains(":10251/") || message.contains(":10252/"));
        let mut lines = cluster.others.values().filter(|it| it.id.kind == Kind::ComponentStatus).filter_map(|it| {
            let message = it.fields.values().find(|field| closed(&field.value))?;
            Some((it, message.span))
        });
        let Some((first, span)) = lines.next() else { return Vec::new() };
        let mut evidence = Proof::new(span, phrase!("asked at a port that nothing uses any more", "询问的是早已不用的端口"));
        let mut also = Vec::new();
        for (it, span) in lines {
            evidence = evidence.and(span, phrase!("the same", "同上"));
            also.push(it.id.clone());
        }
        vec![Finding {
            rule: META.id.to_owned(),
            severity: Severity::Info,
            confidence: Confidence::Certain,
            subject: first.id.clone(),
            also,
            title: phrase!("`kubectl get cs` says Unhealthy, which means nothing here", "`kubectl get cs` 显示 Unhealthy，在这里没有意义"),
            why: phrase!(
                "It asks the old plain ports 10251 and 10252 of the API server's own host. Scheduler and controller-manager use 10259 and 10257 with TLS now, so the refusal tells nothing of them. The command is deprecated since 1.19.",
                "它访问的是 API 服务器本机上旧的明文端口 10251 和 10252。调度器和控制器管理器现在使用 TLS 端口 10259 和 10257，连接被拒绝与它们的状态无关。该命令自 1.19 起已弃用。",
            ),
            fix: phrase!("Nothing to mend. Ask the leases or the pods instead.", "无须修复。请改看 Lease 或 Pod。"),
            next: vec![
                kubectl("kubectl get lease -n kube-system kube-scheduler kube-controller-manager", phrase!("both are alive if renewed within seconds", "几秒内有续租就说明两者正常")),
                kubectl("kubectl get --raw '/readyz?verbose'", phrase!("what the API server itself finds well", "API 服务器自身的健康检查")),
            ],
            evidence,
        }]
    }
}
