//! One source: what each block was taken for, and the lines that were not understood.

use yew::prelude::*;

use crate::parse::format::Sure;
use crate::report::{BlockReport, SourceReport};
use crate::ui::components::correction::{correction as correction_form, told};
use crate::ui::components::prose::prose;
use crate::ui::context::App;
use crate::ui::effects::fetch_lines::want_lines;
use crate::ui::icons::{Glyph, icon};
use crate::ui::input::human_size;
use crate::ui::state::msg::Msg;
use crate::ui::strings::{correction, sources};

/// So many lines that were not understood are listed a block.
const ISSUES_SHOWN: usize = 12;

/// Up to so many are shown at once where nothing else is known of the block.
const ISSUES_OPEN: usize = 3;
/// So many blocks are listed a source; a text with more of them is read in the viewer.
const BLOCKS_SHOWN: usize = 60;
/// So many blocks that were not understood are quoted.
const QUOTED_BLOCKS: usize = 12;
/// So many lines are quoted of a block that was not understood.
const QUOTED: u32 = 4;

/// A source in one line, for where there are many: what it is, or why nothing of it was read.
pub fn source_row(app: &App, place: usize, source: &SourceReport) -> Html {
    let index = u32::try_from(place).unwrap_or(u32::MAX);
    let known: Vec<&BlockReport> = source.blocks.iter().filter(|block| block.format != "unknown").collect();
    let what = match known.as_slice() {
        [] => source.problem.as_ref().map_or_else(|| AttrValue::from(app.t(sources::UNKNOWN)), |problem| app.p(problem)),
        [one] => app.p(&one.taken_for),
        several => app.p(&sources::outputs(&several.len())),
    };
    html! {
        <button type="button" key={place} class={classes!("source-row", known.is_empty().then_some("is-unknown"))} title={source.name.clone()}
            onclick={app.on(Msg::Open(index, None))}>
            <span>{ &source.name }</span><span class="soft">{ what }</span>
        </button>
    }
}

/// The card of the source at that place in the report.
pub fn source_card(app: &App, place: usize) -> Html {
    let Some(analysis) = &app.state.analysis else { return Html::default() };
    let Some(source) = analysis.brief.sources.get(place) else { return Html::default() };
    let index = u32::try_from(place).unwrap_or(u32::MAX);
    let mut quoted = 0;
    let entries = source.blocks.iter().take(BLOCKS_SHOWN).map(|block| {
        quoted += usize::from(block.format == "unknown");
        html! { <li key={block.lines.0}>{ block_entry(app, index, &source.name, block, quoted <= QUOTED_BLOCKS) }</li> }
    });
    html! {
        <article key={place} class="source">
            <header>
                <button type="button" class="source-name" onclick={app.on(Msg::Open(index, None))}>{ icon(Glyph::Text) }{ &source.name }</button>
                <span class="soft">{ app.p(&sources::size(&human_size(source.bytes), source.lines)) }</span>
            </header>
            if let Some(problem) = &source.problem {
                <p class="source-problem">{ icon(Glyph::Look) }<span>{ prose(&app.p(problem)) }</span></p>
            }
            <ul class="plain-list">{ for entries }</ul>
            if source.blocks.len() > BLOCKS_SHOWN {
                <p class="soft">{ app.p(&sources::more_blocks(source.blocks.len() - BLOCKS_SHOWN)) }</p>
            }
        </article>
    }
}

fn block_entry(app: &App, source: u32, name: &str, block: &BlockReport, quote: bool) -> Html {
    let unknown = block.format == "unknown";
    let (first, last) = block.lines;
    let namespace =
        block.namespace.as_deref().map(|it| if it == "*" { app.t(sources::ALL_NAMESPACES).to_owned() } else { format!("-n {it}") });
    let ignored = told(app, name, block).is_some_and(|told| told.ignored);
    let doubt = match block.sure {
        _ if ignored => Some(correction::IGNORED),
        Sure::Likely => Some(correction::LIKELY),
        Sure::Guessed if !unknown => Some(correction::GUESSED),
        Sure::Guessed | Sure::Certain => None,
    };
    html! {
        <div class={classes!("block", unknown.then_some("is-unknown"), ignored.then_some("is-left-out"))}>
            <button type="button" class="block-heading" onclick={app.on(Msg::Open(source, Some(block.lines)))}>
                { icon(if unknown { Glyph::Unknown } else { Glyph::Ok }) }
                <strong>{ prose(&app.p(&block.taken_for)) }</strong>
                <span class="soft">{ app.p(&sources::lines(&first, &last)) }</span>
                if let Some(doubt) = doubt { <span class="tag">{ app.t(doubt) }</span> }
            </button>
            if let Some(command) = &block.command {
                <code class="block-command">{ command }</code>
            } else if !unknown {
                <span class="soft">{ app.t(sources::NO_COMMAND) }{ namespace.map(|it| format!(" · {it}")) }</span>
            }
            if unknown && quote {
                { preview(app, source, block.lines) }
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
            { correction_form(app, name, block) }
        </div>
    }
}

/// The first lines of a block, as they stand.
fn preview(app: &App, source: u32, (first, last): (u32, u32)) -> Html {
    let end = last.saturating_add(1).min(first.saturating_add(QUOTED));
    want_lines(app, source, first, end);
    let row = |line: u32| {
        let text = app.state.lines.get(source, line).map(|text| AttrValue::from(text.to_string()));
        html! { <div class="quote-row"><span class="evidence-number">{ line }</span><code>{ text }</code></div> }
    };
    html! { <div class="quote">{ for (first..end).map(row) }</div> }
}
