//! Makes files of what is shown and hands them to the browser, or to the clipboard.

use js_sys::Promise;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::prelude::*;

use crate::share::drawio::drawio;
use crate::share::file_name::file_name;
use crate::share::mermaid::mermaid;
use crate::text::{Phrase, Text};
use crate::ui::context::App;
use crate::ui::diagram::captions::words;
use crate::ui::diagram::file::svg;
use crate::ui::state::msg::Msg;
use crate::ui::strings::export as strings;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = porthole, js_name = pictureStyle)]
    fn picture_style() -> String;
    #[wasm_bindgen(js_namespace = porthole)]
    fn seen() -> String;
    #[wasm_bindgen(js_namespace = porthole, js_name = saveText)]
    fn save_text(name: &str, mime: &str, text: &str);
    #[wasm_bindgen(js_namespace = porthole, js_name = savePng)]
    fn save_png(name: &str, svg: &str) -> Promise;
}

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// The picture in shapes.
    Svg,
    /// The picture in pixels.
    Png,
    /// The picture for Mermaid.
    Mermaid,
    /// The picture for draw.io.
    Drawio,
    /// The report for people.
    Markdown,
    /// The report for programs.
    Json,
}

impl Format {
    /// What it is called.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Svg => "SVG",
            Self::Png => "PNG",
            Self::Mermaid => "Mermaid",
            Self::Drawio => "draw.io",
            Self::Markdown => "Markdown",
            Self::Json => "JSON",
        }
    }

    /// The end of the file's name, and the type that browsers go by.
    const fn ending(self) -> (&'static str, &'static str) {
        match self {
            Self::Svg => ("svg", "image/svg+xml"),
            Self::Png => ("png", "image/png"),
            Self::Mermaid => ("mmd", "text/plain"),
            Self::Drawio => ("drawio", "application/xml"),
            Self::Markdown => ("md", "text/markdown"),
            Self::Json => ("json", "application/json"),
        }
    }
}

/// Where it goes, and how much of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Take {
    /// All into a file.
    Whole,
    /// What the camera shows into a file.
    Seen,
    /// All onto the clipboard.
    Copy,
}

/// A callback that makes that file.
pub fn exports(app: &App, format: Format, take: Take) -> Callback<MouseEvent> {
    let app = app.clone();
    Callback::from(move |_| {
        let app = app.clone();
        spawn_local(async move {
            let said = hand_on(&app, format, take).await.unwrap_or_else(Text::phrase);
            app.send(Msg::Exported(said));
        });
    })
}

/// Makes the text, gives it away, and says what became of it.
async fn hand_on(app: &App, format: Format, take: Take) -> Result<Phrase, Text> {
    let text = text_of(app, format, take).await.ok_or(strings::NO_REPORT)?;
    if take == Take::Copy {
        let clipboard = web_sys::window().map(|it| it.navigator().clipboard()).filter(|it| !it.is_undefined());
        let promise = clipboard.ok_or(strings::NOT_COPIED)?.write_text(&text);
        return JsFuture::from(promise).await.map(|_| strings::copied(format.name())).or(Err(strings::NOT_COPIED));
    }
    let called = app.state.analysis.as_ref().map_or("", |it| it.brief.called.as_str());
    let what = if matches!(format, Format::Markdown | Format::Json) { "" } else { app.state.view.word() };
    let (ending, mime) = format.ending();
    let name = file_name(called, what, ending);
    if format == Format::Png {
        JsFuture::from(save_png(&name, &text)).await.or(Err(strings::FAILED))?;
    } else {
        save_text(&name, mime, &text);
    }
    Ok(strings::saved(&name))
}

async fn text_of(app: &App, format: Format, take: Take) -> Option<String> {
    let lang = app.lang();
    if matches!(format, Format::Markdown | Format::Json) {
        return app.services.client.report(format == Format::Json, lang).await.ok();
    }
    let scene = app.state.scene()?;
    let say = |caption: &_| words(caption, lang);
    Some(match format {
        Format::Mermaid => mermaid(&scene, &say, lang),
        Format::Drawio => drawio(&scene, &say, lang),
        _ => svg(&scene, &if take == Take::Seen { seen() } else { String::new() }, &picture_style(), lang),
    })
}
