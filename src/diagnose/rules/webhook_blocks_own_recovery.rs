//! A webhook refuses the very pods that would answer for it.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::kubectl;
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::diagnose::webhook::{self, Failure};
use crate::model::cluster::Cluster;
use crate::model::event::Event;
use crate::text::Phrase;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: WebhookBlocksOwnRecovery = WebhookBlocksOwnRecovery;

pub(super) struct WebhookBlocksOwnRecovery;

static META: Meta = Meta {
    id: "webhook-blocks-own-recovery",
    what: text!("A webhook stands in the way of its own pods.", "webhook 阻止了它自己的 Pod 启动。"),
    needs: "kubectl get events -A",
};

impl Rule for WebhookBlocksOwnRecovery {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let mut res = Vec::new();
        for it in webhook::failing(cluster, Failure::Backend).into_iter().filter(|it| !it.ignored) {
            let Some(service) = &it.service else { continue };
            let Some(namespace) = service.namespace.as_deref() else { continue };
            // What is refused there is what should stand behind the Service, by the first part of the name.
            let first = |name: &str| name.split('-').next().unwrap_or_default().to_owned();
            let own = |event: &&Event| {
                let refused = event.message.contains("ailed calling webhook") && event.message.contains(it.name) && event.age_secs.is_none_or(|age| age <= 3600);
                refused && event.object.as_ref().is_some_and(|of| of.namespace.as_deref() == Some(namespace) && first(&of.name) == first(&service.name))
            };
            let Some(event) = cluster.events.iter().find(own) else { continue };
            let mut next = vec![kubectl(
                "kubectl get validatingwebhookconfigurations,mutatingwebhookconfigurations -o yaml",
                phrase!("the configuration that names it, and a copy", "找到包含它的配置，并备份"),
            )];
            if let Some(configuration) = webhook::configuration(cluster, it.name) {
                let mut remove = kubectl(
                    format!("kubectl delete {} {}", configuration.kind.plural(), configuration.name),
                    phrase!("lets its pods start again; have a copy first, unless its operator writes it anew", "让它的 Pod 得以启动；先备份，除非其 Operator 会自动重建"),
                );
                remove.safe = false;
                next.push(remove);
            }
            res.push(Finding {
                rule: META.id.to_owned(),
                severity: Severity::Critical,
                confidence: Confidence::Certain,
                subject: service.clone(),
                also: event.object.iter().cloned().collect(),
                title: phrase!("Webhook {name} refuses its own pods: it cannot come back by itself", "Webhook {name} 拒绝了它自己的 Pod：无法自行恢复", name = it.name),
                why: phrase!(
                    "New pods in {namespace} must be approved by a webhook whose own pods are in {namespace}. None of them runs, so none can be approved, so none can start: waiting does not help.",
                    "{namespace} 中新建的 Pod 必须经过一个 webhook 批准，而该 webhook 自己的 Pod 就在 {namespace} 中。它们都没有运行，于是无人批准，也就无法启动：等待没有用。",
                    namespace = namespace,
                ),
                fix: phrase!(
                    "Delete the webhook configuration, let the pods start, apply it again; then exclude {namespace} by its namespaceSelector (label kubernetes.io/metadata.name).",
                    "删除该 webhook 配置，待 Pod 启动后再恢复；之后在 namespaceSelector 中排除 {namespace}（标签 kubernetes.io/metadata.name）。",
                    namespace = namespace,
                ),
                next,
                evidence: Proof::new(event.span, phrase!("a pod of the webhook itself is refused", "被拒绝的正是 webhook 自己的 Pod")),
            });
        }
        res
    }

    fn explains(&self) -> &'static [Link] {
        const SAME: fn(&Cluster, &Finding, &Finding) -> Option<Phrase> = |_, cause, effect| {
            (cause.subject == effect.subject).then(|| phrase!("it refuses the pods that would answer for it", "它拒绝了本应为它应答的 Pod"))
        };
        &[Link { effect: "webhook-backend-down", because: SAME }]
    }
}
