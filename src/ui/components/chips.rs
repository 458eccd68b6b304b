//! What was read, as chips: command and what it was taken for. A click shows the text, the cross removes the input.

use yew::prelude::*;

use crate::report::{BlockReport, SourceReport};
use crate::ui::context::App;
use crate::ui::icons::{Glyph, icon};
use crate::ui::input::{Input, human_size};
use crate::ui::state::Run;
use crate::ui::state::msg::Msg;
use crate::ui::strings::{page, sources};

/// From so many blocks in one input on, the input is one chip.
const BLOCKS_APART: usize = 4;

/// The row of chips, one group an input; what came in one folder is one.
pub fn chips(app: &App) -> Html {
    let sources = app.state.analysis.as_ref().filter(|_| app.state.run == Run::Idle).map(|analysis| &*analysis.brief.sources);
    let mut first = 0;
    let groups = app.state.inputs.chunk_by(|a, b| a.folder().is_some() && a.folder() == b.folder()).map(|group| {
        let inputs = first..first + group.len();
        first = inputs.end;
        let of = |(_, source): &(usize, &SourceReport)| inputs.contains(&source.input);
        let of: Vec<(usize, &SourceReport)> = sources.into_iter().flatten().enumerate().filter(of).collect();
        html! {
            <li key={group.first().map_or(0, |it| it.id)} class="chip-group">
                { match of.as_slice() {
                    [(index, source)] => source_chips(app, *index, source),
                    [(index, _), ..] => files_chip(app, *index, &of, name(group)),
                    [] => {
                        let bytes = group.iter().map(|input| input.bytes).sum();
                        html! { <span class="chip"><code>{ name(group) }</code><span class="chip-what">{ human_size(bytes) }</span></span> }
                    }
                } }
                { remove_button(app, group) }
            </li>
        }
    });
    html! { <ul class="chips" aria-label={app.t(page::INPUTS)}>{ for groups }</ul> }
}

/// The name of an input, or of the folder that several came in.
fn name(group: &[Input]) -> &str {
    match group {
        [one] => &one.name,
        several => several.first().and_then(Input::folder).unwrap_or_default(),
    }
}

/// One chip for the files of a folder or an archive.
fn files_chip(app: &App, first: usize, files: &[(usize, &SourceReport)], name: &str) -> Html {
    let known = files.iter().any(|(_, source)| source.blocks.iter().any(|block| block.format != "unknown"));
    let index = u32::try_from(first).unwrap_or(u32::MAX);
    chip(app, Msg::Open(index, None), None, name, &app.p(&sources::files(&files.len())), !known)
}

fn source_chips(app: &App, index: usize, source: &SourceReport) -> Html {
    let index = u32::try_from(index).unwrap_or(u32::MAX);
    let known: Vec<&BlockReport> = source.blocks.iter().filter(|block| block.format != "unknown").collect();
    if known.is_empty() || known.len() > BLOCKS_APART {
        let what = if known.is_empty() { AttrValue::from(app.t(sources::UNKNOWN)) } else { app.p(&sources::outputs(&known.len())) };
        return chip(app, Msg::Open(index, None), None, &source.name, &what, known.is_empty());
    }
    html! {
        { for known.iter().map(|block| {
            // A command that names one thing says more than what it was taken for.
            let counted = matches!(block.format.as_str(), "table" | "objects" | "events" | "top");
            let what = if counted || block.command.is_none() { app.p(&block.taken_for) } else { AttrValue::default() };
            chip(app, Msg::Open(index, Some(block.lines)), block.command.as_deref(), &source.name, &what, !block.issues.is_empty())
        }) }
    }
}

/// Names the command where there is one; every command begins with kubectl, which says nothing here.
fn chip(app: &App, open: Msg, command: Option<&str>, source: &str, what: &AttrValue, doubtful: bool) -> Html {
    let name = command.map_or(source, |command| command.strip_prefix("kubectl ").unwrap_or(command));
    html! {
        <button type="button" class={classes!("chip", doubtful.then_some("is-look"))} onclick={app.on(open)} title={format!("{}: {what}", command.unwrap_or(source))}>
            if doubtful { { icon(Glyph::Look) } }
            <code>{ name }</code>
            if !what.is_empty() { <span class="chip-what">{ what }</span> }
        </button>
    }
}

fn remove_button(app: &App, group: &[Input]) -> Html {
    let label = format!("{}: {}", app.t(page::REMOVE), name(group));
    let ids = group.iter().map(|input| input.id).collect();
    html! {
        <button type="button" class="chip-remove" aria-label={label.clone()} title={label} onclick={app.on(Msg::Remove(ids))}>{ icon(Glyph::Close) }</button>
    }
}
