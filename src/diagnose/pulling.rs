//! Why an image was not pulled, by the words of the runtime and the registry.

use crate::diagnose::ended::newest;
use crate::model::pod::Pod;
use crate::span::Seen;

/// The class of a pull error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Refusal {
    /// The repository exists not, or asks for a login: registries do not tell which.
    Denied,
    /// There is no such tag or repository.
    NotFound,
    /// The registry asks for credentials.
    Unauthorized,
    /// Too many pulls.
    RateLimit,
    /// The registry's name is not known to the node's resolver.
    Name,
    /// Certificates, or no TLS at all.
    Tls,
    /// No way to the registry, or no answer.
    Unreachable,
    /// No image for this CPU or operating system.
    Platform,
    /// The node's disk is full.
    Disk,
}

/// The words by which each is known, the most telling first. Sources: containerd, Docker, CRI-O and the distribution registry.
const WORDS: &[(Refusal, &[&str])] = &[
    (Refusal::RateLimit, &["toomanyrequests", "429 too many", "pull rate limit", "qps exceeded"]),
    (Refusal::Platform, &["no match for platform", "no matching manifest for", "does not match the specified platform"]),
    (Refusal::Disk, &["no space left on device"]),
    (Refusal::Tls, &["x509", "server gave http response to https client", "tls: "]),
    (Refusal::Name, &["no such host", "server misbehaving", "temporary failure in name resolution"]),
    (
        Refusal::Unreachable,
        &[
            "i/o timeout",
            "no route to host",
            "connection refused",
            "network is unreachable",
            "tls handshake timeout",
            "request canceled",
            "deadline exceeded",
            "connection reset",
            "proxyconnect",
        ],
    ),
    (Refusal::Denied, &["pull access denied", "insufficient_scope", "may require"]),
    (
        Refusal::Unauthorized,
        &[
            "401",
            "unauthorized",
            "authentication required",
            "no basic auth",
            "403 forbidden",
            "denied:",
            "requested access to the resource is denied",
        ],
    ),
    (Refusal::NotFound, &["not found", "manifest unknown", "404", "name unknown", "name_unknown"]),
];

/// The newest pull error of a pod: what its waiting container or its events say.
pub fn error(pod: &Pod) -> Option<Seen<String>> {
    let event = newest(pod.events.iter().filter(|it| it.message.starts_with("Failed to pull image")));
    let waits = pod
        .containers
        .iter()
        .filter(|it| it.reason.as_ref().is_some_and(|it| matches!(it.value.as_str(), "ErrImagePull" | "ImagePullBackOff")));
    let message = waits.filter_map(|it| it.message.clone()).find(|it| class(&it.value).is_some());
    event.map(|it| Seen::new(it.message.clone(), it.span)).or(message)
}

/// The class of an error.
#[inline(never)]
pub fn class(message: &str) -> Option<Refusal> {
    let lower = message.to_ascii_lowercase();
    WORDS.iter().find(|(_, words)| words.iter().any(|word| lower.contains(word))).map(|(class, _)| *class)
}

/// The image that a pod waits for: the one its error names, else that of the container that waits.
pub fn image(pod: &Pod) -> Option<String> {
    let named = error(pod).and_then(|it| Some(it.value.split_once("image \"")?.1.split_once('"')?.0.to_owned()));
    let waits = |it: &&crate::model::pod::Container| it.reason.as_ref().is_some_and(|it| it.value.contains("Image"));
    named.or_else(|| pod.containers.iter().find(waits)?.image.as_ref().map(|it| it.value.clone()))
}

/// The registry of an image reference. Source: the distribution reference grammar: a first part with a dot, a colon or
/// `localhost` is a host, else it is Docker Hub.
pub fn registry(image: &str) -> &str {
    match image.split_once('/') {
        Some((host, _)) if host.contains(['.', ':']) || host == "localhost" => host,
        _ => "docker.io",
    }
}

/// The command that tries a registry. Docker Hub answers under another name than its images carry.
pub fn probe(registry: &str) -> String {
    let host = if registry == "docker.io" { "registry-1.docker.io" } else { registry };
    format!("curl -sSI https://{host}/v2/")
}
