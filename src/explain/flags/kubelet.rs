//! Flags of the kubelet. Most are set in its configuration file today.

use crate::explain::flags::flag::Opinion;
use crate::explain::flags::table::{Table, flags};
use crate::text;

/// The catalogue.
pub const FLAGS: Table = flags![
    Flag::new(
        "config",
        text!(
            "The file with most of its settings; by kubeadm `/var/lib/kubelet/config.yaml`.",
            "写有大部分配置的文件；kubeadm 放在 `/var/lib/kubelet/config.yaml`。"
        ),
    ),
    Flag::new(
        "bootstrap-kubeconfig",
        text!(
            "Credentials for its very first contact, until it has its own certificate.",
            "首次接入时使用的凭据，直到取得自己的证书为止。"
        ),
    ),
    Flag::new(
        "node-ip",
        text!(
            "The address that the node is known by; needed where a machine has several.",
            "节点对外使用的 IP；机器有多个地址时需要指定。"
        ),
    ),
    Flag::new("hostname-override", text!("The node's name, if it is not the host's.", "节点名称与主机名不同时，在此指定。")),
    Flag::new("container-runtime-endpoint", text!("The socket of the container runtime (CRI).", "容器运行时（CRI）的套接字地址。")),
    Flag::new(
        "container-runtime",
        text!("Removed in Kubernetes 1.27; `remote` was the only value left.", "Kubernetes 1.27 已移除；此前只剩 `remote` 这个取值。"),
    ),
    Flag::new(
        "network-plugin",
        text!("Belonged to dockershim; removed with it in Kubernetes 1.24.", "属于 dockershim 的参数，随其在 Kubernetes 1.24 一并移除。"),
    ),
    Flag::new(
        "pod-infra-container-image",
        text!(
            "The pause image, which image clean-up has to spare; deprecated, the runtime has its own setting.",
            "镜像清理时需要保留的 pause 镜像；已弃用，应在容器运行时中设置。"
        ),
    ),
    Flag::new(
        "cgroup-driver",
        text!(
            "Must be the same as the container runtime's; on systemd hosts `systemd`. Since Kubernetes 1.34 the kubelet asks the runtime, if that can tell.",
            "必须与容器运行时一致；使用 systemd 的主机上应为 `systemd`。自 Kubernetes 1.34 起，只要运行时支持，kubelet 会直接向它查询。"
        ),
    )
    .default("cgroupfs")
    .judged(|value, _| match value {
        "systemd" => Opinion::good(text!("Right on a host with systemd, and what kubeadm sets.", "适合使用 systemd 的主机，也是 kubeadm 的设置。")),
        "cgroupfs" => Opinion::notable(text!(
            "On a host with systemd, two managers then share the resources: under load the node becomes unstable.",
            "在使用 systemd 的主机上会有两个管理者争用资源，负载高时节点不稳定。"
        )),
        _ => None,
    }),
    Flag::new("fail-swap-on", text!("Refuses to start on a node with swap.", "节点启用了交换分区时拒绝启动。")).switch("true"),
    Flag::new("max-pods", text!("How many pods the node takes.", "节点上允许运行的 Pod 数量上限。")).default("110").judged(|value, _| {
        (value.parse::<u32>().ok()? > 110).then_some(())?;
        Opinion::notable(text!(
            "More than the 110 that Kubernetes is tested with. The node's pod range must have addresses for them: a /24 has 254.",
            "超过 Kubernetes 测试所用的 110。节点的 Pod 网段要有足够的地址：/24 有 254 个。"
        ))
    }),
    Flag::new("pod-cidr", text!("The pod range of a node that runs alone.", "独立运行时使用的 Pod 网段。")),
    Flag::new(
        "cluster-dns",
        text!("The DNS address written into pods: the Service `kube-dns`.", "写入 Pod 的 DNS 地址，即 `kube-dns` 这个 Service。"),
    ),
    Flag::new(
        "cluster-domain",
        text!("The domain of the cluster's names, mostly `cluster.local`.", "集群内部域名，一般为 `cluster.local`。"),
    ),
    Flag::new(
        "resolv-conf",
        text!(
            "The host's resolver file that pods inherit. If it points at `127.0.0.53`, CoreDNS asks itself in a loop.",
            "Pod 继承的主机解析配置。如果其中指向 `127.0.0.53`，CoreDNS 会陷入自己查自己的循环。"
        ),
    )
    .default("/etc/resolv.conf"),
    Flag::new(
        "pod-manifest-path",
        text!(
            "The directory of static pods; by kubeadm `/etc/kubernetes/manifests`.",
            "静态 Pod 清单目录；kubeadm 使用 `/etc/kubernetes/manifests`。"
        ),
    ),
    Flag::new("anonymous-auth", text!("Lets requests without credentials reach the kubelet.", "允许不带凭据的请求访问 kubelet。"))
        .switch("true")
        .judged(|value, _| match value {
            "true" => Opinion::notable(text!(
                "Strangers reach the kubelet; `--authorization-mode` alone protects it.",
                "匿名者可以访问 kubelet，只能靠 `--authorization-mode` 保护。"
            )),
            "false" => Opinion::good(text!("Off, as kubeadm sets it.", "已关闭，与 kubeadm 的设置一致。")),
            _ => None,
        }),
    Flag::new(
        "authorization-mode",
        text!(
            "Who may do what at the kubelet; `Webhook` asks the API server.",
            "由谁决定对 kubelet 的访问；`Webhook` 表示询问 API 服务器。"
        ),
    )
    .default("AlwaysAllow")
    .judged(|value, _| match value {
        "AlwaysAllow" => Opinion::bad(text!(
            "Everyone who gets in may run commands in any pod of the node.",
            "任何能接入的人都可以在该节点的任意 Pod 中执行命令。"
        )),
        "Webhook" => Opinion::good(text!("The API server decides.", "由 API 服务器决定。")),
        _ => None,
    }),
    Flag::new("client-ca-file", text!("Clients with a certificate of this CA are accepted.", "接受由该 CA 签发证书的客户端。")),
    Flag::new(
        "read-only-port",
        text!("A port without login that shows all pods of the node; 0 is off.", "无需登录即可查看本节点所有 Pod 的端口；0 表示关闭。"),
    )
    .default("10255")
    .judged(|value, _| {
        if value == "0" {
            return Opinion::good(text!("0 turns it off.", "0 表示关闭。"));
        }
        Opinion::bad(text!(
            "Pod specifications, with what is in their environment, can be read without login.",
            "无需登录即可读取 Pod 规约，包括其中的环境变量。"
        ))
    }),
    Flag::new("port", text!("The port on which API servers reach the kubelet.", "供 API 服务器访问的端口。")).default("10250"),
    Flag::new("rotate-certificates", text!("Renews its client certificate by itself.", "自动轮换自己的客户端证书。"))
        .switch("false")
        .judged(|value, _| match value {
            "true" => Opinion::good(text!("The node does not fall out when its certificate ends.", "证书到期时节点不会掉线。")),
            "false" => {
                Opinion::notable(text!("When its certificate ends, the node falls out of the cluster.", "证书一到期，节点就会掉出集群。"))
            }
            _ => None,
        }),
    Flag::new(
        "rotate-server-certificates",
        text!(
            "Asks the cluster for its serving certificate; somebody has to approve the request.",
            "向集群申请服务端证书；需要有人批准该请求。"
        ),
    )
    .switch("false"),
    Flag::new(
        "eviction-hard",
        text!(
            "When the node runs so short of memory or disk, pods are evicted at once: by default below 100Mi of memory, 10% of its disk, 15% of the image disk or 5% of inodes.",
            "内存或磁盘低于这些阈值时立即驱逐 Pod：默认内存低于 100Mi、节点磁盘低于 10%、镜像磁盘低于 15% 或 inode 低于 5%。"
        ),
    ),
    Flag::new(
        "eviction-soft",
        text!("Thresholds at which pods are evicted after a grace time.", "低于这些阈值并持续一段宽限时间后才驱逐 Pod。"),
    ),
    Flag::new("system-reserved", text!("What is kept free for the host's own services.", "为主机系统服务预留的资源。")),
    Flag::new("kube-reserved", text!("What is kept free for kubelet and container runtime.", "为 kubelet 和容器运行时预留的资源。")),
    Flag::new(
        "image-gc-high-threshold",
        text!("At this percentage of disk use, unused images are deleted.", "磁盘使用率达到该百分比时开始清理未使用的镜像。"),
    )
    .default("85"),
    Flag::new(
        "image-gc-low-threshold",
        text!("They are deleted until disk use is down to this percentage.", "清理镜像直到磁盘使用率降到该百分比。"),
    )
    .default("80"),
    Flag::new("node-status-update-frequency", text!("How often it works out the node's state.", "多久计算一次节点状态。")).default("10s"),
    Flag::new("serialize-image-pulls", text!("Pulls one image after the other.", "逐个拉取镜像。")).switch("true"),
    Flag::new("cpu-manager-policy", text!("Whether containers can have cores of their own.", "是否允许容器独占 CPU 核。")).default("none"),
    Flag::new(
        "topology-manager-policy",
        text!("Whether cores and devices of one pod have to be close together.", "是否要求同一 Pod 的 CPU 与设备在拓扑上对齐。"),
    )
    .default("none"),
    Flag::new("protect-kernel-defaults", text!("Fails rather than change kernel settings.", "内核参数不符合预期时报错，而不是自行修改。"))
        .switch("false"),
    Flag::new("register-with-taints", text!("The taints that the node registers with.", "节点注册时自带的污点。")),
    Flag::new("node-labels", text!("The labels that the node registers with.", "节点注册时自带的标签。")),
    Flag::new(
        "container-log-max-size",
        text!("The size at which a container's log file is rotated.", "单个容器日志文件达到该大小后轮转。"),
    )
    .default("10Mi"),
    Flag::new("container-log-max-files", text!("How many log files are kept for a container.", "每个容器保留的日志文件数。")).default("5"),
    Flag::new(
        "cloud-provider",
        text!(
            "The cloud; `external` leaves it to the cloud-controller-manager.",
            "集群所在的云；`external` 表示交给 cloud-controller-manager 处理。"
        ),
    ),
    Flag::new("root-dir", text!("The directory with its data and the pods' volumes.", "存放自身数据与 Pod 卷的目录。"))
        .default("/var/lib/kubelet"),
    Flag::new("cert-dir", text!("The directory of its certificates.", "证书目录。")).default("/var/lib/kubelet/pki"),
    Flag::new("tls-cert-file", text!("The certificate it shows to callers.", "向来访者出示的证书。")),
    Flag::new("tls-private-key-file", text!("The private key of that certificate.", "该证书对应的私钥。")),
    // Set in the configuration file alone.
    Flag::new(
        "nodeLeaseDurationSeconds",
        text!("How long the node's lease is valid; it is renewed at a quarter of it.", "节点租约的有效秒数；每过四分之一续约一次。"),
    )
    .default("40"),
    Flag::new(
        "shutdownGracePeriod",
        text!(
            "How long a node that shuts down waits for its pods to end; 0 lets them be cut off.",
            "节点关机时等待 Pod 退出的时间；为 0 时 Pod 会被直接中断。"
        ),
    )
    .default("0s"),
    Flag::new(
        "shutdownGracePeriodCriticalPods",
        text!("The last part of that time, kept for critical pods.", "上述时间的最后一段，留给关键 Pod。"),
    )
    .default("0s"),
    // Source: kubernetes/website, content/en/docs/concepts/architecture/cgroups.md, "Deprecation of cgroup v1".
    Flag::new(
        "failCgroupV1",
        text!(
            "Refuses to start on a host with cgroup v1; on by default since Kubernetes 1.35.",
            "在使用 cgroup v1 的主机上拒绝启动；自 Kubernetes 1.35 起默认开启。"
        ),
    )
    .judged(|value, _| {
        (value == "false").then_some(())?;
        Opinion::notable(text!(
            "Off: it runs on cgroup v1, whose support ends.",
            "已关闭：可在 cgroup v1 上运行，但其支持即将终止。"
        ))
    }),
];
