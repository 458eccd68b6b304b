//! A container cannot be made from its configuration: a ConfigMap, Secret or key is missing.

use crate::diagnose::ended::{newest, share, short};
use crate::diagnose::finding::{Confidence, Finding, Severity};
use crate::diagnose::look::{in_namespace, kubectl, reason};
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::diagnose::workload::{Group, groups};
use crate::kind::Kind;
use crate::model::cluster::Cluster;
use crate::model::pod::Pod;
use crate::span::Seen;
use crate::text::Phrase;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: ConfigError = ConfigError;

pub(super) struct ConfigError;

static META: Meta = Meta {
    id: "config-error",
    what: text!("A container cannot be made from its configuration.", "无法按配置创建容器。"),
    needs: "kubectl get pods",
};

fn waiting(pod: &Pod) -> bool {
    matches!(reason(pod), "CreateContainerConfigError" | "CreateContainerError")
}

impl Rule for ConfigError {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        groups(cluster, waiting).iter().map(|group| finding(cluster, group)).collect()
    }

    fn explains(&self) -> &'static [Link] {
        crate::diagnose::links::of_pods!["deploy-rollout-stuck" because |_, cause, effect| share(cause, effect).then(|| phrase!("its new pods cannot be started", "它的新 Pod 无法启动"))]
    }
}

/// What the kubelet says now: the message of the waiting container, else the newest event. Older events may tell of what was mended since.
fn said(pod: &Pod) -> Option<Seen<String>> {
    let mut waits = pod.containers.iter().filter(|it| it.reason.as_ref().is_some_and(|it| it.value.starts_with("CreateContainer")));
    let message = waits.find_map(|it| it.message.clone());
    let event = newest(pod.events.iter().filter(|it| it.reason == "Failed" && it.message.starts_with("Error: ") && !it.message.contains("CreateContainer")));
    message.or_else(|| event.map(|it| Seen::new(it.message.trim_start_matches("Error: ").to_owned(), it.span)))
}

/// The object that a message names, with the key where only that is missing. Source of the wordings: kubelet, kuberuntime and
/// `pkg/kubelet/kubelet_pods.go`: `configmap "x" not found`, `couldn't find key k in Secret ns/x`.
fn missing(message: &str) -> Option<(Kind, &str, Option<&str>)> {
    if let Some((_, rest)) = message.split_once("find key ") {
        let (key, rest) = rest.split_once(" in ")?;
        let (kind, object) = rest.split_once(' ')?;
        let name = object.split([' ', ',']).next()?;
        return Some((Kind::parse(kind), name.rsplit('/').next()?, Some(key)));
    }
    let before = message.strip_suffix("\" not found").or_else(|| message.split_once("\" not found").map(|(before, _)| before))?;
    let (kind, name) = before.rsplit_once(" \"").or_else(|| before.rsplit_once('"'))?;
    let kind = kind.rsplit(' ').next()?;
    matches!(kind, "configmap" | "secret" | "configmaps" | "secrets").then(|| (Kind::parse(kind), name, None))
}

fn finding(cluster: &Cluster, group: &Group<'_>) -> Finding {
    let pod = group.first;
    let name = pod.id.name.as_str();
    let state = reason(pod);
    let of = in_namespace(&pod.id);
    let mut evidence = group.proof_of_status(phrase!("STATUS is {state}", "STATUS 为 {state}", state = state));
    let said = group.pods().find_map(said);
    if let Some(said) = &said {
        evidence = evidence.and(said.span, phrase!("what the kubelet says", "kubelet 的说明"));
    }
    let gap = said.as_ref().and_then(|it| missing(&it.value));
    let mut next = vec![kubectl(format!("kubectl describe pod{of} {name}"), phrase!("the name of what is missing", "缺失对象的名称"))];
    let (what, why, fix) = match (&gap, &said) {
        (Some((kind, object, key)), _) => {
            next.insert(0, kubectl(format!("kubectl get {}{of} {object} -o jsonpath='{{.data}}' | tr ',' '\\n' | cut -d: -f1", kind.name().to_lowercase()), phrase!("whether it exists, and which keys it has", "它是否存在、有哪些键")));
            let (what, fix) = match key {
                Some(key) => (
                    phrase!("{kind} {object} has no key {key}", "{kind} {object} 中没有键 {key}", kind = kind, object = object, key = key),
                    phrase!("Add the key {key} to {kind} {object}, or correct the key in the workload. The container starts by itself within a minute or two.", "在 {kind} {object} 中补上键 {key}，或修正工作负载中引用的键。之后一两分钟内容器会自行启动。", kind = kind, object = object, key = key),
                ),
                None => (
                    phrase!("{kind} {object} does not exist", "{kind} {object} 不存在", kind = kind, object = object),
                    phrase!("Create {kind} {object} in the namespace of the pod, or correct the reference. The container starts by itself within a minute or two.", "在 Pod 所在的命名空间中创建 {kind} {object}，或修正引用。之后一两分钟内容器会自行启动。", kind = kind, object = object),
                ),
            };
            let why = match confused(cluster, pod, kind, object) {
                Some(confused) => confused,
                None => phrase!("An environment variable of the container takes its value from there, and without it the kubelet does not start the container.", "容器的环境变量要从中取值，缺少它 kubelet 就不会启动容器。"),
            };
            (Some(what), why, fix)
        }
        (None, Some(said)) if said.value.contains("runAsNonRoot") || said.value.contains("non-root") => (
            Some(phrase!("the image would run as root, which the pod forbids", "镜像会以 root 运行，而 Pod 禁止这样做")),
            phrase!("The pod sets `runAsNonRoot`, and the image names no user, root, or a user by name that the kubelet cannot judge: `{said}`.", "Pod 设置了 `runAsNonRoot`，而镜像没有指定用户、指定了 root，或用户名无法由 kubelet 判断：`{said}`。", said = short(&said.value)),
            phrase!("Set `runAsUser` to a number other than 0, or build the image with a numeric USER.", "把 `runAsUser` 设为非 0 的数字，或用数字形式的 USER 构建镜像。"),
        ),
        (None, Some(said)) => (
            None,
            phrase!("The image is there, but the container cannot be made: `{said}`.", "镜像已就位，但无法创建容器：`{said}`。", said = short(&said.value)),
            phrase!("Correct what the message names; the kubelet tries again by itself.", "修正消息中提到的问题；kubelet 会自行重试。"),
        ),
        (None, None) => (
            None,
            phrase!("The image is there, but the container cannot be made from the pod's configuration: most often a ConfigMap, a Secret or a key in one of them does not exist.", "镜像已就位，但无法按 Pod 的配置创建容器：多半是引用的 ConfigMap、Secret 或其中的键不存在。"),
            phrase!("Create what the event names, or correct the reference in the workload.", "创建事件中提到的对象，或修正工作负载中的引用。"),
        ),
    };
    let what = what.unwrap_or_else(|| Phrase::same(state));
    Finding {
        rule: META.id.to_owned(),
        severity: Severity::Critical,
        confidence: Confidence::Certain,
        subject: pod.id.clone(),
        also: group.also(),
        title: group.title(
            Phrase { en: format!("{name} cannot be started: {}", what.en), zh: format!("{name} 无法启动：{}", what.zh) },
            |n, workload| Phrase { en: format!("{n} pods of {workload} cannot be started: {}", what.en), zh: format!("{workload} 的 {n} 个 Pod 无法启动：{}", what.zh) },
        ),
        why,
        fix,
        next,
        evidence,
    }
}

/// The name exists, but not as that kind or not in that namespace.
fn confused(cluster: &Cluster, pod: &Pod, kind: &Kind, object: &str) -> Option<Phrase> {
    let other = if *kind == Kind::Secret { Kind::ConfigMap } else { Kind::Secret };
    let mut named = cluster.others.keys().filter(|id| id.name == object && id.namespace.is_some());
    let found = named.find(|id| id.kind == other && id.namespace == pod.id.namespace || id.kind == *kind && id.namespace != pod.id.namespace)?;
    Some(phrase!(
        "The pod asks for {kind} {object}. The text shows {other} of that name in namespace {namespace}: perhaps that one is meant.",
        "Pod 引用的是 {kind} {object}。文本中在命名空间 {namespace} 里有同名的 {other}：可能本来想引用它。",
        kind = kind,
        object = object,
        other = found.kind,
        namespace = found.namespace.as_deref().unwrap_or_default(),
    ))
}
