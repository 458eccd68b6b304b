//! Metrics are asked for and no API answers.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{kubectl, line, pods_of};
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::kind::Kind;
use crate::model::cluster::{Cluster, MessageClass};
use crate::model::component::Role;
use crate::model::object_ref::ObjectRef;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: MetricsApiMissingCascade = MetricsApiMissingCascade;

pub(super) struct MetricsApiMissingCascade;

static META: Meta = Meta {
    id: "metrics-api-missing-cascade",
    what: text!("The metrics API does not answer: kubectl top and HPAs fail.", "指标 API 没有应答：kubectl top 和 HPA 无法工作。"),
    needs: "kubectl top",
};

impl Rule for MetricsApiMissingCascade {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let Some(said) = cluster.messages.iter().find(|it| it.class == MessageClass::NoMetrics) else { return Vec::new() };
        let server = pods_of(cluster, Role::Metrics).next();
        let scaled: Vec<_> = cluster.others.values().filter(|it| it.id.kind == Kind::HorizontalPodAutoscaler).map(|it| it.id.clone()).collect();
        // Where nothing serves metrics and nothing needs them, that is how the cluster was made.
        let needed = server.is_some() || !scaled.is_empty();
        let mut evidence = Proof::new(said.span, phrase!("what kubectl says", "kubectl 的报错"));
        let why = match server {
            Some(pod) => {
                evidence = evidence.and(line(pod), phrase!("a metrics server is installed", "已安装 metrics-server"));
                phrase!("{pod} is there, but the API server gets no metrics from it. It needs a minute after its start; after that the usual reason is that it cannot read the kubelets (their certificates), or that the API server cannot reach it.", "{pod} 存在，但 API 服务器从它那里拿不到指标。刚启动时需要一分钟；之后常见原因是它读不到 kubelet（证书问题），或 API 服务器访问不到它。", pod = pod.id.name)
            }
            None if cluster.scope.covers_all(&Kind::Pod) => phrase!("`kubectl top` and HPAs by CPU or memory ask metrics.k8s.io, which metrics-server serves. It is an add-on, and the list of all pods shows none.", "`kubectl top` 以及按 CPU、内存伸缩的 HPA 都访问 metrics.k8s.io，它由 metrics-server 提供。这是附加组件，而所有 Pod 的列表中没有它。"),
            None => phrase!("`kubectl top` and HPAs by CPU or memory ask metrics.k8s.io, which metrics-server serves. It is an add-on: kubeadm does not install it.", "`kubectl top` 以及按 CPU、内存伸缩的 HPA 都访问 metrics.k8s.io，它由 metrics-server 提供。这是附加组件，kubeadm 不会安装。"),
        };
        let mut next = vec![kubectl("kubectl get apiservice v1beta1.metrics.k8s.io -o yaml", phrase!("whether it exists, and why it is not available", "它是否存在，为何不可用"))];
        let absent = server.is_none() && cluster.scope.covers_all(&Kind::Pod);
        if !absent {
            next.push(kubectl("kubectl logs -n kube-system deploy/metrics-server --tail=30", phrase!("whether it can read the kubelets", "它能否读取 kubelet")));
        }
        vec![Finding {
            rule: META.id.to_owned(),
            severity: if needed { Severity::Warning } else { Severity::Info },
            confidence: Confidence::Certain,
            subject: ObjectRef::cluster(),
            also: scaled,
            title: phrase!("The metrics API does not answer: no `kubectl top`, no scaling by CPU or memory", "指标 API 没有应答：`kubectl top` 不可用，也无法按 CPU 或内存伸缩"),
            why,
            fix: if absent {
                phrase!("Install metrics-server.", "安装 metrics-server。")
            } else {
                phrase!("See why the APIService is not available; install metrics-server if there is none.", "查看 APIService 为何不可用；若没有 metrics-server 则安装它。")
            },
            next,
            evidence,
        }]
    }

    fn explains(&self) -> &'static [Link] {
        &[Link { effect: "hpa-unknown-metric", because: crate::diagnose::metrics::unread }]
    }
}
