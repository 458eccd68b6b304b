//! A row of `kubectl get pods` → pod.

use crate::model::pod::{Pod, Ratio, Restarts};
use crate::parse::cell::{is_name, ratio, restarts};
use crate::parse::record::Row;
use crate::span::Seen;
use crate::time::parse_age;

/// Takes over what the row shows; later rows win.
pub(super) fn read(pod: &mut Pod, row: Row<'_>) {
    if let Some((ready, total)) = row.cell("READY").and_then(ratio) {
        pod.ready = Some(Seen::new(Ratio { ready, total }, row.span));
    }
    if let Some(status) = row.cell("STATUS") {
        pod.status = Some(Seen::new(status.to_owned(), row.span));
    }
    if let Some((count, ago)) = row.cell("RESTARTS").and_then(restarts) {
        pod.restarts = Some(Seen::new(Restarts { count, last_ago_secs: ago.and_then(parse_age) }, row.span));
    }
    if let Some(age) = row.cell("AGE").and_then(parse_age) {
        pod.age_secs = Some(Seen::new(age, row.span));
    }
    if let Some(node) = row.cell("NODE").filter(|it| is_name(it)) {
        pod.node = Some(Seen::new(node.to_owned(), row.span));
    }
    if let Some(ip) = row.cell("IP") {
        pod.ip = Some(Seen::new(ip.to_owned(), row.span));
    }
    // A cell that is cut would lose labels: `cell` does not give it then.
    for (key, value) in row.cell("LABELS").into_iter().flat_map(|it| it.split(',')).filter_map(|pair| pair.split_once('=')) {
        pod.labels.insert(key.to_owned(), value.to_owned());
    }
    pod.sightings.push(row.span);
}
