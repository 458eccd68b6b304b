//! The network or the pause container of a pod cannot be set up; the message tells what is missing.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity, Step};
use crate::diagnose::look::{in_namespace, kubectl, line, on_node, reason};
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::diagnose::workload::workload_of;
use crate::kind::Kind;
use crate::model::cluster::Cluster;
use crate::model::event::Event;
use crate::model::object_ref::ObjectRef;
use crate::model::pod::Pod;
use crate::order::Map;
use crate::span::Seen;
use crate::text::Phrase;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: PodSandboxFailed = PodSandboxFailed;

pub(super) struct PodSandboxFailed;

static META: Meta = Meta {
    id: "pod-sandbox-failed",
    what: text!("A pod's sandbox cannot be created.", "无法创建 Pod 的沙箱。"),
    needs: "kubectl describe pod …, kubectl get events",
};

impl Rule for PodSandboxFailed {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let mut by_cause: Map<(Cause, Option<&str>, String), Failed<'_>> = Map::new();
        let unlisted = unlisted(cluster);
        for pod in cluster.pods.values().filter(|pod| waits(pod)).chain(&unlisted) {
            if let Some(event) = pod.events.iter().filter(failed).min_by_key(|it| it.age_secs) {
                // What lies in the node is one fault for all pods there.
                let cause = cause(&event.message);
                let of = pod.node.as_ref().filter(|_| cause != Cause::Untold).map_or_else(|| workload_of(pod), |it| it.value.clone());
                by_cause.slot((cause, pod.id.namespace.as_deref().filter(|_| cause == Cause::Untold), of), Default::default).push((pod, event));
            }
        }
        by_cause.iter().filter_map(|((cause, _, _), pods)| finding(*cause, pods)).collect()
    }

    fn explains(&self) -> &'static [Link] {
        crate::diagnose::links::of_pods!["deploy-rollout-stuck" because crate::diagnose::links::rollout]
    }
}

/// Pods with the event that says so.
type Failed<'a> = Vec<(&'a Pod, &'a Event)>;

/// It has not started since: a sandbox that came up in the end is no fault any more.
fn waits(pod: &Pod) -> bool {
    let state = reason(pod);
    matches!(state, "Pending" | "ContainerCreating" | "PodInitializing" | "Unknown") || state.contains('/')
}

/// A kubelet tries again within seconds: what was said longer ago of a pod that the text does not show is over.
const EVENT_SECS: i64 = 600;

/// Pods of which only events speak, and that have not started since.
fn unlisted(cluster: &Cluster) -> Vec<Pod> {
    let mut found: Map<ObjectRef, Pod> = Map::new();
    for event in cluster.events.iter().filter(|it| failed(it) && it.age_secs.is_some_and(|age| age < EVENT_SECS)) {
        let Some(id) = event.object.as_ref().filter(|id| id.kind == Kind::Pod && !cluster.pods.contains_key(id)) else { continue };
        let over = |it: &Event| matches!(it.reason.as_str(), "Created" | "Started" | "Killing" | "AddedInterface") && it.age_secs <= event.age_secs;
        if cluster.events.iter().any(|it| it.object.as_ref() == Some(id) && over(it)) || cluster.scope.covering(&Kind::Pod, id.namespace.as_deref()).is_some() {
            continue;
        }
        let pod = found.slot(id.clone(), || Pod { sightings: vec![event.span], ..Pod::new(id.clone()) });
        // `kubelet, w-1`, as the wide list of events names the source.
        let node = event.source.as_deref().and_then(|it| it.strip_prefix("kubelet, "));
        pod.node = pod.node.take().or_else(|| Some(Seen::new(node?.to_owned(), event.span)));
        pod.events.push(event.clone());
    }
    found.into_values().collect()
}

fn failed(event: &&Event) -> bool {
    matches!(event.reason.as_str(), "FailedCreatePodSandBox" | "FailedPodSandBoxStatus")
}

/// What the message names.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Cause {
    Flannel,
    Addresses,
    PauseImage,
    Plugin,
    Calico,
    Bridge,
    Cilium,
    Network,
    Untold,
}

/// Wordings of the plugins and of containerd; the more telling stand first.
const WORDINGS: &[(&str, Cause)] = &[
    ("/run/flannel/subnet.env", Cause::Flannel),
    ("failed to get sandbox image", Cause::PauseImage),
    ("failed to pull image", Cause::PauseImage),
    ("failed to find plugin", Cause::Plugin),
    ("already has an IP address different from", Cause::Bridge),
    ("no IP addresses available in range set", Cause::Addresses),
    ("failed to assign an IP address", Cause::Addresses),
    ("No available IPs", Cause::Addresses),
    ("no more IPs", Cause::Addresses),
    ("No available addresses", Cause::Addresses),
    ("InsufficientFreeAddressesInSubnet", Cause::Addresses),
    ("connection is unauthorized", Cause::Calico),
    ("/var/lib/calico/nodename", Cause::Calico),
    ("cilium.sock", Cause::Cilium),
    ("cni", Cause::Network),
    ("network", Cause::Network),
];

fn cause(message: &str) -> Cause {
    WORDINGS.iter().find(|(words, _)| message.contains(words)).map_or(Cause::Untold, |(_, cause)| *cause)
}

fn finding(cause: Cause, pods: &[(&Pod, &Event)]) -> Option<Finding> {
    let ((first, event), rest) = pods.split_first()?;
    let mut evidence = Proof::new(event.span, phrase!("what the kubelet says", "kubelet 的说明"))
        .and(line(first), phrase!("it has not started since", "此后一直没有启动"));
    for (pod, _) in rest.iter().take(3) {
        evidence = evidence.and(line(pod), phrase!("the same", "同上"));
    }
    let name = first.id.name.as_str();
    let (why, fix) = words(cause);
    Some(Finding {
        rule: META.id.to_owned(),
        severity: Severity::Critical,
        confidence: if cause == Cause::Untold || first.status.is_none() { Confidence::Likely } else { Confidence::Certain },
        subject: first.id.clone(),
        also: rest.iter().map(|(pod, _)| pod.id.clone()).collect(),
        title: title(cause, name, rest.len()),
        why,
        fix,
        next: next(cause, first),
        evidence,
    })
}

fn title(cause: Cause, name: &str, more: usize) -> Phrase {
    let who = if more == 0 { Phrase::same(name) } else { phrase!("{name} and {more} more", "{name} 及另外 {more} 个 Pod", name = name, more = more) };
    let what = match cause {
        Cause::Flannel => phrase!("flannel does not run on the node", "节点上的 flannel 没有运行"),
        Cause::Addresses => phrase!("no pod address is left", "没有可分配的 Pod 地址"),
        Cause::PauseImage => phrase!("the pause image cannot be pulled", "pause 镜像拉取失败"),
        Cause::Plugin => phrase!("a network plugin's program is missing on the node", "节点上缺少网络插件程序"),
        Cause::Calico => phrase!("Calico's plugin does not get through to its agent or the API", "Calico 插件无法访问其代理或 API"),
        Cause::Bridge => phrase!("the bridge cni0 has an address of another network", "网桥 cni0 的地址属于另一个网段"),
        Cause::Cilium => phrase!("the Cilium agent does not run on the node", "节点上的 Cilium 代理没有运行"),
        Cause::Network => phrase!("the network plugin fails", "网络插件失败"),
        Cause::Untold => phrase!("its sandbox cannot be created", "无法创建沙箱"),
    };
    Phrase { en: [who.en, " cannot start: ".to_owned(), what.en].concat(), zh: [who.zh, " 无法启动：".to_owned(), what.zh].concat() }
}

fn words(cause: Cause) -> (Phrase, Phrase) {
    match cause {
        Cause::Flannel => (
            phrase!("flanneld writes /run/flannel/subnet.env when it starts. The file is not there, so flanneld has not come up on that node, often because the node has no pod CIDR.", "flanneld 启动时写入 /run/flannel/subnet.env。该文件不存在，说明该节点上的 flanneld 没有启动成功，常见原因是节点没有 Pod 网段。"),
            phrase!("Look at the flannel pod on that node and at its log; do not write the file by hand.", "检查该节点上的 flannel Pod 及其日志；不要手工创建该文件。"),
        ),
        Cause::Addresses => (
            phrase!("The range from which pods on that node get their addresses is used up: too many pods, a range that is too small, or addresses of pods long gone that were never given back.", "该节点的 Pod 地址段已用尽：Pod 太多、网段太小，或早已消失的 Pod 没有归还地址。"),
            phrase!("Count the pods on the node against its range. If there are fewer, clear leaked addresses (/var/lib/cni/networks, the plugin's IPAM); if not, enlarge the range or the subnet.", "对比节点上的 Pod 数与地址段。如果 Pod 更少，清理泄漏的地址（/var/lib/cni/networks 或插件的 IPAM）；否则扩大网段或子网。"),
        ),
        Cause::PauseImage => (
            phrase!("Every pod begins with a pause container. The node cannot pull its image, so no pod at all can start there. The pull secrets of pods do not count for it.", "每个 Pod 都以一个 pause 容器开始。节点拉取不到它的镜像，因此该节点上任何 Pod 都无法启动。Pod 的拉取凭据对它无效。"),
            phrase!("Set the sandbox image of the container runtime to one that the node can reach, or load it onto the node, then restart the runtime.", "把容器运行时的 sandbox 镜像改为节点可以访问的地址，或预先加载到节点上，然后重启运行时。"),
        ),
        Cause::Plugin => (
            phrase!("The network's configuration names a plugin whose program is not in /opt/cni/bin.", "网络配置引用的插件程序不在 /opt/cni/bin 中。"),
            phrase!("Install the standard plugins on that node (package `containernetworking-plugins` or `kubernetes-cni`).", "在该节点上安装标准插件（软件包 `containernetworking-plugins` 或 `kubernetes-cni`）。"),
        ),
        Cause::Calico => (
            phrase!("Calico's plugin uses a token and a name that calico-node writes to the node. They are missing or no longer valid: calico-node does not run there, or its token was not renewed.", "Calico 插件使用 calico-node 写到节点上的令牌和节点名。它们缺失或已失效：calico-node 没有在该节点运行，或令牌没有更新。"),
            phrase!("Look at calico-node on that node, and restart it there: it writes both anew.", "检查该节点上的 calico-node 并重启它：两者都会重新写入。"),
        ),
        Cause::Bridge => (
            phrase!("The node's pod range changed, or another network plugin was there before, and the old bridge was left behind.", "节点的 Pod 网段变过，或之前装过别的网络插件，旧的网桥残留了下来。"),
            phrase!("Drain the node, delete the bridge (`ip link delete cni0`), restart the network agent there: the bridge is made anew.", "先排空该节点，删除网桥（`ip link delete cni0`），再重启网络代理：网桥会重新创建。"),
        ),
        Cause::Cilium => (
            phrase!("Cilium's plugin asks the agent on the node through a socket, and nobody answers there.", "Cilium 插件通过套接字询问节点上的代理，而那里没有响应。"),
            phrase!("Look at the cilium pod on that node and at its log.", "检查该节点上的 cilium Pod 及其日志。"),
        ),
        Cause::Network => (
            phrase!("The runtime asks the network plugin for an address, and the plugin answers with the error quoted here.", "运行时向网络插件申请地址，插件返回了此处引用的错误。"),
            phrase!("Look at the network agent on that node: is it there, is it ready, what does its log say?", "检查该节点上的网络代理：是否存在、是否就绪、日志说了什么？"),
        ),
        Cause::Untold => (
            phrase!("Before any container, the runtime makes the pod's sandbox: its network and a pause container. That fails; the event does not say why.", "在任何容器之前，运行时先创建 Pod 的沙箱：网络和一个 pause 容器。这一步失败了，而事件没有说明原因。"),
            phrase!("The kubelet's log on that node tells the reason: most often the network plugin or the pause image.", "该节点 kubelet 的日志会说明原因：多半是网络插件或 pause 镜像。"),
        ),
    }
}

fn next(cause: Cause, pod: &Pod) -> Vec<Step> {
    let name = pod.id.name.as_str();
    let node = pod.node.as_ref().map_or("NODE", |it| it.value.as_str());
    let settle = match cause {
        Cause::PauseImage => on_node(node, "crictl images | grep pause; grep -rn sandbox /etc/containerd/config.toml", phrase!("which pause image the runtime wants", "运行时需要哪个 pause 镜像")),
        Cause::Untold => on_node(node, "journalctl -u kubelet -n 100 --no-pager | grep -i sandbox", phrase!("why the sandbox fails", "沙箱创建失败的原因")),
        _ => kubectl(format!("kubectl get pods -A -o wide --field-selector spec.nodeName={node}"), phrase!("the network agent on that node", "该节点上的网络代理")),
    };
    vec![settle, kubectl(format!("kubectl describe pod{} {name}", in_namespace(&pod.id)), phrase!("whether it still fails", "是否仍在失败"))]
}
