//! The flags of a command, each unfolding to what it means; the notable ones first.

use std::rc::Rc;

use yew::prelude::*;

use crate::explain::explanation::{FlagNote, Verdict};
use crate::ui::components::evidence::EvidenceLine;
use crate::ui::components::prose::prose;
use crate::ui::context::{App, use_app};
use crate::ui::icons::{Glyph, Icon};
use crate::ui::strings::details;

/// Properties of [`Flags`].
#[derive(Clone, Debug, Properties)]
pub struct FlagsProps {
    /// The notable ones first.
    pub flags: Rc<Vec<FlagNote>>,
}

impl PartialEq for FlagsProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.flags, &other.flags)
    }
}

/// The list.
#[component]
pub fn Flags(props: &FlagsProps) -> Html {
    let app = use_app();
    html! {
        <section class="flags">
            <h3>{ app.t(details::FLAGS) }<span class="count">{ props.flags.len() }</span></h3>
            { for props.flags.iter().map(|flag| flag_entry(&app, flag)) }
        </section>
    }
}

fn flag_entry(app: &App, flag: &FlagNote) -> Html {
    let verdict = match flag.verdict {
        Verdict::Bad => Some(("is-broken", Glyph::Broken, details::BAD)),
        Verdict::Notable => Some(("is-look", Glyph::Look, details::NOTABLE)),
        Verdict::Good => Some(("is-ok", Glyph::Ok, details::GOOD)),
        Verdict::Plain => None,
    };
    let value = match (flag.evidence.is_some(), flag.value.is_empty()) {
        (false, _) => format!(" {}", app.t(details::NOT_SET)),
        (true, true) => String::new(),
        (true, false) => format!("={}", flag.value),
    };
    html! {
        <details class="flag" key={flag.flag.clone()}>
            <summary>
                <code>{ format!("--{}", flag.flag) }<span class="flag-value">{ value }</span></code>
                if let Some((class, glyph, text)) = verdict { <span class={classes!("tag", class)}><Icon {glyph} />{ app.t(text) }</span> }
            </summary>
            <p>{ prose(app.t(flag.meaning)) }</p>
            if let Some(remark) = &flag.remark { <p class="flag-remark">{ prose(&app.p(remark)) }</p> }
            if let Some(default) = flag.default { <p class="soft">{ app.t(details::DEFAULT) }{ ": " }<code>{ default }</code></p> }
            if let Some(evidence) = &flag.evidence { <EvidenceLine evidence={evidence.clone()} with_note={false} /> }
        </details>
    }
}
