//! A node has no network agent, and the others do.

use crate::diagnose::finding::Finding;
use crate::diagnose::per_node::missing;
use crate::diagnose::rule::{Meta, Rule};
use crate::model::cluster::Cluster;
use crate::model::component::Role;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: CniAgentMissingOnNode = CniAgentMissingOnNode;

pub(super) struct CniAgentMissingOnNode;

static META: Meta = Meta {
    id: "cni-agent-missing-on-node",
    what: text!("A node has no network agent.", "节点上没有网络代理。"),
    needs: "kubectl get nodes; kubectl get pods -A -o wide",
};

impl Rule for CniAgentMissingOnNode {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let why = |name: &str| phrase!("The node is Ready, perhaps by the configuration of an earlier agent, but no agent of {name} is on it. New pods there get no address or no routes, and NetworkPolicies are not kept up.", "节点为 Ready（可能靠之前的代理留下的配置），但其上没有 {name} 的代理。新建的 Pod 得不到地址或路由，NetworkPolicy 也不会更新。", name = name);
        missing(cluster, &META, Role::Cni, why).into_iter().collect()
    }
}
