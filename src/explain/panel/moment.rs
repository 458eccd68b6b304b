//! What happened to an object at one time.

use crate::diagnose::look::{in_namespace, kubectl};
use crate::explain::glossary::{Sort, meaning};
use crate::explain::panel::draft::Draft;
use crate::explain::panel::{tell, unknown};
use crate::explain::words::{ago, happened};
use crate::kind::Kind;
use crate::model::moment::{Moment, What, end, of};
use crate::model::object_ref::ObjectRef;
use crate::phrase;
use crate::text::{Phrase, thousands};
use crate::time::Stamp;

/// More things at one time than this are only counted.
const TOLD: usize = 8;

/// Tells what happened to an object between two instants, the worst first.
pub fn moment(draft: &mut Draft<'_>, id: &ObjectRef, (from, to): (Stamp, Stamp), lasting: bool) {
    let cluster = draft.cluster();
    let within = |it: &Moment| from <= it.from && it.to <= to && (!lasting || it.from < it.to);
    let mut moments: Vec<Moment> = of(cluster, id).into_iter().filter(within).collect();
    crate::order::sort_by(&mut moments, |a, b| b.grade.cmp(&a.grade));
    let Some(first) = moments.first() else { return unknown(draft, &id.name) };
    let what = happened(&first.what);
    let name = id.name.as_str();
    draft.title(tell::phrase_of(format!("{name}: {}", what.en), format!("{name}：{}", what.zh)), tell::joined(when(draft, from, to)));
    for it in moments.iter().take(TOLD) {
        draft.say(sentence(draft, it));
        draft.show(it.span, happened(&it.what));
    }
    if moments.len() > TOLD {
        draft.say(phrase!("And {n} more at that time.", "同一时间还有 {n} 件事。", n = moments.len() - TOLD));
    }
    draft.about(id);
    let kind = if id.kind == Kind::Node { "node" } else { id.kind.plural() };
    draft.suggest(kubectl(
        format!("kubectl describe {kind}{} {name}", in_namespace(id)),
        phrase!("its state now, and its events", "它现在的状态和事件"),
    ));
    draft.suggest(kubectl(
        format!("kubectl get events{} --field-selector involvedObject.name={name} --sort-by=.lastTimestamp", in_namespace(id)),
        phrase!("all of its events, in order", "它的所有事件，按时间排序"),
    ));
}

/// How long ago, and at which instants where a clock is known.
fn when(draft: &Draft<'_>, from: Stamp, to: Stamp) -> Vec<Phrase> {
    let cluster = draft.cluster();
    let secs = end(cluster).0 - to.0;
    let mut parts = vec![if secs == 0 { phrase!("at the end of the text", "文本末尾") } else { ago(secs) }];
    if cluster.now.is_some() {
        parts.push(Phrase::same(to.utc()));
        if from < to {
            parts.push(phrase!("first at {at}", "最早于 {at}", at = from.utc()));
        }
    }
    parts
}

fn sentence(draft: &Draft<'_>, it: &Moment) -> Phrase {
    let end = end(draft.cluster()).0;
    let what = happened(&it.what);
    let count = if it.count > 1 { format!(" ×{}", thousands(it.count)) } else { String::new() };
    let (last, first) = (ago(end - it.to.0), ago(end - it.from.0));
    let message = it.message.trim_end_matches(['.', '。']);
    let message = if message.is_empty() { Default::default() } else { (format!(" {message}."), format!("{message}。")) };
    let means = means(&it.what).unwrap_or_default();
    let (en_from, zh_from) =
        if it.from < it.to { (format!(", first {}", first.en), format!("，最早{}", first.zh)) } else { Default::default() };
    let en = format!("`{}`{count}, {}{en_from}:{} {}", what.en, last.en, message.0, means.en);
    let zh = format!("`{}`{count}，{}{zh_from}：{}{}", what.zh, last.zh, message.1, means.zh);
    tell::phrase_of(ended(&en, "."), ended(&zh, "。"))
}

/// Without the colon that nothing follows.
fn ended(text: &str, stop: &str) -> String {
    let text = text.trim_end();
    text.strip_suffix([':', '：']).map_or_else(|| text.to_owned(), |text| format!("{text}{stop}"))
}

fn means(what: &What) -> Option<Phrase> {
    match what {
        What::Event(reason) => meaning(Sort::Reason, reason),
        What::Condition(kind, _) => meaning(Sort::Condition, kind),
        What::Ended(_, why) => match why.strip_prefix("exit ") {
            Some(code) => meaning(Sort::Exit, code),
            None => meaning(Sort::Status, why),
        },
        What::Changed(_) => Some(phrase!(
            "Two outputs of the text show it differently; it changed at some time between them.",
            "文本中的两份输出不一致；变化发生在两次采集之间的某个时刻。"
        )),
        What::Restarted => Some(phrase!(
            "Only the last restart has a time; those before it do not show when they were.",
            "只有最近一次重启有时间；之前的重启看不出时间。"
        )),
        _ => None,
    }
}
