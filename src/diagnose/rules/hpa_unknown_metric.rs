//! A `HorizontalPodAutoscaler` cannot read its metric, so it does not scale.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{in_namespace, kubectl};
use crate::diagnose::storage::all;
use crate::kind::Kind;
use crate::model::event::Event;
use crate::model::object_ref::ObjectRef;
use crate::order::Map;
use crate::span::Span;
use crate::text::{Phrase, Text};
use crate::diagnose::rule::{Meta, Rule};
use crate::model::cluster::Cluster;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: HpaUnknownMetric = HpaUnknownMetric;

pub(super) struct HpaUnknownMetric;

static META: Meta = Meta {
    id: "hpa-unknown-metric",
    what: text!("An autoscaler cannot read its metric.", "HPA 读不到指标。"),
    needs: "kubectl get hpa, kubectl describe hpa …",
};

impl Rule for HpaUnknownMetric {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let mut by_cause: Map<&str, Vec<(ObjectRef, Proof)>> = Map::new();
        for (id, proof, cause) in blind(cluster) {
            by_cause.slot(cause, Vec::new).push((id, proof));
        }
        by_cause.iter().filter_map(|(cause, hpas)| finding(cause, hpas)).collect()
    }
}

/// A new autoscaler has no metric for the first rounds. Source: kube-controller-manager,
/// `--horizontal-pod-autoscaler-sync-period` (15 s) and `--horizontal-pod-autoscaler-initial-readiness-delay` (30 s).
const GRACE_SECS: i64 = 120;

/// An event that old is over.
const STALE_SECS: i64 = 600;

/// Words of the controller's message, what they mean, what to do; the first that fits counts.
static CAUSES: &[(&str, Text, Text)] = &[
    (
        "missing request for",
        text!("Use as a percentage is a percentage of the request, and a container of the target states no request.", "按百分比计算的利用率是相对于请求量的，而目标的某个容器没有声明请求。"),
        text!("State a request of that resource for every container of the target, sidecars included.", "为目标的每个容器（包括边车）声明该资源的请求。"),
    ),
    (
        "external.metrics.k8s.io",
        text!("No one serves the API external.metrics.k8s.io, or not this metric: an adapter for external metrics is missing or fails.", "没有组件提供 external.metrics.k8s.io 接口，或其中没有这个指标：外部指标适配器缺失或故障。"),
        text!("Install or mend the adapter (KEDA, prometheus-adapter, the cloud's own), or correct the metric's name.", "安装或修复适配器（KEDA、prometheus-adapter 或云厂商的适配器），或更正指标名称。"),
    ),
    (
        "custom.metrics.k8s.io",
        text!("No one serves the API custom.metrics.k8s.io, or not this metric: an adapter for custom metrics is missing or fails.", "没有组件提供 custom.metrics.k8s.io 接口，或其中没有这个指标：自定义指标适配器缺失或故障。"),
        text!("Install or mend the adapter, such as prometheus-adapter, or correct the metric's name.", "安装或修复适配器（例如 prometheus-adapter），或更正指标名称。"),
    ),
    (
        "could not find the requested resource",
        text!("The API server knows no metrics API: metrics-server is not installed. `kubectl top` fails for the same reason.", "API 服务器没有指标接口：未安装 metrics-server。`kubectl top` 也会因同样的原因失败。"),
        text!("Install metrics-server.", "安装 metrics-server。"),
    ),
    (
        "unable to handle the request",
        text!("The metrics API is registered, but what serves it does not answer: metrics-server is down or cannot be reached by the API server.", "指标接口已注册，但其后端没有响应：metrics-server 故障，或 API 服务器无法访问它。"),
        text!("Look at the metrics-server pod and at the APIService v1beta1.metrics.k8s.io.", "检查 metrics-server 的 Pod 和 APIService v1beta1.metrics.k8s.io。"),
    ),
    (
        "metrics for",
        text!("The metrics API answers, but has no values for these pods: they are not ready yet, or metrics-server cannot scrape their nodes.", "指标接口有响应，但没有这些 Pod 的数据：它们尚未就绪，或 metrics-server 无法从其节点采集。"),
        text!("Look whether the pods are ready, then at the log of metrics-server.", "先看 Pod 是否就绪，再看 metrics-server 的日志。"),
    ),
];

fn cause(event: Option<&Event>) -> &'static str {
    let known = |event: &Event| CAUSES.iter().map(|(word, _, _)| *word).find(|word| event.message.contains(word));
    event.and_then(known).unwrap_or_default()
}

/// The autoscalers without a metric, with the words that tell the cause.
fn blind(cluster: &Cluster) -> Vec<(ObjectRef, Proof, &'static str)> {
    let failed = |it: &&Event| it.reason.starts_with("FailedGet") && it.reason.ends_with("Metric");
    let event_of = |id: &ObjectRef| cluster.events.iter().filter(failed).filter(|it| it.object.as_ref() == Some(id)).min_by_key(|it| it.age_secs.unwrap_or(i64::MAX));
    let note = || phrase!("the metric is not known", "指标未知");
    let mut found = Vec::new();
    for hpa in all(cluster, &Kind::HorizontalPodAutoscaler) {
        let field = |name: &str| hpa.fields.get(name);
        let young = field("AGE").and_then(|it| crate::time::parse_age(&it.value)).is_some_and(|it| it < GRACE_SECS);
        // Scaled to zero: scaling is off, and no pod has a metric.
        let off = field("REPLICAS").or(field("status.currentReplicas")).is_some_and(|it| it.value == "0");
        let text = ["TARGETS", "Metrics", "Conditions"].into_iter().filter_map(field);
        let unknown = text.clone().find(|it| it.value.contains("<unknown>")).map(|it| it.span);
        let inactive = field("Conditions").filter(|it| it.value.lines().any(|line| line.starts_with("ScalingActive") && line.contains("False") && !line.contains("ScalingDisabled"))).map(|it| it.span);
        let span: Option<Span> = unknown.or(inactive).or_else(|| condition(hpa));
        if off || text.clone().next().is_some() && span.is_none() {
            continue;
        }
        let event = event_of(&hpa.id);
        let proof = match (event, span) {
            (Some(event), span) => {
                let proof = Proof::new(event.span, phrase!("why", "原因"));
                span.map_or(proof.clone(), |span| proof.and(span, note()))
            }
            (None, Some(span)) if !young => Proof::new(span, note()),
            _ => continue,
        };
        found.push((hpa.id.clone(), proof, cause(event)));
    }
    // Only events were pasted. The controller repeats itself every 15 seconds, so an old event is over.
    for id in cluster.events.iter().filter(failed).filter_map(|it| it.object.as_ref()) {
        let listed = cluster.others.contains_key(id) || cluster.scope.covering(&Kind::HorizontalPodAutoscaler, id.namespace.as_deref()).is_some();
        if id.kind != Kind::HorizontalPodAutoscaler || listed || found.iter().any(|(it, _, _)| it == id) {
            continue;
        }
        if let Some(event) = event_of(id).filter(|it| it.age_secs.is_none_or(|age| age < STALE_SECS)) {
            found.push((id.clone(), Proof::new(event.span, phrase!("why", "原因")), cause(Some(event))));
        }
    }
    found
}

/// The condition `ScalingActive` of an object of the API, where it is False for want of a metric.
fn condition(hpa: &crate::model::cluster::Other) -> Option<Span> {
    (0..8).find_map(|at| {
        let part = |key: &str| hpa.fields.get(format!("status.conditions.{at}.{key}").as_str());
        let bad = part("type")?.value == "ScalingActive" && part("status")?.value == "False" && part("reason")?.value != "ScalingDisabled";
        bad.then(|| part("status").map(|it| it.span)).flatten()
    })
}

fn finding(cause: &str, hpas: &[(ObjectRef, Proof)]) -> Option<Finding> {
    let ((first, proof), rest) = hpas.split_first()?;
    let (why, fix): (Phrase, Phrase) = match CAUSES.iter().find(|(word, _, _)| *word == cause) {
        Some((_, why, fix)) => (why.phrase(), fix.phrase()),
        None => (
            phrase!("Without a value the autoscaler leaves the number of replicas as it is. The text does not show the controller's message, which names the reason.", "没有数值时，HPA 会保持副本数不变。文本中没有控制器的消息，而原因就写在其中。"),
            phrase!("Read the message of the condition ScalingActive.", "查看 ScalingActive 状况的消息。"),
        ),
    };
    let name = first.name.as_str();
    let title = if rest.is_empty() {
        phrase!("Autoscaler (HPA) {name} cannot read its metric and does not scale", "HPA {name} 读不到指标，不会伸缩", name = name)
    } else {
        phrase!("{n} autoscalers (HPA) cannot read their metric and do not scale: {name} …", "{n} 个 HPA 读不到指标，不会伸缩：{name} 等", n = hpas.len(), name = name)
    };
    Some(Finding {
        rule: META.id.to_owned(),
        severity: Severity::Warning,
        confidence: Confidence::Certain,
        subject: first.clone(),
        also: rest.iter().map(|(id, _)| id.clone()).collect(),
        title,
        why,
        fix,
        next: vec![
            kubectl(format!("kubectl describe hpa{} {name}", in_namespace(first)), phrase!("the message of ScalingActive", "ScalingActive 的消息")),
            kubectl("kubectl get apiservices | grep metrics", phrase!("who serves metrics, and whether it is available", "由谁提供指标，是否可用")),
        ],
        evidence: rest.iter().filter_map(|(_, proof)| proof.iter().next()).fold(proof.clone(), |all, it| all.and(it.span, it.note.clone())),
    })
}
