//! Calico nodes do not exchange routes: BGP sessions do not come up.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{in_namespace, kubectl, on_node};
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::kind::Kind;
use crate::model::cluster::Cluster;
use crate::model::event::Event;
use crate::model::object_ref::ObjectRef;
use crate::model::pod::Pod;
use crate::span::Span;
use crate::text::Phrase;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: BgpNotEstablished = BgpNotEstablished;

pub(super) struct BgpNotEstablished;

static META: Meta = Meta {
    id: "bgp-not-established",
    what: text!("Calico nodes do not exchange routes.", "Calico 节点之间没有交换路由。"),
    needs: "kubectl describe pods of calico-node; its log",
};

impl Rule for BgpNotEstablished {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        // By pods that are not ready and say why; else by the log alone.
        let by_pod: Vec<(&Pod, &Event)> =
            cluster.pods.values().filter(|pod| pod.is_ready() == Some(false)).filter_map(|pod| Some((pod, pod.events.iter().find(says)?))).collect();
        if let Some((first, event)) = by_pod.first() {
            let spans: Vec<Span> = by_pod.iter().skip(1).map(|(_, event)| event.span).collect();
            let also = by_pod.iter().skip(1).map(|(pod, _)| pod.id.clone()).collect();
            return vec![finding(first.id.clone(), also, Confidence::Certain, event.span, &spans, first.node.as_ref().map(|it| it.value.as_str()))];
        }
        let mut facts = cluster.logs.iter().filter(|it| matches!(it.signature.as_str(), "bgp-not-established" | "calico-bgp-unknown-peer"));
        let Some(first) = facts.next() else { return Vec::new() };
        let subject = match &first.name {
            Some(name) => ObjectRef::pod(first.namespace.as_deref(), name.as_str()),
            None => ObjectRef { kind: Kind::DaemonSet, namespace: first.namespace.clone(), name: "calico-node".to_owned() },
        };
        let spans: Vec<Span> = facts.map(|it| it.span).collect();
        vec![finding(subject, Vec::new(), Confidence::Likely, first.span, &spans, None)]
    }

    fn explains(&self) -> &'static [Link] {
        const SAME: fn(&Cluster, &Finding, &Finding) -> Option<Phrase> = |_, cause, effect| {
            let same = effect.subject == cause.subject || cause.also.contains(&effect.subject);
            same.then(|| phrase!("its readiness probe asks just that", "它的就绪探针检查的正是这一点"))
        };
        &[Link { effect: "readiness-failing", because: SAME }]
    }
}

fn says(event: &&Event) -> bool {
    event.reason == "Unhealthy" && event.message.contains("BGP not established")
}

fn finding(subject: ObjectRef, also: Vec<ObjectRef>, confidence: Confidence, first: Span, rest: &[Span], node: Option<&str>) -> Finding {
    let evidence = rest.iter().take(3).fold(Proof::new(first, phrase!("what calico-node says", "calico-node 的说明")), |proof, span| {
        proof.and(*span, phrase!("the same on another node", "另一个节点上也是如此"))
    });
    let name = subject.name.clone();
    Finding {
        rule: META.id.to_owned(),
        severity: if confidence == Confidence::Certain { Severity::Critical } else { Severity::Warning },
        confidence,
        title: phrase!("{name}: routes are not exchanged with other nodes (BGP not established)", "{name}：与其他节点之间没有交换路由（BGP 未建立）", name = name),
        also,
        why: phrase!(
            "Calico tells each node over BGP, on TCP port 179, which pods live where. Where a session is down, pods of those two nodes do not reach each other. Usual causes: port 179 is blocked, or Calico picked the address of the wrong interface, as in \"unexpected connect from unknown address\".",
            "Calico 通过 BGP（TCP 179 端口）让每个节点知道 Pod 的位置。会话中断时，这两个节点上的 Pod 互不可达。常见原因：179 端口被拦截，或 Calico 选错了网卡地址（例如 \"unexpected connect from unknown address\"）。",
        ),
        fix: phrase!("Compare the address in `projectcalico.org/IPv4Address` of each node with its INTERNAL-IP. If it differs, set `IP_AUTODETECTION_METHOD` (or nodeAddressAutodetectionV4 of the operator); if not, open TCP 179 between all nodes.", "对比每个节点的 `projectcalico.org/IPv4Address` 与 INTERNAL-IP。不一致时设置 `IP_AUTODETECTION_METHOD`（operator 中为 nodeAddressAutodetectionV4）；一致时放通所有节点之间的 TCP 179。"),
        next: vec![
            on_node(node.unwrap_or("NODE"), "calicoctl node status", phrase!("which sessions are not Established", "哪些会话不是 Established")),
            kubectl("kubectl get nodes -o custom-columns=NAME:.metadata.name,CALICO:.metadata.annotations.projectcalico\\.org/IPv4Address", phrase!("the address that Calico chose on each node", "Calico 在各节点上选用的地址")),
            kubectl(format!("kubectl logs{} {name} -c calico-node --tail=50", in_namespace(&subject)), phrase!("what BIRD says", "BIRD 的日志")),
        ],
        subject,
        evidence,
    }
}
