//! What events and definitions say of probes.

use crate::diagnose::ended::newest;
use crate::model::event::Event;
use crate::model::pod::Pod;
use crate::phrase;
use crate::text::Phrase;

/// The newest event in which a probe of that name (`Readiness`, `Liveness`, `Startup`) failed.
pub fn failed<'a>(pod: &'a Pod, probe: &str) -> Option<&'a Event> {
    newest(pod.events.iter().filter(|it| it.reason == "Unhealthy" && it.message.starts_with(probe)))
}

/// What the failure says of the cause.
#[inline(never)]
pub fn class(message: &str) -> Phrase {
    let code = message.split_once("statuscode: ").map(|(_, code)| code.trim());
    let has = |words: &[&str]| words.iter().any(|word| message.contains(word));
    match code {
        Some("404") => phrase!(
            "It answers 404: the path of the probe does not exist in this version of the program.",
            "它返回 404：这个版本的程序没有探针请求的路径。"
        ),
        Some("401" | "403") => phrase!(
            "It answers {code}: the path of the probe asks for a login.",
            "它返回 {code}：探针请求的路径需要认证。",
            code = code.unwrap_or_default()
        ),
        Some("400") => phrase!(
            "It answers 400: most often plain HTTP sent to a port that speaks HTTPS; the probe then needs `scheme: HTTPS`.",
            "它返回 400：多半是向 HTTPS 端口发送了 HTTP 请求；探针需要设置 `scheme: HTTPS`。"
        ),
        Some(code) if code.starts_with('5') => phrase!(
            "The program runs and answers {code}: it says itself that it is not well, often because something it depends on is missing.",
            "程序在运行并返回 {code}：是它自己报告不健康，多半是它依赖的服务不可用。",
            code = code
        ),
        _ if has(&["connection refused"]) => phrase!(
            "Nothing listens on that port: the program has not started listening, listens on another port, or only on localhost.",
            "该端口没有进程监听：程序尚未开始监听、监听了其他端口，或只监听 localhost。"
        ),
        _ if has(&["context deadline exceeded", "timeout", "Timeout", "timed out"]) => phrase!(
            "It does not answer within the probe's timeout (1 s unless set otherwise): it is overloaded, throttled, or hangs.",
            "它没有在探针超时（默认 1 秒）内应答：负载过高、被限流或已卡死。"
        ),
        _ if has(&["no route to host", "network is unreachable"]) => phrase!(
            "The node finds no way to the pod's address: look at the pod network of that node, not at the program.",
            "节点到 Pod 地址没有路由：应检查该节点的 Pod 网络，而不是程序本身。"
        ),
        _ => phrase!("The event quotes what the check answered.", "事件中引用了检查的返回内容。"),
    }
}

/// Seconds that a probe gives a container before it is killed: delay + period × failures.
pub fn budget(pod: &Pod, probe: &str) -> Option<u64> {
    let shown = pod.containers.iter().find_map(|it| it.probes.get(probe))?;
    // `http-get http://:8080/ delay=10s timeout=1s period=10s #success=1 #failure=3`
    let number = |key: &str| shown.value.split(' ').find_map(|word| word.strip_prefix(key)?.trim_end_matches('s').parse::<u64>().ok());
    Some(number("delay=")? + number("period=")? * number("#failure=")?)
}
