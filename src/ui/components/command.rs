//! Commands to run, each with a button that copies it.

use yew::prelude::*;

use crate::diagnose::finding::{Place, Step};
use crate::ui::components::prose::prose;
use crate::ui::context::use_app;
use crate::ui::effects::clipboard::use_copy;
use crate::ui::icons::{Glyph, Icon};
use crate::ui::strings::{incidents, page};

/// Properties of [`CommandLine`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct CommandLineProps {
    /// The command.
    pub command: AttrValue,
}

/// One command.
#[component]
pub fn CommandLine(props: &CommandLineProps) -> Html {
    let app = use_app();
    let (copied, copy) = use_copy(props.command.clone());
    let word = app.t(if copied { page::COPIED } else { page::COPY });
    html! {
        <div class="command">
            <code>{ &props.command }</code>
            <button type="button" class="command-copy" onclick={copy} aria-label={format!("{word}: {}", props.command)}>
                <Icon glyph={if copied { Glyph::Ok } else { Glyph::Copy }} />
                <span aria-live="polite">{ word }</span>
            </button>
        </div>
    }
}

/// Properties of [`Steps`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct StepsProps {
    /// In order.
    pub steps: Vec<Step>,
}

/// Commands with what they tell and where to run them; the place is said once for those that share it.
#[component]
pub fn Steps(props: &StepsProps) -> Html {
    let app = use_app();
    let mut place = None;
    let items = props.steps.iter().map(|step| {
        let heading = (place != Some(&step.place)).then(|| match &step.place {
            Place::Kubectl => AttrValue::from(app.t(incidents::ON_KUBECTL)),
            Place::Node(node) => app.p(&incidents::on_node(node)),
        });
        place = Some(&step.place);
        html! {
            <li>
                if let Some(heading) = heading { <p class="step-place">{ heading }</p> }
                <CommandLine command={step.command.clone()} />
                <p class="step-purpose">
                    { prose(&app.p(&step.purpose)) }
                    if !step.safe { <span class="tag is-look"><Icon glyph={Glyph::Look} />{ app.t(incidents::CHANGES) }</span> }
                </p>
            </li>
        }
    });
    html! { <ol class="steps">{ for items }</ol> }
}
