//! kubectl reaches no API server: the connection is refused, times out, or leads nowhere.

use crate::diagnose::finding::{Confidence, Finding, Severity};
use crate::diagnose::look::kubectl;
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::diagnose::said::{self, Words};
use crate::model::cluster::{Cluster, MessageClass, Said};
use crate::text::Phrase;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: ApiserverDown = ApiserverDown;

pub(super) struct ApiserverDown;

static META: Meta = Meta {
    id: "apiserver-down",
    what: text!("kubectl cannot reach the API server.", "kubectl 连不上 API 服务器。"),
    needs: "any kubectl command",
};

impl Rule for ApiserverDown {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let said = said::of(cluster, |it| {
            matches!(it.class, MessageClass::Refused | MessageClass::Timeout | MessageClass::Unreachable) && said::on_the_way(it)
        });
        let Some(first) = said.first() else { return Vec::new() };
        let address = said::address(cluster, &said);
        let at = said::name(address.as_deref());
        let host = said::host(at);
        let (title, why, fix) = words(first, at, host);
        let mut next = Vec::new();
        if let Some(address) = &address {
            let port = address.rsplit_once(':').map_or("6443", |(_, port)| port);
            next.push(kubectl(
                format!("curl -k --max-time 5 https://{host}:{port}/livez"),
                phrase!("\"ok\", or any answer in JSON: an API server is there after all", "返回 \"ok\" 或任意 JSON：说明 API 服务器其实在"),
            ));
        }
        next.push(said::on_control_plane(
            cluster,
            address.as_deref(),
            "crictl ps -a --name 'kube-apiserver|etcd'",
            phrase!("on a control-plane node (each one behind a load balancer): do both run? Then `crictl logs <id>` of the one that exited", "在控制平面节点上执行（有负载均衡时逐个检查）：两者是否在运行？再对退出的容器执行 `crictl logs <id>`"),
        ));
        next.push(said::config());
        said::finding(cluster, &META, &said, Words { severity: Severity::Critical, confidence: Confidence::Certain, title, why, fix, next })
    }

    fn explains(&self) -> &'static [Link] {
        // Some commands of one paste time out while others are refused by what stands before the API servers.
        const SAME: fn(&Cluster, &Finding, &Finding) -> Option<Phrase> =
            |_, _, _| Some(phrase!("the same server, asked a moment earlier or later", "同一台服务器，只是请求时刻不同"));
        &[Link { effect: "apiserver-unavailable", because: SAME }, Link { effect: "node-all-notready-same-time", because: crate::diagnose::links::nobody_listens }]
    }
}

fn words(said: &Said, at: &str, host: &str) -> (Phrase, Phrase, Phrase) {
    let text = said.text.as_str();
    let title = phrase!("kubectl cannot reach the API server at {at}", "kubectl 连不上 API 服务器 {at}", at = at);
    if said.class == MessageClass::Refused {
        return (
            phrase!("Nothing listens at {at}: the API server is down, or the address is wrong", "{at} 上没有程序在监听：API 服务器已停止，或地址有误", at = at),
            phrase!(
                "The connection was refused, so {host} itself is up and reachable, but no process holds that port. Either kube-apiserver (or the load balancer before it) does not run there, or the kubeconfig names another port than it uses. Nothing else can be known of the cluster from here.",
                "连接被拒绝，说明 {host} 主机在线且网络可达，但没有进程占用该端口。要么那里的 kube-apiserver（或其前面的负载均衡）没有运行，要么 kubeconfig 中的端口不对。此时无法得知集群的其他任何情况。",
                host = host,
            ),
            phrase!(
                "Log in to a control-plane node and see whether kube-apiserver runs; if it exits again and again, look at etcd first: without etcd it cannot start.",
                "登录控制平面节点，查看 kube-apiserver 是否在运行；如果它反复退出，先看 etcd：没有 etcd 它无法启动。",
            ),
        );
    }
    if text.contains("no such host") || text.contains("server misbehaving") {
        return (
            phrase!("The name of the API server, {host}, cannot be resolved", "无法解析 API 服务器的域名 {host}", host = host),
            phrase!("The DNS server of this machine does not know the name in the kubeconfig, so the cluster was never asked: it may be well.", "本机的 DNS 服务器不认识 kubeconfig 中的域名，请求根本没有到达集群：集群本身可能是好的。"),
            phrase!("Check VPN and DNS of this machine, and whether the cluster still exists under that name; else set the right server in the kubeconfig.", "检查本机的 VPN 与 DNS，以及该域名的集群是否仍存在；否则在 kubeconfig 中改正 server。"),
        );
    }
    if text.contains("TLS handshake timeout") {
        return (
            title,
            phrase!("Something at {at} accepted the connection but did not finish the TLS handshake: an API server that is starved of CPU or memory, a proxy in between, or a path whose MTU is too small for the certificates.", "{at} 接受了连接，却没有完成 TLS 握手：可能是 API 服务器缺 CPU 或内存，可能中间有代理，也可能链路 MTU 太小、证书报文过不去。", at = at),
            phrase!("Look at load and memory of the control-plane nodes; if they are calm, try without proxy and VPN.", "查看控制平面节点的负载与内存；如果正常，再绕开代理和 VPN 试一次。"),
        );
    }
    if text.contains("EOF") || text.contains("connection reset") {
        return (
            title,
            phrase!("Something at {at} accepted the connection and closed it without an answer. A load balancer without a living API server behind it does that, and so does an API server that is just ending.", "{at} 接受连接后没有应答就断开了。后端没有存活 API 服务器的负载均衡会这样，正在退出的 API 服务器也会这样。", at = at),
            phrase!("Ask each API server directly, past the load balancer; then see why those do not run.", "绕过负载均衡，直接访问每个 API 服务器；再查看它们为何没有运行。"),
        );
    }
    if text.contains("no route to host") || text.contains("network is unreachable") {
        return (
            title,
            phrase!("No network path leads to {host}: the machine is off, its virtual address is held by no node, or this machine is in another network.", "没有到 {host} 的网络路径：主机已关机，虚拟 IP 没有节点持有，或本机不在同一网络。", host = host),
            phrase!("Find out which node should hold that address (keepalived, kube-vip) and whether it runs.", "查明哪个节点应持有该地址（keepalived、kube-vip），以及它是否在运行。"),
        );
    }
    (
        title,
        phrase!("No answer came in time. Either packets to {host} are dropped (firewall, VPN, a host that is off), or the API server is there but waits itself, most often for etcd.", "在时限内没有收到应答。要么发往 {host} 的报文被丢弃（防火墙、VPN、主机关机），要么 API 服务器在、但它自己也在等待，多半是等 etcd。", host = host),
        phrase!("Test the port first: if it opens, the API server is slow, so look at etcd and its disk; if not, look at the network.", "先测试端口：能连通说明是 API 服务器慢，应检查 etcd 及其磁盘；不通则检查网络。"),
    )
}
