//! Fetches lines of the user's text from the worker, many at a time.

use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;

use crate::ui::context::App;
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
    waiting: Vec<(u32, u32)>,
    coming: Vec<(u32, u32)>,
}

impl PartialEq for LineFetcher {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.wanted, &other.wanted)
    }
}

impl LineFetcher {
    /// Asks for lines; what is asked for in one go of drawing is fetched together.
    fn want(&self, app: &App, run: u32, source: u32, lines: Range<u32>) {
        let mut wanted = self.wanted.borrow_mut();
        if wanted.run != run {
            *wanted = Wanted { run, ..Wanted::default() };
        }
        let idle = wanted.waiting.is_empty();
        for line in lines {
            let place = (source, line);
            if app.state.lines.get(source, line).is_none() && !wanted.coming.contains(&place) && !wanted.waiting.contains(&place) {
                wanted.waiting.push(place);
            }
        }
        if idle && !wanted.waiting.is_empty() {
            let (fetcher, app) = (self.clone(), app.clone());
            Timeout::new(0, move || spawn_local(fetcher.fetch(app, run))).forget();
        }
    }

    async fn fetch(self, app: App, run: u32) {
        let batch = {
            let mut wanted = self.wanted.borrow_mut();
            if wanted.run != run {
                return;
            }
            let batch = std::mem::take(&mut wanted.waiting);
            wanted.coming.extend_from_slice(&batch);
            batch
        };
        for (source, from, to) in ranges(batch) {
            let answer = app.services.client.lines(source, from, to).await;
            if self.wanted.borrow().run != run {
                return;
            }
            // What came may be asked for again, once the cache has let go of it; what does not exist stays asked for.
            let came = answer.as_ref().map_or(to, |lines| from.saturating_add(u32::try_from(lines.len()).unwrap_or(u32::MAX)));
            // A worker that was stopped has no lines; the notice about that is shown by the run itself.
            if let Ok(lines) = answer {
                app.send(Msg::Lines { run, source, from, lines });
            }
            let mut wanted = self.wanted.borrow_mut();
            wanted.coming.retain(|(of, line)| *of != source || !(from..came).contains(line));
        }
    }
}

/// Fetches the lines `from..to` of a source unless they are there, as long as the worker holds them. To be called by what
/// draws them, each time: asking again costs nothing.
pub fn want_lines(app: &App, source: u32, from: u32, to: u32) {
    if app.state.run == Run::Idle {
        let run = app.state.analysis.as_ref().map_or(0, |analysis| analysis.run);
        app.services.lines.want(app, run, source, from..to);
    }
}
