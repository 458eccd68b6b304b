//! No DNS pod is ready: names resolve nowhere in the cluster.

use crate::diagnose::dns::{all_down, is_server, may_miss_it, misses_it, no_nodes};
use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{in_namespace, kubectl, line, reason};
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::diagnose::rules::coredns_pending_no_cni;
use crate::model::products;
use crate::model::cluster::Cluster;
use crate::model::object_ref::ObjectRef;
use crate::model::pod::Pod;
use crate::text::Phrase;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: CorednsNotReady = CorednsNotReady;

pub(super) struct CorednsNotReady;

static META: Meta = Meta {
    id: "coredns-not-ready",
    what: text!("No DNS pod of the cluster is ready.", "集群 DNS 的 Pod 全部未就绪。"),
    needs: "kubectl get pods -n kube-system",
};

impl Rule for CorednsNotReady {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let pods = all_down(cluster);
        // There it is told with its cause.
        if coredns_pending_no_cni::applies(cluster, &pods) {
            return Vec::new();
        }
        finding(cluster, &pods).into_iter().collect()
    }

    fn explains(&self) -> &'static [Link] {
        &[
            Link { effect: "crashloop", because: misses_it },
            Link { effect: "readiness-failing", because: misses_it },
            Link { effect: "running-not-ready", because: may_miss_it },
            Link { effect: "image-pull", because: is_server },
            Link { effect: "config-error", because: is_server },
            Link { effect: "pod-sandbox-failed", because: is_server },
            Link { effect: "sched-no-event", because: waits_alone },
        ]
    }
}

/// Only the DNS pods wait, and the text does not say why: what it does to the cluster says more.
fn waits_alone(cluster: &Cluster, cause: &Finding, effect: &Finding) -> Option<Phrase> {
    let dns = |id: &ObjectRef| *id == cause.subject || cause.also.contains(id);
    let alone = !no_nodes(cluster) && effect.objects().all(dns);
    alone.then(|| phrase!("it is about the DNS pods", "说的就是 DNS 的 Pod"))
}

fn finding(cluster: &Cluster, pods: &[&Pod]) -> Option<Finding> {
    let (first, rest) = pods.split_first()?;
    let name = first.id.name.as_str();
    let mut evidence = Proof::new(line(first), phrase!("not ready", "未就绪"));
    for pod in rest {
        evidence = evidence.and(line(pod), phrase!("nor is this one", "这个也未就绪"));
    }
    let endpoints = cluster.others.values().find(|it| it.id.kind == crate::kind::Kind::Endpoints && it.id.name == "kube-dns" && it.id.namespace == first.id.namespace);
    if let Some(cell) = endpoints.and_then(|it| it.fields.get("ENDPOINTS")).filter(|it| matches!(it.value.as_str(), "" | "<none>")) {
        evidence = evidence.and(cell.span, phrase!("so the DNS Service has no endpoints", "因此 DNS 的 Service 没有端点"));
    }
    let state = reason(first);
    let workload = first.component.as_ref().map_or("DNS", |it| products::name(&it.product));
    let empty = no_nodes(cluster);
    let title = if empty {
        phrase!("Cluster DNS waits for a node: the cluster has none yet", "集群 DNS 在等待节点：集群中还没有节点")
    } else {
        match state {
            "Pending" => phrase!("Cluster DNS is down: {workload} cannot be placed on any node", "集群 DNS 不可用：{workload} 无法调度到任何节点", workload = workload),
            "CrashLoopBackOff" => phrase!("Cluster DNS is down: every pod of {workload} exits again and again", "集群 DNS 不可用：{workload} 的 Pod 全部反复退出", workload = workload),
            _ => phrase!("Cluster DNS is down: no pod of {workload} is ready ({state})", "集群 DNS 不可用：{workload} 没有一个 Pod 就绪（{state}）", workload = workload, state = state),
        }
    };
    let fix = match state {
        _ if empty => phrase!("Join a node to the cluster. A controller of k0s or k3s takes no pods unless it is told to.", "将节点加入集群。k0s 或 k3s 的控制节点除非另行配置，否则不运行 Pod。"),
        "Pending" => phrase!("The scheduler says in the pod's events why no node will do: a taint of nodes that are not Ready, no room, or no pod network yet.", "调度器会在 Pod 的事件中说明为何没有节点可用：节点未就绪的污点、资源不足，或尚无 Pod 网络。"),
        "CrashLoopBackOff" => phrase!("Its log names the reason: a loop to itself, an error in the Corefile, or no way to the API server.", "日志会说明原因：转发环路、Corefile 写错，或无法访问 API 服务器。"),
        _ => phrase!("Read its events and its log: most often it does not reach the API server, because the pod network or kube-proxy on its node fails.", "查看其事件与日志：多半是无法访问 API 服务器，原因在于所在节点的 Pod 网络或 kube-proxy。"),
    };
    Some(Finding {
        rule: META.id.to_owned(),
        severity: Severity::Critical,
        confidence: Confidence::Certain,
        subject: first.id.clone(),
        also: rest.iter().map(|pod| pod.id.clone()).collect(),
        title,
        why: phrase!(
            "All {n} DNS pods are shown, and none is ready. No pod can resolve a name, of a Service or of the outside: programs fail with \"no such host\", \"EAI_AGAIN\" or timeouts, whatever else is well.",
            "全部 {n} 个 DNS Pod 都在列表中，没有一个就绪。任何 Pod 都无法解析域名，无论是 Service 还是外部地址：程序会报 \"no such host\"、\"EAI_AGAIN\" 或超时，即使其他部分都正常。",
            n = pods.len(),
        ),
        fix,
        next: vec![
            kubectl(format!("kubectl describe pod{} {name}", in_namespace(&first.id)), phrase!("its events", "它的事件")),
            kubectl(format!("kubectl logs{} {name} --previous --tail=30", in_namespace(&first.id)), phrase!("its last words", "它的最后输出")),
        ],
        evidence,
    })
}
