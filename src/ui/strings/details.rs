//! Words of the right column.

use crate::text;
use crate::text::{Phrase, Text};

/// Name of the column.
pub const COLUMN: Text = text!("Details", "详情");
/// Heading of the facts, with nothing selected.
pub const CLUSTER: Text = text!("This cluster", "集群概览");
/// Below it.
pub const CHOOSE: Text = text!(
    "Choose a part of the picture to see what it is, how it fares here, and the lines that show it.",
    "点击图中任一部分，查看它是什么、当前状态，以及对应的原文。"
);
/// Heading of the check.
pub const CHECK: Text = text!("How to check it", "如何检查");
/// Heading of its absence.
pub const WITHOUT: Text = text!("Without it", "没有它会怎样");
/// Heading of the state.
pub const HERE: Text = text!("Here", "当前状态");
/// Heading of the evidence.
pub const PROOF: Text = text!("In your text", "原文依据");
/// Heading of the flags.
pub const FLAGS: Text = text!("Flags", "启动参数");
/// Heading of the findings.
pub const FINDINGS: Text = text!("Findings", "相关发现");
/// Heading of the commands.
pub const NEXT: Text = text!("What settles it", "用这些命令确认");
/// Heading of what one more failure would do.
pub const WHAT_IF: Text = text!("If one more goes", "再少一个会怎样");
/// A flag's default.
pub const DEFAULT: Text = text!("default", "默认值");
/// A flag that is not there.
pub const NOT_SET: Text = text!("not set", "未设置");
/// Verdict, bad.
pub const BAD: Text = text!("risk", "有风险");
/// Verdict, notable.
pub const NOTABLE: Text = text!("worth knowing", "值得留意");
/// Verdict, good.
pub const GOOD: Text = text!("as it should be", "符合建议");
/// Fact: nodes.
pub const NODES: Text = text!("Nodes", "节点");
/// Fact: version.
pub const VERSION: Text = text!("Kubernetes", "Kubernetes");
/// Fact: pod network.
pub const CNI: Text = text!("Pod network", "Pod 网络");
/// Fact: container runtime.
pub const RUNTIME: Text = text!("Container runtime", "容器运行时");
/// Fact: distribution.
pub const DISTRIBUTION: Text = text!("Set up by", "安装方式");
/// Fact: etcd.
pub const ETCD: Text = text!("etcd", "etcd");
/// Fact: pods.
pub const PODS: Text = text!("Pods in the text", "文本中的 Pod");
/// Fact: address.
pub const ENDPOINT: Text = text!("API address", "API 地址");
/// Fact: time.
pub const NOW: Text = text!("Text is from", "文本时间");
/// A conclusion, not a reading.
pub const INFERRED: Text = text!("inferred", "推断");
/// Not in the text.
pub const UNKNOWN: Text = text!("not in the text", "文本未显示");

/// `3 control plane, 0 workers`.
pub fn nodes(control_plane: usize, workers: usize) -> Phrase {
    let worker = if workers == 1 { "worker" } else { "workers" };
    Phrase {
        en: format!("{control_plane} control plane, {workers} {worker}"),
        zh: format!("{control_plane} 个控制平面节点，{workers} 个工作节点"),
    }
}

/// `2 of 3 members alive, 2 needed`.
pub fn quorum(alive: usize, members: usize, needed: usize) -> Phrase {
    crate::phrase!(
        "{alive} of {members} members alive, {needed} needed",
        "{members} 个成员中 {alive} 个存活，至少需要 {needed} 个",
        alive = alive,
        members = members,
        needed = needed
    )
}

/// `at least 2025-11-20 03:21 UTC`.
pub fn at_least(stamp: &str) -> Phrase {
    crate::phrase!("{stamp} or later", "{stamp} 或更晚", stamp = stamp)
}
