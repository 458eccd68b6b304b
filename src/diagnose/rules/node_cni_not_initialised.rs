//! A node is not Ready because it has no pod network, joined with the network agent that fails there.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{in_namespace, kubectl, line, on_node, reason};
use crate::diagnose::node_trouble::{Trouble, agents_on, failing_agent, kubelet_says, trouble};
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::kind::Kind;
use crate::model::cluster::Cluster;
use crate::model::component::Role;
use crate::model::node::Node;
use crate::model::pod::Pod;
use crate::span::Span;
use crate::text::Phrase;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: NodeCniNotInitialised = NodeCniNotInitialised;

pub(super) struct NodeCniNotInitialised;

static META: Meta = Meta {
    id: "node-cni-not-initialised",
    what: text!("A node is not Ready because its pod network is not.", "节点因 Pod 网络未就绪而未就绪。"),
    needs: "kubectl describe nodes; kubectl get pods -A -o wide",
};

impl Rule for NodeCniNotInitialised {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let network = cluster.nodes.values().filter_map(|node| match trouble(cluster, node) {
            Some((Trouble::Network, span)) => Some(finding(cluster, node, span, true)),
            Some((Trouble::NetworkAgent, span)) => Some(finding(cluster, node, span, false)),
            _ => None,
        });
        network.collect()
    }

    fn explains(&self) -> &'static [Link] {
        &[
            Link { effect: "crashloop", because: agent },
            Link { effect: "image-pull", because: agent },
            Link { effect: "config-error", because: agent },
            Link { effect: "pod-sandbox-failed", because: on_the_node },
            Link { effect: "coredns-not-ready", because: no_place },
            Link { effect: "etcd-quorum-at-risk", because: counted },
            Link { effect: "etcd-quorum-lost", because: counted },
            Link { effect: "sched-untolerated-taint", because: crate::diagnose::pending::node_taint },
            Link { effect: "webhook-backend-down", because: crate::diagnose::links::backend_there },
            Link { effect: "webhook-timeout-slow", because: crate::diagnose::links::backend_there },
            Link { effect: "apiservice-unavailable", because: crate::diagnose::links::backend_there },
            Link { effect: "sched-no-event", because: crate::diagnose::links::no_ready_node },
        ]
    }
}

/// The agent that fails is named by this finding; alone it would be the same fault told twice.
fn agent(cluster: &Cluster, cause: &Finding, effect: &Finding) -> Option<Phrase> {
    let node = cluster.nodes.get(&cause.subject.name)?;
    let agent = failing_agent(cluster, node)?;
    let same = effect.subject == agent.id || effect.also.contains(&agent.id);
    same.then(|| phrase!("it is the network agent of that node: the node waits for it", "它是该节点的网络代理，节点在等它"))
}

fn on_the_node(cluster: &Cluster, cause: &Finding, effect: &Finding) -> Option<Phrase> {
    let mut pods = effect.objects().filter_map(|id| cluster.pods.get(id));
    let all = pods.all(|pod| pod.node.as_ref().is_some_and(|it| it.value == cause.subject.name));
    all.then(|| phrase!("the pod is on that node, which has no pod network", "该 Pod 就在这个没有 Pod 网络的节点上"))
}

fn counted(cluster: &Cluster, cause: &Finding, effect: &Finding) -> Option<Phrase> {
    super::node_not_ready::member(cluster, cause, effect)?;
    Some(phrase!("its member is counted as lost because the node is not Ready; etcd uses the host's network and may well run", "节点未就绪，其成员因此被视为失效；但 etcd 使用主机网络，很可能仍在运行"))
}

/// DNS waits for a node where every node lacks the network.
fn no_place(cluster: &Cluster, _: &Finding, effect: &Finding) -> Option<Phrase> {
    let nowhere = cluster.nodes.values().all(|node| trouble(cluster, node).is_some());
    let pending = cluster.pods.get(&effect.subject).is_some_and(|pod| pod.node.is_none() && reason(pod) == "Pending");
    (nowhere && pending).then(|| phrase!("it waits for a Ready node, and there is none", "它在等待就绪的节点，而现在一个也没有"))
}

fn finding(cluster: &Cluster, node: &Node, span: Span, told: bool) -> Finding {
    let name = node.id.name.as_str();
    let agent = failing_agent(cluster, node);
    let mut evidence = Proof::new(span, if told { phrase!("the kubelet says that the network is not ready", "kubelet 报告网络未就绪") } else { phrase!("the node's network agent", "该节点的网络代理") });
    if let Some(status) = &node.status {
        evidence = evidence.and(status.span, phrase!("STATUS is {status}", "STATUS 为 {status}", status = status.value));
    }
    if let Some(pod) = agent {
        evidence = evidence.and(line(pod), phrase!("its network agent fails", "它的网络代理处于失败状态"));
    }
    let plugin = kubelet_says(cluster, node, "cni-plugin-missing").next();
    if let Some(fact) = plugin {
        evidence = evidence.and(fact.span, phrase!("a plugin binary is missing", "缺少插件二进制文件"));
    }
    let (why, fix) = words(cluster, node, agent, plugin.is_some());
    let mut next = Vec::new();
    if let Some(pod) = agent {
        next.push(kubectl(format!("kubectl logs{} {} --all-containers --previous --tail=50", in_namespace(&pod.id), pod.id.name), phrase!("why the agent ends", "代理退出的原因")));
    } else {
        next.push(kubectl(format!("kubectl get pods -A -o wide --field-selector spec.nodeName={name}"), phrase!("is a network agent there, and does it run?", "该节点上有网络代理吗？它在运行吗？")));
    }
    next.push(on_node(name, "ls -l /etc/cni/net.d /opt/cni/bin", phrase!("the network's configuration and programs", "网络插件的配置与程序")));
    Finding {
        rule: META.id.to_owned(),
        severity: Severity::Critical,
        confidence: if told { Confidence::Certain } else { Confidence::Likely },
        subject: node.id.clone(),
        also: agent.into_iter().chain(cluster.pods_on(name).filter(|pod| reason(pod) == "ContainerCreating")).map(|pod| pod.id.clone()).collect(),
        title: match agent {
            Some(pod) => phrase!("Node {name} has no pod network: its agent {agent} fails", "节点 {name} 没有 Pod 网络：网络代理 {agent} 失败", name = name, agent = pod.id.name),
            None => phrase!("Node {name} has no pod network", "节点 {name} 没有 Pod 网络", name = name),
        },
        why,
        fix,
        next,
        evidence,
    }
}

fn words(cluster: &Cluster, node: &Node, agent: Option<&Pod>, plugin: bool) -> (Phrase, Phrase) {
    if plugin {
        return (
            phrase!("The network's configuration is there, but it names a plugin whose program is not in /opt/cni/bin, so the runtime cannot load it.", "网络配置已存在，但它引用的插件程序不在 /opt/cni/bin 中，运行时无法加载。"),
            phrase!("Install the standard plugins (package `containernetworking-plugins` or `kubernetes-cni`) on that node; the kubelet then finds them by itself.", "在该节点上安装标准插件（软件包 `containernetworking-plugins` 或 `kubernetes-cni`），kubelet 随后会自行发现。"),
        );
    }
    if let Some(pod) = agent {
        return (
            phrase!("The runtime finds a network only after the agent of that node has written its configuration. {agent} is in {state}, so it does not come. No new pod gets an address there.", "只有节点上的网络代理写好配置之后，运行时才有网络可用。{agent} 处于 {state}，因此一直没有。该节点上新建的 Pod 得不到地址。", state = reason(pod), agent = pod.id.name),
            phrase!("Find out why the agent fails: its log tells. The node becomes Ready by itself once the agent runs.", "先查明网络代理失败的原因，日志会说明。代理恢复后，节点会自行变为 Ready。"),
        );
    }
    let any = cluster.pods.values().any(|pod| pod.component.as_ref().is_some_and(|it| matches!(it.role, Role::Cni | Role::CniController)));
    if !any && cluster.cni.is_none() && cluster.scope.covers_all(&Kind::Pod) {
        return (
            phrase!("The list of all pods shows no network plugin. Kubernetes brings none of its own: until one is installed, no node becomes Ready.", "所有 Pod 的列表中没有任何网络插件。Kubernetes 自身不带网络插件：安装之前节点不会变为 Ready。"),
            phrase!("Install a network plugin, such as Calico, Cilium or Flannel, with the pod CIDR that the cluster was set up with.", "安装一个网络插件（如 Calico、Cilium 或 Flannel），Pod 网段要与集群初始化时一致。"),
        );
    }
    if let Some(pod) = agents_on(cluster, node).find(|pod| pod.is_ready() == Some(true)) {
        return (
            phrase!("The agent {agent} runs there, yet the runtime finds no usable network configuration: the file in /etc/cni/net.d is missing or names a plugin that is not installed, or the runtime looks elsewhere.", "网络代理 {agent} 在该节点上运行，但运行时仍找不到可用的网络配置：/etc/cni/net.d 中缺少文件，或引用了未安装的插件，或运行时查找的是别的目录。", agent = pod.id.name),
            phrase!("Compare /etc/cni/net.d and /opt/cni/bin with those of a node that works, then restart the container runtime.", "与正常节点对比 /etc/cni/net.d 和 /opt/cni/bin，然后重启容器运行时。"),
        );
    }
    (
        phrase!("The runtime finds no network configuration in /etc/cni/net.d. The network agent of that node writes it: either it is not there, or it does not come up.", "运行时在 /etc/cni/net.d 中找不到网络配置。该配置由节点上的网络代理写入：要么没有代理，要么代理没有启动成功。"),
        phrase!("Look at the network agent's pod on that node. Where no network plugin is installed, install one.", "检查该节点上网络代理的 Pod；若尚未安装网络插件，请先安装。"),
    )
}
