//! A webhook answers with a certificate that the API server does not trust.

use crate::diagnose::finding::Finding;
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::diagnose::webhook::{self, Failure};
use crate::model::cluster::Cluster;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: WebhookCaMismatch = WebhookCaMismatch;

pub(super) struct WebhookCaMismatch;

static META: Meta = Meta {
    id: "webhook-ca-mismatch",
    what: text!("The certificate of an admission webhook is not trusted.", "准入 webhook 的证书不受信任。"),
    needs: "kubectl get events -A, or the error of kubectl apply",
};

impl Rule for WebhookCaMismatch {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let why = phrase!(
            "The caBundle in its configuration does not fit the certificate that its pods serve, or that certificate has expired or names another Service. It is usual when the certificate was made anew and nothing wrote the new CA into the configuration (cert-manager's cainjector does that).",
            "其配置中的 caBundle 与 Pod 提供的证书不匹配，或证书已过期、名称不符。常见于证书重新签发后，没有程序把新 CA 写回配置（cert-manager 由 cainjector 完成）。",
        );
        let fix = || phrase!(
            "See whether cainjector (or the operator that makes the certificate) runs; then compare caBundle with the Secret of the certificate, and restart the webhook's pods so that they load it.",
            "查看 cainjector（或签发证书的 Operator）是否在运行；再比对 caBundle 与证书 Secret，并重启 webhook 的 Pod 使其加载新证书。",
        );
        let all = webhook::failing(cluster, Failure::Certificate);
        all.iter().filter_map(|it| webhook::finding(cluster, &META, it, phrase!("The API server does not trust the certificate of webhook {name}", "API 服务器不信任 webhook {name} 的证书", name = it.name), &why, fix())).collect()
    }

    fn explains(&self) -> &'static [Link] {
        &[Link { effect: "deploy-rollout-stuck", because: crate::diagnose::links::refused_pods }]
    }
}
