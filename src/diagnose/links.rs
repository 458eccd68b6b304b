//! Causes and effects that rules of several families have in common: each function says why an effect follows from a cause, or that it
//! does not.

use crate::diagnose::ended::share;
use crate::diagnose::finding::Finding;
use crate::diagnose::heard;
use crate::diagnose::look::{on_lost_node, pods_of, status};
use crate::diagnose::pdb;
use crate::diagnose::pulling;
use crate::diagnose::refused::refused;
use crate::diagnose::scheduler::{Reason, Refusal, What, refusal};
use crate::diagnose::services::matches;
use crate::diagnose::storage;
use crate::diagnose::webhook::{selector_of, serves, stands_behind};
use crate::diagnose::workload::workload_of;
use crate::kind::Kind;
use crate::model::cluster::Cluster;
use crate::model::component::Role;
use crate::model::node::Node;
use crate::model::object_ref::ObjectRef;
use crate::model::pod::Pod;
use crate::phrase;
use crate::text::Phrase;

/// The links of a rule about pods that do not run: own ones, then those to what depends on such pods.
macro_rules! of_pods {
    ($($effect:literal because $because:expr),* $(,)?) => {
        &[
            $(crate::diagnose::rule::Link { effect: $effect, because: $because },)*
            crate::diagnose::rule::Link { effect: "webhook-backend-down", because: crate::diagnose::links::backend },
            crate::diagnose::rule::Link { effect: "webhook-timeout-slow", because: crate::diagnose::links::backend },
            crate::diagnose::rule::Link { effect: "apiservice-unavailable", because: crate::diagnose::links::backend },
            crate::diagnose::rule::Link { effect: "log-refused-joined", because: crate::diagnose::services::called },
            crate::diagnose::rule::Link { effect: "openshift-operator-degraded", because: crate::diagnose::links::operand },
            crate::diagnose::rule::Link { effect: "pvc-provisioner-absent", because: crate::diagnose::storage::provisioner },
            crate::diagnose::rule::Link { effect: "pvc-provisioning-failed", because: crate::diagnose::storage::provisioner },
            crate::diagnose::rule::Link { effect: "pdb-blocks-drain", because: crate::diagnose::links::guarded },
            crate::diagnose::rule::Link { effect: "job-failed", because: crate::diagnose::links::tries },
            crate::diagnose::rule::Link { effect: "extended-resource-missing", because: crate::diagnose::links::announces },
            crate::diagnose::rule::Link { effect: "csi-node-plugin-missing-on-node", because: crate::diagnose::storage::node_plugin },
            crate::diagnose::rule::Link { effect: "svc-lb-pending", because: crate::diagnose::links::gives_addresses },
            crate::diagnose::rule::Link { effect: "init-blocking", because: crate::diagnose::rules::init_blocking::waited_for },
        ]
    };
}

pub(super) use of_pods;

/// The pods that a finding is about, as far as the text shows them.
fn pods<'a>(cluster: &'a Cluster, finding: &'a Finding) -> impl Iterator<Item = &'a Pod> {
    finding.objects().filter_map(|id| cluster.pods.get(id))
}

/// The workload of a pod, also of one of which only events speak.
fn workload(cluster: &Cluster, id: &ObjectRef) -> String {
    cluster.pods.get(id).map_or_else(|| workload_of(&Pod::new(id.clone())), workload_of)
}

/// The rollout waits for the pods of the finding, or for pods that cannot be made.
pub fn rollout(cluster: &Cluster, cause: &Finding, effect: &Finding) -> Option<Phrase> {
    let deployment = &effect.subject;
    let beside = |id: &ObjectRef| deployment.namespace.is_none() || id.namespace == deployment.namespace;
    let its = |id: &ObjectRef| match id.kind {
        Kind::Deployment => id.name == deployment.name,
        Kind::Pod => workload(cluster, id) == deployment.name,
        _ => false,
    };
    cause.objects().any(|id| beside(id) && its(id)).then(|| {
        phrase!("the rollout waits for its new pods, and this is what holds them up", "发布在等待新 Pod，而新 Pod 正是因此无法就绪")
    })
}

/// A webhook refuses the pods that the rollout waits for.
pub fn refused_pods(cluster: &Cluster, cause: &Finding, effect: &Finding) -> Option<Phrase> {
    let named = |message: &str| {
        let service = &cause.subject;
        let host = format!("//{}.{}.svc", service.name, service.namespace.as_deref().unwrap_or_default());
        service.kind == Kind::Service && message.contains(&host)
    };
    let told = refused(cluster, &["ailed calling webhook"]).into_iter().filter(|it| it.workload == effect.subject);
    let its = told.map(|it| it.event).any(|event| named(&event.message) || cause.evidence.iter().any(|line| line.span == event.span));
    its.then(|| phrase!("this webhook refuses the pods that the rollout wants to create", "该 webhook 拒绝了发布要创建的 Pod"))
}

/// The pods stand behind the Service that does not answer.
pub fn backend(cluster: &Cluster, cause: &Finding, effect: &Finding) -> Option<Phrase> {
    let service = effect.objects().filter(|it| it.kind == Kind::Service).find(|it| serves(cluster, cause, it))?;
    Some(match selector_of(cluster, service) {
        Some(_) => phrase!("these are the pods behind Service {service}", "这些 Pod 就是 Service {service} 的后端", service = service.name),
        None => phrase!(
            "by name and namespace these are the pods behind Service {service}",
            "从名称和命名空间看，这些 Pod 就是 Service {service} 的后端",
            service = service.name
        ),
    })
}

/// All pods behind the Service that does not answer are on nodes that fail, or are broken themselves.
pub fn backend_there(cluster: &Cluster, cause: &Finding, effect: &Finding) -> Option<Phrase> {
    let service = effect.objects().find(|it| it.kind == Kind::Service)?;
    let there = |pod: &Pod| pod.node.as_ref().is_some_and(|node| about_node(cause, &node.value));
    let behind = || cluster.pods.values().filter(|pod| stands_behind(cluster, pod, service));
    let one_there = behind().any(there);
    let none_elsewhere = behind().all(|pod| there(pod) || pod.is_ready() != Some(true) || on_lost_node(cluster, pod));
    (one_there && none_elsewhere).then(|| {
        phrase!("the pods behind Service {service} are on that node", "Service {service} 的后端 Pod 在该节点上", service = service.name)
    })
}

/// Whether a finding is about the node of that name.
fn about_node(finding: &Finding, name: &str) -> bool {
    finding.objects().any(|it| it.kind == Kind::Node && it.name == name)
}

/// The pods are of the operator that complains, or of what it looks after: by their namespace, or because it names them.
pub fn operand(cluster: &Cluster, cause: &Finding, effect: &Finding) -> Option<Phrase> {
    let operator = effect.subject.name.as_str();
    let message = cluster.others.get(&effect.subject)?.fields.get("MESSAGE").map_or("", |it| it.value.as_str());
    let own = |pod: &Pod| {
        let Some(namespace) = pod.id.namespace.as_deref() else { return false };
        let of = namespace.strip_prefix("openshift-").map(|it| it.strip_suffix("-operator").unwrap_or(it));
        of == Some(operator) || of.is_some() && message.contains(namespace)
    };
    pods(cluster, cause).any(own).then(|| {
        phrase!("these pods are what the operator {operator} runs", "这些 Pod 正是 operator {operator} 所管理的", operator = operator)
    })
}

/// The budget counts these pods, and they are not ready.
pub fn guarded(cluster: &Cluster, cause: &Finding, effect: &Finding) -> Option<Phrase> {
    let budget = cluster.others.get(&effect.subject)?;
    // One that demands all pods forbids every eviction, however well they are.
    if pdb::demands_all(budget) {
        return None;
    }
    let selector = pdb::selector(budget);
    let name = budget.id.name.trim_start_matches("pdb-").trim_end_matches("-pdb");
    let counted = |pod: &Pod| {
        let fits = if selector.is_empty() || pod.labels.is_empty() { workload_of(pod) == name } else { matches(pod, &selector) };
        fits && pod.id.namespace == budget.id.namespace && pod.is_ready() == Some(false)
    };
    pods(cluster, cause).any(counted).then(|| phrase!("it counts these pods, and they are not ready", "它统计的正是这些 Pod，而它们未就绪"))
}

/// The pods are the tries of the Job.
pub fn tries(_: &Cluster, cause: &Finding, effect: &Finding) -> Option<Phrase> {
    share(cause, effect).then(|| phrase!("these pods are its tries", "这些 Pod 就是它的各次尝试"))
}

/// The pods wait for a node, and the scheduler is what does not run.
pub fn nobody_schedules(cluster: &Cluster, cause: &Finding, effect: &Finding) -> Option<Phrase> {
    let own = pods(cluster, effect).all(|pod| pod.fields.get("schedulerName").is_none_or(|it| it.value == "default-scheduler"));
    let lease = cause.subject.kind == Kind::Lease;
    let of_scheduler = if lease { cause.subject.name == "kube-scheduler" } else { true };
    // One that is ready and leads is enough.
    let none_ready = pods_of(cluster, Role::Scheduler).all(|pod| pod.is_ready() != Some(true));
    (own && of_scheduler && (lease || none_ready))
        .then(|| phrase!("no scheduler is at work, so nobody looks at new pods", "没有调度器在工作，新 Pod 无人处理"))
}

/// The pods wait for a node, and not one node is ready.
pub fn no_ready_node(cluster: &Cluster, cause: &Finding, _: &Finding) -> Option<Phrase> {
    let none = !cluster.nodes.is_empty() && cluster.nodes.values().all(|node| node.is_ready() == Some(false));
    let here = cluster.nodes.keys().any(|name| about_node(cause, name));
    (none && here)
        .then(|| phrase!("only a node that is Ready takes new pods, and there is none", "只有 Ready 的节点才接受新 Pod，而现在一个也没有"))
}

/// The scheduler's last word on the pods of a finding.
fn refused_by_nodes<'a>(cluster: &'a Cluster, effect: &'a Finding) -> Option<Refusal<'a>> {
    pods(cluster, effect).find_map(refusal)
}

/// The scheduler counts cordoned nodes among those that it may not use, and the others have no room, or there are no others.
pub fn cordoned(cluster: &Cluster, cause: &Finding, effect: &Finding) -> Option<Phrase> {
    let refusal = refused_by_nodes(cluster, effect)?;
    let cordoned =
        |node: &Node| about_node(cause, &node.id.name) && node.status.as_ref().is_some_and(|it| it.value.contains("SchedulingDisabled"));
    let some = refusal.of_sort(What::Unschedulable).next().is_some() && cluster.nodes.values().any(cordoned);
    (some && matches!(refusal.closest(), What::Unschedulable | What::Insufficient)).then(|| {
        phrase!(
            "the scheduler says that nodes were unschedulable: a cordoned node takes no new pods",
            "调度器说明有节点不可调度（unschedulable）：被封锁的节点不接收新的 Pod"
        )
    })
}

/// The taint that the kubelet's pressure brings keeps the pod away.
pub fn pressure_taint(cluster: &Cluster, cause: &Finding, effect: &Finding) -> Option<Phrase> {
    let refusal = refused_by_nodes(cluster, effect)?;
    // `node-disk-pressure` brings `node.kubernetes.io/disk-pressure`.
    let kind = cause.rule.strip_prefix("node-")?;
    let named = |it: &str| it.strip_prefix("node.kubernetes.io/") == Some(kind);
    let shown = refusal.of_sort(What::Taint).filter_map(Reason::taint).any(named);
    shown.then(|| phrase!("a node under pressure is tainted and takes no new pods", "处于压力状态的节点会带上污点，不接收新的 Pod"))
}

/// The kubelet of that node evicted the pods for what it is short of.
pub fn evicts(cluster: &Cluster, cause: &Finding, effect: &Finding) -> Option<Phrase> {
    let here = |pod: &Pod| status(pod) == "Evicted" && pod.node.as_ref().is_some_and(|node| about_node(cause, &node.value));
    // Source: pkg/kubelet/eviction, helpers.go: "The node was low on resource: …", "The node had condition: [DiskPressure]".
    let words: &[&str] = match cause.rule.as_str() {
        "node-disk-pressure" => &["ephemeral-storage", "inodes", "nodefs", "imagefs", "DiskPressure"],
        "node-memory-pressure" => &["low on resource: memory", "MemoryPressure"],
        _ => &["low on resource: pids", "PIDPressure"],
    };
    let told = |pod: &Pod| {
        let message = pod.fields.get("message").map(|it| it.value.as_str());
        let said = message.into_iter().chain(pod.events.iter().filter(|it| it.reason == "Evicted").map(|it| it.message.as_str()));
        let mut of_node = said.filter(|it| !it.contains("exceed")).peekable();
        let silent = message.is_none() && pod.events.iter().all(|it| it.reason != "Evicted");
        silent || of_node.any(|it| words.iter().any(|word| it.contains(word)))
    };
    pods(cluster, effect)
        .any(|pod| here(pod) && told(pod))
        .then(|| phrase!("the kubelet of that node evicts pods to get out of it", "该节点的 kubelet 为缓解压力而驱逐 Pod"))
}

/// etcd on that node cannot write to a full disk.
pub fn disk_of_etcd(cluster: &Cluster, cause: &Finding, effect: &Finding) -> Option<Phrase> {
    let same = effect.subject.name.strip_prefix("etcd-") == Some(cause.subject.name.as_str());
    // A log that names another reason is right.
    let last = heard::last_words(cluster, &effect.subject);
    let fits = last.is_none_or(|it| ["no space left", "disk quota exceeded", "ENOSPC"].iter().any(|words| it.message.contains(words)));
    (same && fits).then(|| {
        phrase!("etcd ends when it cannot write, and the disk of its node is full", "etcd 无法写入时会退出，而其所在节点的磁盘已满")
    })
}

/// All DNS pods are among those of the cause, so the cluster has no DNS.
pub fn dns_pods(_: &Cluster, cause: &Finding, effect: &Finding) -> Option<Phrase> {
    let own = |id: &ObjectRef| cause.objects().any(|it| it == id);
    effect.objects().all(own).then(|| phrase!("these are the DNS pods", "这些就是 DNS 的 Pod"))
}

/// Both are about a common object.
pub fn same_pods(_: &Cluster, cause: &Finding, effect: &Finding) -> Option<Phrase> {
    share(cause, effect).then(|| phrase!("these are the same pods", "它们是同一批 Pod"))
}

/// A node under memory pressure comes to kill.
pub fn same_node(_: &Cluster, cause: &Finding, effect: &Finding) -> Option<Phrase> {
    (cause.subject == effect.subject).then(|| phrase!("it is the same node, which is short of memory", "是同一个内存不足的节点"))
}

/// The image does not fit on the disk of that node.
pub fn full_disk(cluster: &Cluster, cause: &Finding, effect: &Finding) -> Option<Phrase> {
    let here = |pod: &Pod| pod.node.as_ref().is_some_and(|node| about_node(cause, &node.value));
    let full = |pod: &Pod| pulling::error(pod).and_then(|it| pulling::class(&it.value)) == Some(pulling::Refusal::Disk);
    pods(cluster, effect)
        .any(|pod| here(pod) && full(pod))
        .then(|| phrase!("there is no room for the image on the disk of that node", "该节点的磁盘放不下这个镜像"))
}

/// Not one API server of the list is ready.
pub fn no_server(cluster: &Cluster, _: &Finding, _: &Finding) -> Option<Phrase> {
    let none = pods_of(cluster, Role::ApiServer).all(|pod| pod.is_ready() == Some(false));
    none.then(|| phrase!("no API server is ready", "没有一个 API 服务器就绪"))
}

/// Nothing can be reported to an API server that does not answer.
pub fn nobody_listens(_: &Cluster, _: &Finding, _: &Finding) -> Option<Phrase> {
    Some(phrase!("no kubelet can report while the API server does not answer", "API 服务器没有应答时，所有 kubelet 都无法上报"))
}

/// etcd has no leader, by a log, so no heartbeat is stored.
pub fn nothing_stored(cluster: &Cluster, _: &Finding, _: &Finding) -> Option<Phrase> {
    let told = !heard::facts(cluster, "etcd-no-leader").is_empty();
    told.then(|| {
        phrase!(
            "the log says that etcd has no leader: no kubelet's report can be stored",
            "日志说明 etcd 没有领导者：kubelet 的上报无法保存"
        )
    })
}

/// The failed check is that of etcd.
pub fn check_of_etcd(cluster: &Cluster, _: &Finding, _: &Finding) -> Option<Phrase> {
    let etcd = cluster.checks.iter().any(|it| !it.passed && it.name.starts_with("etcd"));
    etcd.then(|| phrase!("the check that fails is the one of etcd", "失败的正是 etcd 这一项检查"))
}

/// The pods are the device plugin that announces the resource.
pub fn announces(cluster: &Cluster, cause: &Finding, effect: &Finding) -> Option<Phrase> {
    let refusal = refused_by_nodes(cluster, effect)?;
    let resource = refusal.of_sort(What::Insufficient).filter_map(Reason::resource).find(|it| it.contains('/'))?;
    // `nvidia.com/gpu`: the plugin carries the vendor's name or the device's.
    let words = storage::words(resource);
    let plugin = |pod: &Pod| pod.id.name.contains("device-plugin") && words.iter().any(|word| pod.id.name.contains(word));
    pods(cluster, cause)
        .any(plugin)
        .then(|| phrase!("this is the device plugin that announces {resource}", "正是这个设备插件负责声明 {resource}", resource = resource))
}

/// The pods hand out the addresses of load balancers, and no other such pod is ready.
pub fn gives_addresses(cluster: &Cluster, cause: &Finding, effect: &Finding) -> Option<Phrase> {
    let gives = |pod: &&Pod| {
        let role = pod.component.as_ref().map(|it| it.role);
        matches!(role, Some(Role::LoadBalancer | Role::CloudControllerManager)) && !pod.id.name.contains("speaker")
    };
    // Where the giver itself has written an event, it runs.
    let silent = cluster.events.iter().all(|it| it.object.as_ref() != Some(&effect.subject) || it.kind != "Warning");
    let here = pods(cluster, cause).any(|pod| gives(&pod));
    let none = cluster.pods.values().filter(gives).all(|pod| pod.is_ready() != Some(true));
    (silent && here && none).then(|| phrase!("these pods hand out the addresses", "地址由这些 Pod 分配"))
}
