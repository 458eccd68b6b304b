//! kubectl is more than one minor release away from the API server.

use crate::diagnose::facts::releases::minor;
use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::kubectl;
use crate::diagnose::rule::{Meta, Rule};
use crate::diagnose::skew::server;
use crate::model::cluster::Cluster;
use crate::model::object_ref::ObjectRef;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: SkewKubectl = SkewKubectl;

pub(super) struct SkewKubectl;

static META: Meta = Meta {
    id: "skew-kubectl",
    what: text!("kubectl and the API server are too far apart.", "kubectl 与 API 服务器的版本相差过大。"),
    needs: "kubectl version",
};

/// Source: kubernetes.io, "Version Skew Policy".
const SUPPORTED: u32 = 1;

impl Rule for SkewKubectl {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        finding(cluster).into_iter().collect()
    }
}

fn finding(cluster: &Cluster) -> Option<Finding> {
    let client = cluster.client_version.as_ref()?;
    let (version, own) = server(cluster)?;
    if minor(&client.value)?.abs_diff(own) <= SUPPORTED {
        return None;
    }
    Some(Finding {
        rule: META.id.to_owned(),
        severity: Severity::Info,
        confidence: Confidence::Certain,
        subject: ObjectRef::cluster(),
        also: Vec::new(),
        title: phrase!("kubectl {client} and the API server {server} are more than one minor release apart", "kubectl {client} 与 API 服务器 {server} 相差超过一个次版本", client = client.value, server = version.value),
        why: phrase!("kubectl is made for servers one minor release older or newer. Further apart, it leaves out fields that it does not know, and some commands fail.", "kubectl 只适配相差一个次版本以内的服务器。相差更大时，它会丢掉不认识的字段，部分命令会失败。"),
        fix: phrase!("Use a kubectl of the server's release.", "使用与服务器版本一致的 kubectl。"),
        next: vec![kubectl("kubectl version", phrase!("both versions", "两者的版本"))],
        evidence: Proof::new(client.span, phrase!("kubectl", "kubectl")).and(version.span, phrase!("the API server", "API 服务器")),
    })
}
