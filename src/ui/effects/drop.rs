//! Files and folders dropped anywhere on the page.

use std::future::Future;
use std::pin::Pin;

use gloo_events::{EventListener, EventListenerOptions};
use js_sys::{Array, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DataTransfer, DragEvent, File, FileSystemDirectoryEntry, FileSystemEntry, FileSystemFileEntry};
use yew::prelude::*;

use crate::order;
use crate::ui::context::App;
use crate::ui::effects::paste::{take_files, take_text};
use crate::ui::state::msg::Msg;

/// Shows that files may be dropped, and takes them.
#[hook]
pub fn use_drop(app: &App) {
    let app = app.clone();
    use_effect_with(app.lang(), move |_| {
        let listeners = web_sys::window().map(|window| {
            ["dragenter", "dragover", "dragleave", "drop"].map(|name| {
                let app = app.clone();
                EventListener::new_with_options(&window, name, EventListenerOptions::enable_prevent_default(), move |event| {
                    if let Some(event) = event.dyn_ref::<DragEvent>() {
                        handle(&app, event);
                    }
                })
            })
        });
        move || drop(listeners)
    });
}

fn handle(app: &App, event: &DragEvent) {
    match event.type_().as_str() {
        "dragleave" => {
            // Leaving one element for another is not leaving the page.
            if event.related_target().is_none() {
                app.send(Msg::Dropping(false));
            }
        }
        "drop" => {
            event.prevent_default();
            app.send(Msg::Dropping(false));
            if let Some(data) = event.data_transfer() {
                take_drop(app, &data);
            }
        }
        kind => {
            event.prevent_default();
            if kind == "dragenter" {
                app.send(Msg::Dropping(true));
            }
        }
    }
}

fn take_drop(app: &App, data: &DataTransfer) {
    // The list is only valid during the event: entries are taken now and read later.
    let items = data.items();
    let entries: Vec<FileSystemEntry> =
        (0..items.length()).filter_map(|index| items.get(index)).filter_map(|item| item.webkit_get_as_entry().ok().flatten()).collect();
    if entries.is_empty() {
        let files = data.files().map(|files| take_files(app, &files)).unwrap_or_default();
        let inputs = if files.is_empty() { take_text(app, &data.get_data("text/plain").unwrap_or_default()) } else { files };
        app.send(Msg::Offered(inputs));
        return;
    }
    let app = app.clone();
    spawn_local(async move {
        let mut files = Vec::new();
        for entry in entries {
            collect(entry, &mut files).await;
        }
        let inputs = files.into_iter().map(|(path, file)| app.services.vault.keep_file(&path, file)).collect();
        app.send(Msg::Offered(inputs));
    });
}

/// All files below an entry, in the order of their names. What cannot be read is left out: the browser says no more than that.
fn collect(entry: FileSystemEntry, files: &mut Vec<(String, File)>) -> Pin<Box<dyn Future<Output = ()> + '_>> {
    Box::pin(async move {
        let path = entry.full_path().trim_start_matches('/').to_owned();
        if entry.is_file() {
            let entry: FileSystemFileEntry = entry.unchecked_into();
            let promise = Promise::new(&mut |resolve, reject| entry.file_with_callback_and_callback(&resolve, &reject));
            if let Ok(file) = JsFuture::from(promise).await {
                files.push((path, file.unchecked_into()));
            }
        } else if entry.is_directory() {
            for child in children(&entry.unchecked_into()).await {
                collect(child, files).await;
            }
        }
    })
}

async fn children(folder: &FileSystemDirectoryEntry) -> Vec<FileSystemEntry> {
    let reader = folder.create_reader();
    let mut entries: Vec<FileSystemEntry> = Vec::new();
    loop {
        let promise = Promise::new(&mut |resolve, reject| {
            if let Err(error) = reader.read_entries_with_callback_and_callback(&resolve, &reject) {
                // A promise that is settled twice keeps the first.
                let _ = reject.call1(&JsValue::NULL, &error);
            }
        });
        // A folder comes in portions; an empty one is the end.
        let portion = JsFuture::from(promise).await.map(|it| Array::from(&it)).unwrap_or_default();
        if portion.length() == 0 {
            break;
        }
        entries.extend(portion.iter().map(JsCast::unchecked_into));
    }
    order::sort_by_key(&mut entries, FileSystemEntry::name);
    entries
}
