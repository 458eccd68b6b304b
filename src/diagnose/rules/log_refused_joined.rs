//! A program's log says "connection refused", and what it calls is in the text and has nothing that answers.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::heard::{about, facts, heard, object};
use crate::diagnose::look::{in_namespace, kubectl, line};
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::diagnose::services::{all, field, matches, no_endpoints, pods_beside, selector};
use crate::diagnose::workload::workload_of;
use crate::kind::Kind;
use crate::model::cluster::{Cluster, Other};
use crate::model::log_fact::LogFact;
use crate::model::pod::Pod;
use crate::text::Phrase;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: LogRefusedJoined = LogRefusedJoined;

pub(super) struct LogRefusedJoined;

static META: Meta = Meta {
    id: "log-refused-joined",
    what: text!("A program calls a Service behind which nothing is ready.", "程序访问的 Service 后面没有任何就绪的 Pod。"),
    needs: "kubectl logs …; kubectl get svc,pods -A -o wide",
};

impl Rule for LogRefusedJoined {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        facts(cluster, "connection-refused").into_iter().filter_map(|fact| finding(cluster, fact)).collect()
    }

    fn explains(&self) -> &'static [Link] {
        const CALLER: fn(&Cluster, &Finding, &Finding) -> Option<Phrase> =
            |_, cause, effect| about(effect, &cause.subject).then(|| phrase!("its log says that what it calls refuses the connection", "日志显示它调用的服务拒绝了连接"));
        &[
            Link { effect: "crashloop", because: CALLER },
            Link { effect: "liveness-failing", because: CALLER },
            Link { effect: "readiness-failing", because: CALLER },
            Link { effect: "running-not-ready", because: CALLER },
        ]
    }
}

/// The Service that a message names: by its address, or by `name:port`, `name.namespace.svc:port`.
fn called<'a>(cluster: &'a Cluster, fact: &LogFact) -> Option<&'a Other> {
    let words = || fact.message.split(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | ':' | '-'))).map(|it| it.trim_matches([':', '.']));
    let named = |service: &Other, word: &str| {
        let Some((host, port)) = word.split_once(':') else { return field(service, &["CLUSTER-IP", "IP", "spec.clusterIP"]).is_some_and(|it| it.value == word) };
        if field(service, &["CLUSTER-IP", "IP", "spec.clusterIP"]).is_some_and(|it| it.value == host) {
            return true;
        }
        let mut labels = host.split('.');
        let own = labels.next() == Some(service.id.name.as_str()) && port.parse::<u16>().is_ok();
        own && service.id.namespace.as_deref() == labels.next().or(fact.namespace.as_deref())
    };
    all(cluster, Kind::Service).find(|service| words().any(|word| word.contains(['.', ':']) && named(service, word)))
}

fn finding(cluster: &Cluster, fact: &LogFact) -> Option<Finding> {
    let service = called(cluster, fact)?;
    let pairs = selector(service).map(|(pairs, _)| pairs);
    // Without a selector the endpoints are somebody's own business, as those of the API server are.
    if pairs.as_ref().is_some_and(Vec::is_empty) {
        return None;
    }
    let name = service.id.name.as_str();
    let behind = |pod: &&Pod| match &pairs {
        Some(pairs) if !pod.labels.is_empty() => matches(pod, pairs),
        _ => workload_of(pod).strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.strip_prefix('-').is_some_and(|it| it.parse::<u32>().is_ok())),
    };
    let pods: Vec<&Pod> = pods_beside(cluster, service).filter(behind).collect();
    let empty = no_endpoints(cluster, service);
    if pods.iter().any(|pod| pod.is_ready() != Some(false)) || pods.is_empty() && empty.is_none() {
        return None;
    }
    let subject = object(cluster, fact);
    let mut evidence = Proof::new(fact.last_span, heard(fact));
    if let Some(span) = empty.or(service.sightings.first().copied()) {
        evidence = evidence.and(span, phrase!("the Service that it calls", "它调用的 Service"));
    }
    for pod in pods.iter().take(3) {
        evidence = evidence.and(line(pod), phrase!("behind it, and not ready", "在它后面，未就绪"));
    }
    let of = in_namespace(&service.id);
    Some(Finding {
        rule: META.id.to_owned(),
        severity: Severity::Warning,
        confidence: Confidence::Likely,
        title: phrase!("{caller} cannot connect to {name}: nothing is ready behind it", "{caller} 无法连接 {name}：它后面没有就绪的 Pod", caller = subject.name, name = name),
        also: std::iter::once(service.id.clone()).chain(pods.iter().map(|pod| pod.id.clone())).filter(|id| *id != subject).collect(),
        subject,
        why: phrase!("Its log says \"connection refused\" for Service {name}. The node answers so at once when a Service has no ready pod; the caller itself may be well.", "日志显示访问 Service {name} 时 \"connection refused\"。Service 没有就绪的 Pod 时，节点会立即这样应答；调用方本身可能没有问题。", name = name),
        fix: phrase!("Mend what stands behind {name} first; most callers then recover by themselves.", "先修复 {name} 后面的 Pod；之后多数调用方会自行恢复。", name = name),
        next: vec![
            kubectl(format!("kubectl get endpointslices{of} -l kubernetes.io/service-name={name}"), phrase!("whether something is ready behind it by now", "现在它后面是否有就绪的 Pod")),
            kubectl(format!("kubectl describe svc{of} {name}"), phrase!("what it selects", "它的选择算符")),
        ],
        evidence,
    })
}
