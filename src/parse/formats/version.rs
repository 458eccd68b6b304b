//! `kubectl version` and `oc version`, in the words of every release; as JSON and YAML they are read elsewhere.
//!
//! ```text
//! Client Version: v1.32.4
//! Kustomize Version: v5.5.0
//! Server Version: version.Info{Major:"1", Minor:"20", GitVersion:"v1.20.2", …}
//! ```

use crate::ingest::window::Look;
use crate::parse::format::{Context, Format, Opened, Part, Reading, Sink};
use crate::parse::record::{Record, Version};
use crate::phrase;

/// Versions of kubectl and of the server.
pub const FORMAT: Versions = Versions;

/// See the module.
#[derive(Clone, Copy, Debug)]
pub struct Versions;

/// A `version.Info{…}` may be broken over so many lines.
const MOST_LINES: usize = 12;

/// Whose version a line names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Whose {
    Kubectl,
    Server,
    /// Of Kustomize, or of `OpenShift`, which counts its own.
    Other,
}

const KEYS: &[(&str, Whose)] = &[
    ("Client Version: ", Whose::Kubectl),
    ("Server Version: ", Whose::Server),
    ("Kubernetes Version: ", Whose::Server),
    ("Kustomize Version: ", Whose::Other),
];

/// What `oc` 3 prints: its own version, that of its kubectl, the same of the server.
const OLD_OC: &[&str] = &["oc v", "openshift v", "kubernetes v", "features: ", "Server https://"];

/// The version that a line names.
fn version(line: &str) -> Option<(Whose, &str)> {
    let line = line.trim();
    let (whose, value) = KEYS.iter().find_map(|(key, whose)| Some((*whose, line.strip_prefix(key)?.trim())))?;
    let value = match value.split_once("GitVersion:") {
        Some((_, value)) => value,
        None if value.contains('{') => return None,
        None => value,
    };
    let value = value.trim_start_matches(['"', '\'']).split(|c: char| !c.is_ascii_alphanumeric() && !"._+-~".contains(c)).next()?;
    // OpenShift 4 gives its own version as the server's: 4.12.1.
    let own = value.starts_with(|c: char| c.is_ascii_digit());
    let number = value.strip_prefix('v').unwrap_or(value);
    (number.starts_with(|c: char| c.is_ascii_digit()) && number.contains('.')).then_some((if own { Whose::Other } else { whose }, value))
}

/// The first line in sight, joined with those over which it was broken; how many they are.
fn whole(look: Look<'_>) -> (String, usize) {
    let mut text = look.text(0).to_owned();
    let mut lines = 1;
    if text.contains("version.Info{") {
        while lines < look.len().min(MOST_LINES) && !text.contains('}') && !look.text(lines).is_empty() {
            text.push_str(look.text(lines));
            lines += 1;
        }
    }
    (text, lines)
}

impl Format for Versions {
    fn begins(&self, look: Look<'_>, context: &Context) -> bool {
        let text = look.text(0).trim();
        let line = KEYS.iter().any(|(key, _)| text.starts_with(key)) && version(&whole(look).0).is_some();
        let old = text.starts_with("oc v") && look.text(1).trim().starts_with("kubernetes v");
        context.asked.may_show_kubectl() && (line || old)
    }

    fn open(&self, _look: Look<'_>, _context: &Context) -> Opened {
        Opened::Lines(Box::new(Lines { rows: 0, of_server: false, kubectl: None, server: None }))
    }
}

struct Lines {
    rows: u32,
    /// Whether a line has passed after which `kubernetes v1.11.0` is the server's.
    of_server: bool,
    kubectl: Option<String>,
    server: Option<String>,
}

impl Reading for Lines {
    fn take(&mut self, look: Look<'_>, sink: &mut dyn Sink) -> usize {
        let (text, lines) = whole(look);
        let line = text.trim();
        if line.is_empty() {
            return usize::from(look.text(1).trim().starts_with("Server https://"));
        }
        let old = || line.strip_prefix("kubernetes ").map(|version| (if self.of_server { Whose::Server } else { Whose::Kubectl }, version));
        let Some((whose, version)) = version(line).or_else(old) else {
            self.of_server |= line.starts_with("Server ") || line.starts_with("openshift ");
            let known =
                OLD_OC.iter().any(|begin| line.starts_with(begin)) || line.starts_with("WARNING: version difference between client");
            return usize::from(known);
        };
        let slot = match whose {
            Whose::Kubectl => &mut self.kubectl,
            Whose::Server => &mut self.server,
            Whose::Other => {
                self.rows += 1;
                return lines;
            }
        };
        // The same again is another answer.
        if slot.is_some() {
            return 0;
        }
        *slot = Some(version.to_owned());
        self.rows += 1;
        sink.record(Record::Version(Version { server: whose == Whose::Server, version, span: look.span(0).to(look.span(lines - 1)) }));
        lines
    }

    fn close(self: Box<Self>, _sink: &mut dyn Sink) -> Part {
        let or_open = |version: &Option<String>| version.clone().unwrap_or_else(|| "?".to_owned());
        let words = phrase!(
            "versions: kubectl {kubectl}, server {server}",
            "版本：kubectl {kubectl}，服务器 {server}",
            kubectl = or_open(&self.kubectl),
            server = or_open(&self.server),
        );
        Part::new("version", self.rows, words)
    }
}
