//! Flags of kube-proxy.

use crate::explain::flags::flag::Opinion;
use crate::explain::flags::table::{Table, flags};
use crate::text;

/// The catalogue.
pub const FLAGS: Table = flags![
    Flag::new(
        "config",
        text!(
            "A file with all settings, by kubeadm from the ConfigMap `kube-proxy`. Most flags beside it are ignored.",
            "写有全部配置的文件，kubeadm 取自 ConfigMap `kube-proxy`。设置后其他多数参数会被忽略。"
        ),
    ),
    Flag::new("hostname-override", text!("The node's name, if it is not the host's.", "节点名称与主机名不同时，在此指定。")),
    Flag::new(
        "proxy-mode",
        text!(
            "How the rules for Services are kept on a Linux node; `iptables` if not set.",
            "Linux 节点上用什么实现 Service 规则；未设置时为 `iptables`。"
        ),
    )
    .judged(|value, _| match value {
        "ipvs" => Opinion::notable(text!(
            "Fast with thousands of Services, but deprecated since Kubernetes 1.35; `nftables` succeeds it.",
            "Service 上千时性能好，但自 Kubernetes 1.35 起已弃用，由 `nftables` 接替。"
        )),
        "userspace" => Opinion::bad(text!("Removed in Kubernetes 1.26.", "Kubernetes 1.26 已移除。")),
        "iptables" => Opinion::plain(text!("The default on Linux.", "Linux 上的默认方式。")),
        "nftables" => Opinion::good(text!(
            "The successor of `iptables` and `ipvs`, stable since Kubernetes 1.33.",
            "`iptables` 与 `ipvs` 的接替者，自 Kubernetes 1.33 起稳定。"
        )),
        _ => None,
    }),
    Flag::new(
        "cluster-cidr",
        text!(
            "The range of the pod addresses: what comes from outside it is masqueraded.",
            "Pod 的地址网段：来自网段之外的流量会做源地址转换。"
        ),
    ),
    Flag::new("masquerade-all", text!("Masquerades all traffic to Service addresses.", "对所有发往 Service IP 的流量做源地址转换。"))
        .switch("false"),
    Flag::new("conntrack-max-per-core", text!("Entries in the connection table for each core.", "每个 CPU 核对应的连接跟踪表条目数。"))
        .default("32768"),
    Flag::new("conntrack-min", text!("The least size of the connection table.", "连接跟踪表的最小条目数。")).default("131072"),
    Flag::new(
        "ipvs-strict-arp",
        text!(
            "Answers ARP for its own addresses only; MetalLB and kube-vip need it with `ipvs`.",
            "只应答本机地址的 ARP；使用 `ipvs` 时 MetalLB 和 kube-vip 需要它。"
        ),
    )
    .switch("false"),
    Flag::new("ipvs-scheduler", text!("How `ipvs` picks a pod.", "`ipvs` 选择 Pod 的算法。")),
    Flag::new(
        "metrics-bind-address",
        text!("Where it serves metrics; only on the node itself if not set.", "指标的监听地址；未设置时只能从本节点访问。"),
    )
    .default("127.0.0.1:10249"),
    Flag::new(
        "healthz-bind-address",
        text!("Where it serves its health check, which load balancers ask too.", "健康检查的监听地址，负载均衡器也会访问它。"),
    )
    .default("0.0.0.0:10256"),
    Flag::new(
        "nodeport-addresses",
        text!(
            "On which of the node's addresses NodePorts answer; all if not set.",
            "NodePort 在节点的哪些地址上生效；未设置时为所有地址。"
        ),
    ),
    Flag::new("bind-address", text!("The address whose family decides between IPv4 and IPv6.", "以该地址的类型决定使用 IPv4 还是 IPv6。"))
        .default("0.0.0.0"),
    Flag::new("cleanup", text!("Removes its rules and ends.", "清理自身规则后退出。")).switch("false"),
    Flag::new(
        "oom-score-adj",
        text!("How late the kernel kills it when memory runs out; −1000 is never.", "内存耗尽时内核多晚才会杀掉它；−1000 表示不杀。"),
    )
    .default("-999"),
];
