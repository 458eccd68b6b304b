//! The bar at the top: home, what was read, language, theme, keys.

use yew::prelude::*;

use crate::text::Lang;
use crate::ui::components::chips::chips;
use crate::ui::context::App;
use crate::ui::icons::{Glyph, icon, logo};
use crate::ui::state::Overlay;
use crate::ui::state::msg::Msg;
use crate::ui::strings::page;
use crate::ui::theme::Theme;

/// The bar.
pub fn top_bar(app: &App) -> Html {
    html! {
        <header class="top-bar">
            <div class="brand">{ logo() }<span>{ app.t(page::HOME) }</span></div>
            if !app.state.inputs.is_empty() {
                { chips(app) }
                <div class="top-actions">
                    <button type="button" class="button is-quiet" onclick={app.on(Msg::Overlay(Some(Overlay::Add)))}>
                        { icon(Glyph::Add) }{ app.t(page::ADD) }
                    </button>
                    <button type="button" class="button is-quiet" onclick={app.on(Msg::Clear)}>{ icon(Glyph::Bin) }{ app.t(page::CLEAR) }</button>
                </div>
            }
            <div class="top-settings">
                <div class="lang-switch" role="group" aria-label={app.t(page::LANGUAGE)}>
                    { for Lang::ALL.map(|lang| lang_button(app, lang)) }
                </div>
                { theme_button(app) }
                <button type="button" class="icon-button keys-button" onclick={app.on(Msg::Overlay(Some(Overlay::Keys)))}
                    aria-label={app.t(page::KEYS)} title={app.t(page::KEYS)}>{ icon(Glyph::Keys) }</button>
            </div>
        </header>
    }
}

fn lang_button(app: &App, lang: Lang) -> Html {
    let (name, pressed) = match lang {
        Lang::En => ("English", app.lang() == lang),
        Lang::Zh => ("中文", app.lang() == lang),
    };
    html! { <button type="button" lang={lang.tag()} aria-pressed={pressed.to_string()} onclick={app.on(Msg::Lang(lang))}>{ name }</button> }
}

fn theme_button(app: &App) -> Html {
    let (glyph, text) = match app.state.theme {
        Theme::System => (Glyph::Half, page::THEME_SYSTEM),
        Theme::Light => (Glyph::Sun, page::THEME_LIGHT),
        Theme::Dark => (Glyph::Moon, page::THEME_DARK),
    };
    html! {
        <button type="button" class="icon-button theme-button" onclick={app.on(Msg::Theme(app.state.theme.next()))} aria-label={app.t(text)} title={app.t(text)}>
            { icon(glyph) }
        </button>
    }
}
