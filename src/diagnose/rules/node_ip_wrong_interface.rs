//! A node's address is that of Vagrant's NAT interface, which every virtual machine has alike.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{names, on_node};
use crate::diagnose::rule::{Meta, Rule};
use crate::model::cluster::Cluster;
use crate::model::node::Node;
use crate::model::object_ref::ObjectRef;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: NodeIpWrongInterface = NodeIpWrongInterface;

pub(super) struct NodeIpWrongInterface;

static META: Meta = Meta {
    id: "node-ip-wrong-interface",
    what: text!("A node has registered with the address of the wrong interface.", "节点以错误网卡的地址注册。"),
    needs: "kubectl get nodes -o wide",
};

/// `VirtualBox` gives this address to the NAT interface of every guest. Source: `VirtualBox` manual, "Network Address Translation".
const NAT: &str = "10.0.2.15";

impl Rule for NodeIpWrongInterface {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        finding(cluster).into_iter().collect()
    }
}

fn finding(cluster: &Cluster) -> Option<Finding> {
    let has = |node: &&Node| node.internal_ip.as_ref().is_some_and(|it| it.value == NAT);
    let nodes: Vec<&Node> = cluster.nodes.values().filter(has).collect();
    // A machine by itself talks to nobody.
    let first = nodes.first().filter(|_| cluster.nodes.len() > 1)?;
    let span = |node: &Node| node.internal_ip.as_ref().map(|it| it.span).unwrap_or_default();
    let evidence = nodes.iter().skip(1).fold(Proof::new(span(first), phrase!("INTERNAL-IP", "INTERNAL-IP")), |proof, node| proof.and(span(node), phrase!("the same address", "相同的地址")));
    let name = first.id.name.as_str();
    Some(Finding {
        rule: META.id.to_owned(),
        severity: Severity::Critical,
        confidence: Confidence::Certain,
        subject: if nodes.len() == 1 { first.id.clone() } else { ObjectRef::cluster() },
        also: nodes.iter().map(|node| node.id.clone()).collect(),
        title: phrase!("{which} registered with the NAT address {nat}, which no other node can reach", "{which} 以 NAT 地址 {nat} 注册，其他节点无法访问", which = names(nodes.iter().map(|node| node.id.name.as_str())), nat = NAT),
        why: phrase!("VirtualBox gives {nat} to the first interface of every machine, and the kubelet took it because the default route leads there. `kubectl logs` and `exec` reach the wrong machine, and the pod network does not come up between nodes.", "VirtualBox 给每台虚拟机的第一块网卡都分配 {nat}，而默认路由指向它，kubelet 便选用了它。`kubectl logs` 和 `exec` 会连到错误的机器，节点之间的 Pod 网络也无法建立。", nat = NAT),
        fix: phrase!("Start each kubelet with `--node-ip=` and the address of its host-only or bridged interface, and tell the network plugin the interface as well (flannel: `--iface`).", "为每个 kubelet 设置 `--node-ip=`，使用 host-only 或桥接网卡的地址，并在网络插件中指定该网卡（flannel：`--iface`）。"),
        next: vec![on_node(name, "ip -4 addr; ip route; cat /var/lib/kubelet/kubeadm-flags.env", phrase!("the interfaces, and the flags of the kubelet", "网卡列表与 kubelet 的启动参数"))],
        evidence,
    })
}
