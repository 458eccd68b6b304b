//! What a screen reader says of a part, and the words of its state. Pure; knows no DOM.

use crate::layout::scene::{Caption, Drawn, Health, Part, Scene, Shape};
use crate::model::part::PartId;
use crate::text;
use crate::text::{Lang, Text};
use crate::ui::diagram::captions::{quorum, words};

/// What is written on it, in that order (so that one who speaks to the page can say what is seen), then its node and its state.
pub fn label(scene: &Scene, part: &Part, lang: Lang) -> String {
    let (mut said, unseen): (Vec<&Caption>, Vec<&Caption>) = part.captions.iter().partition(|it| **it != Caption::PlacedByCounting);
    let title = (!said.is_empty()).then(|| said.remove(0)).map(|it| match &part.id {
        // A tile may show the end of a long name only.
        PartId::Node(name) if part.shape == Shape::Tile => name.clone(),
        _ => title(it, lang),
    });
    let details = said.into_iter().map(|it| words(it, lang)).collect::<Vec<_>>().join(match part.shape {
        Shape::Card | Shape::Mark => " · ",
        Shape::Tile => ", ",
        _ => " ",
    });
    let mut said: Vec<String> = title.into_iter().chain((!details.is_empty()).then_some(details)).collect();
    said.extend(unseen.into_iter().map(|it| words(it, lang)));
    if part.shape == Shape::Mark {
        let lane = part.parent.and_then(|at| scene.parts.get(at)).and_then(|it| it.captions.first()).map(|it| words(it, lang));
        said.extend(lane);
        said.push(grade(part.health).get(lang).to_owned());
        return said.join(", ");
    }
    if let Some(node) = node_of(scene, part).filter(|_| part.shape != Shape::Lane) {
        let on = match lang {
            Lang::En => format!("on {node}"),
            Lang::Zh => format!("在 {node} 上"),
        };
        said.push(on);
    }
    if let Some(presence) = presence(part.presence) {
        said.push(presence.get(lang).to_owned());
    }
    if part.presence != Drawn::NotShown {
        said.push(health(part.health).get(lang).to_owned());
    }
    said.join(", ")
}

/// The first line; the ring's in its two parts, with what the mark on its bar stands for.
fn title(caption: &Caption, lang: Lang) -> String {
    let Caption::Quorum { alive, needed, .. } = caption else { return words(caption, lang) };
    let (lives, allows) = quorum(caption);
    let majority = if alive >= needed { text!("majority holds", "多数仍在") } else { text!("majority lost", "多数已失") };
    format!("{} {} {}", lives.get(lang), allows.get(lang), majority.get(lang))
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

/// How bad something was that happened.
pub fn grade(health: Health) -> Text {
    match health {
        Health::Ok | Health::Unknown => text!("as it should go", "正常过程"),
        Health::Look => text!("a warning", "告警"),
        Health::Broken => text!("a failure", "故障"),
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
