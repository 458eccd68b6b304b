//! The words that stand for ranks and headings in what is handed on. Knows no report.

use crate::diagnose::finding::{Confidence, Severity};
use crate::text::{Phrase, Text};
use crate::{phrase, text};

/// The word for a severity.
pub const fn severity(severity: Severity) -> Text {
    match severity {
        Severity::Critical => text!("Critical", "严重"),
        Severity::Warning => text!("Warning", "警告"),
        Severity::Info => text!("Note", "提示"),
    }
}

/// The word for how surely something is so.
pub const fn confidence(confidence: Confidence) -> Text {
    match confidence {
        Confidence::Certain => text!("certain", "确定"),
        Confidence::Likely => text!("likely", "很可能"),
        Confidence::Possible => text!("possible", "有可能"),
    }
}

/// The id of a severity in JSON.
pub const fn severity_id(severity: Severity) -> &'static str {
    match severity {
        Severity::Critical => "critical",
        Severity::Warning => "warning",
        Severity::Info => "info",
    }
}

/// The id of a confidence in JSON.
pub const fn confidence_id(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Certain => "certain",
        Confidence::Likely => "likely",
        Confidence::Possible => "possible",
    }
}

/// Heading: the root of an incident.
pub const CAUSE: Text = text!("Cause", "根因");
/// Heading: its symptoms.
pub const EFFECTS: Text = text!("What follows from it", "由此引发");
/// Before the reason for which an effect follows.
pub const WHY: Text = text!("Because", "原因");
/// Heading: whom an incident hits.
pub const HIT: Text = text!("Who is hit", "影响范围");
/// Heading: what a user may still rely on.
pub const STILL_WORKS: Text = text!("What still works", "仍然正常的部分");
/// Heading: the next failure.
pub const AT_RISK: Text = text!("At risk", "风险");
/// Heading: other causes that fit.
pub const ALTERNATIVES: Text = text!("It could also be", "也可能是");
/// Heading: commands that settle it.
pub const NEXT: Text = text!("Run next", "接下来运行");
/// Heading: how to mend it.
pub const FIX: Text = text!("To mend it", "如何修复");
/// Heading: findings that belong to no incident.
pub const NOTES: Text = text!("Worth knowing", "值得注意");
/// Heading: findings on how the cluster is secured.
pub const POSTURE: Text = text!("Security posture (nothing of this is broken)", "安全配置（这些不是故障）");
/// Heading: what the user has set aside, with the reasons.
pub const DISMISSED: Text = text!("Set aside", "已忽略");
/// Heading: inputs and blocks.
pub const READ: Text = text!("What was read", "读到了什么");
/// Heading: gaps.
pub const NOT_JUDGED: Text = text!("What this text cannot tell", "这些文本无法说明的");
/// Said where no incident was found.
pub const NO_FAULT: Text = text!("No rule found a fault in this text.", "各条规则均未从这些文本中发现故障。");
/// Said where nothing was understood.
pub const NOT_KUBECTL: Text = text!(
    "Nothing here was recognised as output of kubectl. Run these, and give their output:",
    "没有识别出任何 kubectl 输出。请运行以下命令，并提供其输出："
);
/// Said of an input without text.
pub const EMPTY: Text = text!("empty", "空");
/// Said of a command that does not only read.
pub const CHANGES: Text = text!("this changes something", "会做出更改");

/// Heading: what differs between outputs of one object.
pub const CHANGED: Text = text!("Changed between the outputs", "两次输出之间的变化");
/// The value that was seen first.
pub const BEFORE: Text = text!("before", "之前");
/// The value that counts.
pub const AFTER: Text = text!("after", "之后");

/// Before the first of several clusters.
pub fn clusters(count: usize) -> Phrase {
    phrase!(
        "The text shows {count} clusters. They are kept apart and judged one by one.",
        "这些文本来自 {count} 个集群，已分开并逐个诊断。",
        count = count
    )
}

/// How many rules looked at what.
pub fn looked_at(rules: u32, what: &Phrase) -> Phrase {
    let said = phrase!("{rules} rules looked at", "{rules} 条规则检查了", rules = rules);
    Phrase { en: format!("{}: {}.", said.en, what.en), zh: format!("{}：{}。", said.zh, what.zh) }
}
