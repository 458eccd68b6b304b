//! What the signs mean.

use yew::prelude::*;

use crate::layout::scene::{Caption, Drawn, Health, Scene};
use crate::text;
use crate::text::{Lang, Text};
use crate::ui::diagram::labels::{health, presence};
use crate::ui::diagram::paint::icon;
use crate::ui::diagram::paint::svg::path;

/// The signs that this picture uses, in one row below it.
pub fn legend(scene: &Scene, lang: Lang) -> Html {
    let squares =
        |it: Health| scene.parts.iter().filter_map(|part| part.cells.as_ref()).any(|cells| cells.of.iter().any(|(_, of)| *of == it));
    let uses_health = |it: Health| squares(it) || scene.parts.iter().any(|part| part.health == it && part.presence != Drawn::NotShown);
    let uses = |it: Drawn| scene.parts.iter().any(|part| part.presence == it);
    let ranks = [Health::Ok, Health::Look, Health::Broken].into_iter().filter(|it| uses_health(*it));
    html! {
        <ul class="dg-legend" aria-label={text!("Legend", "图例").get(lang)}>
            { for ranks.map(|it| entry(icon::state(it, Drawn::Seen, 12.0, 10.0), health(it), lang)) }
            if uses(Drawn::Absent) {
                { entry(path("dg-legend-absent", "M3 3h18v14h-18z"), presence(Drawn::Absent).unwrap_or(health(Health::Broken)), lang) }
            }
            if uses(Drawn::NotShown) {
                { entry(icon::state(Health::Unknown, Drawn::NotShown, 12.0, 10.0), text!("not shown", "未展示"), lang) }
            }
            if uses(Drawn::Inferred) {
                { entry(icon::inferred(12.0, 10.0), text!("inferred", "推断得出"), lang) }
            }
            if scene.parts.iter().any(|it| it.cells.as_ref().is_some_and(|cells| !cells.of.is_empty())) {
                { entry(path("dg-legend-cell", "M7 5h10v10h-10z"), text!("one pod", "一个 Pod"), lang) }
            }
            if squares(Health::Unknown) {
                { entry(path("dg-legend-hollow", "M8 6h8v8h-8z"), text!("a pod whose state is not known", "状态未知的 Pod"), lang) }
            }
            if scene.parts.iter().any(|it| it.captions.iter().any(|it| matches!(it, Caption::Restarts(..)))) {
                { entry(icon::restarts(12.0, 10.0), text!("restarts", "重启次数"), lang) }
            }
        </ul>
    }
}

fn entry(sign: Html, words: Text, lang: Lang) -> Html {
    html! { <li><svg viewBox="0 0 24 20" width="24" height="20" aria-hidden="true">{ sign }</svg>{ words.get(lang) }</li> }
}
