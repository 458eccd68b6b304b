//! What every component reaches: the state, a way to change it, and the services that carry effects out.

use std::rc::Rc;

use yew::prelude::*;

use crate::text::{Lang, Phrase, Text};
use crate::ui::effects::fetch_lines::LineFetcher;
use crate::ui::effects::vault::Vault;
use crate::ui::state::msg::Msg;
use crate::ui::state::{AppState, update};
use crate::ui::worker::client::Client;

impl Reducible for AppState {
    type Action = Msg;

    fn reduce(self: Rc<Self>, msg: Msg) -> Rc<Self> {
        Rc::new(update(&self, msg))
    }
}

/// What lives as long as the page, outside the state.
#[derive(Clone, Default, PartialEq)]
pub struct Services {
    /// The worker.
    pub client: Client,
    /// The bytes of the inputs.
    pub vault: Vault,
    /// Fetches lines of the text.
    pub lines: LineFetcher,
}

/// The state and its surroundings.
#[derive(Clone, PartialEq)]
pub struct App {
    /// What is shown.
    pub state: UseReducerHandle<AppState>,
    /// What carries effects out.
    pub services: Services,
}

impl App {
    /// Changes the state.
    pub fn send(&self, msg: Msg) {
        self.state.dispatch(msg);
    }

    /// A fixed text in the reader's language.
    pub fn t(&self, text: Text) -> &'static str {
        text.get(self.state.lang)
    }

    /// A filled-in text in the reader's language.
    pub fn p(&self, phrase: &Phrase) -> AttrValue {
        AttrValue::from(phrase.get(self.state.lang).to_owned())
    }

    /// The reader's language.
    pub fn lang(&self) -> Lang {
        self.state.lang
    }

    /// A callback that sends one message whatever the event.
    pub fn on<E>(&self, msg: Msg) -> Callback<E> {
        let dispatcher = self.state.dispatcher();
        Callback::from(move |_| dispatcher.dispatch(msg.clone()))
    }

    /// A callback that makes a message of its argument.
    pub fn on_with<E>(&self, msg: impl Fn(E) -> Msg + 'static) -> Callback<E> {
        let dispatcher = self.state.dispatcher();
        Callback::from(move |event| dispatcher.dispatch(msg(event)))
    }
}

/// The context that the root provides to every component.
#[hook]
#[expect(clippy::expect_used, reason = "the root provides it around everything")]
pub fn use_app() -> App {
    use_context::<App>().expect("components are drawn inside the root")
}
