//! Flags of etcd.

mod judge;

use crate::explain::flags::flag::Opinion;
use crate::explain::flags::table::{Table, flags};
use crate::text;

/// The catalogue.
pub const FLAGS: Table = flags![
    Flag::new("name", text!("This member's name; kubeadm takes the node's.", "本成员的名称；kubeadm 使用节点名。")).default("default"),
    Flag::new(
        "data-dir",
        text!(
            "The directory with the whole state of the cluster. A backup is made of this, by `etcdctl snapshot save`.",
            "保存集群全部状态的目录。备份的就是它，用 `etcdctl snapshot save`。"
        ),
    ),
    Flag::new(
        "wal-dir",
        text!("A directory, best on a disk of its own, for the write-ahead log.", "预写日志（WAL）的目录，最好放在单独的磁盘上。"),
    ),
    Flag::new(
        "initial-cluster",
        text!("The members when this one first started. It is not read again after that.", "本成员首次启动时的成员列表，之后不再读取。"),
    )
    .judged(judge::initial_cluster),
    Flag::new(
        "initial-cluster-state",
        text!(
            "Whether it founded a cluster (`new`) or joined one (`existing`).",
            "首次启动时是新建集群（`new`）还是加入已有集群（`existing`）。"
        ),
    )
    .default("new")
    .judged(|value, _| {
        (value == "existing").then_some(())?;
        Opinion::plain(text!("It joined a cluster that was already there.", "它加入的是已有的集群。"))
    }),
    Flag::new("initial-cluster-token", text!("Keeps clusters apart that start with the same members.", "用来区分初始成员相同的不同集群。"))
        .default("etcd-cluster"),
    Flag::new(
        "initial-advertise-peer-urls",
        text!("The address it tells the other members at first start.", "首次启动时告知其他成员的地址。"),
    ),
    Flag::new(
        "advertise-client-urls",
        text!("The address it tells clients, that is the API servers.", "告知客户端（即 API 服务器）的地址。"),
    ),
    Flag::new(
        "listen-client-urls",
        text!("The addresses on which API servers reach it, port 2379.", "供 API 服务器访问的监听地址，端口 2379。"),
    )
    .judged(judge::listen),
    Flag::new(
        "listen-peer-urls",
        text!("The addresses on which the other members reach it, port 2380.", "供其他成员访问的监听地址，端口 2380。"),
    )
    .judged(judge::listen),
    Flag::new(
        "listen-metrics-urls",
        text!(
            "Where it serves metrics and health without login; kubeadm uses port 2381 on the node itself.",
            "无需登录即可访问的指标与健康检查地址；kubeadm 使用本机的 2381 端口。"
        ),
    )
    .judged(judge::listen_metrics),
    Flag::new(
        "client-cert-auth",
        text!("Lets only clients with a certificate of the trusted CA in.", "只允许持有受信任 CA 所签证书的客户端连接。"),
    )
    .switch("false")
    .judged(|value, _| judge::guard(value)),
    Flag::new(
        "peer-client-cert-auth",
        text!("Lets only members with a certificate of the trusted CA in.", "只允许持有受信任 CA 所签证书的成员互联。"),
    )
    .switch("false")
    .judged(|value, _| judge::guard(value)),
    Flag::new("trusted-ca-file", text!("The CA that clients' certificates must come from.", "客户端证书必须由该 CA 签发。")),
    Flag::new("peer-trusted-ca-file", text!("The CA that other members' certificates must come from.", "其他成员的证书必须由该 CA 签发。")),
    Flag::new("cert-file", text!("The certificate it shows to clients.", "向客户端出示的证书。")),
    Flag::new("key-file", text!("The private key of that certificate.", "该证书对应的私钥。")),
    Flag::new("peer-cert-file", text!("The certificate it shows to other members.", "向其他成员出示的证书。")),
    Flag::new("peer-key-file", text!("The private key of that certificate.", "该证书对应的私钥。")),
    Flag::new("auto-tls", text!("Makes its own certificate for clients.", "自动生成面向客户端的自签名证书。"))
        .switch("false")
        .judged(|value, _| judge::self_signed(value)),
    Flag::new("peer-auto-tls", text!("Makes its own certificate for other members.", "自动生成面向其他成员的自签名证书。"))
        .switch("false")
        .judged(|value, _| judge::self_signed(value)),
    Flag::new("cipher-suites", text!("The TLS cipher suites that it accepts.", "允许使用的 TLS 密码套件。")),
    Flag::new("tls-min-version", text!("The oldest TLS version that it accepts.", "允许的最低 TLS 版本。")),
    Flag::new(
        "quota-backend-bytes",
        text!(
            "The size of the database at which etcd refuses all writes until it is compacted and defragmented; 0 stands for 2 GiB.",
            "数据库达到这个大小后，etcd 会拒绝一切写入，直到完成压缩和碎片整理；0 表示 2 GiB。"
        ),
    )
    .default("0")
    .judged(judge::quota),
    Flag::new(
        "auto-compaction-mode",
        text!("Whether old revisions are dropped by age or by number.", "按时间还是按版本数自动压缩历史版本。"),
    )
    .default("periodic"),
    Flag::new(
        "auto-compaction-retention",
        text!(
            "How much history etcd itself keeps. 0 is off: API servers compact every five minutes anyway.",
            "etcd 自身保留多少历史。0 表示关闭：反正 API 服务器每五分钟会压缩一次。"
        ),
    )
    .default("0"),
    Flag::new(
        "snapshot-count",
        text!(
            "After how many writes it snapshots its log to disk: kubeadm sets 10 000, etcd 3.5 by itself 100 000.",
            "写入多少次后把日志做成快照落盘：kubeadm 设为 10 000，etcd 3.5 自身默认 100 000。"
        ),
    ),
    Flag::new("heartbeat-interval", text!("Milliseconds between the leader's signs of life.", "领导者心跳的间隔，单位毫秒。"))
        .default("100"),
    Flag::new(
        "election-timeout",
        text!("Milliseconds without a heartbeat after which members elect a new leader.", "多少毫秒收不到心跳，就重新选举领导者。"),
    )
    .default("1000")
    .judged(judge::election),
    Flag::new(
        "max-request-bytes",
        text!(
            "The largest request: the reason why an object cannot exceed about 1.5 MB.",
            "单个请求的大小上限：这就是对象不能超过约 1.5 MB 的原因。"
        ),
    )
    .default("1572864"),
    Flag::new("max-snapshots", text!("How many snapshot files it keeps.", "保留的快照文件数。")),
    Flag::new("max-wals", text!("How many log files it keeps.", "保留的预写日志文件数。")).default("5"),
    Flag::new(
        "experimental-initial-corrupt-check",
        text!("Compares its data with the other members before it serves.", "提供服务之前，先与其他成员核对数据。"),
    )
    .switch("false")
    .judged(|value, _| {
        (value == "true").then_some(())?;
        Opinion::good(text!("A damaged copy is noticed at start.", "启动时即可发现损坏的数据副本。"))
    }),
    Flag::new(
        "experimental-watch-progress-notify-interval",
        text!("How often watchers are told how far they are.", "向 watch 客户端通报进度的间隔。"),
    ),
    Flag::new("watch-progress-notify-interval", text!("How often watchers are told how far they are.", "向 watch 客户端通报进度的间隔。")),
    Flag::new(
        "experimental-compact-hash-check-enabled",
        text!("Compares the members' data after each compaction.", "每次压缩之后比对各成员的数据。"),
    )
    .switch("false"),
    Flag::new("feature-gates", text!("Switches single features on or off, as from etcd 3.6.", "逐个开启或关闭特性，自 etcd 3.6 起提供。")),
    Flag::new(
        "strict-reconfig-check",
        text!("Refuses a change of members that would lose the quorum.", "拒绝会导致失去法定人数的成员变更。"),
    )
    .switch("true")
    .judged(|value, _| {
        (value == "false").then_some(())?;
        Opinion::notable(text!("Off: removing a member can stop the cluster.", "已关闭：移除成员可能使集群停摆。"))
    }),
    Flag::new(
        "force-new-cluster",
        text!(
            "Makes this member a cluster of one, throwing the others out; for recovery only.",
            "强制把本成员变成单成员集群并剔除其他成员；仅用于灾难恢复。"
        ),
    )
    .switch("false")
    .judged(|value, _| {
        (value == "true").then_some(())?;
        Opinion::bad(text!("Left on, every restart throws the other members out again.", "如果一直开着，每次重启都会再次剔除其他成员。"))
    }),
    Flag::new("unsafe-no-fsync", text!("Does not wait for the disk.", "写入时不等待落盘。")).switch("false").judged(|value, _| {
        (value == "true").then_some(())?;
        Opinion::bad(text!("A power cut can lose or damage the whole state.", "一旦断电，整个集群状态可能丢失或损坏。"))
    }),
    Flag::new("enable-pprof", text!("Serves Go's profiling pages.", "提供 Go 性能剖析页面。")).switch("false"),
    Flag::new(
        "enable-v2",
        text!(
            "Serves the old v2 API, which Kubernetes does not use; removed in etcd 3.6.",
            "提供旧的 v2 API，Kubernetes 并不使用；etcd 3.6 已移除。"
        ),
    )
    .switch("false"),
    Flag::new("log-level", text!("How much is logged.", "日志级别。")).default("info"),
    Flag::new("logger", text!("The logging library; `zap` is the only one left.", "日志库；如今只剩 `zap`。")),
    Flag::new("log-outputs", text!("Where the log goes.", "日志输出位置。")).default("default"),
    Flag::new("metrics", text!("How detailed its metrics are.", "指标的详细程度。")).default("basic"),
    Flag::new(
        "config-file",
        text!("A file with all settings; the other flags are then ignored.", "集中写有全部配置的文件；设置后其他参数都会被忽略。"),
    ),
];
