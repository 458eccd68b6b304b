//! A plain list of the parts, until the painter is here.
use crate::layout::scene::Scene;
use crate::model::part::PartId;
use crate::text::Lang;
use std::rc::Rc;
use yew::prelude::*;
#[derive(Properties, PartialEq)]
pub struct DiagramProps {
    pub scene: Rc<Scene>,
    pub lang: Lang,
    pub selected: Option<PartId>,
    pub highlighted: Vec<PartId>,
    pub on_select: Callback<Option<PartId>>,
}
#[component]
pub fn Diagram(props: &DiagramProps) -> Html {
    html! { <ul>{ for props.scene.parts.iter().map(|part| {
        let id = part.id.clone();
        let select = props.on_select.reform(move |_: MouseEvent| Some(id.clone()));
        html! { <li><button onclick={select}>{ crate::ui::route::part_word(&part.id) }</button></li> }
    }) }</ul> }
}
