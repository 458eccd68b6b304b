//! What this text cannot tell, and the one command for each that would.

use crate::diagnose::diagnosis::Gap;
use crate::diagnose::look::{kubectl, pods_of};
use crate::kind::Kind;
use crate::model::cluster::Cluster;
use crate::model::component::Role;
use crate::phrase;

/// In order of use.
pub(super) fn gaps(cluster: &Cluster) -> Vec<Gap> {
    let mut gaps = Vec::new();
    if cluster.pods.is_empty() && cluster.nodes.is_empty() && cluster.others.is_empty() && cluster.endpoints.is_empty() {
        return gaps;
    }
    let listed = |kind: &Kind| cluster.scope.listings.iter().any(|it| it.kind == *kind);
    let mut add = |what, command: String, purpose| gaps.push(Gap { what, step: kubectl(command, purpose) });
    let pods_purpose = || phrase!("every pod with its node", "所有 Pod 及其所在节点");
    if !cluster.scope.covers_all(&Kind::Pod) {
        add(
            phrase!(
                "Pods of other namespaces: nothing outside the pasted ones is called missing.",
                "其他命名空间的 Pod：未粘贴的命名空间一律不判为缺失。"
            ),
            "kubectl get pods -A -o wide".to_owned(),
            pods_purpose(),
        );
    } else if cluster.pods.values().all(|pod| pod.node.is_none()) {
        add(
            phrase!("Which pod is on which node: the list was not `-o wide`.", "Pod 分别在哪个节点上：列表没有使用 `-o wide`。"),
            "kubectl get pods -A -o wide".to_owned(),
            pods_purpose(),
        );
    }
    if !listed(&Kind::Node) {
        add(
            phrase!("The nodes: how many there are, and whether they are ready.", "节点：有多少个、是否就绪。"),
            "kubectl get nodes -o wide".to_owned(),
            phrase!("every node with version, address and runtime", "所有节点及其版本、地址与运行时"),
        );
    }
    if cluster.endpoints.is_empty() {
        add(
            phrase!(
                "Whether the API servers are reached through one address or a load balancer.",
                "API 服务器是通过单个地址还是负载均衡器访问。"
            ),
            "kubectl cluster-info".to_owned(),
            phrase!("the address that kubectl uses", "kubectl 使用的地址"),
        );
    }
    let servers: Vec<_> = pods_of(cluster, Role::ApiServer).collect();
    if let Some(server) = servers.first()
        && servers.iter().all(|pod| pod.flag("etcd-servers").is_none())
    {
        add(
            phrase!(
                "The API server's flags: which etcd it uses, what it audits and encrypts.",
                "API 服务器的参数：使用哪个 etcd、审计与加密如何配置。"
            ),
            format!("kubectl describe pod -n kube-system {}", server.id.name),
            phrase!("its command, flag by flag", "逐项查看它的命令参数"),
        );
    }
    if !cluster.scope.dumps.is_empty() {
        add(
            phrase!(
                "StatefulSets, PersistentVolumeClaims, ConfigMaps, Leases and all else that `cluster-info dump` leaves out.",
                "`cluster-info dump` 不包含的内容：StatefulSet、PersistentVolumeClaim、ConfigMap、Lease 等。"
            ),
            "kubectl get statefulsets,pvc,pv,storageclasses,ingresses,hpa,pdb -A".to_owned(),
            phrase!("what a dump cannot contain", "dump 中不会包含的对象"),
        );
    }
    if !listed(&Kind::Event) && cluster.pods.values().all(|pod| pod.events.is_empty()) {
        add(
            phrase!(
                "Events: why pods wait, fail or are killed. They are kept for one hour.",
                "事件：Pod 等待、失败或被终止的原因。事件默认只保留一小时。"
            ),
            "kubectl get events -A --sort-by=.lastTimestamp".to_owned(),
            phrase!("what happened in the last hour", "最近一小时发生了什么"),
        );
    }
    gaps
}
