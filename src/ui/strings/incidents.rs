//! Words of the left column: incidents, notes, and what could not be judged.

use crate::text::{Phrase, Text};
use crate::{phrase, text};

/// Name of the column.
pub const COLUMN: Text = text!("Findings", "诊断结果");
/// Before the root.
pub const CAUSE: Text = text!("Cause", "根因");
/// Before what follows.
pub const EFFECT: Text = text!("so", "于是");
/// Label of whom an incident hits.
pub const HIT: Text = text!("Who is hit", "影响范围");
/// Label of what still works.
pub const WORKS: Text = text!("Still works", "仍可用");
/// Label of the risk.
pub const RISK: Text = text!("At risk", "风险");
/// Heading of the next commands.
pub const NEXT: Text = text!("Run next", "下一步执行");
/// Heading of the commands that settle what is not certain; the first is the one to run.
pub const SETTLE: Text = text!("This settles it: run it and paste what it prints", "以下输出可以定论：执行并粘贴结果");
/// Opens the field for more output.
pub const PASTE_IT: Text = text!("Paste its output", "粘贴其输出");
/// Heading of findings about hardening.
pub const POSTURE: Text = text!("Security posture", "安全配置");
/// Below it.
pub const POSTURE_WHY: Text =
    text!("Nothing of this is broken: it is what to harden when there is time.", "这些不是故障，而是有空时值得加固的地方。");
/// Heading of other causes.
pub const ALTERNATIVES: Text = text!("Other causes that would fit", "其他可能的原因");
/// Heading of the lesser findings.
pub const NOTES: Text = text!("Notes", "其他发现");
/// Heading of what is not known.
pub const GAPS: Text = text!("Not judged from this text", "这段文本无法判断");
/// Below it.
pub const GAPS_WHY: Text = text!("Paste the output of these commands to find out.", "执行以下命令并粘贴输出，即可判断。");
/// Label of what to do.
pub const FIX: Text = text!("What to do", "处理建议");
/// Shows the part in the picture.
const SHOW_PART: Text = text!("Show in the picture", "在图中查看");
const TELL_PART: Text = text!("What it is", "了解这个对象");

/// Leads to what a finding is about, which the picture draws or not.
pub const fn show(drawn: bool) -> Text {
    if drawn { SHOW_PART } else { TELL_PART }
}

/// Where kubectl works.
pub const ON_KUBECTL: Text = text!("where kubectl works", "在可用 kubectl 的机器上");
/// A command that changes something.
pub const CHANGES: Text = text!("changes the system", "会改动系统");
/// No incident.
pub const NONE: Text = text!("Nothing broken shows in this text", "这段文本中没有发现故障");
/// No incident but what was set aside.
pub const NONE_ELSE: Text = text!("Nothing else broken shows in this text", "除已忽略的之外，没有发现其他故障");
/// Below it.
pub const NONE_WHY: Text = text!(
    "That holds for what was pasted. What the text does not show was not judged.",
    "此结论仅限于已粘贴的内容；文本没有显示的部分不作判断。"
);
/// Severity, critical.
pub const CRITICAL: Text = text!("Critical", "严重");
/// Severity, warning.
pub const WARNING: Text = text!("Warning", "警告");
/// Severity, info.
pub const INFO: Text = text!("Note", "提示");
/// Confidence, certain.
pub const CERTAIN: Text = text!("certain", "确定");
/// Confidence, likely.
pub const LIKELY: Text = text!("likely", "很可能");
/// Confidence, possible.
pub const POSSIBLE: Text = text!("possible", "有可能");

/// `2 incidents · 6 notes`.
pub fn counts(incidents: usize, notes: usize) -> Phrase {
    let incident = if incidents == 1 { "incident" } else { "incidents" };
    let note = if notes == 1 { "note" } else { "notes" };
    Phrase { en: format!("{incidents} {incident} · {notes} {note}"), zh: format!("{incidents} 起故障 · {notes} 条其他发现") }
}

/// `1 cause, 2 effects`.
pub fn chain(effects: usize) -> Phrase {
    match effects {
        0 => phrase!("1 cause", "1 个根因"),
        1 => phrase!("1 cause, 1 effect", "1 个根因，1 个后果"),
        _ => phrase!("1 cause, {effects} effects", "1 个根因，{effects} 个后果", effects = effects),
    }
}

/// `on node-1`.
pub fn on_node(node: &str) -> Phrase {
    phrase!("on {node}", "在 {node} 上", node = node)
}

/// `3 lines were not understood`.
pub fn unread(lines: usize) -> Phrase {
    let line = if lines == 1 { "line was" } else { "lines were" };
    Phrase { en: format!("{lines} {line} not understood"), zh: format!("有 {lines} 行未能识别") }
}

/// `3 more lines`.
pub fn more_lines(count: usize) -> Phrase {
    let line = if count == 1 { "line" } else { "lines" };
    Phrase { en: format!("{count} more {line}"), zh: format!("另有 {count} 行") }
}

/// `21 more like this`.
pub fn more_effects(count: usize) -> Phrase {
    phrase!("{count} more like this", "另有 {count} 个同类后果", count = count)
}
