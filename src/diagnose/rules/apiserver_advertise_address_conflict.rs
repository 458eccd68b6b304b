//! Two API servers advertise one address.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{kubectl, pods_of};
use crate::diagnose::rule::{Meta, Rule};
use crate::model::cluster::Cluster;
use crate::model::component::Role;
use crate::model::pod::Pod;
use crate::order::Map;
use crate::span::Seen;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: ApiserverAdvertiseAddressConflict = ApiserverAdvertiseAddressConflict;

pub(super) struct ApiserverAdvertiseAddressConflict;

static META: Meta = Meta {
    id: "apiserver-advertise-address-conflict",
    what: text!("Two API servers advertise the same address.", "两个 API 服务器通告同一地址。"),
    needs: "kubectl describe pod kube-apiserver-…",
};

impl Rule for ApiserverAdvertiseAddressConflict {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let mut by_address: Map<String, Vec<(&Pod, Seen<String>)>> = Map::new();
        for pod in pods_of(cluster, Role::ApiServer) {
            if let Some(flag) = pod.flag("advertise-address").filter(|it| !matches!(it.value.as_str(), "0.0.0.0" | "::")) {
                by_address.slot(flag.value.clone(), Default::default).push((pod, flag));
            }
        }
        by_address.into_iter().filter_map(|(address, pods)| finding(&address, &pods)).collect()
    }
}

fn finding(address: &str, pods: &[(&Pod, Seen<String>)]) -> Option<Finding> {
    let [(pod, flag), (other, second), ..] = pods else { return None };
    // Two that are on one node are the old and the new pod of a restart.
    if pod.node.is_some() && pod.node.as_ref().map(|it| &it.value) == other.node.as_ref().map(|it| &it.value) {
        return None;
    }
    Some(Finding {
        rule: META.id.to_owned(),
        severity: Severity::Warning,
        confidence: Confidence::Certain,
        subject: pod.id.clone(),
        also: vec![other.id.clone()],
        title: phrase!("{one} and {two} both advertise {address}", "{one} 和 {two} 都通告 {address}", one = pod.id.name, two = other.id.name, address = address),
        // Source: `kube-apiserver --help`: the address on which to advertise the apiserver to members of the cluster.
        why: phrase!(
            "Each API server enters this address as an endpoint of the Service default/kubernetes. With the same one twice, pods reach only one API server; when that node is down, they reach none, though another runs. Usually a manifest was copied from node to node.",
            "每个 API 服务器都会把该地址登记为 Service default/kubernetes 的端点。地址相同，Pod 就只能访问其中一个 API 服务器；该节点宕机时，即使另一个在运行也访问不到。通常是清单从一个节点复制到另一个节点所致。",
        ),
        fix: phrase!("Set --advertise-address in each manifest to the address of its own node.", "在每个清单中把 --advertise-address 设为本节点的地址。"),
        next: vec![
            kubectl("kubectl get endpointslices -n default -l kubernetes.io/service-name=kubernetes -o wide", phrase!("the addresses that pods use", "Pod 实际使用的地址")),
            kubectl("kubectl get nodes -o wide", phrase!("the address of each node", "各节点的地址")),
        ],
        evidence: Proof::new(flag.span, phrase!("the one", "其一")).and(second.span, phrase!("the other", "其二")),
    })
}
