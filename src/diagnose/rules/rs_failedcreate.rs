//! A controller may not create its pods, and neither a quota nor a limit range is why.

use crate::diagnose::ended::short;
use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{in_namespace, kubectl};
use crate::diagnose::refused::{Refused, between, refused};
use crate::diagnose::rule::{Meta, Rule};
use crate::kind::Kind;
use crate::model::cluster::Cluster;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: RsFailedcreate = RsFailedcreate;

pub(super) struct RsFailedcreate;

static META: Meta = Meta {
    id: "rs-failedcreate",
    what: text!("A workload's pods are refused: Pod Security, service account, webhook.", "工作负载的 Pod 被拒绝创建：Pod 安全标准、ServiceAccount 或准入 webhook。"),
    needs: "kubectl get events, kubectl describe rs …",
};

/// What refuses, by the words of the API server and of `OpenShift`.
const WORDS: [&str; 5] = ["violates PodSecurity", "serviceaccount \"", "denied the request", "security context constraint", "no PriorityClass with name"];

impl Rule for RsFailedcreate {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        refused(cluster, &WORDS).iter().filter(|it| it.workload.kind != Kind::CronJob).map(finding).collect()
    }
}

fn finding(refused: &Refused<'_>) -> Finding {
    let message = refused.event.message.as_str();
    let (name, namespace) = (refused.workload.name.as_str(), refused.workload.namespace.as_deref().unwrap_or("NAMESPACE"));
    let of = in_namespace(&refused.workload);
    let (tail, fix, next) = if let Some(level) = between(message, "violates PodSecurity \"", "\"") {
        (
            phrase!("they violate Pod Security \"{level}\"", "违反了 Pod 安全标准 \"{level}\"", level = level),
            phrase!("Set in the pod template what the message asks for. Only if the pods need more rights: relax the label `pod-security.kubernetes.io/enforce` of the namespace.", "按消息的要求修改 Pod 模板。只有当 Pod 确实需要更多权限时，才放宽命名空间的标签 `pod-security.kubernetes.io/enforce`。"),
            kubectl(format!("kubectl get namespace {namespace} --show-labels"), phrase!("which level the namespace enforces", "命名空间实施的级别")),
        )
    } else if let Some(account) = between(message, "serviceaccount \"", "\"") {
        (
            phrase!("the service account {account} does not exist", "ServiceAccount {account} 不存在", account = account),
            phrase!("Create it in the same namespace, or correct `serviceAccountName` in the pod template.", "在同一命名空间创建它，或修正 Pod 模板中的 `serviceAccountName`。"),
            kubectl(format!("kubectl get serviceaccounts{of}"), phrase!("the accounts that there are", "现有的 ServiceAccount")),
        )
    } else if message.contains("security context constraint") {
        (
            phrase!("no security context constraint (SCC) allows them", "没有允许它们的安全上下文约束（SCC）"),
            phrase!("Drop what the message names from the pod template, or grant its service account an SCC that allows it.", "从 Pod 模板中去掉消息所述的设置，或给它的 ServiceAccount 授予允许该设置的 SCC。"),
            kubectl("oc get scc", phrase!("what each constraint allows", "每个约束允许什么")),
        )
    } else if let Some(class) = between(message, "no PriorityClass with name ", " was") {
        (
            phrase!("the PriorityClass {class} does not exist", "PriorityClass {class} 不存在", class = class),
            phrase!("Create it, or correct `priorityClassName` in the pod template.", "创建它，或修正 Pod 模板中的 `priorityClassName`。"),
            kubectl("kubectl get priorityclasses", phrase!("the classes that there are", "现有的 PriorityClass")),
        )
    } else {
        let webhook = between(message, "admission webhook \"", "\"").unwrap_or("?");
        (
            phrase!("the webhook {webhook} denies them", "webhook {webhook} 拒绝了它们", webhook = webhook),
            phrase!("The webhook works: its policy forbids these pods. Change the pod template as the message asks, or the policy.", "webhook 工作正常：是它的策略不允许这些 Pod。按消息的要求修改 Pod 模板，或修改策略。"),
            kubectl("kubectl get validatingwebhookconfigurations,mutatingwebhookconfigurations", phrase!("whose webhook it is", "这是谁的 webhook")),
        )
    };
    let title = phrase!("{name} gets no further pods: ", "{name} 无法再创建 Pod：", name = name);
    Finding {
        rule: META.id.to_owned(),
        severity: Severity::Critical,
        confidence: Confidence::Certain,
        subject: refused.workload.clone(),
        also: Vec::new(),
        title: crate::text::Phrase { en: title.en + &tail.en, zh: title.zh + &tail.zh },
        why: phrase!("The API server refuses each pod before it exists, so there is no pod to look at; the controller tries again and again. It says: `{said}`.", "API 服务器在 Pod 创建之前就拒绝了，因此看不到 Pod；控制器会不断重试。原文：`{said}`。", said = short(message)),
        fix,
        next: vec![next],
        evidence: Proof::new(refused.event.span, phrase!("the refusal", "拒绝的消息")),
    }
}
