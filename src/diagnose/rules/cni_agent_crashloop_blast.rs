//! The network agent of a node fails, and pods on that node wait for their network.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{in_namespace, kubectl, line, names, reason};
use crate::diagnose::node_trouble::{failing_agent, trouble};
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::model::cluster::Cluster;
use crate::model::node::Node;
use crate::model::pod::Pod;
use crate::text::Phrase;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: CniAgentCrashloopBlast = CniAgentCrashloopBlast;

pub(super) struct CniAgentCrashloopBlast;

static META: Meta = Meta {
    id: "cni-agent-crashloop-blast",
    what: text!("A node's network agent fails, and pods there cannot start.", "节点的网络代理失败，其上的 Pod 无法启动。"),
    needs: "kubectl get pods -A -o wide",
};

/// A pod younger than this may simply be starting.
const GRACE_SECS: i64 = 120;

impl Rule for CniAgentCrashloopBlast {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        // A node that is not Ready for it has a finding of its own.
        cluster.nodes.values().filter(|node| trouble(cluster, node).is_none()).filter_map(|node| finding(cluster, node)).collect()
    }

    fn explains(&self) -> &'static [Link] {
        &[
            Link { effect: "crashloop", because: itself },
            Link { effect: "image-pull", because: itself },
            Link { effect: "config-error", because: itself },
            Link { effect: "pod-sandbox-failed", because: its_pods },
        ]
    }
}

fn itself(_: &Cluster, cause: &Finding, effect: &Finding) -> Option<Phrase> {
    let same = effect.subject == cause.subject || effect.also.contains(&cause.subject);
    same.then(|| phrase!("it is that agent", "它就是这个网络代理"))
}

fn its_pods(_: &Cluster, cause: &Finding, effect: &Finding) -> Option<Phrase> {
    let all = effect.objects().all(|pod| cause.also.contains(pod));
    all.then(|| phrase!("the pod is on the node whose network agent fails", "该 Pod 所在节点的网络代理失败"))
}

fn stuck(pod: &&Pod) -> bool {
    reason(pod) == "ContainerCreating" && pod.age_secs.as_ref().is_none_or(|it| it.value > GRACE_SECS)
}

fn finding(cluster: &Cluster, node: &Node) -> Option<Finding> {
    let agent = failing_agent(cluster, node)?;
    let name = node.id.name.as_str();
    let pods: Vec<&Pod> = cluster.pods_on(name).filter(stuck).filter(|pod| pod.id != agent.id).collect();
    let first = pods.first()?;
    let mut evidence = Proof::new(line(agent), phrase!("the network agent of {name}", "{name} 的网络代理", name = name)).and(line(first), phrase!("waits on that node", "在该节点上等待"));
    for pod in pods.iter().skip(1).take(3) {
        evidence = evidence.and(line(pod), phrase!("the same", "同上"));
    }
    Some(Finding {
        rule: META.id.to_owned(),
        severity: Severity::Critical,
        confidence: Confidence::Likely,
        subject: agent.id.clone(),
        also: pods.iter().map(|pod| pod.id.clone()).collect(),
        title: phrase!("The network agent of node {name} fails, and {n} pods there cannot start", "节点 {name} 的网络代理失败，其上有 {n} 个 Pod 无法启动", name = name, n = pods.len()),
        why: phrase!(
            "{agent} is in {state}. Without it new pods on {name} get no address: {which} stay in ContainerCreating. Pods that ran before go on.",
            "{agent} 处于 {state}。没有它，{name} 上新建的 Pod 得不到地址：{which} 一直停在 ContainerCreating。之前已运行的 Pod 不受影响。",
            state = reason(agent),
            agent = agent.id.name,
            name = name,
            which = names(pods.iter().map(|pod| pod.id.name.as_str())),
        ),
        fix: phrase!("Mend the agent first; the pods then start by themselves.", "先修好网络代理，其余 Pod 随后会自行启动。"),
        next: vec![
            kubectl(format!("kubectl logs{} {} --all-containers --previous --tail=50", in_namespace(&agent.id), agent.id.name), phrase!("why the agent ends", "代理退出的原因")),
            kubectl(format!("kubectl describe pod{} {}", in_namespace(&first.id), first.id.name), phrase!("the error of the network plugin", "网络插件的报错")),
        ],
        evidence,
    })
}
