//! A Service has no endpoints, and no pod that is broken explains it.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{in_namespace, kubectl};
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::diagnose::services::{all, is_external_name, no_endpoints, pods_beside, scaled_to_zero, selector};
use crate::kind::Kind;
use crate::model::cluster::{Cluster, Other};
use crate::model::pod::Pod;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: SvcNoEndpoints = SvcNoEndpoints;

pub(super) struct SvcNoEndpoints;

static META: Meta = Meta {
    id: "svc-no-endpoints",
    what: text!("A Service has no endpoints.", "Service 没有端点。"),
    needs: "kubectl get svc,endpoints -A; kubectl describe svc …",
};

impl Rule for SvcNoEndpoints {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        all(cluster, Kind::Service).filter_map(|service| finding(cluster, service)).collect()
    }

    fn explains(&self) -> &'static [Link] {
        &[Link { effect: "log-refused-joined", because: crate::diagnose::services::called }]
    }
}

fn finding(cluster: &Cluster, service: &Other) -> Option<Finding> {
    let span = no_endpoints(cluster, service)?;
    let namespace = service.id.namespace.as_deref();
    // Without a selector the endpoints are somebody's own business.
    if is_external_name(service) || selector(service).is_some_and(|(pairs, _)| pairs.is_empty()) || scaled_to_zero(cluster, service) {
        return None;
    }
    let listed = namespace.is_some() && cluster.scope.covering(&Kind::Pod, namespace).is_some();
    let pods: Vec<&Pod> = pods_beside(cluster, service).collect();
    // A pod that is not ready is the cause, and has a finding of its own.
    if pods.iter().any(|pod| pod.is_ready() != Some(true)) {
        return None;
    }
    let name = service.id.name.as_str();
    let mut evidence = Proof::new(span, phrase!("no endpoints", "没有端点"));
    let named: Vec<&&Pod> = pods.iter().filter(|pod| pod.id.name.starts_with(name)).collect();
    for pod in named.iter().take(2) {
        evidence = evidence.and(crate::diagnose::look::line(pod), phrase!("named alike, and ready", "名称相近且已就绪"));
    }
    let (confidence, why) = if listed && pods.is_empty() {
        (Confidence::Certain, phrase!("Its namespace has no pod at all, so there is nothing to send to. Clients get \"connection refused\".", "其命名空间中没有任何 Pod，流量无处可去。客户端会得到 \"connection refused\"。"))
    } else if listed {
        (Confidence::Likely, phrase!("All {n} pods of its namespace are ready, and still none is behind it: its selector fits none of them, or it names a port that the pods do not have.", "其命名空间的 {n} 个 Pod 全部就绪，却没有一个在它后面：选择算符不匹配，或引用了 Pod 没有的命名端口。", n = pods.len()))
    } else {
        (Confidence::Likely, phrase!("Nothing is behind it: no pod matches its selector, or none that does is ready. Clients get \"connection refused\".", "它后面什么都没有：没有 Pod 匹配选择算符，或匹配的都未就绪。客户端会得到 \"connection refused\"。"))
    };
    Some(Finding {
        rule: META.id.to_owned(),
        severity: Severity::Warning,
        confidence,
        subject: service.id.clone(),
        also: named.iter().map(|pod| pod.id.clone()).collect(),
        title: phrase!("Service {name} has no endpoints", "Service {name} 没有端点", name = name),
        why,
        fix: phrase!("Compare its selector with the labels of the pods, and a named targetPort with the names of the container's ports.", "对比选择算符与 Pod 的标签；若 targetPort 是名称，再对比容器端口的名称。"),
        next: vec![
            kubectl(format!("kubectl describe svc{} {name}", in_namespace(&service.id)), phrase!("what it selects, and which port it targets", "它的选择算符与目标端口")),
            kubectl(format!("kubectl get pods{} --show-labels", in_namespace(&service.id)), phrase!("the labels that the pods have", "Pod 实际的标签")),
        ],
        evidence,
    })
}
