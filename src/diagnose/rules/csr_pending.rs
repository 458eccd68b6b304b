//! Certificate requests wait for approval.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{kubectl, names};
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::kind::Kind;
use crate::model::cluster::{Cluster, Other};
use crate::model::object_ref::ObjectRef;
use crate::order::Set;
use crate::time;
use crate::text::Phrase;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: CsrPending = CsrPending;

pub(super) struct CsrPending;

static META: Meta = Meta {
    id: "csr-pending",
    what: text!("Certificate requests wait for approval.", "证书签名请求在等待批准。"),
    needs: "kubectl get csr",
};

impl Rule for CsrPending {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let waiting: Vec<&Other> = cluster.others.values().filter(|it| it.id.kind == Kind::CertificateSigningRequest && waits(it)).collect();
        let Some((first, rest)) = waiting.split_first() else { return Vec::new() };
        let mut who: Set<&str> = Set::default();
        let mut evidence = Proof::new(line(first), phrase!("CONDITION is Pending", "CONDITION 为 Pending"));
        for it in &waiting {
            who.insert(field(it, "REQUESTOR"));
        }
        for it in rest.iter().take(2) {
            evidence = evidence.and(line(it), phrase!("the same", "同上"));
        }
        let serving = waiting.iter().all(|it| field(it, "SIGNERNAME") == "kubernetes.io/kubelet-serving");
        let why = if serving {
            phrase!("The controller-manager approves no serving certificates of kubelets by itself, for it cannot check their addresses. Until someone does, `kubectl logs` and `exec` to these nodes and metrics-server may fail.", "控制器管理器不会自动批准 kubelet 的服务证书，因为它无法核实地址。在批准之前，对这些节点的 `kubectl logs`、`exec` 以及 metrics-server 可能失败。")
        } else {
            phrase!("Client certificates of kubelets are usually approved by the controller-manager at once. That these wait means that it does not run, or that the requestor lacks the right to be approved by it; the node cannot join, or loses its access when its old certificate ends.", "kubelet 的客户端证书通常由控制器管理器立即批准。它们仍在等待，说明控制器管理器没有运行，或请求者没有被自动批准的权限；节点将无法加入，或在旧证书到期后失去访问权限。")
        };
        vec![Finding {
            rule: META.id.to_owned(),
            severity: Severity::Warning,
            confidence: Confidence::Certain,
            subject: first.id.clone(),
            also: rest.iter().map(|it| it.id.clone()).chain(who.iter().filter_map(|it| Some(ObjectRef::node(it.strip_prefix("system:node:")?)))).collect(),
            title: phrase!("{n} certificate requests wait for approval ({who})", "{n} 个证书请求在等待批准（{who}）", n = waiting.len(), who = names(who.iter().copied())),
            why,
            fix: phrase!("Approve those whose requestor you know: a request is a claim to be that node. For serving certificates install an approver.", "只批准你认识的请求者：批准就等于承认它是那个节点。服务证书可部署自动批准程序。"),
            next: vec![
                kubectl(format!("kubectl describe csr {}", first.id.name), phrase!("who asks, for which names and addresses", "谁在申请，包含哪些名称和地址")),
                approve(&first.id.name),
            ],
            evidence,
        }]
    }

    fn explains(&self) -> &'static [Link] {
        &[
            Link { effect: "client-cert-expired", because: asks_in_vain },
            Link { effect: "node-unknown-lost-heartbeat", because: asks_in_vain },
            Link { effect: "node-not-ready", because: asks_in_vain },
        ]
    }
}

/// The node itself asked for a new client certificate, and nobody has approved it.
fn asks_in_vain(cluster: &Cluster, cause: &Finding, effect: &Finding) -> Option<Phrase> {
    let of_node = |id: &ObjectRef| {
        cluster.others.get(id).is_some_and(|it| {
            field(it, "SIGNERNAME") == "kubernetes.io/kube-apiserver-client-kubelet"
                && field(it, "REQUESTOR").strip_prefix("system:node:") == Some(effect.subject.name.as_str())
        })
    };
    let asks = cause.objects().any(of_node);
    asks.then(|| phrase!("the kubelet of this node asked for a new certificate, and nobody has approved it", "该节点的 kubelet 申请了新证书，但一直没有人批准"))
}

fn approve(name: &str) -> crate::diagnose::finding::Step {
    let mut step = kubectl(format!("kubectl certificate approve {name}"), phrase!("approves it", "批准该请求"));
    step.safe = false;
    step
}

/// A request that is minutes old may be approved yet.
const GRACE_SECS: i64 = 300;

fn waits(it: &Other) -> bool {
    let age = time::parse_age(field(it, "AGE")).unwrap_or(0);
    field(it, "CONDITION") == "Pending" && age >= GRACE_SECS
}

fn field<'a>(it: &'a Other, name: &str) -> &'a str {
    it.fields.get(name).map_or("", |it| it.value.as_str())
}

fn line(it: &Other) -> crate::span::Span {
    it.sightings.first().copied().unwrap_or_default()
}
