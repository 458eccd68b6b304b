//! What kubectl answers when it was told to change something, and how far a rollout or a drain has come.
//!
//! ```text
//! deployment.apps/web restarted
//! pod "web-1" deleted
//! Waiting for deployment "web" rollout to finish: 1 out of 3 new replicas have been updated...
//! ```

use crate::ingest::window::Look;
use crate::parse::formats::can_i::{Shape, Shapes};
use crate::parse::formats::foreign::sign::stands;
use crate::parse::message::is_notice;
use crate::phrase;

/// Answers to changes.
pub const FORMAT: Shapes = Shapes(&[
    Shape {
        begins: |look, _| history(look),
        // Of one revision its template is printed.
        goes_on: |line| {
            is_revision(line) || line.starts_with([' ', '\t']) || line.starts_with("Pod Template:") || line.starts_with("REVISION")
        },
        counts: is_revision,
        format: "table",
        words: |_| phrase!("the history of a rollout", "发布的历史"),
    },
    Shape {
        begins: |look, _| is_done(look.text(0)) || is_progress(look.text(0)),
        goes_on: |line| is_done(line) || is_progress(line) || is_notice(line) || is_left(line),
        counts: is_done,
        format: "table",
        words: |_| phrase!("what kubectl answered to changes", "kubectl 对变更操作的答复"),
    },
]);

/// What was done to an object.
const DONE: &str = "created|configured|unchanged|deleted|force deleted|patched|edited|replaced|labeled|unlabeled|not labeled|annotated|scaled|\
exposed|autoscaled|restarted|rolled back|paused|resumed|skipped rollback|cordoned|uncordoned|already cordoned|already uncordoned|drained|\
evicted|tainted|untainted|modified|serverside-applied|pruned|approved|denied|condition met|successfully rolled out|env updated|\
image updated|resource requirements updated|serviceaccount updated|selector updated|subjects updated|data updated|reconciled";

/// What stands after it.
const AFTER: &[&str] = &[" (", " from ", " with revision "];

/// Other lines of the same commands, as signs.
const PROGRESS: &str = "Waiting for … rollout to finish: |Waiting for rollout to finish: |Waiting for … to be ready...|\
Waiting for …rolling update to complete|Waiting for deployment spec update to be observed|statefulset rolling update complete |\
partitioned roll out complete: |evicting pod |error when evicting pod|There are pending … to be drained|There are pending pods in node |\
Forwarding from … -> |Switched to context \"|Context \"…\" modified.|Context \"…\" created.|Cluster \"…\" set.|User \"…\" set.|\
Property \"…\" |deleted context … from |Now using project \"|Already on project \"|Edit cancelled, no changes made|\
warning: deleting cluster-scoped resources|warning: Immediate deletion does not wait";

/// What follows the object with which a line begins: `pod "web-1" …`, `deployment.apps/web …`.
fn object(line: &str) -> Option<&str> {
    let is_kind = |kind: &str| {
        kind.starts_with(|c: char| c.is_ascii_lowercase())
            && kind.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "-. ".contains(c))
    };
    let quoted = line.split_once('"').and_then(|(kind, rest)| Some((kind.strip_suffix(' ')?, rest)));
    let (kind, name, rest) = match quoted {
        Some((kind, rest)) if is_kind(kind) => rest.split_once('"').map(|(name, rest)| (kind, name, rest))?,
        _ => {
            let (object, rest) = line.split_once(' ').unwrap_or((line, ""));
            object.split_once('/').map(|(kind, name)| (kind, name, rest))?
        }
    };
    let named = !name.is_empty() && !name.contains([' ', '/']);
    (named && is_kind(kind)).then_some(rest.trim_start())
}

/// Whether a line says that something was done to an object.
fn is_done(line: &str) -> bool {
    let Some(said) = object(line.trim()) else { return false };
    let fits =
        |word: &str| said.strip_prefix(word).is_some_and(|rest| rest.is_empty() || AFTER.iter().any(|after| rest.starts_with(after)));
    DONE.split('|').any(fits)
}

/// Whether a line is the name of something that is left to do.
fn is_left(line: &str) -> bool {
    let name = line.trim();
    !name.is_empty() && !name.contains(' ') && (name.contains('/') || line.starts_with(' '))
}

fn is_revision(line: &str) -> bool {
    line.starts_with(|c: char| c.is_ascii_digit())
}

fn is_progress(line: &str) -> bool {
    PROGRESS.split('|').any(|sign| stands(sign, line))
}

/// Whether a list of revisions begins: an object, and below it the header.
fn history(look: Look<'_>) -> bool {
    let columns = || ["REVISION…CHANGE-CAUSE", "REVISION…STATUS…CAUSE"].iter().any(|sign| stands(sign, look.text(1)));
    object(look.text(0).trim()).is_some_and(|rest| rest.is_empty() && columns() || rest.starts_with("with revision #"))
}
