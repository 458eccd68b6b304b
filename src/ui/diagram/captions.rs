//! Captions → words, in both languages. Pure; knows no DOM.

use crate::explain::words::{ago, happened, role as role_word};
use crate::kind::Kind;
use crate::layout::measure::{SIGN_CHARS, cut};
use crate::layout::request::Grouping;
use crate::layout::scene::{Caption, Fineness};
use crate::model::part::Section;
use crate::model::products;
use crate::text::{Lang, Phrase, Text, thousands};
use crate::time::Stamp;
use crate::{phrase, text};

/// A caption in the reader's language.
pub fn words(caption: &Caption, lang: Lang) -> String {
    phrase_of(caption).get(lang).to_owned()
}

fn phrase_of(caption: &Caption) -> Phrase {
    match caption {
        Caption::Name(text) | Caption::Verbatim(text) => Phrase::same(text),
        Caption::Product(id) => Phrase::same(products::name(id)),
        Caption::ProductCount(id, n) => Phrase::same(format!("{} ×{n}", products::name(id))),
        Caption::Restarts(count, None) => restarts(*count),
        Caption::Restarts(count, Some(secs)) => {
            let (all, ago) = (restarts(*count), age(*secs));
            Phrase { en: format!("{}, last {ago} ago", all.en), zh: format!("{}，上次 {ago} 前", all.zh) }
        }
        Caption::StatusRestarts(status, count) => {
            let all = restarts(*count);
            Phrase { en: format!("{status} · {}", all.en), zh: format!("{status} · {}", all.zh) }
        }
        Caption::ReadyOf(ready, total) => phrase!("{ready} of {total} ready", "{ready}/{total} 就绪", ready = ready, total = total),
        Caption::Role(role) => role_word(*role).phrase(),
        Caption::Section(section) => section_name(*section).phrase(),
        Caption::NodeLine { ip, roles, version } => {
            let roles = (!roles.is_empty()).then_some(roles);
            Phrase::same([ip.as_ref(), roles, version.as_ref()].into_iter().flatten().cloned().collect::<Vec<_>>().join(" · "))
        }
        Caption::Quorum { .. } => {
            let (alive, needed) = quorum(caption);
            Phrase { en: format!("{}, {}", alive.en, needed.en), zh: format!("{}，{}", alive.zh, needed.zh) }
        }
        Caption::ExpectedAbsent => text!("expected here, not in the list", "本应在此，列表中没有").phrase(),
        Caption::NamespaceNotPasted => text!("its namespace was not pasted", "所在命名空间未粘贴").phrase(),
        Caption::PlacedByCounting => text!("one per node, by count", "按数量推断：每节点一个").phrase(),
        Caption::NodeNotShown => text!("nodes not known: the list was not -o wide", "列表未加 -o wide，不知在哪个节点").phrase(),
        Caption::EndpointKind { balanced: true } => text!("API endpoint · load-balanced", "API 入口 · 负载均衡").phrase(),
        Caption::EndpointKind { balanced: false } => text!("API endpoint", "API 入口").phrase(),
        Caption::Refused => text!("refused", "拒绝连接").phrase(),
        Caption::More(n) => phrase!("+{n} more", "另有 {n} 个", n = n),
        Caption::OnlyNamespaces(names) if names.is_empty() => text!(
            "Only the pods of one namespace were pasted. Nothing outside it is called missing.",
            "只粘贴了一个命名空间的 Pod；此外的内容一概不判为缺失。"
        )
        .phrase(),
        Caption::OnlyNamespaces(names) => Phrase {
            en: format!("Only the pods of {} were pasted. Nothing outside is called missing.", names.join(", ")),
            zh: format!("只粘贴了 {} 的 Pod；此外的内容一概不判为缺失。", names.join("、")),
        },
        Caption::NotPasted(Kind::Pod) => {
            text!("No pod list was pasted: what runs on the nodes is not known.", "没有粘贴 Pod 列表：不知道节点上运行着什么。").phrase()
        }
        Caption::NotPasted(Kind::Node) => text!("No node list was pasted.", "没有粘贴节点列表。").phrase(),
        Caption::Happened(what) => happened(what),
        Caption::Times(n) => Phrase::same(format!("×{}", thousands(*n))),
        Caption::Ago(0) => text!("latest", "最新").phrase(),
        Caption::Ago(secs) => ago(*secs),
        Caption::Between(first, last) => {
            let last = if *last == 0 { text!("the end of the text", "文本末尾").phrase() } else { ago(*last) };
            let first = ago(*first);
            Phrase { en: format!("{} to {}", first.en, last.en), zh: format!("{}至{}", first.zh, last.zh) }
        }
        Caption::Clock(at, fineness) => Phrase::same(clock(*at, *fineness)),
        Caption::TimeAxis { .. } => axis(caption),
        Caption::FirstSign { headline, .. } => {
            let (en, zh) = (cut(&headline.en, SIGN_CHARS), cut(&headline.zh, SIGN_CHARS));
            Phrase { en: format!("First sign: {en}"), zh: format!("最早迹象：{zh}") }
        }
        Caption::NotPasted(kind) => phrase!("No list of {kind} was pasted.", "没有粘贴 {kind} 列表。", kind = kind.plural()),
        _ => of_nodes(caption),
    }
}

/// Captions of the picture of all nodes.
fn of_nodes(caption: &Caption) -> Phrase {
    match caption {
        Caption::NodesReady(n, ready) => nodes_ready(*n, *ready),
        Caption::NoValue(of) => no_value(*of).phrase(),
        Caption::PodsReady(ready, n) => {
            phrase!("{ready} of {n} pods ready", "{n} 个 Pod 中 {ready} 个就绪", ready = grouped(*ready), n = grouped(*n))
        }
        Caption::Trouble(words) => Phrase::same(words),
        Caption::Taint(taint, 0) => phrase!("taint {taint}", "污点 {taint}", taint = taint),
        Caption::Taint(taint, n) => phrase!("taint {taint}, +{n} more", "污点 {taint}，另有 {n} 个", taint = taint, n = n),
        Caption::CpuRequests(n) => phrase!("CPU requests {n}%", "CPU 请求 {n}%", n = n),
        Caption::MemoryRequests(n) => phrase!("memory requests {n}%", "内存请求 {n}%", n = n),
        Caption::PodsOf(n, most) => phrase!("pods {n}/{most}", "Pod {n}/{most}", n = n, most = most),
        Caption::PodsWaiting(1) => text!("1 pod waits for a node", "1 个 Pod 等待分配节点").phrase(),
        Caption::PodsWaiting(n) => phrase!("{n} pods wait for a node", "{n} 个 Pod 等待分配节点", n = grouped(*n)),
        Caption::PodsUnplaced(1) => text!("1 pod whose node is not known", "1 个 Pod 不知在哪个节点上").phrase(),
        Caption::PodsUnplaced(n) => phrase!("{n} pods whose node is not known", "{n} 个 Pod 不知在哪个节点上", n = grouped(*n)),
        Caption::CapacityNotShown => text!(
            "How full the nodes are is not shown: paste `kubectl describe nodes` to see requests against capacity.",
            "未显示节点还剩多少容量：粘贴 `kubectl describe nodes` 的输出，即可看到请求量与可分配量之比。"
        )
        .phrase(),
        _ => of_objects(caption),
    }
}

/// Captions of the pictures of workloads and of traffic.
fn of_objects(caption: &Caption) -> Phrase {
    match caption {
        Caption::Fold(true) => text!("folded", "已折叠").phrase(),
        Caption::Fold(false) => text!("unfolded", "已展开").phrase(),
        Caption::NamespaceNotTold => text!("namespace not shown", "未显示命名空间").phrase(),
        Caption::Workloads(1) => text!("1 workload", "1 个工作负载").phrase(),
        Caption::Workloads(n) => phrase!("{n} workloads", "{n} 个工作负载", n = grouped(*n)),
        Caption::Services(1) => text!("1 Service", "1 个 Service").phrase(),
        Caption::Services(n) => phrase!("{n} Services", "{n} 个 Service", n = grouped(*n)),
        Caption::Completed(done, n) => phrase!("{done} of {n} complete", "已完成 {done}/{n}", done = done, n = n),
        Caption::Rollout => text!("rollout in progress", "正在滚动更新").phrase(),
        Caption::Revision(true) => text!("newer ReplicaSet", "较新的 ReplicaSet").phrase(),
        Caption::Revision(false) => text!("older ReplicaSet", "较旧的 ReplicaSet").phrase(),
        Caption::ScaledToZero => text!("scaled to zero", "已缩容到零").phrase(),
        Caption::Suspended => text!("suspended", "已挂起").phrase(),
        Caption::StaticPods => text!("static pods", "静态 Pod").phrase(),
        Caption::BarePod => text!("pod without an owner", "没有属主的 Pod").phrase(),
        Caption::OwnerNotShown => text!("owner not shown", "未显示属主").phrase(),
        Caption::Scales { least, most, now } if now.is_empty() => Phrase::same(format!("HPA {least}–{most}")),
        Caption::Scales { least, most, now } => {
            phrase!("HPA {least}–{most}, now {now}", "HPA {least}–{most}，当前 {now}", least = least, most = most, now = now)
        }
        Caption::Disruptions(n) => phrase!("PDB: {n} may be evicted", "PDB：可驱逐 {n} 个", n = n),
        Caption::Headless => text!("headless Service", "无头 Service").phrase(),
        Caption::NoEndpoints => text!("no endpoints", "没有端点").phrase(),
        Caption::Addresses(1) => text!("1 address", "1 个地址").phrase(),
        Caption::Addresses(n) => phrase!("{n} addresses", "{n} 个地址", n = n),
        Caption::PodsNotShown => text!("pods not shown", "未显示其 Pod").phrase(),
        Caption::BackendsNotShown => text!("backends not shown", "未显示其后端").phrase(),
        Caption::NodePort(ports) => phrase!("every node, port {ports}", "每个节点的 {ports} 端口", ports = ports),
        Caption::BehindHint => text!(
            "Which pods are behind a Service is not shown everywhere: kubectl get services,endpoints,pods -A -o wide shows it.",
            "部分 Service 背后的 Pod 未显示：粘贴 kubectl get services,endpoints,pods -A -o wide 的输出即可看到。"
        )
        .phrase(),
        _ => Phrase::default(),
    }
}

fn nodes_ready(n: u32, ready: Option<u32>) -> Phrase {
    let all = if n == 1 { text!("1 node", "1 个节点").phrase() } else { phrase!("{n} nodes", "{n} 个节点", n = grouped(n)) };
    match ready {
        None => all,
        Some(ready) => {
            let ready = grouped(ready);
            Phrase { en: format!("{}, {ready} ready", all.en), zh: format!("{}，{ready} 个就绪", all.zh) }
        }
    }
}

fn no_value(of: Grouping) -> Text {
    match of {
        Grouping::Role => text!("role not known", "角色未知"),
        Grouping::Zone => text!("zone not known", "可用区未知"),
        Grouping::Pool => text!("pool not known", "节点池未知"),
        Grouping::Version => text!("version not known", "版本未知"),
        Grouping::Runtime => text!("runtime not known", "运行时未知"),
    }
}

fn grouped(n: u32) -> String {
    thousands(u64::from(n))
}

/// The quorum in two parts: who lives, and what that allows.
pub fn quorum(caption: &Caption) -> (Phrase, Phrase) {
    let Caption::Quorum { members, alive, needed, spare } = caption else { return Default::default() };
    (
        phrase!(
            "etcd quorum: {alive} of {members} alive",
            "etcd 法定人数：{members} 个成员，存活 {alive} 个",
            alive = alive,
            members = members
        ),
        phrase!("{needed} needed, {spare} more may fail", "需要 {needed} 个，还能再失去 {spare} 个", needed = needed, spare = spare),
    )
}

fn restarts(count: u64) -> Phrase {
    let n = thousands(count);
    if count == 1 { text!("1 restart", "1 次重启").phrase() } else { phrase!("{n} restarts", "{n} 次重启", n = n) }
}

/// Seconds as kubectl prints an age, in its largest unit.
fn age(secs: i64) -> String {
    match secs {
        ..120 => format!("{secs}s"),
        120..7_200 => format!("{}m", secs / 60),
        7_200..172_800 => format!("{}h", secs / 3_600),
        _ => format!("{}d", secs / 86_400),
    }
}

fn axis(caption: &Caption) -> Phrase {
    let Caption::TimeAxis { uneven, clock } = caption else { return Phrase::default() };
    let scale = if *uneven {
        text!("The scale changes at every line: the newer, the wider.", "各段比例不同：越近的时间画得越宽。")
    } else {
        text!("Time runs to the right.", "时间从左向右。")
    };
    let zero = if *clock {
        text!("Times are UTC.", "时刻为 UTC。")
    } else {
        text!("Ages count back from the end of the text.", "以文本末尾为起点倒推。")
    };
    Phrase { en: format!("{} {}", scale.en(), zero.en()), zh: format!("{}{}", scale.zh(), zero.zh()) }
}

/// `03:21`, of `2025-11-20 03:21:30 UTC`.
fn clock(at: Stamp, fineness: Fineness) -> String {
    let whole = at.utc();
    let (from, to) = match fineness {
        Fineness::Day => (0, 10),
        Fineness::Minute => (11, 16),
        Fineness::Second => (11, 19),
    };
    whole.get(from..to).unwrap_or(&whole).to_owned()
}

fn section_name(section: Section) -> Text {
    match section {
        Section::ControlPlane => text!("Control plane", "控制平面"),
        Section::EveryNode => text!("On every node", "每个节点上都有"),
        Section::Workloads => text!("Other pods here", "其他 Pod"),
        Section::ClusterServices => text!("Cluster services", "集群服务"),
    }
}
