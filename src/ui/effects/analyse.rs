//! Has the worker read the inputs whenever they change.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::ui::context::App;
use crate::ui::effects::tell::tell;
use crate::ui::state::Run;
use crate::ui::state::analysis::Analysis;
use crate::ui::state::msg::Msg;
use crate::ui::state::told::{Told, Wanted};
use crate::ui::state::view::View;
use crate::ui::worker::fault::Fault;

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
                    Ok(Some((analysis, told))) => {
                        let (told, fault) = told.map_or_else(|fault| (Told::default(), Some(fault)), |told| (told, None));
                        app.send(Msg::Analysed(Rc::new(analysis), told));
                        // What was read is shown even if the worker failed to explain a part of it.
                        if let Some(fault) = fault {
                            app.send(Msg::Failed(run, fault));
                        }
                    }
                    Ok(None) => {}
                    Err(fault) => app.send(Msg::Failed(run, fault)),
                }
            });
        }
    });
}

/// The result, with what the open panels need of it, so that they change with the rest of the page.
/// `None` where a newer run has begun meanwhile: the worker belongs to that one.
async fn read_all(app: &App, run: u32, is_current: impl Fn() -> bool) -> Result<Option<(Analysis, Result<Told, Fault>)>, Fault> {
    let client = &app.services.client;
    let inputs: Vec<u32> = app.state.inputs.iter().map(|input| input.id).collect();
    if !client.holds(&inputs) {
        client.reset().await?;
        for input in &app.state.inputs {
            let body = app.services.vault.body(input.id).await?;
            if !is_current() {
                return Ok(None);
            }
            client.add(&input.name, body).await?;
            if !is_current() {
                return Ok(None);
            }
        }
        client.has(inputs);
    }
    let (brief, scene) = client.analyze(&app.state.wish).await?;
    if !is_current() {
        return Ok(None);
    }
    let open = Wanted {
        part: app.state.selected.clone(),
        lesson: app.state.view == View::Lesson,
        picture: app.state.layout_request(),
        find: app.state.query().map(str::to_owned),
        rows: app.state.rows_request(),
    };
    let told = tell(client, &open).await;
    Ok(Some((Analysis { run, brief, scene: Rc::new(scene) }, told)))
}
