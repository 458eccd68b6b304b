//! What to make of kube-apiserver's values.

use crate::explain::flags::command::Command;
use crate::explain::flags::flag::Opinion;
use crate::{phrase, text};

fn items(value: &str) -> impl Iterator<Item = &str> {
    value.split(',').map(str::trim).filter(|it| !it.is_empty())
}

/// The host of a URL, without scheme, port and path.
fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let authority = rest.split('/').next().unwrap_or_default();
    if let Some(v6) = authority.strip_prefix('[') {
        return v6.split(']').next().unwrap_or_default();
    }
    authority.split(':').next().unwrap_or_default()
}

fn is_loopback(host: &str) -> bool {
    host.starts_with("127.") || matches!(host, "localhost" | "::1")
}

pub fn etcd_servers(value: &str, _: &Command<'_>) -> Option<Opinion> {
    let servers: Vec<&str> = items(value).collect();
    if servers.iter().any(|url| url.starts_with("http://") && !is_loopback(host(url))) {
        return Opinion::bad(text!(
            "Over `http://`: the whole state, Secrets included, crosses the network unencrypted.",
            "使用 `http://`：包括 Secret 在内的全部数据在网络上明文传输。"
        ));
    }
    match servers.as_slice() {
        [] => None,
        [only] if is_loopback(host(only)) => Opinion::notable(text!(
            "Only the etcd member on its own node, as kubeadm sets it up. When that member stops, this API server has no store and stops too.",
            "只连接本节点上的 etcd 成员，这是 kubeadm 的堆叠式布局。该成员一停，这个 API 服务器就没有存储可用，也会随之停摆。"
        )),
        [_] => Opinion::notable(text!(
            "A single address: if nothing behind it balances the load, its loss stops this API server.",
            "只有一个地址：如果其后没有负载均衡，它一旦失效，这个 API 服务器就会停摆。"
        )),
        many => Opinion::good(phrase!(
            "{n} members: the loss of one does not stop this API server.",
            "共 {n} 个成员：失去其中一个不会让这个 API 服务器停摆。",
            n = many.len()
        )),
    }
}

pub fn anonymous_auth(value: &str, _: &Command<'_>) -> Option<Opinion> {
    match value {
        "true" => Opinion::notable(text!(
            "This is also the default. With RBAC, strangers see only health and version, unless a binding gives `system:anonymous` more.",
            "这也是默认值。启用 RBAC 时，匿名者只能看到健康状态和版本，除非有绑定给了 `system:anonymous` 更多权限。"
        )),
        "false" => Opinion::good(text!(
            "No request without credentials gets in. Health checks of load balancers need credentials then, too.",
            "没有凭据的请求一律不放行。注意负载均衡器的健康检查此时也需要凭据。"
        )),
        _ => None,
    }
}

pub fn insecure_port(value: &str, _: &Command<'_>) -> Option<Opinion> {
    if value == "0" {
        return Opinion::good(text!("0 turns it off.", "0 表示关闭。"));
    }
    Opinion::bad(text!(
        "Whoever reaches this port rules the cluster without logging in.",
        "谁能访问这个端口，谁就能不经登录地控制整个集群。"
    ))
}

pub fn authorization_mode(value: &str, _: &Command<'_>) -> Option<Opinion> {
    let has = |mode: &str| items(value).any(|it| it == mode);
    if has("AlwaysAllow") {
        return Opinion::bad(text!("`AlwaysAllow`: every user may do everything.", "`AlwaysAllow`：任何用户都可以做任何事。"));
    }
    match (has("Node"), has("RBAC")) {
        (true, true) => Opinion::good(text!(
            "The recommended pair: a kubelet gets at its own objects only, everyone else needs a role.",
            "推荐的组合：kubelet 只能访问自己的对象，其他人都需要角色授权。"
        )),
        (false, true) => Opinion::notable(text!(
            "Without `Node`, a kubelet is not kept to the objects of its own node.",
            "缺少 `Node`：无法把 kubelet 限制在自己节点的对象上。"
        )),
        (_, false) => Opinion::notable(text!("Without `RBAC`, roles and bindings have no effect.", "缺少 `RBAC`：角色和绑定都不起作用。")),
    }
}

pub fn enable_admission_plugins(value: &str, _: &Command<'_>) -> Option<Opinion> {
    let has = |plugin: &str| items(value).any(|it| it == plugin);
    if has("AlwaysAdmit") {
        return Opinion::bad(text!("`AlwaysAdmit` lets everything pass; deprecated.", "`AlwaysAdmit` 会放行一切；已弃用。"));
    }
    if has("PodSecurityPolicy") {
        return Opinion::notable(text!(
            "`PodSecurityPolicy` was removed in Kubernetes 1.25: an API server from there on does not start with it.",
            "`PodSecurityPolicy` 在 Kubernetes 1.25 中已移除：从该版本起，带着它 API 服务器无法启动。"
        ));
    }
    if has("NodeRestriction") {
        return Opinion::good(text!(
            "`NodeRestriction` lets a kubelet change only its own node and the pods on it.",
            "`NodeRestriction` 让 kubelet 只能修改自己的节点以及其上的 Pod。"
        ));
    }
    Opinion::notable(text!(
        "`NodeRestriction` is missing: a kubelet that was broken into could relabel other nodes.",
        "缺少 `NodeRestriction`：一旦某个 kubelet 被攻破，它就能给其他节点改标签。"
    ))
}

pub fn disable_admission_plugins(value: &str, _: &Command<'_>) -> Option<Opinion> {
    let guards = ["ServiceAccount", "PodSecurity", "NamespaceLifecycle", "NodeRestriction", "ResourceQuota", "LimitRanger"];
    let off: Vec<&str> = items(value).filter(|it| guards.contains(it)).collect();
    (!off.is_empty()).then_some(())?;
    Opinion::notable(phrase!("A guard that others rely on is off: `{off}`.", "关闭了其他功能所依赖的保护：`{off}`。", off = off.join(",")))
}

pub fn audit_log_path(value: &str, command: &Command<'_>) -> Option<Opinion> {
    if !command.has("audit-policy-file") {
        return Opinion::bad(text!(
            "There is no `--audit-policy-file` in this command: nothing is audited, and this file stays empty.",
            "命令中没有 `--audit-policy-file`：不会审计任何请求，这个文件始终是空的。"
        ));
    }
    if value == "-" {
        return Opinion::plain(text!(
            "`-` is standard output: the audit log is in the pod's log.",
            "`-` 表示标准输出：审计日志混在 Pod 日志里。"
        ));
    }
    if value.starts_with("/tmp/") {
        return Opinion::notable(text!(
            "Below `/tmp` of the container: unless a volume is mounted there, a restart loses the log.",
            "位于容器的 `/tmp` 下：如果没有挂载卷，容器一重启日志就丢了。"
        ));
    }
    Opinion::good(text!("With a policy beside it, requests are audited.", "同时设置了审计策略，请求会被审计。"))
}

pub fn audit_policy_file(_: &str, command: &Command<'_>) -> Option<Opinion> {
    if command.has_any(&["audit-log-path", "audit-webhook-config-file"]) {
        return Opinion::good(text!("Requests are audited by this policy.", "请求会按该策略进行审计。"));
    }
    Opinion::notable(text!(
        "A policy, but neither `--audit-log-path` nor `--audit-webhook-config-file`: the audit events go nowhere.",
        "有策略，但既没有 `--audit-log-path` 也没有 `--audit-webhook-config-file`：审计事件无处可去。"
    ))
}

pub fn zero_keeps_all(value: &str, _: &Command<'_>) -> Option<Opinion> {
    (value == "0").then_some(())?;
    Opinion::notable(text!("0 sets no limit: the disk may fill up.", "0 表示不设上限：磁盘可能被写满。"))
}

pub fn max_requests(value: &str, command: &Command<'_>) -> Option<Opinion> {
    let reads: u64 = value.parse().ok()?;
    if reads == 0 {
        return Opinion::notable(text!("0 sets no limit.", "0 表示不设上限。"));
    }
    (reads > 400).then_some(())?;
    let total = reads.saturating_add(command.number("max-mutating-requests-inflight").unwrap_or(200));
    Opinion::notable(phrase!(
        "Above the default of 400. Together with the changing requests up to {total} may be under way at once, all of which etcd has to bear.",
        "高于默认值 400。连同变更请求，最多可有 {total} 个请求同时进行，压力最终都落到 etcd 上。",
        total = total
    ))
}

pub fn max_mutating(value: &str, command: &Command<'_>) -> Option<Opinion> {
    let writes: u64 = value.parse().ok()?;
    let reads = command.number("max-requests-inflight").unwrap_or(400);
    if writes > reads && reads > 0 {
        return Opinion::notable(phrase!(
            "More changing requests ({writes}) than reading ones ({reads}) at once: unusual. By default it is half as many, 200 to 400.",
            "允许的并发变更请求（{writes}）多于只读请求（{reads}），很不寻常。默认是前者为后者的一半：200 比 400。",
            writes = writes,
            reads = reads
        ));
    }
    (writes > 200).then_some(())?;
    Opinion::notable(phrase!(
        "Above the default of 200: up to {writes} changes may be under way at once.",
        "高于默认值 200：最多可有 {writes} 个变更请求同时进行。",
        writes = writes
    ))
}

pub fn toleration(value: &str, _: &Command<'_>) -> Option<Opinion> {
    let secs: u64 = value.parse().ok()?;
    if secs == 300 {
        return Opinion::plain(text!(
            "The five minutes for which pods of a lost node seem to hang.",
            "这就是节点丢失后 Pod 要等五分钟才迁移的原因。"
        ));
    }
    if secs < 300 {
        return Opinion::notable(phrase!(
            "{secs} s instead of 300 s: pods are moved sooner than usual, also when a node is only slow.",
            "{secs} 秒而不是 300 秒：Pod 迁移得比通常快，节点只是变慢时也会触发。",
            secs = secs
        ));
    }
    Opinion::notable(phrase!(
        "{secs} s instead of 300 s: pods wait longer than usual.",
        "{secs} 秒而不是 300 秒：Pod 会等得比通常更久。",
        secs = secs
    ))
}
