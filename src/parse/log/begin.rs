//! Where a log begins, and how that is known.

use crate::ingest::window::Look;
use crate::parse::describe::reading::begins_object;
use crate::parse::format::Context;
use crate::parse::formats;
use crate::parse::log::line::{Body, line};
use crate::parse::log::of_path::of_path;
use crate::parse::log::section::{headed, start, unit};
use crate::parse::log::shapes::klog;
use crate::parse::message::{classify, is_notice};
use crate::parse::record::MessageClass;

/// How it is known that the lines are a log's; it also tells where they end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// By the line that begins it: all up to the one that ends it.
    Block,
    /// By the command: all up to the next one.
    Asked,
    /// By the file's place: all of it.
    Path,
    /// By the heading of a section, or the file's name: all up to where something else begins.
    Named,
    /// By the first lines of `systemctl status`.
    Status,
    /// By the shape of its lines: as long as they have it.
    Shape,
}

/// Lines of this weight together are believed to be a log.
const ENOUGH: u8 = 2;
/// In so many lines.
const AHEAD: usize = 6;
/// Tools that show logs; whatever else others of kubectl's neighbours print is no log.
const VIEWERS: &[&str] = &["journalctl", "systemctl", "crictl", "docker", "nerdctl", "podman"];
/// Files of kubectl that write klog to the terminal, in the midst of its output.
const OF_KUBECTL: &[&str] = &[
    "memcache.go",
    "cached_discovery.go",
    "request.go",
    "discovery.go",
    "round_trippers.go",
    "loader.go",
    "portforward.go",
    "helpers.go",
    "cert_rotation.go",
];

/// How a log begins at the first line in sight; `None` if none does.
pub fn begins(look: Look<'_>, context: &Context) -> Option<How> {
    let text = look.text(0);
    if start(text).is_some() {
        return Some(How::Block);
    }
    let path = of_path(&context.path);
    if path.is_some_and(|it| it.sure) {
        return Some(How::Path);
    }
    if headed(text).is_some() {
        return Some(How::Named);
    }
    let asked = &context.asked;
    let viewer = asked.foreign.as_deref();
    if viewer.is_some_and(|tool| !VIEWERS.contains(&tool)) {
        return None;
    }
    if unit(look).is_some() {
        return Some(How::Status);
    }
    // `minikube logs` prints more than logs, under headings.
    if matches!(asked.verb.as_str(), "logs" | "log") && asked.program != "minikube" || viewer == Some("journalctl") {
        return (!is_answer(text) && !is_prose(text) && !begins_object(look, 0)).then_some(How::Asked);
    }
    if is_by_shape(look) {
        return Some(How::Shape);
    }
    // A file that is called a log may hold anything that kubectl printed.
    let bare = Context { path: "".into(), ..context.clone() };
    (path.is_some() && !formats::begins(look, &bare)).then_some(How::Named)
}

/// Whether the lines in sight look like those of logs and of nothing else.
fn is_by_shape(look: Look<'_>) -> bool {
    // Whoever quotes a log leaves something out.
    let look = look.from(usize::from(matches!(look.text(0).trim(), "..." | "[...]" | "…" | "[…]")));
    let Some(first) = line(look.text(0)) else { return false };
    if first.body == Body::Klog && first.host.is_empty() && is_kubectls(first.rest) || classify(look.text(0).trim()).is_some() {
        return false;
    }
    let mut weight = first.weight;
    let mut lines = 1;
    while weight < ENOUGH && lines < AHEAD.min(look.len()) {
        weight += line(look.text(lines)).map_or(0, |it| it.weight);
        lines += 1;
    }
    weight >= ENOUGH
}

/// Whether kubectl itself wrote a line of klog.
fn is_kubectls(text: &str) -> bool {
    klog::split(text).and_then(|(caller, _)| caller.split(':').next()).is_some_and(|file| OF_KUBECTL.contains(&file))
}

/// Whether kubectl answers in place of the log: its own errors, not those that a program prints.
pub fn is_answer(text: &str) -> bool {
    let text = text.trim();
    let own = [
        "Error from server",
        "The connection to the server",
        "Unable to connect to the server",
        "No resources found",
        "Defaulted container",
        "Found ",
    ];
    if own.iter().any(|begin| text.starts_with(begin)) {
        return classify(text).is_some() || is_notice(text);
    }
    let usage = [
        "error: expected '",
        "error: a container name must be specified",
        "error: unknown flag",
        "error: cannot get the logs",
        "error: timed out waiting",
    ];
    let known = |class| !matches!(class, MessageClass::Other | MessageClass::NotFound | MessageClass::Refused | MessageClass::Timeout);
    usage.iter().any(|begin| text.starts_with(begin))
        || text.starts_with("error: ") && classify(text).is_some_and(|(class, _)| known(class))
}

/// Whether a line is a sentence between the outputs: Chinese ones have signs of their own.
pub fn is_prose(text: &str) -> bool {
    !text.is_ascii() && text.contains(['，', '。', '；', '：', '？']) && line(text).is_none()
}
