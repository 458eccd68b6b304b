//! A `ResourceQuota` counts requests or limits, and pods that state none are refused.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{in_namespace, kubectl};
use crate::diagnose::refused::{Refused, between, refused};
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::model::cluster::Cluster;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: QuotaRequiresLimits = QuotaRequiresLimits;

pub(super) struct QuotaRequiresLimits;

static META: Meta = Meta {
    id: "quota-requires-limits",
    what: text!("A quota demands requests or limits that the pods do not state.", "配额要求 Pod 声明请求或限制，而 Pod 没有声明。"),
    needs: "kubectl get events, kubectl describe rs …",
};

impl Rule for QuotaRequiresLimits {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        refused(cluster, &["must specify"]).iter().filter_map(finding).collect()
    }

    fn explains(&self) -> &'static [Link] {
        &[Link { effect: "deploy-rollout-stuck", because: crate::diagnose::links::rollout }]
    }
}

fn finding(refused: &Refused<'_>) -> Option<Finding> {
    let message = refused.event.message.as_str();
    let quota = between(message, "failed quota: ", ":")?;
    // `must specify requests.cpu for: x; requests.memory for: x`; without the containers before 1.24.
    let wanted = message.split_once("must specify ")?.1;
    let wanted: Vec<&str> = wanted.split([';', ',']).filter_map(|it| it.trim().split(' ').next()).filter(|it| it.contains('.') || matches!(*it, "cpu" | "memory")).collect();
    let wanted = wanted.join(", ");
    let name = refused.workload.name.as_str();
    let scope = in_namespace(&refused.workload);
    Some(Finding {
        rule: META.id.to_owned(),
        severity: Severity::Critical,
        confidence: Confidence::Certain,
        subject: refused.workload.clone(),
        also: Vec::new(),
        title: phrase!("{name} gets no pods: quota {quota} demands {wanted}, which its containers do not state", "{name} 无法创建 Pod：配额 {quota} 要求声明 {wanted}，而它的容器没有声明", name = name, quota = quota, wanted = wanted),
        why: phrase!("A quota on requests or limits can only be kept if every pod states them, so the API server refuses a pod that does not.", "对请求或限制设置的配额只有在每个 Pod 都声明时才能核算，因此 API 服务器会拒绝没有声明的 Pod。"),
        fix: phrase!("State {wanted} for each container of the workload, or give the namespace a LimitRange with defaults.", "为工作负载的每个容器声明 {wanted}，或在命名空间里用 LimitRange 提供默认值。", wanted = wanted),
        next: vec![
            kubectl(format!("kubectl describe quota{scope} {quota}"), phrase!("what the quota counts", "配额统计哪些资源")),
            kubectl(format!("kubectl describe limitrange{scope}"), phrase!("are there defaults?", "是否有默认值")),
        ],
        evidence: Proof::new(refused.event.span, phrase!("the refusal", "拒绝的消息")),
    })
}
