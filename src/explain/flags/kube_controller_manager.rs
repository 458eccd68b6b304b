//! Flags of kube-controller-manager.

use crate::explain::flags::flag::Opinion;
use crate::explain::flags::table::{Table, flags};
use crate::text;

/// The catalogue.
pub const FLAGS: Table = flags![
    Flag::new(
        "controllers",
        text!(
            "Which controllers run: `*` is all that are on by default, `-name` leaves one out.",
            "运行哪些控制器：`*` 为所有默认开启的，`-name` 表示排除某一个。"
        ),
    )
    .judged(|value, _| {
        (!value.split(',').any(|it| it.trim() == "*")).then_some(())?;
        Opinion::notable(text!("Without `*`, only the controllers named here run.", "没有 `*`，只有这里列出的控制器会运行。"))
    }),
    Flag::new(
        "use-service-account-credentials",
        text!(
            "Each controller works with its own service account and so with no more rights than it needs.",
            "每个控制器使用各自的服务账号，只拥有必要的权限。"
        ),
    )
    .switch("false")
    .judged(|value, _| match value {
        "true" => Opinion::good(text!("As kubeadm sets it.", "与 kubeadm 的设置一致。")),
        "false" => Opinion::notable(text!("All controllers share one powerful account.", "所有控制器共用一个高权限账号。")),
        _ => None,
    }),
    Flag::new(
        "cluster-cidr",
        text!(
            "The range of the pod addresses. It must hold the pool that the pod network uses.",
            "Pod 的地址网段，必须包含网络插件使用的地址池。"
        ),
    ),
    Flag::new(
        "allocate-node-cidrs",
        text!(
            "Gives each node its own piece of the pod range. Flannel and others need it; Calico with its own address management does not.",
            "为每个节点分配一段 Pod 网段。Flannel 等插件需要它；自带地址管理的 Calico 不需要。"
        ),
    )
    .switch("false"),
    Flag::new("cidr-allocator-type", text!("How nodes get their pod range.", "节点 Pod 网段的分配方式。")).default("RangeAllocator"),
    Flag::new(
        "node-cidr-mask-size",
        text!(
            "The size of a node's piece of the pod range; 24, the default for IPv4, gives 254 addresses.",
            "每个节点所分网段的掩码长度；IPv4 默认为 24，即 254 个地址。"
        ),
    ),
    Flag::new(
        "node-cidr-mask-size-ipv4",
        text!("The same for IPv4 where there are two address families.", "双栈集群中 IPv4 网段的掩码长度。"),
    ),
    Flag::new(
        "node-cidr-mask-size-ipv6",
        text!("The same for IPv6 where there are two address families.", "双栈集群中 IPv6 网段的掩码长度。"),
    ),
    Flag::new(
        "service-cluster-ip-range",
        text!(
            "The range of the virtual Service addresses; the same as on the API servers.",
            "Service 虚拟 IP 的网段，须与 API 服务器一致。"
        ),
    ),
    Flag::new("cluster-name", text!("A name for what it creates in a cloud.", "在云上创建资源时使用的集群名称。")).default("kubernetes"),
    Flag::new("node-monitor-period", text!("How often it looks at the nodes' state.", "检查节点状态的间隔。")).default("5s"),
    // Source: kubernetes/kubernetes#126287, released with 1.32.
    Flag::new(
        "node-monitor-grace-period",
        text!(
            "How long a silent node counts as ready; 40 s until Kubernetes 1.31, 50 s since.",
            "节点失去心跳多久后被判为未就绪；Kubernetes 1.31 及以前为 40 秒，之后为 50 秒。"
        ),
    ),
    Flag::new("node-startup-grace-period", text!("The same while a node starts.", "节点启动阶段失去心跳的宽限时间。")).default("1m0s"),
    Flag::new(
        "node-eviction-rate",
        text!("How many nodes a second are emptied at most when nodes fail.", "节点故障时，每秒最多驱逐多少个节点上的 Pod。"),
    )
    .default("0.1"),
    Flag::new(
        "pod-eviction-timeout",
        text!("No effect since taints took over; removed in Kubernetes 1.27.", "改用污点驱逐后已不起作用；Kubernetes 1.27 已移除。"),
    )
    .judged(|_, _| {
        Opinion::notable(text!(
            "It does nothing: set the tolerations on the API server or the pods instead.",
            "该参数没有作用：应改为在 API 服务器或 Pod 上设置容忍时间。"
        ))
    }),
    Flag::new(
        "terminated-pod-gc-threshold",
        text!("So many finished pods are kept before the oldest are deleted.", "保留多少个已终止的 Pod，超过后从最旧的开始删除。"),
    )
    .default("12500"),
    Flag::new(
        "root-ca-file",
        text!("The CA that every pod is given to check the API server's certificate.", "下发给每个 Pod、用于校验 API 服务器证书的 CA。"),
    ),
    Flag::new(
        "service-account-private-key-file",
        text!("The private key for long-lived service account tokens.", "签发长期服务账号令牌的私钥。"),
    ),
    Flag::new(
        "cluster-signing-cert-file",
        text!(
            "The CA with which it signs certificate requests, as those of kubelets.",
            "用来签发证书签名请求（例如 kubelet 的）的 CA 证书。"
        ),
    ),
    Flag::new("cluster-signing-key-file", text!("The private key of that CA.", "该 CA 的私钥。")),
    Flag::new(
        "cluster-signing-duration",
        text!("How long a signed certificate is valid; the default is a year.", "所签证书的有效期；默认一年。"),
    )
    .default("8760h0m0s"),
    Flag::new("horizontal-pod-autoscaler-sync-period", text!("How often autoscalers look at their metrics.", "HPA 检查指标的间隔。"))
        .default("15s"),
    Flag::new(
        "horizontal-pod-autoscaler-downscale-stabilization",
        text!("How long an autoscaler waits before it takes replicas away.", "HPA 缩容之前的稳定等待时间。"),
    )
    .default("5m0s"),
    Flag::new(
        "horizontal-pod-autoscaler-tolerance",
        text!("How far off a metric may be before an autoscaler acts.", "指标偏离目标多少时 HPA 才动作。"),
    )
    .default("0.1"),
    Flag::new(
        "cloud-provider",
        text!(
            "The cloud; `external` leaves it to the cloud-controller-manager.",
            "集群所在的云；`external` 表示交给 cloud-controller-manager 处理。"
        ),
    ),
    Flag::new("cloud-config", text!("Settings for the cloud.", "云的配置文件。")),
    Flag::new("configure-cloud-routes", text!("Sets routes to the nodes' pod ranges in the cloud.", "在云上为各节点的 Pod 网段配置路由。"))
        .switch("true"),
    Flag::new("concurrent-deployment-syncs", text!("How many Deployments it works on at once.", "同时处理的 Deployment 数。")).default("5"),
    Flag::new("concurrent-replicaset-syncs", text!("How many ReplicaSets it works on at once.", "同时处理的 ReplicaSet 数。")).default("5"),
    Flag::new("concurrent-statefulset-syncs", text!("How many StatefulSets it works on at once.", "同时处理的 StatefulSet 数。"))
        .default("5"),
    Flag::new("concurrent-daemonset-syncs", text!("How many DaemonSets it works on at once.", "同时处理的 DaemonSet 数。")).default("2"),
    Flag::new("concurrent-endpoint-syncs", text!("How many Services' endpoints it works on at once.", "同时处理端点的 Service 数。"))
        .default("5"),
    Flag::new(
        "concurrent-service-endpoint-syncs",
        text!("How many Services' endpoint slices it works on at once.", "同时处理 EndpointSlice 的 Service 数。"),
    )
    .default("5"),
    Flag::new("concurrent-service-syncs", text!("How many load balancers it works on at once.", "同时处理的负载均衡 Service 数。"))
        .default("1"),
    Flag::new("concurrent-namespace-syncs", text!("How many namespaces it empties at once.", "同时清理的命名空间数。")).default("10"),
    Flag::new("concurrent-gc-syncs", text!("How many workers delete what lost its owner.", "垃圾回收的并发数。")).default("20"),
    Flag::new("concurrent-job-syncs", text!("How many Jobs it works on at once.", "同时处理的 Job 数。")).default("5"),
    Flag::new(
        "enable-garbage-collector",
        text!("Deletes what lost its owner; must be the same as at the API server.", "删除失去属主的对象；须与 API 服务器保持一致。"),
    )
    .switch("true"),
    Flag::new("flex-volume-plugin-dir", text!("Where plugins of the old FlexVolume kind lie.", "旧式 FlexVolume 插件所在目录。")),
    Flag::new(
        "enable-leader-migration",
        text!("Hands controllers over to a cloud-controller-manager without a gap.", "将部分控制器平滑移交给 cloud-controller-manager。"),
    )
    .switch("false"),
    Flag::new(
        "address",
        text!(
            "The address of the old port without encryption; removed since Kubernetes 1.24.",
            "旧的非加密端口的监听地址；Kubernetes 1.24 起已移除。"
        ),
    ),
];
