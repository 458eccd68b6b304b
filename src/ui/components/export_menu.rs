//! The menu from which pictures and reports leave the page as files.

use wasm_bindgen::JsCast;
use web_sys::{Element, Node};
use yew::prelude::*;

use crate::text::Text;
use crate::ui::context::App;
use crate::ui::effects::export::{Format, Take, exports};
use crate::ui::effects::focus::focus;
use crate::ui::icons::{Glyph, icon};
use crate::ui::strings::export as strings;

const ID: &str = "export";
const OPENER: &str = "export-open";

/// The button and its menu; pictures only where one is shown.
pub fn export_menu(app: &App) -> Html {
    use Format::{Drawio, Json, Markdown, Mermaid, Png, Svg};
    let onfocusout = Callback::from(|event: FocusEvent| {
        let to = event.related_target().and_then(|it| it.dyn_into::<Node>().ok());
        if let Some(menu) = menu().filter(|it| !it.contains(to.as_ref())) {
            close(&menu);
        }
    });
    let onkeydown = Callback::from(|event: KeyboardEvent| {
        if let Some(menu) = menu().filter(|it| event.key() == "Escape" && it.has_attribute("open")) {
            event.stop_propagation();
            focus(OPENER);
            close(&menu);
        }
    });
    html! {
        <details id={ID} class="export" {onfocusout} {onkeydown}>
            <summary id={OPENER} class="button is-quiet" title={app.t(strings::EXPORT)}>
                { icon(Glyph::Save) }<span>{ app.t(strings::EXPORT) }</span>
            </summary>
            // It takes the focus of a click beside its buttons, so that this does not close it.
            <div class="export-panel" tabindex="-1">
                if app.state.scene().is_some_and(|it| !it.parts.is_empty()) {
                    { row(app, strings::WHOLE, &[(Svg, Take::Whole), (Png, Take::Whole)]) }
                    { row(app, strings::SEEN, &[(Svg, Take::Seen), (Png, Take::Seen)]) }
                    { row(app, strings::EDITABLE, &[(Drawio, Take::Whole), (Mermaid, Take::Whole), (Mermaid, Take::Copy)]) }
                }
                { row(app, strings::REPORT, &[(Json, Take::Whole), (Markdown, Take::Whole), (Markdown, Take::Copy)]) }
                <p class="soft">{ app.t(strings::NOTE) }</p>
                <p class="export-said" role="status">
                    if let Some(said) = &app.state.exported { { app.p(said) } }
                </p>
            </div>
        </details>
    }
}

fn row(app: &App, of: Text, buttons: &[(Format, Take)]) -> Html {
    let of = app.t(of);
    html! {
        <div class="export-row" role="group" aria-label={of}>
            <span aria-hidden="true">{ of }</span>
            { for buttons.iter().map(|(format, take)| button(app, of, *format, *take)) }
        </div>
    }
}

fn button(app: &App, of: &str, format: Format, take: Take) -> Html {
    let onclick = exports(app, format, take);
    if take == Take::Copy {
        let said = app.p(&strings::copy(format.name()));
        return html! { <button type="button" class="icon-button" aria-label={said.clone()} title={said} {onclick}>{ icon(Glyph::Copy) }</button> };
    }
    html! { <button type="button" class="button" aria-label={format!("{of}: {}", format.name())} {onclick}>{ format.name() }</button> }
}

fn menu() -> Option<Element> {
    web_sys::window()?.document()?.get_element_by_id(ID)
}

fn close(menu: &Element) {
    // Only the browser opens it: nothing is drawn anew for that.
    let _ = menu.remove_attribute("open");
}
