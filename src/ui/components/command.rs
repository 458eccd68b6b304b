//! Commands to run, each with a button that copies it.

use std::rc::Rc;

use yew::prelude::*;

use crate::diagnose::finding::{Place, Step};
use crate::ui::components::prose::prose;
use crate::ui::context::App;
use crate::ui::effects::clipboard::copies;
use crate::ui::icons::{Glyph, icon};
use crate::ui::strings::{incidents, page};

/// One command.
pub fn command_line(app: &App, command: &str) -> Html {
    let copied = app.state.copied.as_deref() == Some(command);
    let word = app.t(if copied { page::COPIED } else { page::COPY });
    let command: Rc<str> = command.into();
    html! {
        <div class="command">
            <code>{ AttrValue::from(command.clone()) }</code>
            <button type="button" class="command-copy" onclick={copies(app, command.clone())} aria-label={format!("{word}: {command}")}>
                { icon(if copied { Glyph::Ok } else { Glyph::Copy }) }
                <span aria-live="polite">{ word }</span>
            </button>
        </div>
    }
}

/// Commands with what they tell and where to run them; the place is said once for those that share it.
pub fn steps(app: &App, steps: &[Step]) -> Html {
    let mut place = None;
    let items = steps.iter().map(|step| {
        let heading = (place != Some(&step.place)).then(|| match &step.place {
            Place::Kubectl => AttrValue::from(app.t(incidents::ON_KUBECTL)),
            Place::Node(node) => app.p(&incidents::on_node(node)),
        });
        place = Some(&step.place);
        html! {
            <li>
                if let Some(heading) = heading { <p class="step-place">{ heading }</p> }
                { command_line(app, &step.command) }
                <p class="step-purpose">
                    { prose(&app.p(&step.purpose)) }
                    if !step.safe { <span class="tag is-look">{ icon(Glyph::Look) }{ app.t(incidents::CHANGES) }</span> }
                </p>
            </li>
        }
    });
    html! { <ol class="steps">{ for items }</ol> }
}
