//! `NetworkPolicies` exist, and the network does not enforce them.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{kubectl, line, names, pods_of};
use crate::diagnose::rule::{Meta, Rule};
use crate::diagnose::services::all;
use crate::kind::Kind;
use crate::model::cluster::{Cluster, Other};
use crate::model::component::Role;
use crate::model::object_ref::ObjectRef;
use crate::model::pod::Pod;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: NetpolUnenforcedByCni = NetpolUnenforcedByCni;

pub(super) struct NetpolUnenforcedByCni;

static META: Meta = Meta {
    id: "netpol-unenforced-by-cni",
    what: text!("NetworkPolicies exist, but the pod network does not enforce them.", "存在 NetworkPolicy，但网络插件不执行它们。"),
    needs: "kubectl get networkpolicies -A; kubectl get pods -A",
};

impl Rule for NetpolUnenforcedByCni {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        finding(cluster).into_iter().collect()
    }
}

/// What can enforce policies beside flannel, by words of its pods' names.
const ENFORCERS: [&str; 9] = ["network-policies", "netpol", "kube-router", "calico", "canal", "antrea", "cilium", "npm", "ovn"];

fn finding(cluster: &Cluster) -> Option<Finding> {
    if !cluster.scope.covers_all(&Kind::Pod) {
        return None;
    }
    let policies: Vec<&Other> = all(cluster, Kind::NetworkPolicy).collect();
    let place = policies.first()?.sightings.first().copied()?;
    let agents: Vec<&Pod> = pods_of(cluster, Role::Cni).collect();
    let agent = *agents.first()?;
    // Flannel's own chart can add a second container that enforces them; k3s does so without a pod, but shows no flannel either.
    let alone = |pod: &&Pod| pod.component.as_ref().is_some_and(|it| it.product == "flannel") && pod.ready.as_ref().is_some_and(|it| it.value.total == 1);
    let other = cluster.pods.keys().any(|id| ENFORCERS.iter().any(|word| id.name.contains(word)));
    if other || !agents.iter().all(alone) {
        return None;
    }
    Some(Finding {
        rule: META.id.to_owned(),
        severity: Severity::Warning,
        confidence: Confidence::Likely,
        subject: ObjectRef::cluster(),
        also: policies.iter().map(|it| it.id.clone()).collect(),
        title: phrase!("NetworkPolicies have no effect: flannel does not enforce them ({n} found)", "{n} 个 NetworkPolicy 没有生效：flannel 不执行网络策略", n = policies.len()),
        why: phrase!(
            "The API server takes a NetworkPolicy from anyone; the network plugin must enforce it. Flannel only carries packets, and no pod that enforces policies beside it is in the list. Every pod still reaches every other, whatever the policies ({which}) say.",
            "API 服务器会接受任何 NetworkPolicy，但需要网络插件来执行。flannel 只负责转发，列表中也没有其他执行策略的 Pod。无论 {which} 如何规定，所有 Pod 仍可互相访问。",
            which = names(policies.iter().map(|it| it.id.name.as_str())),
        ),
        fix: phrase!("Add something that enforces them: `kube-network-policies` (flannel's chart: `netpol.enabled=true`), or a network such as Calico or Cilium. Try the policies out then: they have never been in force.", "增加执行组件：`kube-network-policies`（flannel chart 的 `netpol.enabled=true`），或改用 Calico、Cilium 等网络。启用后要验证这些策略：它们从未生效过。"),
        next: vec![kubectl("kubectl get networkpolicies -A", phrase!("what is thought to be shut off", "哪些访问被认为已隔离"))],
        evidence: Proof::new(line(agent), phrase!("the pod network is flannel", "Pod 网络是 flannel")).and(place, phrase!("a policy", "一个策略")),
    })
}
