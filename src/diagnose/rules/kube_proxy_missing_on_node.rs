//! A node has no kube-proxy, and the others do.

use crate::diagnose::finding::Finding;
use crate::diagnose::per_node::missing;
use crate::diagnose::rule::{Meta, Rule};
use crate::model::cluster::Cluster;
use crate::model::component::Role;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: KubeProxyMissingOnNode = KubeProxyMissingOnNode;

pub(super) struct KubeProxyMissingOnNode;

static META: Meta = Meta {
    id: "kube-proxy-missing-on-node",
    what: text!("A node has no kube-proxy.", "节点上没有 kube-proxy。"),
    needs: "kubectl get nodes; kubectl get pods -A -o wide",
};

impl Rule for KubeProxyMissingOnNode {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let why = |name: &str| phrase!("Without {name}, nothing on that node translates the addresses of Services: pods there do not reach cluster DNS, nor the API server by its Service address.", "没有 {name}，该节点上就没有组件转换 Service 地址：其上的 Pod 无法访问集群 DNS，也无法通过 Service 地址访问 API 服务器。", name = name);
        missing(cluster, &META, Role::KubeProxy, why).into_iter().collect()
    }
}
