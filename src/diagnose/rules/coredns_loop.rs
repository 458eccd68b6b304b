//! CoreDNS ends because its upstream leads back to itself: its log says so.

use crate::diagnose::dns::{is_server, servers};
use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{kubectl, line, on_node};
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::model::cluster::Cluster;
use crate::model::log_fact::LogFact;
use crate::model::object_ref::ObjectRef;
use crate::model::pod::Pod;
use crate::text::Phrase;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: CorednsLoop = CorednsLoop;

pub(super) struct CorednsLoop;

static META: Meta = Meta {
    id: "coredns-loop",
    what: text!("CoreDNS forwards queries to itself.", "CoreDNS 把查询转发给了自己。"),
    needs: "kubectl logs -n kube-system -l k8s-app=kube-dns",
};

impl Rule for CorednsLoop {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let facts: Vec<&LogFact> = cluster.logs.iter().filter(|it| it.signature == META.id).collect();
        finding(cluster, &facts).into_iter().collect()
    }

    fn explains(&self) -> &'static [Link] {
        const DOWN: fn(&Cluster, &Finding, &Finding) -> Option<Phrase> = |_, _, _| Some(phrase!("CoreDNS ends as soon as it detects the loop", "CoreDNS 一检测到环路就会退出"));
        &[
            Link { effect: "coredns-not-ready", because: DOWN },
            Link { effect: "crashloop", because: is_server },
            Link { effect: "readiness-failing", because: is_server },
        ]
    }
}

fn finding(cluster: &Cluster, facts: &[&LogFact]) -> Option<Finding> {
    let first = facts.first()?;
    let pods: Vec<&Pod> = servers(cluster);
    // An older log, where they all run by now.
    if !pods.is_empty() && pods.iter().all(|pod| pod.is_ready() == Some(true)) {
        return None;
    }
    let subject = pods.first().map_or_else(
        || first.name.as_ref().map_or_else(ObjectRef::cluster, |name| ObjectRef::pod(first.namespace.as_deref(), name.as_str())),
        |pod| pod.id.clone(),
    );
    let mut evidence = Proof::new(first.span, phrase!("the loop that CoreDNS detected", "CoreDNS 检测到的环路"));
    for fact in facts.iter().skip(1).take(2) {
        evidence = evidence.and(fact.span, phrase!("the same", "同上"));
    }
    for pod in &pods {
        evidence = evidence.and(line(pod), phrase!("it ends, and is started again", "它退出后又被拉起"));
    }
    let node = pods.iter().find_map(|pod| pod.node.as_ref()).map_or("NODE", |it| it.value.as_str());
    Some(Finding {
        rule: META.id.to_owned(),
        severity: Severity::Critical,
        confidence: Confidence::Certain,
        subject,
        also: pods.iter().skip(1).map(|pod| pod.id.clone()).collect(),
        title: phrase!("CoreDNS forwards queries to itself and ends: cluster DNS cannot come up", "CoreDNS 把查询转发给自己并退出：集群 DNS 无法启动"),
        why: phrase!(
            "CoreDNS takes its upstream from the node's /etc/resolv.conf. There it found 127.0.0.53 or another local address, most often systemd-resolved, which inside the pod is CoreDNS itself. Its loop plugin notices and ends the process.",
            "CoreDNS 的上游来自节点的 /etc/resolv.conf。其中写的是 127.0.0.53 之类的本机地址（多半是 systemd-resolved），而在 Pod 里这个地址就是 CoreDNS 自己。loop 插件发现后会终止进程。",
        ),
        fix: phrase!(
            "Set `resolvConf: /run/systemd/resolve/resolv.conf` in the kubelet's configuration on every node and restart the kubelets, or name real servers in the Corefile: `forward . 10.0.0.2`. Then restart CoreDNS. Do not just remove the loop plugin.",
            "在每个节点的 kubelet 配置中设置 `resolvConf: /run/systemd/resolve/resolv.conf` 并重启 kubelet，或在 Corefile 中写明真正的上游，如 `forward . 10.0.0.2`，然后重启 CoreDNS。不要只是删掉 loop 插件。",
        ),
        next: vec![
            on_node(node, "cat /etc/resolv.conf; grep resolvConf /var/lib/kubelet/config.yaml", phrase!("a local address here is the loop", "这里若是本机地址，就是环路所在")),
            kubectl("kubectl get configmap -n kube-system coredns -o yaml", phrase!("where the Corefile forwards to", "Corefile 的转发目标")),
        ],
        evidence,
    })
}
