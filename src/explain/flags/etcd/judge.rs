//! What to make of etcd's values.

use crate::explain::flags::command::Command;
use crate::explain::flags::flag::Opinion;
use crate::model::topology::Quorum;
use crate::{phrase, text};

const GIB: u64 = 1 << 30;

fn urls(value: &str) -> impl Iterator<Item = &str> {
    value.split(',').map(str::trim).filter(|it| !it.is_empty())
}

fn is_local(url: &str) -> bool {
    ["://127.", "://localhost", "://[::1]"].iter().any(|local| url.contains(local))
}

pub fn initial_cluster(value: &str, _: &Command<'_>) -> Option<Opinion> {
    let members = u32::try_from(urls(value).count()).ok()?;
    match members {
        0 => None,
        1 => Opinion::plain(text!(
            "One name: the first member of a cluster starts like this, even if others joined later.",
            "只有一个名称：集群的首个成员就是这样启动的，之后也可能有其他成员加入。"
        )),
        even if even % 2 == 0 => Opinion::notable(phrase!(
            "{even} members when it first started: an even number bears no more losses than one member fewer.",
            "首次启动时有 {even} 个成员：偶数个成员能承受的损失，并不比少一个成员时多。",
            even = even
        )),
        odd => Opinion::plain(phrase!(
            "{count} members when it first started: {needed} of them are needed to write.",
            "首次启动时有 {count} 个成员：写入需要其中 {needed} 个。",
            count = odd,
            needed = Quorum::of(odd, odd).needed
        )),
    }
}

pub fn listen(value: &str, _: &Command<'_>) -> Option<Opinion> {
    if urls(value).any(|url| url.starts_with("http://") && !is_local(url)) {
        return Opinion::bad(text!(
            "Open on the network without encryption: whoever reaches it reads and changes the whole cluster.",
            "以明文方式对网络开放：谁能访问它，谁就能读写整个集群的数据。"
        ));
    }
    urls(value).any(|url| url.contains("://0.0.0.0")).then_some(())?;
    Opinion::notable(text!(
        "Listens on every address of the node; client certificates are all that protects it.",
        "监听节点的所有地址；唯一的保护就是客户端证书。"
    ))
}

pub fn listen_metrics(value: &str, _: &Command<'_>) -> Option<Opinion> {
    if urls(value).all(is_local) {
        return Opinion::good(text!("Only from its own node.", "只能从本节点访问。"));
    }
    Opinion::notable(text!(
        "Metrics and health can be read from the network without login.",
        "网络上的任何人无需登录即可读取指标和健康状态。"
    ))
}

pub fn guard(value: &str) -> Option<Opinion> {
    match value {
        "true" => Opinion::good(text!("Nobody without a certificate gets in.", "没有证书就无法连接。")),
        "false" => Opinion::bad(text!("Whoever reaches the port gets in.", "只要能访问该端口就能连接。")),
        _ => None,
    }
}

pub fn self_signed(value: &str) -> Option<Opinion> {
    (value == "true").then_some(())?;
    Opinion::notable(text!("Encrypts, but does not prove who is at the other end.", "只有加密，无法证明对方的身份。"))
}

pub fn quota(value: &str, _: &Command<'_>) -> Option<Opinion> {
    let bytes: u64 = value.parse().ok()?;
    if bytes > 8 * GIB {
        return Opinion::notable(text!("Above the 8 GiB that etcd advises as the most.", "超过了 etcd 建议的上限 8 GiB。"));
    }
    (bytes > 0).then_some(())?;
    let tenths = (bytes * 10 + GIB / 2) / GIB;
    Opinion::plain(phrase!("About {gib} GiB.", "约 {gib} GiB。", gib = format!("{}.{}", tenths / 10, tenths % 10)))
}

pub fn election(value: &str, command: &Command<'_>) -> Option<Opinion> {
    let election: u64 = value.parse().ok()?;
    let heartbeat = command.number("heartbeat-interval").unwrap_or(100);
    (election < heartbeat.saturating_mul(10)).then_some(())?;
    Opinion::notable(phrase!(
        "Less than ten heartbeats of {heartbeat} ms: a short delay of disk or network costs the leader its place.",
        "不足 {heartbeat} 毫秒心跳的十倍：磁盘或网络稍有延迟，领导者就会被换掉。",
        heartbeat = heartbeat
    ))
}
