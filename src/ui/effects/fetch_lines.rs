//! Fetches lines of the user's text from the worker, many at a time.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

use gloo_timers::future::TimeoutFuture;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::ui::context::{App, use_app};
use crate::ui::lines::ranges;
use crate::ui::state::Run;
use crate::ui::state::msg::Msg;

/// Lines that are wanted or on their way, of one run; clones share it.
#[derive(Clone, Default)]
pub struct LineFetcher {
    wanted: Rc<RefCell<Wanted>>,
}

#[derive(Default)]
struct Wanted {
    run: u32,
    waiting: BTreeSet<(u32, u32)>,
    coming: BTreeSet<(u32, u32)>,
}

impl PartialEq for LineFetcher {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.wanted, &other.wanted)
    }
}

impl LineFetcher {
    /// Asks for lines; what is asked for in one go of drawing is fetched together.
    fn want(&self, app: &App, run: u32, lines: impl Iterator<Item = (u32, u32)>) {
        let mut wanted = self.wanted.borrow_mut();
        if wanted.run != run {
            *wanted = Wanted { run, ..Wanted::default() };
        }
        let idle = wanted.waiting.is_empty();
        let fresh: Vec<_> = lines.filter(|line| !wanted.coming.contains(line)).collect();
        wanted.waiting.extend(fresh);
        if idle && !wanted.waiting.is_empty() {
            spawn_local(self.clone().fetch(app.clone(), run));
        }
    }

    async fn fetch(self, app: App, run: u32) {
        TimeoutFuture::new(0).await;
        let batch = {
            let mut wanted = self.wanted.borrow_mut();
            if wanted.run != run {
                return;
            }
            let batch = std::mem::take(&mut wanted.waiting);
            wanted.coming.extend(batch.iter().copied());
            batch
        };
        for (source, from, to) in ranges(batch) {
            let answer = app.services.client.lines(source, from, to).await;
            let mut wanted = self.wanted.borrow_mut();
            if wanted.run != run {
                return;
            }
            for line in from..to {
                wanted.coming.remove(&(source, line));
            }
            drop(wanted);
            // A worker that was stopped has no lines; the notice about that is shown by the run itself.
            if let Ok(lines) = answer {
                app.send(Msg::Lines { run, source, from, lines });
            }
        }
    }
}

/// Fetches the lines `from..to` of a source unless they are there, as long as the worker holds them.
#[hook]
pub fn use_lines(source: u32, from: u32, to: u32) {
    let app = use_app();
    let run = app.state.analysis.as_ref().map_or(0, |analysis| analysis.run);
    let ready = app.state.run == Run::Idle;
    use_effect_with((run, ready, source, from, to), move |_| {
        if ready {
            let missing: Vec<_> =
                (from..to).map(|line| (source, line)).filter(|(_, line)| app.state.lines.get(source, *line).is_none()).collect();
            app.services.lines.want(&app, run, missing.into_iter());
        }
    });
}
