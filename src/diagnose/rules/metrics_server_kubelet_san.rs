//! metrics-server cannot check the certificates of the kubelets.

use crate::diagnose::finding::{Confidence, Finding, Severity};
use crate::diagnose::heard::{self, Words};
use crate::diagnose::look::kubectl;
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::model::cluster::Cluster;
use crate::text::Phrase;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: MetricsServerKubeletSan = MetricsServerKubeletSan;

pub(super) struct MetricsServerKubeletSan;

static META: Meta = Meta {
    id: "metrics-server-kubelet-san",
    what: text!("metrics-server does not trust the kubelets' certificates.", "metrics-server 不信任 kubelet 的证书。"),
    needs: "kubectl logs -n kube-system deploy/metrics-server",
};

impl Rule for MetricsServerKubeletSan {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let facts = heard::facts(cluster, "metrics-server-kubelet-san");
        heard::finding(cluster, &META, &facts, Words {
            severity: Severity::Warning,
            confidence: Confidence::Certain,
            title: phrase!("metrics-server does not accept the kubelets' certificates", "metrics-server 不接受 kubelet 的证书"),
            why: phrase!(
                "A kubelet makes its own serving certificate unless told otherwise: signed by itself, without its IP address. metrics-server then scrapes no node, its pod stays unready and the metrics API unavailable.",
                "除非另行配置，kubelet 会自签服务证书，且不含 IP 地址。metrics-server 因此抓不到任何节点，自身保持未就绪，指标 API 也就不可用。",
            ),
            fix: phrase!(
                "Set `serverTLSBootstrap: true` in the kubelet configuration of every node and approve the requests of signer kubernetes.io/kubelet-serving. In a lab `--kubelet-insecure-tls` in the arguments of metrics-server is enough.",
                "在每个节点的 kubelet 配置中设置 `serverTLSBootstrap: true`，并批准签署者为 kubernetes.io/kubelet-serving 的证书请求。实验环境可在 metrics-server 参数中加 `--kubelet-insecure-tls`。",
            ),
            next: vec![kubectl("kubectl get csr", phrase!("whether requests of kubelet-serving wait for approval", "是否有 kubelet-serving 的请求等待批准"))],
        })
    }

    fn explains(&self) -> &'static [Link] {
        const SCRAPES: fn(&Cluster, &Finding, &Finding) -> Option<Phrase> = |_, _, effect| {
            let metrics = effect.rule != "apiservice-unavailable" || effect.subject.name == "v1beta1.metrics.k8s.io";
            metrics.then(|| phrase!("metrics-server has no metrics to give while it cannot read the kubelets", "metrics-server 读不到 kubelet，就没有指标可提供"))
        };
        &[
            Link { effect: "apiservice-unavailable", because: SCRAPES },
            Link { effect: "metrics-api-missing-cascade", because: SCRAPES },
            Link { effect: "hpa-unknown-metric", because: crate::diagnose::metrics::unread },
        ]
    }
}
