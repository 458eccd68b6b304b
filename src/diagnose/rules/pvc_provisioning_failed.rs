//! The provisioner of a claim's class tried to create the volume and failed.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{in_namespace, kubectl};
use crate::diagnose::storage::{complaint, place, waiting};
use crate::model::cluster::Other;
use crate::text::Text;
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::model::cluster::Cluster;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: PvcProvisioningFailed = PvcProvisioningFailed;

pub(super) struct PvcProvisioningFailed;

static META: Meta = Meta {
    id: "pvc-provisioning-failed",
    what: text!("The provisioner tried and failed.", "供给程序创建卷失败。"),
    needs: "kubectl describe pvc …, kubectl get events",
};

impl Rule for PvcProvisioningFailed {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        waiting(cluster).iter().filter_map(|claim| finding(cluster, claim)).collect()
    }


    fn explains(&self) -> &'static [Link] {
        &[Link { effect: "pvc-unbound", because: crate::diagnose::storage::same_claim }]
    }
}

/// Words of drivers and clouds, what they mean, what to do.
static CAUSES: &[(&[&str], Text, Text)] = &[
    (
        &["ermission", "nauthorized", "AccessDenied", "not authorized", "orbidden", "credential"],
        text!("The storage refused the driver: its account lacks a right, or its credentials are wrong.", "存储端拒绝了驱动：其账号缺少权限，或凭据错误。"),
        text!("Give the driver's account the right that the message names.", "给驱动的账号补上消息中所述的权限。"),
    ),
    (
        &["uota", "LimitExceeded", "nsufficient", "no space", "not enough", "xhausted"],
        text!("The storage has no room, or the account has reached its limit.", "存储空间不足，或账号已达到配额上限。"),
        text!("Free room, raise the limit, or ask for less.", "释放空间、提高上限，或减小申请的容量。"),
    ),
    (
        &["topology", "AccessibilityRequirements", "no topology key"],
        text!("The driver found no node or zone in which it may create the volume: its node plugin has not told where the nodes are.", "驱动找不到可以创建卷的节点或可用区：它的节点插件没有上报拓扑信息。"),
        text!("Look at the driver's node plugin: it must run on the nodes that the volume is for.", "检查驱动的节点插件：它必须运行在使用该卷的节点上。"),
    ),
    (
        &["DeadlineExceeded", "deadline exceeded", "timed out", "connection refused", "Unavailable", "no such host"],
        text!("The driver or the storage behind it did not answer in time.", "驱动或其后端存储没有及时响应。"),
        text!("Look at the driver's controller and its way to the storage.", "检查驱动的控制器及其到存储端的网络。"),
    ),
];

fn finding(cluster: &Cluster, claim: &Other) -> Option<Finding> {
    let name = claim.id.name.as_str();
    let event = complaint(cluster, claim).filter(|it| it.reason == "ProvisioningFailed" && !it.message.contains("storageclass"))?;
    let known = CAUSES.iter().find(|(words, _, _)| words.iter().any(|word| event.message.contains(word)));
    let (why, fix) = match known {
        Some((_, why, fix)) => (why.phrase(), fix.phrase()),
        None => (
            phrase!("The class and its provisioner exist; creating the volume is what fails. The event quotes the driver's error.", "存储类和供给程序都在；失败的是创建卷这一步。事件里引用了驱动返回的错误。"),
            phrase!("Read the error in the event, then the log of the driver's controller.", "先看事件中的错误，再看驱动控制器的日志。"),
        ),
    };
    Some(Finding {
        rule: META.id.to_owned(),
        severity: Severity::Critical,
        confidence: Confidence::Certain,
        subject: claim.id.clone(),
        also: Vec::new(),
        title: phrase!("No volume could be created for claim {name}", "无法为 PVC {name} 创建卷", name = name),
        why,
        fix,
        next: vec![
            kubectl(format!("kubectl describe pvc{} {name}", in_namespace(&claim.id)), phrase!("the driver's error in full", "驱动返回的完整错误")),
            kubectl("kubectl get pods -A | grep -i -E 'csi|provisioner'", phrase!("where the driver's controller runs, for its log", "驱动控制器在哪里，以便查看日志")),
        ],
        evidence: Proof::new(event.span, phrase!("the provisioner's error", "供给程序的错误")).and(place(claim), phrase!("the claim waits", "申领处于等待状态")),
    })
}
