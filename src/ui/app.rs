//! The root: state, services and effects around the page.

use std::rc::Rc;

use yew::prelude::*;

use crate::ui::components::page::page;
use crate::ui::context::{App, Services, Store};
use crate::ui::effects::analyse::use_analysis;
use crate::ui::effects::document::{preferred_lang, use_document_lang, use_document_theme};
use crate::ui::effects::drop::use_drop;
use crate::ui::effects::focus::use_layer_focus;
use crate::ui::effects::fragment::{self, use_fragment};
use crate::ui::effects::keys::use_keys;
use crate::ui::effects::paste::use_paste;
use crate::ui::effects::scroll::use_incident_in_view;
use crate::ui::effects::tell::use_told;
use crate::ui::state::AppState;

/// The whole page.
#[component]
pub fn Root() -> Html {
    let store = use_reducer(|| Store(Rc::new(first_state())));
    let state = store.0.clone();
    let services = use_memo((), |()| Services::default());
    let app = App { state, dispatcher: store.dispatcher(), services: (*services).clone() };
    use_document_lang(app.state.lang);
    use_document_theme(app.state.theme);
    use_fragment(&app);
    use_keys(&app);
    use_paste(&app);
    use_drop(&app);
    use_analysis(&app);
    use_told(&app);
    use_layer_focus(app.state.overlay);
    use_incident_in_view(&app.state);
    page(&app)
}

/// What the address and the browser say before anything happened.
fn first_state() -> AppState {
    let route = fragment::current();
    AppState {
        lang: route.lang.unwrap_or_else(preferred_lang),
        view: route.view.unwrap_or_default(),
        selected: route.selection,
        ..AppState::default()
    }
}
