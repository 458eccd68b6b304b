//! One source: what each block was taken for, and the lines that were not understood.

use yew::prelude::*;

use crate::report::BlockReport;
use crate::ui::components::prose::prose;
use crate::ui::context::{App, use_app};
use crate::ui::effects::fetch_lines::use_lines;
use crate::ui::icons::{Glyph, Icon};
use crate::ui::input::human_size;
use crate::ui::state::msg::Msg;
use crate::ui::strings::sources;

/// So many lines that were not understood are listed a block.
const ISSUES_SHOWN: usize = 12;

/// Up to so many are shown at once where nothing else is known of the block.
const ISSUES_OPEN: usize = 3;
/// So many lines are quoted of a block that was not understood.
const QUOTED: u32 = 4;

/// Properties of [`SourceCard`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct SourceCardProps {
    /// Its place in the report.
    pub index: usize,
}

/// The card.
#[component]
pub fn SourceCard(props: &SourceCardProps) -> Html {
    let app = use_app();
    let Some(analysis) = app.state.analysis.clone() else { return Html::default() };
    let Some(source) = analysis.report.sources.get(props.index) else { return Html::default() };
    let index = u32::try_from(props.index).unwrap_or(u32::MAX);
    html! {
        <article class="source">
            <header>
                <button type="button" class="source-name" onclick={app.on(Msg::Open(index, None))}><Icon glyph={Glyph::Text} />{ &source.name }</button>
                <span class="soft">{ app.p(&sources::size(&human_size(source.bytes), source.lines)) }</span>
            </header>
            if let Some(problem) = &source.problem {
                <p class="source-problem"><Icon glyph={Glyph::Look} /><span>{ prose(&app.p(problem)) }</span></p>
            }
            <ul class="plain-list">{ for source.blocks.iter().map(|block| html! { <li>{ block_entry(&app, index, block) }</li> }) }</ul>
        </article>
    }
}

fn block_entry(app: &App, source: u32, block: &BlockReport) -> Html {
    let unknown = block.format == "unknown";
    let (first, last) = block.lines;
    let namespace =
        block.namespace.as_deref().map(|it| if it == "*" { app.t(sources::ALL_NAMESPACES).to_owned() } else { format!("-n {it}") });
    html! {
        <div class={classes!("block", unknown.then_some("is-unknown"))}>
            <button type="button" class="block-heading" onclick={app.on(Msg::Open(source, Some(block.lines)))}>
                <Icon glyph={if unknown { Glyph::Unknown } else { Glyph::Ok }} />
                <strong>{ app.p(&block.taken_for) }</strong>
                <span class="soft">{ app.p(&sources::lines(&first, &last)) }</span>
            </button>
            if let Some(command) = &block.command {
                <code class="block-command">{ command }</code>
            } else if !unknown {
                <span class="soft">{ app.t(sources::NO_COMMAND) }{ namespace.map(|it| format!(" · {it}")) }</span>
            }
            if unknown {
                <Preview {source} lines={block.lines} />
            }
            if !block.issues.is_empty() {
                <details class="issues" open={unknown && block.issues.len() <= ISSUES_OPEN}>
                    <summary>{ app.t(sources::ISSUES) }<span class="count">{ block.issues.len() }</span></summary>
                    <ul class="plain-list">
                        { for block.issues.iter().take(ISSUES_SHOWN).map(|issue| html! {
                            <li>
                                <button type="button" class="link-button" onclick={app.on(Msg::Open(source, Some((issue.line, issue.line))))}>
                                    { app.p(&sources::lines(&issue.line, &issue.line)) }
                                </button>
                                { " " }{ prose(&app.p(&issue.message)) }
                            </li>
                        }) }
                    </ul>
                </details>
            }
        </div>
    }
}

/// Properties of [`Preview`].
#[derive(Clone, Debug, PartialEq, Properties)]
struct PreviewProps {
    source: u32,
    lines: (u32, u32),
}

/// The first lines of a block, as they stand.
#[component]
fn Preview(props: &PreviewProps) -> Html {
    let app = use_app();
    let (first, last) = props.lines;
    let end = last.saturating_add(1).min(first.saturating_add(QUOTED));
    use_lines(props.source, first, end);
    let row = |line: u32| {
        let text = app.state.lines.get(props.source, line).map(|text| AttrValue::from(text.to_string()));
        html! { <div class="quote-row"><span class="evidence-number">{ line }</span><code>{ text }</code></div> }
    };
    html! { <div class="quote">{ for (first..end).map(row) }</div> }
}
