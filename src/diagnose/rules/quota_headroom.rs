//! A `ResourceQuota` has less than a tenth left.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{in_namespace, kubectl};
use crate::diagnose::quantity::milli;
use crate::diagnose::storage::all;
use crate::kind::Kind;
use crate::model::cluster::Other;
use crate::span::Span;
use crate::diagnose::rule::{Meta, Rule};
use crate::model::cluster::Cluster;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: QuotaHeadroom = QuotaHeadroom;

pub(super) struct QuotaHeadroom;

static META: Meta = Meta {
    id: "quota-headroom",
    what: text!("A quota is nearly used up.", "配额即将用尽。"),
    needs: "kubectl get quota -A, kubectl describe quota …",
};

impl Rule for QuotaHeadroom {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        all(cluster, &Kind::ResourceQuota).filter_map(finding).collect()
    }
}

fn finding(quota: &Other) -> Option<Finding> {
    let name = quota.id.name.as_str();
    let mut tight: Vec<(String, Span, bool)> = Vec::new();
    let mut judge = |resource: &str, used: &str, hard: &str, span: Span| {
        // A hard limit of 0 forbids on purpose.
        let Some((has, most)) = milli(used).zip(milli(hard)).filter(|(_, most)| *most > 0) else { return };
        if has >= most.saturating_sub(most / 10) && !tight.iter().any(|(it, _, _)| it.starts_with(&format!("{resource} "))) {
            tight.push((format!("{resource} {used}/{hard}"), span, has >= most));
        }
    };
    for (path, hard) in &quota.fields {
        if let Some(resource) = path.strip_prefix("status.hard.")
            && let Some(used) = quota.fields.get(format!("status.used.{resource}").as_str())
        {
            judge(resource, &used.value, &hard.value, hard.span);
        }
        // `pods: 2/2, requests.cpu: 800m/1`
        if matches!(path.as_str(), "REQUEST" | "LIMIT") {
            for (resource, rest) in hard.value.split(", ").filter_map(|it| it.split_once(": ")) {
                if let Some((used, most)) = rest.split_once('/') {
                    judge(resource, used, most, hard.span);
                }
            }
        }
    }
    let (_, span, _) = tight.first()?;
    let full = tight.iter().any(|(_, _, full)| *full);
    let list = tight.iter().map(|(it, _, _)| it.as_str()).collect::<Vec<_>>().join(", ");
    Some(Finding {
        rule: META.id.to_owned(),
        severity: Severity::Info,
        confidence: Confidence::Certain,
        subject: quota.id.clone(),
        also: Vec::new(),
        title: if full {
            phrase!("Quota {name} is used up: {list}", "配额 {name} 已用尽：{list}", name = name, list = list)
        } else {
            phrase!("Quota {name} is nearly used up: {list}", "配额 {name} 即将用尽：{list}", name = name, list = list)
        },
        why: phrase!("What goes beyond it is refused. A rolling update needs room as well: it creates new pods before the old ones go.", "超出部分会被拒绝。滚动更新同样需要余量：它会先创建新 Pod，再移除旧的。"),
        fix: phrase!("Raise the quota, or lower requests and replicas, before the next update.", "在下次更新之前提高配额，或降低请求量与副本数。"),
        next: vec![kubectl(format!("kubectl describe quota{} {name}", in_namespace(&quota.id)), phrase!("used and hard, per resource", "每种资源的已用量与上限"))],
        evidence: Proof::new(*span, phrase!("used and hard", "已用量与上限")),
    })
}
