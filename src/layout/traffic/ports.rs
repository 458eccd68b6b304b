//! The ports of a Service, as each of the three forms shows them.

use crate::diagnose::services::field;
use crate::kind::Kind;
use crate::layout::objects::find;
use crate::model::cluster::Other;
use crate::report::Report;

/// Its own ports: `80, 53/UDP`.
pub fn ports(it: &Other) -> Option<String> {
    let all: Vec<String> = if let Some(cell) = field(it, &["PORT(S)"]) {
        cell.value.split(',').map(|it| own(it).0).collect()
    } else if let Some(line) = field(it, &["Port"]) {
        // `http  80/TCP`, a line each.
        line.value.lines().filter_map(|it| it.split_whitespace().last()).map(|it| own(it).0).collect()
    } else {
        numbered(it, "port")
    };
    let all: Vec<String> = all.into_iter().filter(|it| !it.starts_with('<')).collect();
    (!all.is_empty()).then(|| all.join(", "))
}

/// The ports that it opens on every node.
pub fn node_ports(it: &Other) -> String {
    let of_cell = field(it, &["PORT(S)"]).map(|cell| cell.value.split(',').filter_map(|it| own(it).1).collect::<Vec<_>>());
    let of_line =
        || field(it, &["NodePort"]).map(|it| it.value.lines().filter_map(|it| it.split_whitespace().last()).map(|it| own(it).0).collect());
    of_cell.or_else(of_line).unwrap_or_else(|| numbered(it, "nodePort")).join(", ")
}

/// The port at which its pods answer, where there is only one.
pub fn target(report: &Report, it: &Other) -> Option<String> {
    if let Some(line) = field(it, &["TargetPort"]) {
        let mut all = line.value.lines();
        return all.next().filter(|_| all.next().is_none()).map(|it| own(it.trim()).0);
    }
    let of_api = numbered(it, "targetPort");
    if !of_api.is_empty() {
        return of_api.first().filter(|_| of_api.len() == 1).cloned();
    }
    let endpoints = find(report, Kind::Endpoints, it.id.namespace.as_deref(), &it.id.name)?;
    let mut all: Vec<&str> =
        field(endpoints, &["ENDPOINTS"])?.value.split(',').filter_map(|it| it.rsplit_once(':').map(|it| it.1)).collect();
    all.dedup();
    match all.as_slice() {
        [only] if only.bytes().all(|it| it.is_ascii_digit()) => Some((*only).to_owned()),
        _ => None,
    }
}

/// The port and the node's port of `80:32359/TCP`; TCP goes without saying.
fn own(port: &str) -> (String, Option<String>) {
    let (number, protocol) = port.split_once('/').unwrap_or((port, "TCP"));
    let (number, of_node) = number.split_once(':').map_or((number, None), |(number, of_node)| (number, Some(of_node.to_owned())));
    (if protocol == "TCP" { number.to_owned() } else { format!("{number}/{protocol}") }, of_node)
}

fn numbered(it: &Other, what: &str) -> Vec<String> {
    let text = |at: usize, key: &str| it.fields.get(format!("spec.ports.{at}.{key}").as_str()).map(|it| it.value.as_str());
    let ports = (0..20).map_while(|at| text(at, "port").map(|_| at));
    ports
        .filter_map(|at| {
            let number = text(at, what)?;
            Some(match text(at, "protocol") {
                Some(protocol) if protocol != "TCP" => format!("{number}/{protocol}"),
                _ => number.to_owned(),
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::own;

    #[test]
    fn cells() {
        assert_eq!(own("80:32359/TCP"), ("80".to_owned(), Some("32359".to_owned())));
        assert_eq!(own("53/UDP"), ("53/UDP".to_owned(), None));
    }
}
