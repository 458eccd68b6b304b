//! The files that the page is made of. Knows where they lie, not how they fit together.

use std::path::{Path, PathBuf};
use std::{fs, io};

/// Everything the page consists of, as read from disk.
#[derive(Debug)]
pub struct Parts {
    /// `index.html` with the places that are filled in.
    pub template: String,
    /// All styles: those of the start, then the page's with its imports in place.
    pub style: String,
    /// The glue that wasm-bindgen wrote (classic script).
    pub glue: String,
    /// The script that starts the page, with what Rust calls of it.
    pub boot: String,
    /// The script that follows the glue in a worker.
    pub worker: String,
    /// The page's code.
    pub wasm: Vec<u8>,
}

impl Parts {
    /// Reads the parts from the project and from the folder that Trunk wrote.
    pub fn read(project: &Path, built: &Path) -> io::Result<Self> {
        Ok(Self {
            template: text(&project.join("index.html"))?,
            style: text(&project.join("boot/boot.css"))? + &text(&only(built, "css")?)?,
            glue: text(&only(built, "js")?)?,
            boot: text(&project.join("boot/boot.js"))? + &text(&project.join("boot/export.js"))?,
            worker: text(&project.join("boot/worker.js"))?,
            wasm: fs::read(only(built, "wasm")?)?,
        })
    }
}

/// A text file; the error names the file.
pub fn text(path: &Path) -> io::Result<String> {
    fs::read_to_string(path).map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", path.display())))
}

/// The one file with this ending: with two, an old build's leftover could be shipped.
fn only(folder: &Path, ending: &str) -> io::Result<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", folder.display())))? {
        let path = entry?.path();
        if path.extension().is_some_and(|it| it == ending) {
            found.push(path);
        }
    }
    match <[PathBuf; 1]>::try_from(found) {
        Ok([path]) => Ok(path),
        Err(found) => Err(io::Error::other(format!("{}: {} files end in .{ending}, expected one", folder.display(), found.len()))),
    }
}
