//! The clocks of etcd members differ.

use crate::diagnose::finding::{Confidence, Finding, Severity};
use crate::diagnose::heard::{self, Words};
use crate::diagnose::look::on_node;
use crate::diagnose::rule::{Meta, Rule};
use crate::model::cluster::Cluster;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: EtcdClockDrift = EtcdClockDrift;

pub(super) struct EtcdClockDrift;

static META: Meta = Meta {
    id: "etcd-clock-drift",
    what: text!("The clocks of etcd members differ.", "etcd 成员之间的时钟不一致。"),
    needs: "kubectl logs -n kube-system etcd-…",
};

impl Rule for EtcdClockDrift {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let facts = heard::facts(cluster, "etcd-clock-drift");
        let who = heard::who(&facts);
        let node = facts.first().and_then(|it| it.name.as_deref()).and_then(|it| it.strip_prefix("etcd-")).unwrap_or("control-plane");
        heard::finding(cluster, &META, &facts, Words {
            severity: Severity::Warning,
            confidence: Confidence::Certain,
            title: phrase!("The clocks of etcd members differ by more than a second ({who} says so)", "etcd 成员的时钟相差超过 1 秒（{who} 报告）", who = who),
            // Source: etcd `rafthttp/probing_status.go`: the warning comes above one second.
            why: phrase!(
                "etcd itself does not decide by clocks, but leases, certificates and tokens do: with clocks apart, new certificates are \"not yet valid\", tokens expire early, and events and logs cannot be put in order.",
                "etcd 本身不依赖时钟做决定，但租约、证书和令牌依赖：时钟不一致时，新证书会“尚未生效”，令牌提前过期，事件与日志也无法按序对照。",
            ),
            fix: phrase!("Let chrony or systemd-timesyncd run on every node, with the same servers.", "在每个节点上运行 chrony 或 systemd-timesyncd，并使用相同的时间服务器。"),
            next: vec![on_node(node, "chronyc tracking || timedatectl status", phrase!("on each control-plane node: is the clock synchronised, how far off?", "在每个控制平面节点上执行：时钟是否同步，偏差多少？"))],
        })
    }
}
