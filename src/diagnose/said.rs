//! What kubectl says instead of output, as the rules about the way to the API server need it.

use crate::diagnose::finding::{Confidence, Finding, Place, Proof, Severity, Step};
use crate::diagnose::rule::Meta;
use crate::model::cluster::{Cluster, MessageClass, Said};
use crate::model::object_ref::ObjectRef;
use crate::phrase;
use crate::text::Phrase;

/// The words of a finding about the way to the API server.
pub struct Words {
    /// What it does: critical only where nobody can use the API.
    pub severity: Severity,
    /// How surely.
    pub confidence: Confidence,
    /// One line.
    pub title: Phrase,
    /// What the message means.
    pub why: Phrase,
    /// What to do.
    pub fix: Phrase,
    /// The next commands.
    pub next: Vec<Step>,
}

/// The messages of a class that `wanted` picks.
pub fn of(cluster: &Cluster, wanted: fn(&Said) -> bool) -> Vec<&Said> {
    cluster.messages.iter().filter(|it| wanted(it)).collect()
}

/// Whether the message is about the connection to the API server itself. `Error from server` is an answer of that server:
/// whatever it could not reach (a kubelet, a webhook) is something else.
pub fn on_the_way(said: &Said) -> bool {
    let text = said.text.as_str();
    let to_server = ["onnect to the server", "connection to the server", "API group list", "luster unreachable"];
    let asked = text.contains("Get \"https://") && (text.contains("/api") || text.contains(":6443"));
    // `kubectl apply -f https://…` says the same of the server that has the file.
    let manifest = ["github", "185.199.1", "unable to read URL"].iter().any(|it| text.contains(it));
    !manifest && !text.starts_with("Error from server") && (asked || to_server.iter().any(|it| text.contains(it)))
}

/// The address that was asked, as `host:port` or the host alone; else that of `cluster-info`.
pub fn address(cluster: &Cluster, said: &[&Said]) -> Option<String> {
    let told = cluster.endpoints.first().map(|it| it.value.url.as_str()).and_then(address_in);
    said.iter().find_map(|it| address_in(&it.text)).or(told).map(str::to_owned)
}

fn address_in(text: &str) -> Option<&str> {
    let from = ["https://", "http://", "to the server ", "dial tcp ", "lookup "].iter().find_map(|mark| {
        let (_, rest) = text.split_once(mark)?;
        rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '[').then_some(rest)
    })?;
    let end = from.find(['/', '"', '\\', '?', ' ', ',']).unwrap_or(from.len());
    let host = from.get(..end)?.trim_end_matches(':');
    host.contains(['.', ':']).then_some(host)
}

/// The address for a title; where it is not known, what should be there.
pub fn name(address: Option<&str>) -> &str {
    address.unwrap_or("kube-apiserver")
}

/// The host of an address.
pub fn host(address: &str) -> &str {
    address.rsplit_once(':').map_or(address, |(host, _)| host)
}

/// Where a command for the control plane is run: on the first control-plane node that is known, else at the address that was asked.
pub fn control_plane(cluster: &Cluster, address: Option<&str>) -> Place {
    let known = cluster.topology.control_plane.first().map(|it| it.node.as_str());
    Place::Node(known.or(address.map(host)).unwrap_or("control-plane").to_owned())
}

/// A command there that only reads.
#[inline(never)]
pub fn on_control_plane(cluster: &Cluster, address: Option<&str>, command: &str, purpose: Phrase) -> Step {
    Step { command: command.to_owned(), place: control_plane(cluster, address), purpose, safe: true }
}

/// The address for a command line; where it is not known, what looks it up.
pub fn target(address: Option<&str>) -> &str {
    address.unwrap_or("$(kubectl config view --minify -o jsonpath='{.clusters[0].cluster.server}' | cut -d/ -f3)")
}

/// What kubectl is told of the server: its address and certificates.
pub fn config() -> Step {
    crate::diagnose::look::kubectl(
        "kubectl config view --minify",
        phrase!("which address and which user kubectl uses", "kubectl 使用的地址和用户"),
    )
}

/// Whether a command after the last of these messages, in the same text, was answered: then it is over, or comes and goes.
pub fn answered_later(cluster: &Cluster, said: &[&Said]) -> bool {
    said.last().is_some_and(|last| {
        let lists = cluster.scope.listings.iter().map(|it| it.span);
        lists.chain(cluster.endpoints.iter().map(|it| it.span)).any(|it| it.source == last.span.source && it.start > last.span.end)
    })
}

/// One finding about the way to the API server; the messages prove it.
pub fn finding(cluster: &Cluster, meta: &Meta, said: &[&Said], words: Words) -> Vec<Finding> {
    let Some((first, rest)) = said.split_first() else { return Vec::new() };
    let note = || phrase!("what kubectl says", "kubectl 的报错");
    let mut evidence = Proof::new(first.span, note());
    if let Some(last) = rest.last() {
        evidence = evidence.and(last.span, note());
    }
    let mut why = words.why;
    let (mut severity, mut confidence) = (words.severity, words.confidence);
    if answered_later(cluster, said) {
        (severity, confidence) = (Severity::Warning, Confidence::Possible);
        let over = phrase!(
            "A later command in the same text was answered, so it is over, comes and goes, or another address was used.",
            "同一文本中后面的命令得到了应答，说明问题已经过去、时有时无，或后来用了别的地址。",
        );
        why = Phrase { en: format!("{} {}", over.en, why.en), zh: over.zh + &why.zh };
    }
    vec![Finding {
        rule: meta.id.to_owned(),
        severity,
        confidence,
        subject: ObjectRef::cluster(),
        also: Vec::new(),
        title: words.title,
        why,
        fix: words.fix,
        next: words.next,
        evidence,
    }]
}

/// Whether it is of that class and about the way to the server.
pub fn is(said: &Said, class: MessageClass) -> bool {
    said.class == class && on_the_way(said)
}
