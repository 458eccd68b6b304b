//! Severity and confidence: always icon, word and colour together.

use yew::prelude::*;

use crate::diagnose::finding::{Confidence, Severity};
use crate::text::Text;
use crate::ui::context::App;
use crate::ui::icons::{Glyph, icon};
use crate::ui::strings::incidents;

/// The word of a severity.
pub const fn severity_text(severity: Severity) -> Text {
    match severity {
        Severity::Critical => incidents::CRITICAL,
        Severity::Warning => incidents::WARNING,
        Severity::Info => incidents::INFO,
    }
}

/// The class that colours a severity.
pub const fn severity_class(severity: Severity) -> &'static str {
    match severity {
        Severity::Critical => "is-broken",
        Severity::Warning => "is-look",
        Severity::Info => "is-info",
    }
}

/// The word of a confidence.
pub const fn confidence_text(confidence: Confidence) -> Text {
    match confidence {
        Confidence::Certain => incidents::CERTAIN,
        Confidence::Likely => incidents::LIKELY,
        Confidence::Possible => incidents::POSSIBLE,
    }
}

/// The icon of a severity, with its word for those who do not see it.
pub fn severity_mark(app: &App, severity: Severity) -> Html {
    html! {
        <span class={classes!("severity", severity_class(severity))}>
            { icon(Glyph::of_severity(severity)) }
            <span class="sr-only">{ app.t(severity_text(severity)) }</span>
        </span>
    }
}

/// How surely something is so, in a word.
pub fn confidence_tag(app: &App, confidence: Confidence) -> Html {
    html! { <span class="tag">{ app.t(confidence_text(confidence)) }</span> }
}
