//! What the user knows better of a block: its kind, namespace, time and cluster, or that it is to be left out. The report follows at once.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::parse::asked::plural;
use crate::parse::cell::is_name;
use crate::parse::told::{Correction, Told};
use crate::report::BlockReport;
use crate::text::Text;
use crate::time::Stamp;
use crate::ui::context::App;
use crate::ui::state::msg::Msg;
use crate::ui::strings::correction;

/// Kinds that are offered; any other can be typed.
const KINDS: &[&str] = &[
    "pods",
    "nodes",
    "deployments",
    "replicasets",
    "daemonsets",
    "statefulsets",
    "jobs",
    "cronjobs",
    "services",
    "endpoints",
    "endpointslices",
    "ingresses",
    "events",
    "persistentvolumeclaims",
    "persistentvolumes",
    "storageclasses",
    "configmaps",
    "secrets",
    "namespaces",
    "horizontalpodautoscalers",
    "poddisruptionbudgets",
];

/// What is offered in the fields; to be drawn once beside all forms.
pub fn correction_lists(app: &App) -> Html {
    let clusters = app.state.analysis.iter().flat_map(|it| it.brief.handles.clone());
    html! {
        <>
            <datalist id="told-kinds">{ for KINDS.iter().map(|kind| html! { <option value={*kind} /> }) }</datalist>
            <datalist id="told-clusters">{ for clusters.map(|name| html! { <option value={name} /> }) }</datalist>
        </>
    }
}

/// What was said of a block, if anything.
pub fn told<'a>(app: &'a App, source: &str, block: &BlockReport) -> Option<&'a Told> {
    let corrections = &app.state.wish.corrections;
    corrections.iter().find(|it| it.source == source && it.line == block.lines.0).map(|it| &it.told)
}

/// How a field's text becomes a part of what is said; an empty one takes it back.
type Set = fn(&mut Told, &str);

/// The form.
pub fn correction(app: &App, source: &str, block: &BlockReport) -> Html {
    let have = told(app, source, block);
    let correct = |set: Set, by: fn(&HtmlInputElement) -> String| {
        let (app, source, line) = (app.clone(), source.to_owned(), block.lines.0);
        let have = have.cloned().unwrap_or_default();
        Callback::from(move |event: Event| {
            let Some(input) = event.target().and_then(|it| it.dyn_into::<HtmlInputElement>().ok()) else { return };
            let mut told = have.clone();
            set(&mut told, by(&input).trim());
            app.send(Msg::Correct(Correction { source: source.clone(), line, told }));
        })
    };
    let field = |label: Text, kind: &'static str, list: Option<&'static str>, value: Option<String>, read: Option<&str>, set: Set| {
        html! {
            <label>
                <span>{ app.t(label) }</span>
                <input type={kind} {list} value={value.unwrap_or_default()} placeholder={read.unwrap_or_default().to_owned()} spellcheck="false" autocomplete="off"
                    onchange={correct(set, HtmlInputElement::value)} />
            </label>
        }
    };
    let Told { resource, namespace, at, cluster, ignored } = have.cloned().unwrap_or_default();
    html! {
        <details class="correction">
            <summary>{ app.t(if have.is_some() { correction::CORRECTED } else { correction::CORRECT }) }</summary>
            { field(correction::KIND, "text", Some("told-kinds"), resource, block.resource.as_deref(), |told, text| {
                told.resource = Some(text).filter(|it| !it.is_empty()).map(plural);
            }) }
            { field(correction::NAMESPACE, "text", None, namespace, block.namespace.as_deref().filter(|it| *it != "*"), |told, text| {
                told.namespace = Some(text).filter(|it| is_name(it)).map(str::to_owned);
            }) }
            { field(correction::PRINTED, "datetime-local", None, at.map(|it| it.utc().replace(' ', "T").chars().take(16).collect()), None, |told, text| {
                told.at = Stamp::parse(&format!("{text}:00Z"));
            }) }
            { field(correction::CLUSTER, "text", Some("told-clusters"), cluster, None, |told, text| {
                told.cluster = Some(text).filter(|it| !it.is_empty()).map(str::to_owned);
            }) }
            <label class="correction-check">
                <input type="checkbox" checked={ignored} onchange={correct(|told, text| told.ignored = text == "true", |input| input.checked().to_string())} />
                <span>{ app.t(correction::IGNORE) }</span>
            </label>
            if have.is_some() {
                <button type="button" class="link-button"
                    onclick={app.on(Msg::Correct(Correction { source: source.to_owned(), line: block.lines.0, told: Told::default() }))}>
                    { app.t(correction::TAKE_BACK) }
                </button>
            }
        </details>
    }
}
