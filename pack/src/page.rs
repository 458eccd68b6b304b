//! Puts the parts into the template, with the policy that lets exactly these parts run.

use std::io;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::parts::Parts;
use crate::{script, wasm};

/// The finished page and how big its parts are in it.
#[derive(Debug)]
pub struct Page {
    /// The file's text.
    pub html: String,
    /// The module after gzip.
    pub wasm_gzip_bytes: usize,
    /// The module as it stands in the page.
    pub wasm_text_bytes: usize,
    /// All script text.
    pub script_bytes: usize,
    /// All style text.
    pub style_bytes: usize,
}

impl Page {
    /// Fills the template's places.
    pub fn assemble(parts: &Parts) -> io::Result<Self> {
        if parts.style.to_ascii_lowercase().contains("</style") {
            return Err(io::Error::other("a style sheet contains </style"));
        }
        let wasm = wasm::pack(&parts.wasm)?;
        let glue = script::escape(&parts.glue);
        let boot = script::escape(&parts.boot);
        let worker = script::escape(&parts.worker);
        // The worker's text has no hash: as text/plain it does not run here, and a worker's blob needs none.
        let policy = policy(&[&glue, &boot], &parts.style);
        let scripts = format!(
            "<script type=\"text/plain\" id=\"wasm\">{}</script>\n<script type=\"text/plain\" id=\"worker\">{worker}</script>\n\
             <script id=\"glue\">{glue}</script>\n<script>{boot}</script>",
            wasm.text
        );
        let mut html = without_trunk_links(&parts.template);
        for (place, content) in [
            ("<!-- pack:csp -->", format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">")),
            ("<!-- pack:style -->", format!("<style>{}</style>", parts.style)),
            ("<!-- pack:scripts -->", scripts),
        ] {
            html = fill(&html, place, &content)?;
        }
        Ok(Self {
            html,
            wasm_gzip_bytes: wasm.gzip_bytes,
            wasm_text_bytes: wasm.text.len(),
            script_bytes: glue.len() + boot.len() + worker.len(),
            style_bytes: parts.style.len(),
        })
    }
}

/// The policy: these scripts, this style, WebAssembly, workers from blobs; no connection to anywhere.
/// Style attributes are allowed since the diagram places things with them; they cannot load anything (see img-src).
fn policy(scripts: &[&str], style: &str) -> String {
    let script_hashes: Vec<String> = scripts.iter().map(|it| hash_source(it)).collect();
    [
        "default-src 'none'".to_owned(),
        format!("script-src {} 'wasm-unsafe-eval'", script_hashes.join(" ")),
        format!("style-src {}", hash_source(style)),
        "style-src-attr 'unsafe-inline'".to_owned(),
        "img-src data: blob:".to_owned(),
        "font-src data:".to_owned(),
        "worker-src blob:".to_owned(),
        "connect-src 'none'".to_owned(),
        "base-uri 'none'".to_owned(),
        "form-action 'none'".to_owned(),
        "require-trusted-types-for 'script'".to_owned(),
        "trusted-types porthole".to_owned(),
    ]
    .join("; ")
}

/// A hash as a content security policy writes it.
fn hash_source(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text.as_bytes())))
}

/// The SHA-256 of a file, as `sha256sum` prints it.
pub fn sha256_hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"))
}

/// The template without the lines that are for Trunk alone.
fn without_trunk_links(template: &str) -> String {
    template.split_inclusive('\n').filter(|line| !line.contains("data-trunk")).collect()
}

/// Replaces a place that must be there exactly once.
fn fill(html: &str, place: &str, content: &str) -> io::Result<String> {
    match html.matches(place).count() {
        1 => Ok(html.replace(place, content)),
        n => Err(io::Error::other(format!("index.html has {place} {n} times, expected once"))),
    }
}

#[cfg(test)]
mod tests {
    use super::{Page, Parts, hash_source, sha256_hex};

    fn parts() -> Parts {
        Parts {
            template: "<head>\n<!-- pack:csp -->\n<link data-trunk rel=\"rust\">\n<!-- pack:style -->\n</head>\n<!-- pack:scripts -->\n"
                .to_owned(),
            style: "a { color: red }\n".to_owned(),
            glue: "let wasm_bindgen = '</script>';".to_owned(),
            boot: "start()".to_owned(),
            worker: "work()".to_owned(),
            wasm: b"\0asm".to_vec(),
        }
    }

    /// The text between a tag and its end.
    fn content<'a>(html: &'a str, open: &str, close: &str) -> &'a str {
        html.split_once(open).unwrap().1.split_once(close).unwrap().0
    }

    #[test]
    fn the_policy_names_the_hash_of_each_inline_part_as_it_stands_in_the_page() {
        let html = Page::assemble(&parts()).unwrap().html;
        let policy = content(&html, "content=\"", "\"");
        for inline in [
            content(&html, "<style>", "</style>"),
            content(&html, "<script id=\"glue\">", "</script>"),
            content(&html, "<script>", "</script>"),
        ] {
            assert!(policy.contains(&hash_source(inline)), "{inline} is not allowed by {policy}");
        }
        assert_eq!(policy.matches("sha256-").count(), 3);
        assert!(policy.contains("connect-src 'none'"));
    }

    #[test]
    fn the_same_parts_give_the_same_page_and_nothing_of_trunk_stays() {
        let page = Page::assemble(&parts()).unwrap();
        assert_eq!(page.html, Page::assemble(&parts()).unwrap().html);
        assert!(!page.html.contains("data-trunk") && !page.html.contains("pack:"));
    }

    #[test]
    fn a_template_without_a_place_is_an_error() {
        for place in ["<!-- pack:csp -->", "<!-- pack:style -->", "<!-- pack:scripts -->"] {
            let mut parts = parts();
            parts.template = parts.template.replace(place, "");
            assert!(Page::assemble(&parts).unwrap_err().to_string().contains(place));
        }
    }

    #[test]
    fn a_style_that_would_end_itself_is_an_error() {
        let mut parts = parts();
        parts.style = "a::after { content: '</STYLE>' }".to_owned();
        assert!(Page::assemble(&parts).is_err());
    }

    #[test]
    fn hashes_are_written_as_sha256sum_writes_them() {
        assert_eq!(sha256_hex(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
