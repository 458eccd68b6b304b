//! Language and theme on the document's root, so that style sheets, screen readers and the browser know them.

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use yew::prelude::*;

use crate::text::Lang;
use crate::ui::strings::page;
use crate::ui::theme::Theme;

const DARK: &str = "(prefers-color-scheme: dark)";

/// The first of the browser's languages that the page speaks.
pub fn preferred_lang() -> Lang {
    let languages = web_sys::window().map(|window| window.navigator().languages()).unwrap_or_default();
    languages.iter().filter_map(|tag| tag.as_string()).find_map(|tag| Lang::from_tag(&tag)).unwrap_or_default()
}

/// Keeps `lang` and the title in step with the language.
#[hook]
pub fn use_document_lang(lang: Lang) {
    use_effect_with(lang, |lang| {
        if let Some(document) = web_sys::window().and_then(|window| window.document()) {
            set_root_attribute("lang", lang.tag());
            document.set_title(page::TITLE.get(*lang));
        }
    });
}

/// Keeps `data-theme` in step with the choice and, where that is left to the system, with the system.
#[hook]
pub fn use_document_theme(theme: Theme) {
    use_effect_with(theme, |theme| {
        let theme = *theme;
        let query = web_sys::window().and_then(|window| window.match_media(DARK).ok().flatten());
        let system_is_dark = query.as_ref().is_some_and(web_sys::MediaQueryList::matches);
        set_root_attribute("data-theme", theme.resolved(system_is_dark));
        let listener = query.map(|query| {
            EventListener::new(&query, "change", move |event| {
                let query = event.target().and_then(|target| target.dyn_into::<web_sys::MediaQueryList>().ok());
                set_root_attribute("data-theme", theme.resolved(query.is_some_and(|it| it.matches())));
            })
        });
        move || drop(listener)
    });
}

fn set_root_attribute(name: &str, value: &str) {
    if let Some(root) = web_sys::window().and_then(|window| window.document()).and_then(|document| document.document_element()) {
        // Fails only for names that are no attribute names.
        let _ = root.set_attribute(name, value);
    }
}
