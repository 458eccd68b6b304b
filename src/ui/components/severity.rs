//! Severity and confidence: always icon, word and colour together.

use yew::prelude::*;

use crate::diagnose::finding::{Confidence, Severity};
use crate::text::Text;
use crate::ui::context::use_app;
use crate::ui::icons::{Glyph, Icon};
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

/// Properties of [`SeverityMark`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct SeverityMarkProps {
    /// Which.
    pub severity: Severity,
}

/// The icon of a severity, with its word for those who do not see it.
#[component]
pub fn SeverityMark(props: &SeverityMarkProps) -> Html {
    let app = use_app();
    html! {
        <span class={classes!("severity", severity_class(props.severity))}>
            <Icon glyph={Glyph::of_severity(props.severity)} />
            <span class="sr-only">{ app.t(severity_text(props.severity)) }</span>
        </span>
    }
}

/// Properties of [`ConfidenceTag`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ConfidenceTagProps {
    /// Which.
    pub confidence: Confidence,
}

/// How surely something is so, in a word.
#[component]
pub fn ConfidenceTag(props: &ConfidenceTagProps) -> Html {
    let app = use_app();
    html! { <span class="tag">{ app.t(confidence_text(props.confidence)) }</span> }
}
