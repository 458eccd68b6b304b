//! Flags that several components share.

use crate::explain::flags::flag::Opinion;
use crate::explain::flags::table::{Table, flags};
use crate::text;

/// Flags of every component.
pub const ALL: Table = flags![
    Flag::new(
        "feature-gates",
        text!("Switches single features on or off, whatever their stage.", "逐个开启或关闭特性，不论其处于哪个阶段。"),
    )
    .judged(|value, _| {
        value.contains("AllAlpha=true").then_some(())?;
        Opinion::notable(text!(
            "`AllAlpha=true` turns on every alpha feature: untested together and free to change.",
            "`AllAlpha=true` 会打开所有 Alpha 特性：它们未经组合测试，且随时可能变化。"
        ))
    }),
    Flag::new("v", text!("How much is logged: 0 is little, 10 is everything.", "日志详细程度：0 最少，10 最多。")).default("0").judged(
        |value, _| {
            let level: u32 = value.parse().ok()?;
            (level >= 6).then_some(())?;
            Opinion::notable(text!(
                "A level for debugging: from 6 on requests are logged, from 8 on their contents too.",
                "这是调试级别：6 起会记录请求，8 起连请求内容也会记录。"
            ))
        },
    ),
    Flag::new("vmodule", text!("The log level of single source files.", "针对单个源文件设置的日志级别。")),
    Flag::new("logging-format", text!("Whether logs are written as text or as JSON.", "日志以文本还是 JSON 格式输出。")).default("text"),
    Flag::new(
        "logtostderr",
        text!("Writes the log to standard error; removed since Kubernetes 1.26.", "把日志写到标准错误输出；Kubernetes 1.26 起已移除。"),
    ),
    Flag::new(
        "kubeconfig",
        text!("The file with the API server's address and this component's credentials.", "写有 API 服务器地址和本组件凭据的文件。"),
    ),
    Flag::new(
        "master",
        text!("The API server's address; overrides the one in the kubeconfig.", "API 服务器地址；会覆盖 kubeconfig 中的地址。"),
    ),
];

/// Flags of the components that serve HTTPS and guard it.
pub const SERVING: Table = flags![
    Flag::new(
        "bind-address",
        text!("The address on which it listens; `0.0.0.0` is every one of the node.", "监听地址；`0.0.0.0` 表示节点上的所有地址。"),
    )
    .default("0.0.0.0")
    .judged(|value, command| {
        (matches!(value, "127.0.0.1" | "::1") && command.has("kubeconfig")).then_some(())?;
        Opinion::good(text!(
            "Reachable from its own node only, as kubeadm sets it. Prometheus on another node cannot read its metrics.",
            "只能从本节点访问，这是 kubeadm 的设置。其他节点上的 Prometheus 抓不到它的指标。"
        ))
    }),
    Flag::new(
        "secure-port",
        text!(
            "The port on which it serves HTTPS: 10257 of the controller manager, 10259 of the scheduler, if not set.",
            "提供 HTTPS 服务的端口；未设置时，控制器管理器为 10257，调度器为 10259。"
        )
    ),
    Flag::new(
        "port",
        text!("The old port without encryption; removed since Kubernetes 1.24.", "旧的非加密端口；Kubernetes 1.24 起已移除。"),
    )
    .judged(|value, _| {
        if value == "0" {
            return Opinion::good(text!(
                "0 turns it off. `kubectl get componentstatuses` then reports a refused connection although nothing is wrong.",
                "0 表示关闭。此时 `kubectl get componentstatuses` 会报告连接被拒绝，但组件本身并无问题。"
            ));
        }
        Opinion::bad(text!("It serves without encryption and without login.", "该端口既不加密也不做身份认证。"))
    }),
    Flag::new("profiling", text!("Serves Go's profiling pages under `/debug/pprof`.", "在 `/debug/pprof` 下提供 Go 性能剖析页面。"))
        .switch("true")
        .judged(|value, _| match value {
            "false" => Opinion::good(text!(
                "Off, as the CIS benchmark asks: one thing less to attack.",
                "已关闭，符合 CIS 基准的要求：少一个可被攻击的面。"
            )),
            "true" => Opinion::notable(text!(
                "On, which is the default. Whoever may reach it sees the process from the inside.",
                "已开启，这也是默认值。能访问到它的人可以看到进程内部信息。"
            )),
            _ => None,
        }),
    Flag::new("contention-profiling", text!("Adds profiles of lock contention.", "额外提供锁竞争的剖析数据。")),
    Flag::new("cert-dir", text!("Where a self-signed certificate is kept if none is given.", "未指定证书时，自签名证书的存放目录。")),
    Flag::new("tls-cert-file", text!("The certificate it shows to clients.", "向客户端出示的证书。")),
    Flag::new("tls-private-key-file", text!("The private key of that certificate.", "该证书对应的私钥。")),
    Flag::new(
        "tls-sni-cert-key",
        text!("Further certificates, chosen by the host name that the client asks for.", "按客户端请求的主机名选用的其他证书。"),
    ),
    Flag::new("tls-cipher-suites", text!("The TLS cipher suites that it accepts.", "允许使用的 TLS 密码套件。")),
    Flag::new(
        "tls-min-version",
        text!("The oldest TLS version that it accepts; TLS 1.2 if not set.", "允许的最低 TLS 版本；未设置时为 TLS 1.2。"),
    )
    .judged(|value, _| match value {
        "VersionTLS10" | "VersionTLS11" => Opinion::bad(text!("Too old: known to be weak.", "版本太旧，已知不安全。")),
        "VersionTLS12" | "VersionTLS13" => Opinion::good(text!("A current version.", "属于现行版本。")),
        _ => None,
    }),
    Flag::new(
        "client-ca-file",
        text!(
            "Client certificates signed by this CA are accepted as identity: the name and groups come from the certificate.",
            "由该 CA 签发的客户端证书会被认可为身份：用户名和用户组取自证书。"
        ),
    ),
    Flag::new(
        "authentication-kubeconfig",
        text!("With it, it asks the API server who a caller is.", "凭它向 API 服务器查询来访者的身份。"),
    ),
    Flag::new(
        "authorization-kubeconfig",
        text!("With it, it asks the API server what a caller may do.", "凭它向 API 服务器查询来访者的权限。"),
    ),
    Flag::new(
        "authorization-always-allow-paths",
        text!("Paths that everyone may read, such as `/healthz`.", "任何人都可以访问的路径，例如 `/healthz`。"),
    ),
    Flag::new(
        "requestheader-client-ca-file",
        text!(
            "A front proxy has to show a certificate of this CA before its word on who the user is counts.",
            "前置代理必须出示由该 CA 签发的证书，它声明的用户身份才会被采信。"
        ),
    ),
    Flag::new(
        "requestheader-allowed-names",
        text!("The certificate names that such a proxy may have; empty allows any.", "这类代理的证书允许使用的名称；留空表示不限。"),
    ),
    Flag::new(
        "requestheader-username-headers",
        text!("The HTTP header in which a front proxy names the user.", "前置代理用来传递用户名的 HTTP 头。"),
    ),
    Flag::new(
        "requestheader-group-headers",
        text!("The HTTP header in which a front proxy names the user's groups.", "前置代理用来传递用户组的 HTTP 头。"),
    ),
    Flag::new(
        "requestheader-extra-headers-prefix",
        text!(
            "Headers with this prefix carry what else a front proxy tells about the user.",
            "前置代理用带有该前缀的 HTTP 头传递用户的其他信息。"
        ),
    ),
    Flag::new(
        "requestheader-uid-headers",
        text!("The HTTP header in which a front proxy passes the user's UID.", "前置代理用来传递用户 UID 的 HTTP 头。"),
    ),
    Flag::new(
        "kube-api-qps",
        text!("Requests a second that it sends to the API server at most, on average.", "平均每秒最多向 API 服务器发送的请求数。"),
    ),
    Flag::new("kube-api-burst", text!("Requests that it may send to the API server at once.", "允许瞬间向 API 服务器发送的请求数。")),
];

/// Flags of the components of which one replica leads.
pub const LEADER: Table = flags![
    Flag::new(
        "leader-elect",
        text!("The replicas elect one that works; the others wait to take over.", "多个副本中选出一个领导者工作，其余副本待命接替。"),
    )
    .switch("true")
    .judged(|value, _| match value {
        "true" => Opinion::good(text!("Needed where there is more than one replica.", "有多个副本时必须开启。")),
        "false" => Opinion::bad(text!(
            "With more than one replica they all work at once and undo each other's work.",
            "如果有多个副本，它们会同时工作、互相干扰。"
        )),
        _ => None,
    }),
    Flag::new(
        "leader-elect-lease-duration",
        text!(
            "So long the others wait after the leader's last sign of life before one takes over.",
            "领导者最后一次续约之后，其他副本等待多久才会接替。"
        ),
    )
    .default("15s"),
    Flag::new(
        "leader-elect-renew-deadline",
        text!(
            "If the leader cannot renew its lease for so long, it gives up and the process ends: a restart is counted.",
            "领导者在这段时间内续约不成功就会放弃并退出进程，于是多记一次重启。"
        ),
    )
    .default("10s"),
    Flag::new(
        "leader-elect-retry-period",
        text!("The time between two tries to get or renew the lease.", "两次尝试获取或续约租约之间的间隔。"),
    )
    .default("2s"),
    Flag::new("leader-elect-resource-lock", text!("The kind of object that holds the lock.", "用作锁的对象类型。")).default("leases"),
    Flag::new("leader-elect-resource-name", text!("The name of the object that holds the lock.", "用作锁的对象名称。")),
    Flag::new("leader-elect-resource-namespace", text!("The namespace of the object that holds the lock.", "用作锁的对象所在的命名空间。"))
        .default("kube-system"),
];
