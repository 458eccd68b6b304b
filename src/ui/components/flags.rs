//! The flags of a command, each unfolding to what it means; the notable ones first.

use yew::prelude::*;

use crate::explain::explanation::{FlagNote, Verdict};
use crate::ui::components::evidence::evidence_line;
use crate::ui::components::prose::prose;
use crate::ui::context::App;
use crate::ui::icons::{Glyph, icon};
use crate::ui::strings::details;

/// The list.
pub fn flags(app: &App, flags: &[FlagNote]) -> Html {
    html! {
        <section class="flags">
            <h3>{ app.t(details::FLAGS) }<span class="count">{ flags.len() }</span></h3>
            { for flags.iter().map(|flag| flag_entry(app, flag)) }
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
        (true, false) if flag.field => format!(": {}", flag.value),
        (true, false) => format!("={}", flag.value),
    };
    html! {
        <details class="flag" key={flag.flag.clone()}>
            <summary>
                <code>{ if flag.field { "" } else { "--" } }{ &flag.flag }<span class="flag-value">{ value }</span></code>
                if let Some((class, glyph, text)) = verdict { <span class={classes!("tag", class)}>{ icon(glyph) }{ app.t(text) }</span> }
            </summary>
            <p>{ prose(&app.p(&flag.meaning)) }</p>
            if let Some(remark) = &flag.remark { <p class="flag-remark">{ prose(&app.p(remark)) }</p> }
            if let Some(default) = &flag.default { <p class="soft">{ app.t(details::DEFAULT) }{ ": " }<code>{ default }</code></p> }
            if let Some(evidence) = &flag.evidence { { evidence_line(app, evidence, false) } }
        </details>
    }
}
