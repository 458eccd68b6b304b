//! A Service sends to a port that the pods behind it do not have.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{in_namespace, kubectl, names};
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::diagnose::services::{all, field, is_external_name, matches, pods_beside, selector};
use crate::kind::Kind;
use crate::model::cluster::{Cluster, Other};
use crate::model::pod::{Container, Pod};
use crate::order::{self, Set};
use crate::span::{Seen, Span};
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: SvcTargetportMismatch = SvcTargetportMismatch;

pub(super) struct SvcTargetportMismatch;

static META: Meta = Meta {
    id: "svc-targetport-mismatch",
    what: text!("A Service sends to a port that its pods do not have.", "Service 的目标端口在 Pod 中不存在。"),
    needs: "kubectl get svc,pods -o yaml; kubectl describe svc,pods",
};

impl Rule for SvcTargetportMismatch {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        all(cluster, Kind::Service).filter_map(|service| finding(cluster, service)).collect()
    }

    fn explains(&self) -> &'static [Link] {
        &[Link { effect: "log-refused-joined", because: crate::diagnose::services::called }, Link {
            effect: "svc-no-endpoints",
            because: |_, cause, effect| {
                let same = effect.subject == cause.subject && cause.confidence == Confidence::Certain;
                same.then(|| phrase!("a pod without a port of that name is no endpoint", "没有该名称端口的 Pod 不会成为端点"))
            },
        }]
    }
}

/// The target ports of a Service: `http/TCP` of a description, `spec.ports.0.targetPort` of an object.
fn targets(service: &Other) -> impl Iterator<Item = (&str, Span)> {
    let is = |path: &str| path == "TargetPort" || path.starts_with("spec.ports.") && path.ends_with(".targetPort");
    service.fields.iter().filter(move |(path, _)| is(path)).map(|(_, seen)| (seen.value.split('/').next().unwrap_or_default(), seen.span))
}

/// Containers that go on running: those have ports.
fn lasting(pod: &Pod) -> impl Iterator<Item = &Container> {
    pod.containers.iter().filter(|it| !it.init || it.sidecar)
}

/// What containers declare under the ports' own names or numbers, with the place of the first.
fn declared<'a>(pod: &'a Pod, ending: &'a str) -> impl Iterator<Item = &'a Seen<String>> {
    lasting(pod).flat_map(|it| it.fields.iter()).filter(move |(path, _)| path.starts_with("ports.") && path.ends_with(ending)).map(|(_, seen)| seen)
}

/// The numbers that a pod declares, `80/TCP, 443/TCP` in a description.
fn numbers(pod: &Pod) -> Set<&str> {
    let described = lasting(pod).filter_map(|it| it.fields.get("ports")).flat_map(|it| it.value.split(", "));
    let described = described.filter_map(|it| it.split('/').next());
    order::set(described.chain(declared(pod, ".containerPort").map(|it| it.value.as_str())).filter(|it| it.parse::<u16>().is_ok()))
}

/// Its names of ports are known only from an object of the API, which has a pull policy for each container.
fn whole(pod: &Pod) -> bool {
    lasting(pod).next().is_some() && lasting(pod).all(|it| it.fields.contains_key("imagePullPolicy"))
}

/// The number stands in a command, a variable or a probe: the program may well listen there without a declaration.
fn mentioned(pod: &Pod, port: &str) -> bool {
    let word = |text: &str| text.split(|c: char| !c.is_ascii_digit()).any(|it| it == port);
    let env = |it: &Container| it.fields.iter().any(|(path, seen)| path.starts_with("env.") && word(&seen.value));
    lasting(pod).any(|it| it.command.iter().any(|it| word(&it.value)) || it.probes.values().any(|it| word(&it.value)) || env(it))
}

fn finding(cluster: &Cluster, service: &Other) -> Option<Finding> {
    // Of a headless Service the port in DNS is a note as well: callers come to the pods themselves.
    let headless = field(service, &["IP", "spec.clusterIP"]).is_some_and(|it| it.value == "None");
    targets(service).next()?;
    let (pairs, _) = selector(service).filter(|(pairs, _)| !pairs.is_empty() && !is_external_name(service))?;
    let pods: Vec<&Pod> = pods_beside(cluster, service).filter(|pod| matches(pod, &pairs)).collect();
    let first = *pods.first()?;
    let (port, span, named) = targets(service).find_map(|(port, span)| {
        let named = port.parse::<u16>().is_err();
        let lacks = |pod: &&&Pod| {
            if named {
                whole(pod) && !declared(pod, ".name").any(|it| it.value == port)
            } else {
                // A declaration is only a note, but whoever declares ports seldom leaves out the one that is used.
                let have = numbers(pod);
                !headless && !have.is_empty() && !have.contains(port) && !mentioned(pod, port) && !pod.fields.contains_key("hostNetwork")
            }
        };
        (!port.is_empty() && pods.iter().filter(lacks).count() == pods.len()).then_some((port, span, named))
    })?;
    let have: Set<&str> = if named { order::set(declared(first, ".name").map(|it| it.value.as_str())) } else { numbers(first) };
    let (name, pod, list) = (service.id.name.as_str(), first.id.name.as_str(), names(have.iter().copied()));
    let place = declared(first, if named { ".name" } else { ".containerPort" }).next().map(|it| it.span);
    let place = place.or_else(|| lasting(first).find_map(|it| it.fields.get("ports")).map(|it| it.span));
    let mut evidence = Proof::new(span, phrase!("the port that it sends to", "它的目标端口"));
    if let Some(place) = place.or(first.sightings.first().copied()) {
        evidence = evidence.and(place, phrase!("what a pod behind it declares", "它后面的 Pod 声明的端口"));
    }
    let (confidence, why) = if named {
        (Confidence::Certain, phrase!(
            "Its targetPort is the name {port}, which Kubernetes looks up in each pod. No container of the pods that it selects has a port of that name ({pod} has: {list}), so none of them is an endpoint for it.",
            "它的 targetPort 是名称 {port}，Kubernetes 会在每个 Pod 中查找它。所选 Pod 的容器都没有这个名称的端口（{pod} 的端口：{list}），因此没有一个成为它的端点。",
            port = port, pod = pod, list = if list.is_empty() { "—" } else { &list },
        ))
    } else {
        (Confidence::Possible, phrase!(
            "Its targetPort is {port}; the pods that it selects declare {list} only. The declaration is a note and blocks nothing, so the program may listen there all the same. If it does not, the Service has endpoints and callers still get \"connection refused\".",
            "它的 targetPort 是 {port}，而所选的 Pod 只声明了 {list}。声明只是备注，不会阻止任何连接，程序仍可能监听该端口。如果没有监听，Service 虽有端点，调用方仍会得到 \"connection refused\"。",
            port = port, list = list,
        ))
    };
    let of = in_namespace(&service.id);
    Some(Finding {
        rule: META.id.to_owned(),
        severity: Severity::Warning,
        confidence,
        subject: service.id.clone(),
        also: pods.iter().map(|pod| pod.id.clone()).collect(),
        title: phrase!("Service {name} sends to port {port}, which its pods do not declare", "Service {name} 指向端口 {port}，而它的 Pod 没有声明该端口", name = name, port = port),
        why,
        fix: phrase!("Set `targetPort` to the port on which the program listens, or to its name in the pod template.", "把 `targetPort` 改为程序监听的端口，或 Pod 模板中该端口的名称。"),
        next: vec![
            kubectl(format!("kubectl get endpointslices{of} -l kubernetes.io/service-name={name}"), phrase!("which addresses and ports are behind it", "它后面有哪些地址与端口")),
            kubectl(format!("kubectl logs{of} {pod} --tail=50"), phrase!("on which port the program says that it listens", "程序声明自己监听哪个端口")),
        ],
        evidence,
    })
}
