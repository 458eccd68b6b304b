//! What a screen reader says of a part, and the words of its state. Pure; knows no DOM.

use crate::layout::scene::{Drawn, Health, Part, Scene};
use crate::model::part::PartId;
use crate::text;
use crate::text::{Lang, Text};
use crate::ui::diagram::captions::words;

/// Name, node, what it says, and its state.
pub fn label(scene: &Scene, part: &Part, lang: Lang) -> String {
    let mut said: Vec<String> = part.captions.iter().map(|it| words(it, lang)).collect();
    if let Some(node) = node_of(scene, part) {
        let on = match lang {
            Lang::En => format!("on {node}"),
            Lang::Zh => format!("在 {node} 上"),
        };
        said.insert(1.min(said.len()), on);
    }
    if let Some(presence) = presence(part.presence) {
        said.push(presence.get(lang).to_owned());
    }
    if part.presence != Drawn::NotShown {
        said.push(health(part.health).get(lang).to_owned());
    }
    said.join(if lang == Lang::Zh { "，" } else { ", " })
}

/// The state in words.
pub fn health(health: Health) -> Text {
    match health {
        Health::Ok => text!("healthy", "正常"),
        Health::Unknown => text!("state not known", "状态未知"),
        Health::Look => text!("look at it", "需要留意"),
        Health::Broken => text!("broken", "故障"),
    }
}

/// How surely it is there, in words; nothing where a line shows it.
pub fn presence(drawn: Drawn) -> Option<Text> {
    match drawn {
        Drawn::Seen => None,
        Drawn::Inferred => Some(text!("inferred", "推断")),
        Drawn::Absent => Some(text!("expected, absent", "应有而缺失")),
        Drawn::NotShown => Some(text!("not shown", "未展示")),
    }
}

fn node_of<'a>(scene: &'a Scene, part: &Part) -> Option<&'a str> {
    let mut at = part.parent;
    while let Some(parent) = at.and_then(|i| scene.parts.get(i)) {
        if let PartId::Node(name) = &parent.id {
            return Some(name);
        }
        at = parent.parent;
    }
    None
}
