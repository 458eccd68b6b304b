//! Has the worker read the inputs whenever they change.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::ui::context::App;
use crate::ui::state::Run;
use crate::ui::state::analysis::Analysis;
use crate::ui::state::msg::Msg;
use crate::ui::worker::fault::{Fault, FaultKind};

/// Starts a run for each new run number, and ends the one before.
#[hook]
pub fn use_analysis(app: &App) {
    let current = use_mut_ref(|| 0_u32);
    let under_way = use_mut_ref(|| false);
    let app = app.clone();
    use_effect_with(app.state.run_no, move |run| {
        let run = *run;
        *current.borrow_mut() = run;
        if under_way.replace(false) {
            app.services.client.stop();
        }
        if app.state.run == Run::Busy {
            *under_way.borrow_mut() = true;
            spawn_local(async move {
                let is_current = || *current.borrow() == run;
                let outcome = read_all(&app, run, is_current).await;
                if !is_current() {
                    return;
                }
                *under_way.borrow_mut() = false;
                match outcome {
                    Ok(Some(analysis)) => app.send(Msg::Analysed(Rc::new(analysis))),
                    Ok(None) => {}
                    Err(fault) => app.send(Msg::Failed(run, fault)),
                }
            });
        }
    });
}

/// `None` where a newer run has begun meanwhile: the worker belongs to that one.
async fn read_all(app: &App, run: u32, is_current: impl Fn() -> bool) -> Result<Option<Analysis>, Fault> {
    let client = &app.services.client;
    client.reset().await?;
    for input in &app.state.inputs {
        let bytes = app.services.vault.bytes(input.id).await?;
        if !is_current() {
            return Ok(None);
        }
        client.add(&input.name, bytes).await?;
        if !is_current() {
            return Ok(None);
        }
    }
    let bytes = client.analyze().await?;
    let decoded = postcard::from_bytes(&bytes);
    let (report, scene) = decoded.map_err(|error| Fault { kind: FaultKind::Death, place: format!("postcard: {error}") })?;
    Ok(Some(Analysis { run, report: Rc::new(report), scene: Rc::new(scene) }))
}
