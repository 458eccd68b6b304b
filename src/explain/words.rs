//! Display words for the enums of the core, and durations and numbers as people read them. Knows no cluster.

use crate::diagnose::finding::{Confidence, Place, Severity};
use crate::explain::explanation::Verdict;
use crate::model::component::{Certainty, Placement, Role};
use crate::model::moment::What;
use crate::model::part::Section;
use crate::text::{Phrase, Text, thousands};
use crate::{phrase, text};

/// A job in the cluster.
pub const fn role(role: Role) -> Text {
    match role {
        Role::ApiServer => text!("API server", "API 服务器"),
        Role::Etcd => text!("cluster store", "集群存储"),
        Role::ControllerManager => text!("controllers", "控制器"),
        Role::Scheduler => text!("scheduling", "调度"),
        Role::CloudControllerManager => text!("cloud control", "云平台控制"),
        Role::KubeProxy => text!("Service network", "Service 网络"),
        Role::Cni => text!("pod network", "Pod 网络"),
        Role::CniController => text!("installs pod network", "管理 Pod 网络"),
        Role::Dns => text!("cluster DNS", "集群 DNS"),
        Role::Metrics => text!("metrics", "指标"),
        Role::Storage => text!("storage", "存储"),
        Role::Ingress => text!("ingress", "入口流量"),
        Role::LoadBalancer => text!("load balancing", "负载均衡"),
        Role::Mesh => text!("service mesh", "服务网格"),
        Role::Monitoring => text!("monitoring", "监控"),
        Role::Logging => text!("logging", "日志"),
        Role::Delivery => text!("delivery", "持续交付"),
        Role::Security => text!("security", "安全"),
        Role::Autoscaling => text!("autoscaling", "自动伸缩"),
        Role::Management => text!("management", "管理"),
        Role::AddOn => text!("add-on", "插件"),
    }
}

/// What a finding does to the cluster.
pub const fn severity(severity: Severity) -> Text {
    match severity {
        Severity::Critical => text!("broken now", "正在故障"),
        Severity::Warning => text!("needs attention", "需要关注"),
        Severity::Info => text!("worth knowing", "值得了解"),
    }
}

/// How surely it is so.
pub const fn confidence(confidence: Confidence) -> Text {
    match confidence {
        Confidence::Certain => text!("certain", "确定"),
        Confidence::Likely => text!("likely", "很可能"),
        Confidence::Possible => text!("possible", "可能"),
    }
}

/// Where to run a command.
pub fn place(place: &Place) -> Phrase {
    match place {
        Place::Kubectl => phrase!("wherever kubectl works", "任何能用 kubectl 的地方"),
        Place::Node(node) => phrase!("on node {node}", "在节点 {node} 上", node = node),
    }
}

/// A titled area.
pub const fn section(section: Section) -> Text {
    match section {
        Section::ControlPlane => text!("Control plane", "控制平面"),
        Section::EveryNode => text!("On every node", "每个节点都有"),
        Section::Workloads => text!("Other pods", "其他 Pod"),
        Section::ClusterServices => text!("Cluster services", "集群服务"),
    }
}

/// How surely something was recognised.
pub const fn certainty(certainty: Certainty) -> Text {
    match certainty {
        Certainty::Certain => text!("seen", "明确看到"),
        Certainty::Likely => text!("likely", "很可能"),
        Certainty::Inferred => text!("inferred", "推断"),
    }
}

/// What to make of a flag's value.
pub const fn verdict(verdict: Verdict) -> Text {
    match verdict {
        Verdict::Bad => text!("risk", "有风险"),
        Verdict::Notable => text!("notable", "值得注意"),
        Verdict::Good => text!("good", "良好"),
        Verdict::Plain => text!("plain", "常规"),
    }
}

/// How a product sits in a cluster.
pub const fn placement(placement: Placement) -> Text {
    match placement {
        Placement::Static => text!("static Pod", "静态 Pod"),
        Placement::PerNode => text!("one on every node", "每个节点一个"),
        Placement::Replicas => text!("a few replicas", "若干副本"),
    }
}

/// Something that happened, as one would name it in a list.
pub fn happened(what: &What) -> Phrase {
    match what {
        What::Event(reason) => Phrase::same(reason),
        What::Created => phrase!("created", "创建"),
        What::Deleted => phrase!("deletion asked for", "请求删除"),
        What::Restarted => phrase!("last restart", "最近一次重启"),
        What::Started(name) => phrase!("{name} started", "{name} 启动", name = name),
        What::Ended(name, why) => phrase!("{name} ended: {why}", "{name} 结束：{why}", name = name, why = why),
        What::Condition(kind, status) => phrase!("{kind} became {status}", "{kind} 变为 {status}", kind = kind, status = status),
        What::Changed(field) => phrase!("{field} differs from before", "{field} 与之前不同", field = field),
        What::Log(id) if id.is_empty() => phrase!("warnings or errors logged", "日志中有警告或错误"),
        What::Log(id) => phrase!("logged: {id}", "日志：{id}", id = id),
        What::Renewed => phrase!("lease renewed for the last time", "最后一次续租"),
    }
}

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// How long, in the largest unit that still tells: `33 days`, `33 天`.
pub fn span_of(secs: i64) -> Phrase {
    let secs = secs.max(0);
    let rounded = |unit: i64| (secs + unit / 2) / unit;
    if secs < 90 {
        return phrase!("{n} s", "{n} 秒", n = secs);
    }
    if secs < 90 * MINUTE {
        return phrase!("{n} min", "{n} 分钟", n = rounded(MINUTE));
    }
    if secs < 2 * DAY {
        return phrase!("{n} h", "{n} 小时", n = rounded(HOUR));
    }
    phrase!("{n} days", "{n} 天", n = thousands((secs / DAY).unsigned_abs()))
}

/// How long ago: `2 min ago`, `2 分钟前`.
pub fn ago(secs: i64) -> Phrase {
    let span = span_of(secs);
    phrase_of(format!("{} ago", span.en), format!("{}前", span.zh))
}

/// A phrase from two texts that are made already.
pub(super) fn phrase_of(en: String, zh: String) -> Phrase {
    Phrase { en, zh }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::explain::prose;

    #[test]
    fn durations_in_the_largest_unit_that_tells() {
        for (secs, en, zh) in [
            (5, "5 s", "5 秒"),
            (118, "2 min", "2 分钟"),
            (600, "10 min", "10 分钟"),
            (3 * 3600, "3 h", "3 小时"),
            (33 * 86_400, "33 days", "33 天"),
            (-4, "0 s", "0 秒"),
        ] {
            assert_eq!((span_of(secs).en.as_str(), span_of(secs).zh.as_str()), (en, zh), "{secs}");
        }
        assert_eq!((ago(118).en.as_str(), ago(118).zh.as_str()), ("2 min ago", "2 分钟前"));
    }

    #[test]
    fn every_word_is_there_in_both_languages() {
        let words = [
            severity(Severity::Critical),
            severity(Severity::Warning),
            severity(Severity::Info),
            confidence(Confidence::Certain),
            confidence(Confidence::Likely),
            confidence(Confidence::Possible),
            section(Section::ControlPlane),
            section(Section::EveryNode),
            section(Section::Workloads),
            section(Section::ClusterServices),
            certainty(Certainty::Certain),
            certainty(Certainty::Likely),
            certainty(Certainty::Inferred),
            verdict(Verdict::Bad),
            verdict(Verdict::Notable),
            verdict(Verdict::Good),
            verdict(Verdict::Plain),
            placement(Placement::Static),
            placement(Placement::PerNode),
            placement(Placement::Replicas),
            role(Role::Cni),
            role(Role::ApiServer),
        ];
        for word in words {
            prose::check(word.en(), word.en(), word.zh());
        }
        let node = place(&Place::Node("a".to_owned()));
        prose::check("place", &node.en, &node.zh);
    }
}
