//! Has the worker tell what is to be shown beyond the brief.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::ui::context::App;
use crate::ui::diagram::sheet::Sheet;
use crate::ui::state::msg::Msg;
use crate::ui::state::told::{Told, Wanted};
use crate::ui::worker::client::Client;
use crate::ui::worker::fault::Fault;

/// Asks whenever the selection or the view needs what has not been told.
#[hook]
pub fn use_told(app: &App) {
    let app = app.clone();
    use_effect_with(app.state.question(), move |question| {
        if let Some((run, wanted)) = question.clone() {
            spawn_local(async move {
                app.send(match tell(&app.services.client, &wanted).await {
                    Ok(told) => Msg::Told(run, told),
                    Err(fault) => Msg::Failed(run, fault),
                });
            });
        }
    });
}

/// The answers of the worker.
pub async fn tell(client: &Client, wanted: &Wanted) -> Result<Told, Fault> {
    let mut told = Told::default();
    if let Some(part) = &wanted.part {
        told.explanation = Some(Rc::new(client.explain(part).await?));
    }
    if wanted.lesson {
        told.questions = Some(client.lesson().await?.into());
    }
    if let Some(query) = &wanted.find {
        told.found = Some((query.clone(), Rc::new(client.find(query).await?.into_iter().collect())));
    }
    if let Some(request) = &wanted.picture {
        told.picture = Some((request.clone(), Sheet(Rc::new(client.scene(request).await?))));
    }
    if let Some(request) = &wanted.rows {
        told.rows = Some((request.clone(), Rc::new(client.rows(request).await?)));
    }
    Ok(told)
}
