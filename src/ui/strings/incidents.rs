//! Words of the left column: incidents, notes, and what could not be judged.

use crate::text::{Phrase, Text};
use crate::{phrase, text};

/// Name of the column.
pub const COLUMN: Text = text!("Findings", "诊断结果");
/// Before the root.
pub const CAUSE: Text = text!("Cause", "根因");
/// Before what follows.
pub const EFFECT: Text = text!("so", "于是");
/// Label of what still works.
pub const WORKS: Text = text!("Still works", "仍可用");
/// Label of the risk.
pub const RISK: Text = text!("At risk", "风险");
/// Heading of the next commands.
pub const NEXT: Text = text!("Run next", "下一步执行");
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

/// `43 rules checked`.
pub fn rules_checked(rules: &u32) -> Phrase {
    phrase!("{rules} rules checked", "已检查 {rules} 条规则", rules = rules)
}

/// `3 more lines`.
pub fn more_lines(count: usize) -> Phrase {
    let line = if count == 1 { "line" } else { "lines" };
    Phrase { en: format!("{count} more {line}"), zh: format!("另有 {count} 行") }
}
