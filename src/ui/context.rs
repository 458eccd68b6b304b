//! What everything that draws is handed: the state, a way to change it, and the services that carry effects out.
//!
//! Nearly all of the page is plain functions of it: a Yew component costs some 4 KB of WebAssembly, a function its markup.

use std::rc::Rc;

use yew::prelude::*;

use crate::text::{Lang, Phrase, Text};
use crate::ui::effects::fetch_lines::LineFetcher;
use crate::ui::effects::vault::Vault;
use crate::ui::state::msg::Msg;
use crate::ui::state::{AppState, update};
use crate::ui::worker::client::Client;

/// Where the state lives. Yew's handle always leads to the newest state; what is drawn, and compared with what was drawn
/// before, is the state that it held at that time.
pub struct Store(pub Rc<AppState>);

impl Reducible for Store {
    type Action = Msg;

    fn reduce(self: Rc<Self>, msg: Msg) -> Rc<Self> {
        Rc::new(Self(Rc::new(update(&self.0, msg))))
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
#[derive(Clone)]
pub struct App {
    /// What is shown.
    pub state: Rc<AppState>,
    /// Changes it.
    pub dispatcher: UseReducerDispatcher<Store>,
    /// What carries effects out.
    pub services: Services,
}

impl PartialEq for App {
    /// A state is never changed in place, and nothing else changes.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
    }
}

impl App {
    /// Changes the state.
    pub fn send(&self, msg: Msg) {
        self.dispatcher.dispatch(msg);
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
        let dispatcher = self.dispatcher.clone();
        Callback::from(move |_| dispatcher.dispatch(msg.clone()))
    }

    /// A callback that makes a message of its argument.
    pub fn on_with<E>(&self, msg: impl Fn(E) -> Msg + 'static) -> Callback<E> {
        let dispatcher = self.dispatcher.clone();
        Callback::from(move |event| dispatcher.dispatch(msg(event)))
    }
}
