//! The bytes of the inputs, on the page's side, so that they outlive the worker and a removal that is undone.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Uint8Array;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

use crate::ui::input::{Input, Origin};
use crate::ui::worker::client;
use crate::ui::worker::fault::{Fault, FaultKind};

/// Keeps the bytes, each at the place that is the input's number; clones share it.
#[derive(Clone, Default)]
pub struct Vault {
    bodies: Rc<RefCell<Vec<Body>>>,
}

#[derive(Clone)]
enum Body {
    Text(Rc<str>),
    /// A handle: the browser reads the file when it is asked to.
    File(File),
}

impl PartialEq for Vault {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.bodies, &other.bodies)
    }
}

impl Vault {
    /// Keeps a text.
    pub fn keep_text(&self, name: &str, text: &str, origin: Origin) -> Input {
        let bytes = u64::try_from(text.len()).unwrap_or(u64::MAX);
        self.keep(name, bytes, origin, Body::Text(text.into()))
    }

    /// Keeps a file, under its path where it came with a folder.
    pub fn keep_file(&self, name: &str, file: File) -> Input {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a size in bytes: a whole number below 2^53")]
        let bytes = file.size() as u64;
        self.keep(name, bytes, Origin::File, Body::File(file))
    }

    /// An input for the worker: the bytes of a text, fresh, or the handle of a file that can still be read.
    pub async fn body(&self, id: u32) -> Result<client::Body, Fault> {
        let body = usize::try_from(id).ok().and_then(|at| self.bodies.borrow().get(at).cloned());
        match body {
            Some(Body::Text(text)) => Ok(client::Body::Bytes(Uint8Array::from(text.as_bytes()))),
            Some(Body::File(file)) => {
                // Whether it is still there, the browser says only to those who read it.
                let first = file.slice_with_f64_and_f64(0.0, 1.0).map_err(|_error| unreadable())?;
                JsFuture::from(first.array_buffer()).await.map_err(|_error| unreadable())?;
                Ok(client::Body::File(file))
            }
            None => Err(unreadable()),
        }
    }

    fn keep(&self, name: &str, bytes: u64, origin: Origin, body: Body) -> Input {
        let mut bodies = self.bodies.borrow_mut();
        let id = u32::try_from(bodies.len()).unwrap_or(u32::MAX);
        bodies.push(body);
        Input { id, name: name.to_owned(), bytes, origin }
    }
}

fn unreadable() -> Fault {
    Fault { kind: FaultKind::Unreadable, place: "Blob.arrayBuffer".to_owned() }
}
