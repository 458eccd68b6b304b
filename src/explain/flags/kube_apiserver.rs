//! Flags of kube-apiserver.

mod judge;

use crate::explain::flags::flag::Opinion;
use crate::explain::flags::table::{Table, flags};
use crate::text;

/// The catalogue.
pub const FLAGS: Table = flags![
    // Where it keeps the state, and whom it serves.
    Flag::new("etcd-servers", text!("The etcd members that it stores everything in.", "用来存储全部数据的 etcd 成员地址。")).judged(judge::etcd_servers),
    Flag::new("etcd-cafile", text!("The CA that etcd's certificate must come from.", "etcd 的证书必须由该 CA 签发。")),
    Flag::new("etcd-certfile", text!("The certificate with which it logs in to etcd.", "登录 etcd 时使用的客户端证书。")),
    Flag::new("etcd-keyfile", text!("The private key of its etcd certificate.", "etcd 客户端证书对应的私钥。")),
    Flag::new("etcd-prefix", text!("The prefix of all its keys in etcd.", "它在 etcd 中所有键的前缀。")).default("/registry"),
    Flag::new("etcd-servers-overrides", text!("Other etcd servers for single resources, such as events.", "为个别资源（例如 Event）单独指定的 etcd。")),
    Flag::new("etcd-compaction-interval", text!("How often old revisions in etcd are dropped.", "多久压缩一次 etcd 中的历史版本。")).default("5m0s"),
    Flag::new("etcd-healthcheck-timeout", text!("How long its health check waits for etcd.", "健康检查等待 etcd 的时间。")).default("2s"),
    Flag::new("etcd-readycheck-timeout", text!("How long its readiness check waits for etcd.", "就绪检查等待 etcd 的时间。")).default("2s"),
    Flag::new("storage-backend", text!("The kind of store; `etcd3` is the only one left.", "存储后端类型；如今只剩 `etcd3`。")),
    Flag::new("storage-media-type", text!("The encoding of objects in etcd.", "对象写入 etcd 时的编码格式。")).default("application/vnd.kubernetes.protobuf"),
    Flag::new("encryption-provider-config", text!("How Secrets and other objects are encrypted before they are written to etcd.", "规定 Secret 等对象写入 etcd 之前如何加密。"))
        .judged(|_, _| Opinion::good(text!("Set: what it lists is encrypted at rest. Its key file belongs in the backup too.", "已设置：其中列出的资源会静态加密。备份时别忘了它的密钥文件。")))
        .missed(|command| {
            // Without this flag in sight the command is not shown in full, and nothing may be called missing.
            command.has("etcd-servers").then_some(())?;
            Opinion::notable(text!(
                "Not set: Secrets lie unencrypted in etcd. Whoever reads its data directory or a backup reads every password.",
                "未设置：Secret 以明文存放在 etcd 中。能读到其数据目录或备份的人，就能读到所有密码。"
            ))
        }),
    Flag::new("encryption-provider-config-automatic-reload", text!("Rereads the encryption configuration when its file changes.", "加密配置文件变化时自动重新加载。")).switch("false"),
    Flag::new("watch-cache", text!("Serves watches and many reads from memory instead of etcd.", "用内存缓存响应 watch 和大部分读请求，减轻 etcd 压力。"))
        .switch("true")
        .judged(|value, _| {
            (value == "false").then_some(())?;
            Opinion::notable(text!("Off: every read and watch goes to etcd.", "已关闭：所有读请求和 watch 都直接打到 etcd。"))
        }),
    Flag::new("watch-cache-sizes", text!("The size of that cache for single resources.", "为个别资源设置的缓存大小。")),
    Flag::new("delete-collection-workers", text!("Workers that delete whole collections, as for a namespace.", "批量删除（例如删除命名空间）时的并发数。")).default("1"),
    Flag::new("enable-garbage-collector", text!("Must be the same as at the controller manager: deletes what lost its owner.", "须与控制器管理器保持一致：删除失去属主的对象。")).switch("true"),
    Flag::new("advertise-address", text!("The address of this API server that pods are given; each one has its own.", "告知集群内部的本 API 服务器地址；每个实例各不相同。")),
    Flag::new("secure-port", text!("The port on which it serves HTTPS.", "提供 HTTPS 服务的端口。")).default("6443").judged(|value, _| {
        (value == "0").then_some(())?;
        Opinion::bad(text!("0 turns HTTPS off.", "0 表示关闭 HTTPS。"))
    }),
    Flag::new("external-hostname", text!("The host name in addresses that it gives out.", "生成对外地址时使用的主机名。")),
    Flag::new("service-cluster-ip-range", text!("The range of the virtual Service addresses. It must not overlap pods or nodes, and must be the same on every API server.", "Service 虚拟 IP 的网段。不能与 Pod 或节点网段重叠，且所有 API 服务器必须一致。")),
    Flag::new("service-node-port-range", text!("The ports that NodePort Services may get.", "NodePort 类型的 Service 可以使用的端口范围。")).default("30000-32767"),
    Flag::new("kubernetes-service-node-port", text!("Offers the API itself on this port of every node.", "把 API 自身也通过各节点的这个端口暴露出来。")),
    Flag::new("endpoint-reconciler-type", text!("How the API servers keep the endpoints of the Service `kubernetes`: with `lease` a dead one drops out by itself.", "API 服务器如何维护 `kubernetes` 这个 Service 的端点：用 `lease` 时，失效的实例会自动移除。"))
        .default("lease")
        .judged(|value, _| match value {
            "lease" => Opinion::good(text!("A dead API server drops out by itself.", "失效的 API 服务器会自动移除。")),
            "master-count" | "none" => Opinion::notable(text!(
                "A dead API server is not taken out of the Service `kubernetes`: pods keep being sent to it.",
                "失效的 API 服务器不会从 `kubernetes` 这个 Service 中移除，Pod 的请求仍会被发往它。"
            )),
            _ => None,
        }),
    Flag::new("apiserver-count", text!("How many API servers there are; only counts with the old `master-count` reconciler.", "API 服务器的数量；只对旧的 `master-count` 方式有意义。")),
    // Who gets in.
    Flag::new("anonymous-auth", text!("Lets requests without any credentials in, as the user `system:anonymous`.", "允许不带任何凭据的请求进入，其身份为 `system:anonymous`。"))
        .switch("true")
        .judged(judge::anonymous_auth),
    Flag::new("authentication-config", text!("A file that sets how users log in: OIDC issuers and anonymous access.", "用文件配置用户认证方式：OIDC 签发者与匿名访问。")),
    Flag::new("enable-bootstrap-token-auth", text!("Accepts bootstrap tokens, with which a new node joins.", "接受启动引导令牌，新节点凭它加入集群。")).switch("false").judged(|value, _| {
        (value == "true").then_some(())?;
        Opinion::plain(text!("As kubeadm sets it, for `kubeadm join`.", "kubeadm 的默认设置，供 `kubeadm join` 使用。"))
    }),
    Flag::new("token-auth-file", text!("A file with fixed tokens in plain text.", "以明文保存固定令牌的文件。")).judged(|_, _| {
        Opinion::bad(text!("These tokens never expire, and a change needs a restart.", "这些令牌永不过期，修改后还得重启才生效。"))
    }),
    Flag::new("basic-auth-file", text!("A file with passwords in plain text; removed since Kubernetes 1.19.", "以明文保存密码的文件；Kubernetes 1.19 起已移除。"))
        .judged(|_, _| Opinion::bad(text!("Passwords in plain text.", "密码以明文保存。"))),
    Flag::new("insecure-port", text!("A port without encryption, login and permission checks; removed since Kubernetes 1.24.", "不加密、不认证、不鉴权的端口；Kubernetes 1.24 起已移除。")).judged(judge::insecure_port),
    Flag::new("insecure-bind-address", text!("The address of the port without encryption and login.", "非安全端口的监听地址。"))
        .judged(|_, _| Opinion::notable(text!("A leftover of the port without login; see `--insecure-port`.", "非安全端口的遗留参数，见 `--insecure-port`。"))),
    Flag::new("service-account-issuer", text!("The name of the issuer written into service account tokens.", "写入服务账号令牌的签发者名称。")),
    Flag::new("service-account-key-file", text!("The public key that checks service account tokens.", "用于校验服务账号令牌的公钥。")),
    Flag::new("service-account-signing-key-file", text!("The private key that signs service account tokens. It must be the same on every API server.", "用于签发服务账号令牌的私钥。所有 API 服务器必须一致。")),
    Flag::new("service-account-lookup", text!("Refuses a token whose service account or Secret was deleted.", "服务账号或其 Secret 已被删除时，拒绝对应的令牌。")).switch("true").judged(|value, _| {
        (value == "false").then_some(())?;
        Opinion::bad(text!("Off: tokens of deleted service accounts stay valid.", "已关闭：已删除的服务账号，其令牌依然有效。"))
    }),
    Flag::new("service-account-extend-token-expiration", text!("Lets mounted tokens live for up to a year for old clients.", "为兼容旧客户端，把挂载的令牌有效期延长至最多一年。")).switch("true"),
    Flag::new("service-account-max-token-expiration", text!("The longest life of a requested token.", "申请令牌时允许的最长有效期。")),
    Flag::new("service-account-jwks-uri", text!("Where others find the keys that check its tokens.", "供外部获取令牌校验公钥的地址。")),
    Flag::new("api-audiences", text!("The audiences that a token may be meant for.", "令牌允许的受众（audience）。")),
    Flag::new("oidc-issuer-url", text!("The OpenID Connect provider whose logins are accepted.", "所信任的 OpenID Connect 身份提供者地址。")),
    Flag::new("oidc-client-id", text!("The client that an OIDC token must have been issued for.", "OIDC 令牌必须签发给这个客户端。")),
    Flag::new("oidc-username-claim", text!("The OIDC claim that becomes the user name.", "用作用户名的 OIDC 声明。")).default("sub"),
    Flag::new("oidc-username-prefix", text!("A prefix for user names from OIDC, so that they cannot be mistaken for others.", "OIDC 用户名的前缀，避免与其他用户名混淆。")),
    Flag::new("oidc-groups-claim", text!("The OIDC claim that holds the groups.", "用作用户组的 OIDC 声明。")),
    Flag::new("oidc-groups-prefix", text!("A prefix for groups from OIDC.", "OIDC 用户组的前缀。")),
    Flag::new("oidc-ca-file", text!("The CA of the OIDC provider's certificate.", "OIDC 身份提供者证书的 CA。")),
    Flag::new("oidc-required-claim", text!("A claim that an OIDC token must have.", "OIDC 令牌必须包含的声明。")),
    Flag::new("oidc-signing-algs", text!("The signature algorithms accepted for OIDC tokens.", "允许的 OIDC 令牌签名算法。")),
    Flag::new("authentication-token-webhook-config-file", text!("A service that is asked who the bearer of a token is.", "通过外部 Webhook 服务查询令牌持有者的身份。")),
    Flag::new("authentication-token-webhook-cache-ttl", text!("How long its answers are kept.", "Webhook 认证结果的缓存时间。")).default("2m0s"),
    // What they may do.
    // Source: kubernetes/kubernetes, pkg/kubeapiserver/options/authorization.go: AlwaysAllow from the first releases to this day; since
    // 1.29 only if `--authorization-config` is not given.
    Flag::new("authorization-mode", text!("What decides whether a request is allowed. `Node` keeps kubelets to their own objects, `RBAC` decides by roles.", "由谁决定请求是否放行。`Node` 限制 kubelet 只能访问自己的对象，`RBAC` 按角色授权。"))
        .judged(judge::authorization_mode)
        .missed(|command| {
            (command.has("etcd-servers") && !command.has("authorization-config")).then_some(())?;
            Opinion::bad(text!(
                "Not set: the program's own default is `AlwaysAllow`, under which every user may do everything.",
                "未设置：程序自身的默认值是 `AlwaysAllow`，即任何用户都可以做任何事。"
            ))
        }),
    Flag::new("authorization-config", text!("A file with the chain of what decides on requests, in place of `--authorization-mode`.", "用文件配置鉴权链，取代 `--authorization-mode`。")),
    Flag::new("authorization-policy-file", text!("The rules for the mode `ABAC`.", "`ABAC` 模式使用的规则文件。")),
    Flag::new("authorization-webhook-config-file", text!("A service that is asked whether a request is allowed.", "通过外部 Webhook 服务决定请求是否放行。")),
    Flag::new("enable-admission-plugins", text!("Admission plugins in addition to the default ones: they may change or refuse what is about to be stored.", "在默认插件之外启用的准入插件：对象入库之前，它们可以修改或拒绝。"))
        .judged(judge::enable_admission_plugins),
    Flag::new("disable-admission-plugins", text!("Admission plugins that are on by default and shall be off.", "要关闭的默认准入插件。")).judged(judge::disable_admission_plugins),
    Flag::new("admission-control", text!("The old list of admission plugins, in order; deprecated.", "旧式的准入插件有序列表；已弃用。")),
    Flag::new("admission-control-config-file", text!("Settings of admission plugins, such as the cluster-wide Pod Security level.", "准入插件的配置，例如全集群的 Pod 安全级别。")),
    Flag::new("allow-privileged", text!("Allows privileged containers at all.", "是否允许运行特权容器。")).switch("false").judged(|value, _| match value {
        "true" => Opinion::plain(text!(
            "Normal: kube-proxy and most network and storage agents need it. Pod Security limits it for each namespace.",
            "正常：kube-proxy 和多数网络、存储代理都需要它。各命名空间可用 Pod 安全标准加以限制。"
        )),
        _ => None,
    }),
    // Its way to the kubelets and to aggregated APIs.
    Flag::new("kubelet-client-certificate", text!("The certificate it shows to kubelets, for logs and exec.", "访问 kubelet（查看日志、执行 exec）时出示的证书。")),
    Flag::new("kubelet-client-key", text!("The private key of that certificate.", "该证书对应的私钥。")),
    Flag::new("kubelet-certificate-authority", text!("The CA that a kubelet's certificate must come from. If not set, it is not checked.", "kubelet 的证书必须由该 CA 签发；不设置则不校验。"))
        .judged(|_, _| Opinion::good(text!("Set: the kubelets' certificates are checked.", "已设置：会校验 kubelet 的证书。"))),
    Flag::new("kubelet-preferred-address-types", text!("Which of a node's addresses is tried first to reach its kubelet.", "访问 kubelet 时优先使用节点的哪类地址。")).default("Hostname,InternalDNS,InternalIP,ExternalDNS,ExternalIP"),
    Flag::new("kubelet-timeout", text!("How long it waits for a kubelet.", "等待 kubelet 响应的时间。")).default("5s"),
    Flag::new("proxy-client-cert-file", text!("The certificate it shows to aggregated APIs such as metrics-server.", "访问聚合 API（例如 metrics-server）时出示的证书。")),
    Flag::new("proxy-client-key-file", text!("The private key of that certificate.", "该证书对应的私钥。")),
    Flag::new("enable-aggregator-routing", text!("Sends requests for aggregated APIs to pod addresses instead of the Service's.", "把聚合 API 的请求直接发给 Pod IP，而不是 Service 的 IP。")).switch("false"),
    Flag::new("egress-selector-config-file", text!("Through which proxy it reaches nodes and pods.", "规定经由哪个代理访问节点和 Pod。")),
    Flag::new("cloud-provider", text!("The cloud that the cluster runs on; `external` leaves it to the cloud-controller-manager.", "集群所在的云；`external` 表示交给 cloud-controller-manager 处理。")),
    // The audit log.
    Flag::new("audit-log-path", text!("The file in which every audited request is logged.", "审计日志的写入路径。")).judged(judge::audit_log_path),
    Flag::new("audit-policy-file", text!("Which requests are audited, and in how much detail.", "规定审计哪些请求、记录到什么程度。"))
        .judged(judge::audit_policy_file)
        .missed(|command| {
            command.has_any(&["audit-log-path", "audit-webhook-config-file"]).then_some(())?;
            Opinion::bad(text!(
                "Not set: without a policy no request is audited, so nothing is ever written.",
                "未设置：没有审计策略就不会审计任何请求，也就什么都不会写入。"
            ))
        }),
    // Source of the next three: kubernetes/kubernetes#136478, in 1.36: before, 0 was the default of age and number and kept all, and a size
    // of 0 meant 100.
    Flag::new("audit-log-maxage", text!("Days that old audit logs are kept. If not set, 366 since Kubernetes 1.36; before, they are never deleted by age.", "旧审计日志保留的天数。未设置时，Kubernetes 1.36 起为 366；之前的版本不会按时间删除。")).judged(judge::zero_keeps_all),
    Flag::new("audit-log-maxbackup", text!("How many old audit logs are kept. If not set, 100 since Kubernetes 1.36; before, all.", "保留多少个旧审计日志文件。未设置时，Kubernetes 1.36 起为 100 个；之前的版本全部保留。")).judged(judge::zero_keeps_all),
    Flag::new("audit-log-maxsize", text!("Megabytes after which a new audit log file is begun.", "单个审计日志文件达到多少 MB 后切换新文件。")).default("100").judged(|value, _| {
        (value == "0").then_some(())?;
        Opinion::notable(text!("Since Kubernetes 1.36, 0 is one file that grows for ever; before, it stood for 100.", "自 Kubernetes 1.36 起，0 表示只写一个不断增长的文件；之前的版本等同于 100。"))
    }),
    Flag::new("audit-log-format", text!("The form of the audit log's lines.", "审计日志每行的格式。")).default("json"),
    Flag::new("audit-log-mode", text!("Whether a request waits for its audit line.", "请求是否等待审计日志写完。")).default("blocking"),
    Flag::new("audit-log-compress", text!("Compresses old audit log files.", "压缩旧的审计日志文件。")).switch("false"),
    Flag::new("audit-log-batch-max-size", text!("How many audit events are written in one go.", "一次写入的审计事件数上限。")),
    Flag::new("audit-webhook-config-file", text!("A service to which audit events are sent.", "接收审计事件的外部服务。")),
    Flag::new("audit-webhook-mode", text!("How audit events are sent: in batches or one by one.", "审计事件的发送方式：批量或逐条。")).default("batch"),
    Flag::new("audit-webhook-batch-max-size", text!("How many audit events are sent in one go.", "一次发送的审计事件数上限。")).default("400"),
    // How much it takes on.
    Flag::new("max-requests-inflight", text!("How many reading requests it works on at once. With priority and fairness, the sum with `--max-mutating-requests-inflight` is its limit.", "同时处理的只读请求数上限。启用优先级与公平性后，它与 `--max-mutating-requests-inflight` 之和才是总上限。"))
        .default("400")
        .judged(judge::max_requests),
    Flag::new("max-mutating-requests-inflight", text!("How many changing requests it works on at once.", "同时处理的变更请求数上限。")).default("200").judged(judge::max_mutating),
    Flag::new("enable-priority-and-fairness", text!("Shares its capacity among callers, so that one flood does not starve the others.", "在各调用方之间公平分配处理能力，避免某一方的洪峰饿死其他请求。")).switch("true").judged(|value, _| {
        (value == "false").then_some(())?;
        Opinion::notable(text!("Off: one busy client can block all others.", "已关闭：一个繁忙的客户端就能挤占其他所有请求。"))
    }),
    Flag::new("request-timeout", text!("How long a request may take, watches aside.", "单个请求的最长处理时间（watch 除外）。")).default("1m0s"),
    Flag::new("min-request-timeout", text!("Seconds for which a watch is kept open at least.", "watch 连接至少保持的秒数。")).default("1800"),
    Flag::new("goaway-chance", text!("The share of requests after which an HTTP/2 client is asked to connect anew, which spreads clients over several API servers.", "以多大概率要求 HTTP/2 客户端重新连接，从而让客户端在多个 API 服务器之间重新分布。")).default("0"),
    Flag::new("http2-max-streams-per-connection", text!("How many requests may share one connection.", "单个连接上允许的并发请求数。")),
    Flag::new("shutdown-delay-duration", text!("How long it goes on serving after it was told to stop, so that load balancers can notice.", "收到停止信号后继续服务多久，让负载均衡器有时间感知。")),
    Flag::new("livez-grace-period", text!("The time for start-up during which liveness does not fail.", "启动期间存活检查的宽限时间。")),
    Flag::new("max-connection-bytes-per-sec", text!("Limits the speed of one connection.", "限制单个连接的速率。")),
    // Behaviour that users notice.
    Flag::new("default-not-ready-toleration-seconds", text!("How long pods stay on a node that is not ready before they are moved.", "节点未就绪后，Pod 在其上停留多久才会被驱逐。")).default("300").judged(judge::toleration),
    Flag::new("default-unreachable-toleration-seconds", text!("How long pods stay on a node that does not answer before they are moved.", "节点失联后，Pod 在其上停留多久才会被驱逐。")).default("300").judged(judge::toleration),
    Flag::new("event-ttl", text!("How long events are kept.", "Event 的保留时间。")).default("1h0m0s").judged(|value, _| {
        (matches!(value, "1h" | "1h0m0s" | "60m")).then_some(())?;
        Opinion::plain(text!("The reason why `kubectl describe` shows no older events.", "这就是 `kubectl describe` 看不到更早事件的原因。"))
    }),
    Flag::new("runtime-config", text!("Switches API versions on or off.", "开启或关闭某些 API 版本。")).judged(|value, _| {
        (value.contains("api/all=true") || value.contains("api/alpha=true")).then_some(())?;
        Opinion::notable(text!("Alpha APIs are on: they may change or vanish with the next release.", "已开启 Alpha API：下个版本中它们可能变化或消失。"))
    }),
    Flag::new("tracing-config-file", text!("Where traces of requests are sent.", "请求链路追踪的发送配置。")),
    Flag::new("cors-allowed-origins", text!("Web pages of these origins may call the API from a browser.", "允许哪些来源的网页在浏览器中调用 API。")),
    Flag::new("enable-logs-handler", text!("Serves the node's log directory under `/logs`.", "在 `/logs` 路径下提供节点的日志目录。")).switch("").judged(|value, _| {
        (value == "true").then_some(())?;
        Opinion::notable(text!("Whoever may read `/logs` reads the node's log files.", "能访问 `/logs` 的人可以读取节点上的日志文件。"))
    }),
    Flag::new("permit-port-sharing", text!("Lets a second process listen on the same port, for a restart without a gap.", "允许另一个进程监听同一端口，用于无间断重启。")).switch("false"),
    Flag::new("permit-address-sharing", text!("Lets it listen before a closing predecessor has let the address go.", "允许在前一个进程释放地址之前就开始监听。")).switch("false"),
    Flag::new("strict-transport-security-directives", text!("The HSTS header for browsers.", "发给浏览器的 HSTS 响应头。")),
];
