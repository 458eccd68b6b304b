//! An object that is neither pod nor node: what its kind is for, what is printed of it, what its conditions mean.

use crate::diagnose::look::{in_namespace, kubectl};
use crate::explain::flags::config;
use crate::explain::glossary::{Sort, meaning};
use crate::explain::panel::draft::Draft;
use crate::explain::panel::{pod, tell, unknown};
use crate::kind::Kind;
use crate::model::cluster::Other;
use crate::model::object_ref::ObjectRef;
use crate::phrase;
use crate::span::Span;
use crate::text::Phrase;

/// More fields than this are not printed.
const FIELDS: usize = 8;
/// More conditions or events than this are not told.
const WORDS: usize = 6;

/// Tells about an object.
pub fn object(draft: &mut Draft<'_>, id: &ObjectRef) {
    let cluster = draft.cluster();
    let found = cluster.others.get(id);
    draft.about(id);
    if found.is_none() && !draft.has_findings() {
        unknown(draft, &id.name);
    } else {
        let namespace = id.namespace.clone().map_or_else(Phrase::default, Phrase::same);
        draft.title(Phrase::same(&id.name), tell::joined([Phrase::same(id.kind.name()), namespace]));
    }
    draft.say_if(meaning(Sort::Kind, id.kind.name()));
    if let Some(it) = found {
        printed(draft, it);
        conditions(draft, it);
        draft.flags(config::explain_map(it));
    }
    for event in cluster.events.iter().filter(|it| it.kind == "Warning" && it.object.as_ref() == Some(id)).take(WORDS) {
        draft.say(pod::warning(event));
        draft.show(event.span, phrase!("an event of this object", "这个对象的事件"));
    }
    if !matches!(id.kind, Kind::Cluster | Kind::Event) {
        let kind = id.kind.name().to_ascii_lowercase();
        draft.suggest(kubectl(
            format!("kubectl describe {kind} {}{}", id.name, in_namespace(id)),
            phrase!("its settings, state and events", "它的配置、状态和事件"),
        ));
    }
}

/// The short fields as they stand in the text, and what a STATUS means.
fn printed(draft: &mut Draft<'_>, it: &Other) {
    for span in it.sightings.iter().take(2) {
        draft.show(*span, phrase!("this object", "这个对象"));
    }
    let short = it.fields.iter().filter(|(key, seen)| {
        is_told(key) && (1..=80).contains(&seen.value.len()) && seen.value != "<unset>" && !seen.value.contains(['\n', '`'])
    });
    let short: Vec<_> = short.take(FIELDS).collect();
    let all = |mark: &str| short.iter().map(|(key, seen)| format!("{key} `{}`", seen.value)).collect::<Vec<_>>().join(mark);
    if !short.is_empty() {
        draft.say(tell::phrase_of(format!("As printed: {}.", all(", ")), format!("输出内容：{}。", all("，"))));
    }
    for (key, seen) in &short {
        draft.show(seen.span, Phrase::same(key.as_str()));
    }
    for (_, seen) in short.iter().filter(|(key, _)| matches!(key.as_str(), "STATUS" | "Status" | "status.phase" | "CONDITION")) {
        // Words that mean something else of a pod.
        let means =
            meaning(Sort::Status, &seen.value).filter(|_| !matches!(seen.value.as_str(), "Running" | "Failed" | "Terminating" | "Unknown"));
        draft.say_if(
            means.map(|means| tell::phrase_of(format!("`{}`: {}", seen.value, means.en), format!("`{}`：{}", seen.value, means.zh))),
        );
    }
}

/// Conditions are told by themselves; metadata says little; of data the keys may be secret.
fn is_told(key: &str) -> bool {
    let dull = [
        "metadata.",
        "spec.template.",
        "Pod Template",
        "CreationTimestamp",
        "data.",
        "stringData.",
        "status.conditions.",
        "Conditions",
        "Labels",
        "Annotations",
        "usage.",
    ];
    !dull.iter().any(|dull| key.starts_with(dull))
}

fn conditions(draft: &mut Draft<'_>, it: &Other) {
    for (kind, state, reason, span) in stated(it).into_iter().take(WORDS) {
        // The reason tells more than the condition, where both mean something.
        let means = meaning(Sort::Reason, reason).or_else(|| meaning(Sort::Condition, kind)).unwrap_or_default();
        draft.say(tell::phrase_of(
            format!("`{kind}` is {state} ({reason}). {}", means.en).replace(" ()", "").trim_end().to_owned(),
            format!("`{kind}` 为 {state}（{reason}）。{}", means.zh).replace("（）", ""),
        ));
        draft.show(span, phrase!("the condition {name}", "{name} 状况", name = kind));
    }
}

/// Type, status, reason and place of each condition: rows of a description, or fields of an object.
fn stated(it: &Other) -> Vec<(&str, &str, &str, Span)> {
    let mut all = Vec::new();
    for (key, seen) in &it.fields {
        if let Some(kind) = key.strip_prefix("Conditions.") {
            let (state, reason) = seen.value.split_once(' ').unwrap_or((&seen.value, ""));
            all.push((kind, state, reason, seen.span));
        } else if let Some(path) = key.strip_suffix(".type").filter(|path| path.starts_with("status.conditions.")) {
            let text = |key: &str| it.fields.get(format!("{path}.{key}").as_str()).map_or("", |seen| seen.value.as_str());
            all.push((seen.value.as_str(), text("status"), text("reason"), seen.span));
        }
    }
    all
}
