//! A `ResourceQuota` refuses pods that a controller wants to create.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{in_namespace, kubectl};
use crate::diagnose::quantity::milli;
use crate::diagnose::refused::{Refused, between, refused};
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::model::cluster::Cluster;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: QuotaExceeded = QuotaExceeded;

pub(super) struct QuotaExceeded;

static META: Meta = Meta {
    id: "quota-exceeded",
    what: text!("A quota refuses new pods.", "配额拒绝创建新的 Pod。"),
    needs: "kubectl get events, kubectl describe rs …",
};

impl Rule for QuotaExceeded {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        refused(cluster, &["exceeded quota"]).iter().filter_map(finding).collect()
    }

    fn explains(&self) -> &'static [Link] {
        &[Link { effect: "deploy-rollout-stuck", because: crate::diagnose::links::rollout }]
    }
}

fn finding(refused: &Refused<'_>) -> Option<Finding> {
    let message = refused.event.message.as_str();
    let quota = between(message, "exceeded quota: ", ",")?;
    let name = refused.workload.name.as_str();
    let scope = in_namespace(&refused.workload);
    let list = |from: &str, to: &str| between(message, from, to).unwrap_or_default();
    let (asked, used, hard) = (list("requested: ", ", used"), list("used: ", ", limited"), list("limited: ", "\n"));
    let of = |list: &str, key: &str| list.split(',').find_map(|it| it.split_once('=').filter(|(have, _)| have.trim() == key).map(|(_, value)| value.trim().to_owned()));
    let over = |key: &str| Some(milli(&of(used, key)?)?.saturating_add(milli(&of(asked, key)?)?) > milli(&of(hard, key)?)?);
    let sum = |key: &str| Some(format!("{key}: {} + {} > {}", of(used, key)?, of(asked, key)?, of(hard, key)?));
    let sums: Vec<String> = asked.split(',').filter_map(|it| it.split_once('=')).map(|(key, _)| key.trim()).filter(|key| over(key) == Some(true)).filter_map(sum).collect();
    let why = if sums.is_empty() {
        phrase!("The API server refuses a pod that would take its namespace over the quota; the controller tries again and again.", "API 服务器会拒绝使命名空间超出配额的 Pod；控制器会不断重试。")
    } else {
        phrase!(
            "In use, plus what one pod asks for, is more than the quota allows ({sums}). The API server refuses the pod before it exists, so there is no Pending pod to look at; the controller tries again and again.",
            "已用量加上一个 Pod 的请求量超过了配额（{sums}）。API 服务器在 Pod 创建之前就拒绝了，因此看不到 Pending 的 Pod；控制器会不断重试。",
            sums = sums.join(", ")
        )
    };
    Some(Finding {
        rule: META.id.to_owned(),
        severity: Severity::Critical,
        confidence: Confidence::Certain,
        subject: refused.workload.clone(),
        also: Vec::new(),
        title: phrase!("{name} gets no further pods: quota {quota} is used up", "{name} 无法再创建 Pod：配额 {quota} 已用尽", name = name, quota = quota),
        why,
        fix: phrase!("Lower requests or replicas in the namespace, remove what is not needed, or raise the quota.", "降低该命名空间内的请求量或副本数，清理不需要的对象，或提高配额。"),
        next: vec![
            kubectl(format!("kubectl describe quota{scope} {quota}"), phrase!("used and hard, per resource", "每种资源的已用量与上限")),
            kubectl(format!("kubectl get pods{scope}"), phrase!("who uses it", "是谁在使用")),
        ],
        evidence: Proof::new(refused.event.span, phrase!("the refusal", "拒绝的消息")),
    })
}
