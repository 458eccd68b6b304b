//! The first screen: the promise, the field, the examples, the commands, the privacy.

use yew::prelude::*;

use crate::examples::{EXAMPLES, Example};
use crate::text::Text;
use crate::ui::components::command::command_line;
use crate::ui::components::input_area::InputArea;
use crate::ui::components::privacy::privacy;
use crate::ui::context::App;
use crate::ui::input::Origin;
use crate::ui::state::msg::Msg;
use crate::ui::strings::start;

/// What to run, and what it gives.
pub const COMMANDS: [(&str, Text); 4] = [
    ("kubectl get nodes -o wide", start::NODES_WHY),
    ("kubectl get pods -A -o wide", start::PODS_WHY),
    ("kubectl cluster-info", start::INFO_WHY),
    ("kubectl describe pod -n kube-system -l component=kube-apiserver", start::DESCRIBE_WHY),
];

/// The screen.
pub fn start(app: &App) -> Html {
    html! {
        <main key="start" class="start" id="main" tabindex="-1">
            <div class="start-hero">
                <h1>{ app.t(start::PROMISE) }</h1>
                <p class="start-how">{ app.t(start::HOW) }</p>
            </div>
            <InputArea app={app.clone()} />
            <section class="start-examples" aria-labelledby="examples">
                <h2 id="examples">{ app.t(start::EXAMPLES) }</h2>
                <div class="start-cards">{ for EXAMPLES.iter().map(|example| example_card(app, example)) }</div>
            </section>
            <div class="start-pair">
                <section class="start-panel" aria-labelledby="commands">
                    <h2 id="commands">{ app.t(start::COMMANDS) }</h2>
                    <p class="soft">{ app.t(start::COMMANDS_WHY) }</p>
                    { command_list(app) }
                </section>
                { privacy(app) }
            </div>
        </main>
    }
}

/// The commands that make a good start, each with what it gives.
pub fn command_list(app: &App) -> Html {
    html! {
        <ul class="command-list">
            { for COMMANDS.iter().map(|(command, why)| html! {
                <li>{ command_line(app, command) }<p class="step-purpose">{ app.t(*why) }</p></li>
            }) }
        </ul>
    }
}

fn example_card(app: &App, example: &'static Example) -> Html {
    let open = {
        let app = app.clone();
        Callback::from(move |_: MouseEvent| {
            let keep = |(name, text): &(&str, &str)| app.services.vault.keep_text(name, text, Origin::Example);
            app.send(Msg::Offered(example.files.iter().map(keep).collect()));
        })
    };
    html! {
        <button type="button" class="start-card" data-example={example.id} onclick={open}>
            <span class="start-card-title">{ app.t(example.title) }</span>
            <span class="soft">{ app.t(example.about) }</span>
        </button>
    }
}
