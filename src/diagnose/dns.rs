//! The pods that answer the cluster's DNS queries, and what shows that a program misses them.

use crate::diagnose::finding::Finding;
use crate::diagnose::look::status;
use crate::model::cluster::Cluster;
use crate::model::component::Role;
use crate::model::event::Event;
use crate::model::log_fact::LogFact;
use crate::model::object_ref::ObjectRef;
use crate::model::pod::Pod;
use crate::phrase;
use crate::text::Phrase;

/// The DNS servers that are meant to run: not what is left of evicted or ended ones, not caches on nodes.
pub fn servers(cluster: &Cluster) -> Vec<&Pod> {
    let server = |pod: &&Pod| pod.component.as_ref().is_some_and(|it| it.role == Role::Dns && SERVERS.contains(&it.product.as_str()));
    let over = |pod: &&Pod| {
        matches!(status(pod), "Evicted" | "Completed" | "Succeeded" | "ContainerStatusUnknown" | "Terminating") || pod.deleted.is_some()
    };
    cluster.pods.values().filter(server).filter(|pod| !over(pod)).collect()
}

const SERVERS: [&str; 3] = ["coredns", "kube-dns", "openshift-dns"];

/// The DNS servers, where every one of them is shown and none is ready.
#[inline(never)]
pub fn all_down(cluster: &Cluster) -> Vec<&Pod> {
    let pods = servers(cluster);
    let shown = pods.first().is_some_and(|pod| cluster.scope.covering(&crate::kind::Kind::Pod, pod.id.namespace.as_deref()).is_some());
    // In their first two minutes they have not had the time.
    let young = pods.iter().all(|pod| pod.age_secs.as_ref().is_some_and(|it| it.value < 120)) && !no_nodes(cluster);
    let down = shown && !young && pods.iter().all(|pod| pod.is_ready() == Some(false));
    if down { pods } else { Vec::new() }
}

/// Whether the list of nodes was asked for and has none.
pub fn no_nodes(cluster: &Cluster) -> bool {
    cluster.nodes.is_empty() && cluster.scope.covers_all(&crate::kind::Kind::Node)
}

/// A line of a pod's log that says that a name could not be resolved.
pub fn lookup_failed<'a>(cluster: &'a Cluster, pod: &ObjectRef) -> Option<&'a LogFact> {
    let own = |it: &&LogFact| {
        it.name.as_deref() == Some(pod.name.as_str())
            && (it.namespace.is_none() || pod.namespace.is_none() || it.namespace == pod.namespace)
    };
    cluster.logs.iter().filter(|it| matches!(it.signature.as_str(), "app-dns-error-log" | "dns-server-unreachable")).find(own)
}

/// The finding is about a DNS server itself.
pub fn is_server(cluster: &Cluster, _: &Finding, effect: &Finding) -> Option<Phrase> {
    let server = servers(cluster).iter().any(|pod| pod.id == effect.subject);
    server.then(|| phrase!("it is one of the DNS pods", "它就是 DNS 的 Pod 之一"))
}

/// The finding is about a program that fails for want of DNS.
pub fn misses_it(cluster: &Cluster, cause: &Finding, effect: &Finding) -> Option<Phrase> {
    if let Some(because) = is_server(cluster, cause, effect) {
        return Some(because);
    }
    if all_down(cluster).is_empty() {
        return None;
    }
    let mut pods = effect.objects();
    if pods.any(|pod| lookup_failed(cluster, pod).is_some()) {
        return Some(phrase!("its own log says that names cannot be resolved", "它自己的日志表明域名解析失败"));
    }
    // 503 is what a program answers that is alive itself.
    let answers = |it: &Event| it.reason == "Unhealthy" && it.message.starts_with("Readiness") && it.message.contains("statuscode: 503");
    let pod = cluster.pods.get(&effect.subject)?;
    (effect.rule == "readiness-failing" && pod.events.iter().any(answers)).then(|| {
        phrase!(
            "it is alive but answers 503, as programs do that cannot reach what they need; without DNS none of them can",
            "它本身存活但返回 503，无法访问依赖的程序通常如此；没有 DNS 时谁都访问不到依赖",
        )
    })
}

/// The finding is about a program that runs and does not get ready while no name can be resolved.
pub fn may_miss_it(cluster: &Cluster, cause: &Finding, effect: &Finding) -> Option<Phrase> {
    misses_it(cluster, cause, effect).or_else(|| {
        (!all_down(cluster).is_empty()).then(|| {
            phrase!(
                "without DNS no program reaches what it needs by name, and many are not ready then; if it stays so when DNS is back, look at it by itself",
                "没有 DNS，程序无法按名称访问依赖，许多因此不会就绪；如果 DNS 恢复后仍然如此，再单独检查它",
            )
        })
    })
}
