//! What leads in from outside: Ingresses and routes with the Services that they name. Knows no coordinates.

use crate::diagnose::services::field;
use crate::kind::Kind;
use crate::model::cluster::Other;

/// A Service that a way in names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backend {
    /// Its name.
    pub service: String,
    /// The port, as named; empty where the text does not tell.
    pub port: String,
    /// Host and path that lead there.
    pub path: String,
    /// Whether kubectl says that it is not there.
    pub missing: bool,
}

/// Whether objects of that kind lead in from outside.
pub fn is_way_in(kind: &Kind) -> bool {
    match kind {
        Kind::Ingress => true,
        Kind::Other(name) => {
            let name = name.to_ascii_lowercase();
            ["httproute", "grpcroute", "tlsroute", "tcproute", "route.", "routes."].iter().any(|it| name.starts_with(it))
                || name == "route"
                || name == "routes"
        }
        _ => false,
    }
}

/// The hosts that it answers for.
pub fn hosts(it: &Other) -> String {
    if let Some(cell) = field(it, &["HOSTS", "HOSTNAMES", "HOST/PORT", "spec.host"]) {
        return cell.value.trim_matches(['[', ']', '"']).replace("\",\"", ",").replace(',', ", ");
    }
    // A description has each host on a line of its own, below the heading of the table.
    let lines = field(it, &["Rules"]).into_iter().flat_map(|it| it.value.lines()).map(str::trim);
    let described = lines.filter(|it| !it.contains([' ', '(']) && (it.contains('.') || *it == "*"));
    let of_api =
        |path: &str| (path.starts_with("spec.rules.") && path.rsplit('.').next() == Some("host")) || path.starts_with("spec.hostnames.");
    let hosts = it.fields.iter().filter(|(path, _)| of_api(path)).map(|(_, seen)| seen.value.as_str());
    let mut all: Vec<&str> = Vec::new();
    for host in described.chain(hosts) {
        if !all.contains(&host) && !host.is_empty() {
            all.push(host);
        }
    }
    all.join(", ")
}

/// Its address, or what it waits for.
pub fn address(it: &Other) -> Option<&str> {
    let names = ["ADDRESS", "Address", "status.loadBalancer.ingress.0.ip", "status.loadBalancer.ingress.0.hostname"];
    field(it, &names).map(|it| it.value.as_str()).filter(|it| !it.is_empty() && *it != "<none>")
}

/// The Services that it names, each once; `None` where the text does not tell any.
pub fn backends(it: &Other) -> Option<Vec<Backend>> {
    let mut all: Vec<Backend> = Vec::new();
    for (path, seen) in &it.fields {
        let found = if let Some(base) = path.strip_suffix(".backend.service.name") {
            of_api(it, base, &seen.value, &format!("{base}.backend.service.port"))
        } else if let Some(base) = path.strip_suffix(".backend.serviceName") {
            of_api(it, base, &seen.value, &format!("{base}.backend.servicePort"))
        } else if path == "spec.defaultBackend.service.name" {
            of_api(it, "", &seen.value, "spec.defaultBackend.service.port")
        } else if let Some(base) = path.strip_suffix(".name").filter(|it| it.contains(".backendRefs.")) {
            of_api(it, "", &seen.value, &format!("{base}.port"))
        } else if path == "spec.to.name" || path == "SERVICES" {
            Backend { service: seen.value.clone(), port: String::new(), path: String::new(), missing: false }
        } else if path == "Default backend" || path.strip_prefix("Rules.").is_some_and(|it| it.bytes().all(|it| it.is_ascii_digit())) {
            let Some(found) = described(&seen.value) else { continue };
            found
        } else {
            continue;
        };
        if all.iter().all(|it| (&it.service, &it.port) != (&found.service, &found.port)) {
            all.push(found);
        }
    }
    (!all.is_empty()).then_some(all)
}

fn of_api(it: &Other, base: &str, service: &str, port: &str) -> Backend {
    let text = |path: String| it.fields.get(path.as_str()).map(|it| it.value.clone());
    let port = ["", ".number", ".name"].into_iter().find_map(|end| text(format!("{port}{end}"))).unwrap_or_default();
    let host = base.split_once(".http.").and_then(|(rule, _)| text(format!("{rule}.host"))).unwrap_or_default();
    let path = text(format!("{base}.path")).unwrap_or_default();
    Backend { service: service.to_owned(), port, path: format!("{host}{path}"), missing: false }
}

/// `/api   payments:80 (10.0.0.1:8080)`, as a description has it.
fn described(line: &str) -> Option<Backend> {
    let (left, state) = line.split_once(" (").unwrap_or((line, ""));
    let mut words = left.split_whitespace().rev();
    let (service, port) = words.next()?.rsplit_once(':')?;
    if service.starts_with('<') {
        return None;
    }
    let path = words.next().unwrap_or_default().to_owned();
    Some(Backend { service: service.to_owned(), port: port.to_owned(), path, missing: state.contains(" not found") })
}

#[cfg(test)]
mod tests {
    use super::described;

    #[test]
    fn lines_of_a_description() {
        let found = described("/   payments:80 (<error: services \"payments\" not found>)").expect("a backend");
        assert_eq!((found.service.as_str(), found.port.as_str(), found.path.as_str(), found.missing), ("payments", "80", "/", true));
        assert!(!described("/api  cart:http (10.0.0.1:8080,10.0.0.2:8080)").expect("a backend").missing);
        assert_eq!(described("<default>"), None);
    }
}
