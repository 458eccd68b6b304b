//! The page's side of the worker: posts `[id, function, ...arguments]`, gets `[id, result]` or `[id, null, {message, panic}]`.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ErrorEvent, File, MessageEvent, Worker};

use gloo_events::EventListener;

use crate::border;
use crate::border::Cross;
use crate::brief::Brief;
use crate::explain::explanation::Explanation;
use crate::explain::lesson::question::Question;
use crate::layout::request::LayoutRequest;
use crate::layout::scene::Scene;
use crate::model::object_ref::ObjectRef;
use crate::model::part::PartId;
use crate::rows::{Rows, RowsRequest};
use crate::text::Lang;
use crate::ui::route::part_word;
use crate::ui::worker::desk::Wish;
use crate::ui::worker::fault::{Fault, FaultKind};

#[wasm_bindgen]
extern "C" {
    /// Given by the boot script: a worker with this very module.
    #[wasm_bindgen(js_namespace = porthole, js_name = spawnWorker)]
    fn spawn_worker() -> Worker;
}

/// What is handed to the worker.
pub enum Body {
    /// A text's bytes.
    Bytes(Uint8Array),
    /// A file of the browser.
    File(File),
}

/// A handle to the worker; clones share it. The worker starts with the first call.
#[derive(Clone, Default)]
pub struct Client {
    inner: Rc<RefCell<Inner>>,
}

#[derive(Default)]
struct Inner {
    running: Option<Running>,
    next_id: u32,
    /// Counts the workers, so that a call that failed with one does not stop its successor.
    workers: u32,
    pending: Vec<Pending>,
    /// The inputs that the running worker has.
    holds: Option<Vec<u32>>,
}

struct Running {
    worker: Worker,
    _listeners: [EventListener; 2],
}

struct Pending {
    id: u32,
    resolve: Function,
    reject: Function,
}

impl PartialEq for Client {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.inner, &other.inner)
    }
}

impl Client {
    /// Whether the running worker has exactly these inputs.
    pub fn holds(&self, inputs: &[u32]) -> bool {
        self.inner.borrow().holds.as_deref() == Some(inputs)
    }

    /// Notes that the running worker has exactly these inputs.
    pub fn has(&self, inputs: Vec<u32>) {
        self.inner.borrow_mut().holds = Some(inputs);
    }

    /// Forgets every input in the worker.
    pub async fn reset(&self) -> Result<(), Fault> {
        self.inner.borrow_mut().holds = None;
        self.call("worker_reset", &[], None).await.map(drop)
    }

    /// Hands one input over. Bytes move, they are not copied; of a file only the handle goes.
    pub async fn add(&self, name: &str, body: Body) -> Result<(), Fault> {
        match body {
            Body::Bytes(bytes) => {
                let buffer = bytes.buffer();
                self.call("worker_add", &[name.into(), bytes.into()], Some(buffer.into())).await.map(drop)
            }
            Body::File(file) => self.call("worker_add_file", &[name.into(), file.into()], None).await.map(drop),
        }
    }

    /// Has everything read and laid out.
    pub async fn analyze(&self, wish: &Wish) -> Result<(Brief<'static>, Scene), Fault> {
        let wish = Uint8Array::from(border::written(wish).as_slice());
        read(&self.ask("worker_analyze", &[wish.into()]).await?)
    }

    /// Has another picture drawn.
    pub async fn scene(&self, request: &LayoutRequest) -> Result<Scene, Fault> {
        let request = Uint8Array::from(border::written(request).as_slice());
        read::<Option<_>>(&self.ask("worker_scene", &[request.into()]).await?)?.ok_or_else(lost)
    }

    /// Has objects looked for.
    pub async fn find(&self, query: &str) -> Result<Vec<ObjectRef>, Fault> {
        read::<Option<_>>(&self.ask("worker_find", &[query.into()]).await?)?.ok_or_else(lost)
    }

    /// Fetches rows of the table.
    pub async fn rows(&self, request: &RowsRequest) -> Result<Rows, Fault> {
        let request = Uint8Array::from(border::written(request).as_slice());
        read::<Option<_>>(&self.ask("worker_rows", &[request.into()]).await?)?.ok_or_else(lost)
    }

    /// Has a part explained.
    pub async fn explain(&self, part: &PartId) -> Result<Explanation, Fault> {
        read::<Option<_>>(&self.ask("worker_explain", &[part_word(part).into()]).await?)?.ok_or_else(lost)
    }

    /// Fetches the questions of the lesson.
    pub async fn lesson(&self) -> Result<Vec<Question>, Fault> {
        read::<Option<_>>(&self.ask("worker_lesson", &[]).await?)?.ok_or_else(lost)
    }

    /// Has the report written as a file holds it.
    pub async fn report(&self, as_json: bool, lang: Lang) -> Result<String, Fault> {
        read::<Option<_>>(&self.ask("worker_report", &[as_json.into(), lang.tag().into()]).await?)?.ok_or_else(lost)
    }

    /// Fetches lines `from..to` of a source.
    pub async fn lines(&self, source: u32, from: u32, to: u32) -> Result<Vec<String>, Fault> {
        read(&self.ask("worker_lines", &[source.into(), from.into(), to.into()]).await?)
    }

    /// Ends the worker with whatever it does; the next call starts a new, empty one.
    pub fn stop(&self) {
        let (running, pending) = {
            let mut inner = self.inner.borrow_mut();
            inner.workers += 1;
            inner.holds = None;
            (inner.running.take(), std::mem::take(&mut inner.pending))
        };
        if let Some(running) = running {
            running.worker.terminate();
        }
        for call in pending {
            reject(&call, "stopped", &JsValue::NULL);
        }
    }

    async fn ask(&self, function: &str, arguments: &[JsValue]) -> Result<Vec<u8>, Fault> {
        self.call(function, arguments, None).await.map(|it| Uint8Array::new(&it).to_vec())
    }

    async fn call(&self, function: &str, arguments: &[JsValue], transfer: Option<JsValue>) -> Result<JsValue, Fault> {
        let mut outcome = Err(JsValue::NULL);
        let promise = Promise::new(&mut |resolve, reject| {
            outcome = self.post(function, arguments, transfer.as_ref(), resolve, reject);
        });
        outcome.map_err(|error| death(&describe(&error)))?;
        let worker = self.inner.borrow().workers;
        JsFuture::from(promise).await.map_err(|error| {
            // Whatever failed there has left the worker half way: the next call gets a fresh one.
            if self.inner.borrow().workers == worker {
                self.stop();
            }
            read_fault(&error)
        })
    }

    fn post(
        &self,
        function: &str,
        arguments: &[JsValue],
        transfer: Option<&JsValue>,
        resolve: Function,
        reject: Function,
    ) -> Result<(), JsValue> {
        let mut inner = self.inner.borrow_mut();
        inner.next_id += 1;
        let id = inner.next_id;
        let running = inner.running.get_or_insert_with(|| self.spawn());
        let message = Array::of2(&id.into(), &function.into());
        for argument in arguments {
            message.push(argument);
        }
        let transfers = transfer.into_iter().collect::<Array>();
        running.worker.post_message_with_transfer(&message, &transfers)?;
        inner.pending.push(Pending { id, resolve, reject });
        Ok(())
    }

    fn spawn(&self) -> Running {
        let worker = spawn_worker();
        let client = self.clone();
        let on_message = EventListener::new(&worker, "message", move |event| {
            if let Some(event) = event.dyn_ref::<MessageEvent>() {
                client.receive(&Array::from(&event.data()));
            }
        });
        let client = self.clone();
        let on_error = EventListener::new(&worker, "error", move |event| {
            let place = event.dyn_ref::<ErrorEvent>().map(ErrorEvent::message).unwrap_or_default();
            let pending = std::mem::take(&mut client.inner.borrow_mut().pending);
            for call in pending {
                reject(&call, &place, &JsValue::NULL);
            }
        });
        Running { worker, _listeners: [on_message, on_error] }
    }

    fn receive(&self, answer: &Array) {
        let Some(id) = answer.get(0).as_f64() else { return };
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the number that was sent as u32")]
        let id = id as u32;
        let call = {
            let pending = &mut self.inner.borrow_mut().pending;
            let Some(at) = pending.iter().position(|it| it.id == id) else { return };
            pending.swap_remove(at)
        };
        let failure = answer.get(2);
        let told = if failure.is_undefined() {
            call.resolve.call1(&JsValue::NULL, &answer.get(1))
        } else {
            call.reject.call1(&JsValue::NULL, &failure)
        };
        debug_assert!(told.is_ok(), "settling a promise does not throw");
    }
}

fn reject(call: &Pending, message: &str, panic: &JsValue) {
    let failure = js_sys::Object::new();
    for (key, value) in [("message", &JsValue::from_str(message)), ("panic", panic)] {
        // Setting a field of a fresh object does not fail.
        let _ = Reflect::set(&failure, &JsValue::from_str(key), value);
    }
    let _ = call.reject.call1(&JsValue::NULL, &failure);
}

fn read<T: Cross>(answer: &[u8]) -> Result<T, Fault> {
    border::read(answer).ok_or_else(|| death("an answer that cannot be read"))
}

/// The worker ended unseen, and with it what it had read.
fn lost() -> Fault {
    death("nothing was read")
}

fn read_fault(failure: &JsValue) -> Fault {
    let text = |key: &str| Reflect::get(failure, &JsValue::from_str(key)).ok().and_then(|it| it.as_string());
    match text("panic") {
        Some(place) => Fault { kind: FaultKind::Panic, place },
        None => death(&text("message").unwrap_or_default()),
    }
}

fn death(place: &str) -> Fault {
    Fault { kind: FaultKind::Death, place: place.to_owned() }
}

fn describe(error: &JsValue) -> String {
    error.dyn_ref::<js_sys::Error>().map(|it| String::from(it.message())).unwrap_or_default()
}
