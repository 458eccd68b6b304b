//! Makes the one HTML file that is Porthole from what Trunk built.
//!
//! usage: `pack <project folder> <Trunk's dist folder> <output file>`. The same input gives the same bytes.
//! Knows files and HTML; knows nothing of what the page does.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a program of the build: this is how it speaks")]

mod names;
mod page;
mod parts;
mod script;
mod wasm;

use std::path::Path;
use std::process::ExitCode;
use std::{env, fs, io};

use page::{Page, sha256_hex};
use parts::Parts;

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    let [project, built, output] = args.as_slice() else {
        eprintln!("usage: pack <project folder> <Trunk's dist folder> <output file>");
        return ExitCode::from(2);
    };
    match pack(Path::new(project), Path::new(built), Path::new(output)) {
        Ok(summary) => {
            println!("{summary}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("pack: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Writes the page and returns the table of sizes.
fn pack(project: &Path, built: &Path, output: &Path) -> io::Result<String> {
    let mut parts = Parts::read(project, built)?;
    (parts.wasm, parts.glue) = names::shorten(&parts.wasm, &parts.glue)?;
    let wasm_raw = parts.wasm.len();
    let page = Page::assemble(&parts)?;
    if let Some(folder) = output.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(output, &page.html)?;
    let row = |name: &str, bytes: usize| format!("{name:<24}{bytes:>9} bytes\n");
    Ok([
        row("wasm", wasm_raw),
        row("wasm, gzip", page.wasm_gzip_bytes),
        row("wasm, gzip + base64", page.wasm_text_bytes),
        row("scripts", page.script_bytes),
        row("styles", page.style_bytes),
        row("the page", page.html.len()),
        format!("sha256  {}  {}", sha256_hex(page.html.as_bytes()), output.display()),
    ]
    .concat())
}
