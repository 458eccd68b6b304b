//! kubectl was not allowed to see something: whether it exists is unknown.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::kubectl;
use crate::diagnose::rule::{Meta, Rule};
use crate::model::cluster::{Cluster, MessageClass};
use crate::model::object_ref::ObjectRef;
use crate::order::Set;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: ScopeForbidden = ScopeForbidden;

pub(super) struct ScopeForbidden;

static META: Meta = Meta {
    id: "scope-forbidden",
    what: text!("The user may not read what was asked for.", "当前用户无权读取所请求的内容。"),
    needs: "any kubectl command",
};

impl Rule for ScopeForbidden {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let mut seen: Set<(&str, &str, &str)> = Set::default();
        let mut res = Vec::new();
        for said in cluster.messages.iter().filter(|it| it.class == MessageClass::Forbidden) {
            let Some(denied) = Denied::parse(&said.text).filter(|it| seen.insert((it.user, it.verb, it.resource))) else { continue };
            res.push(finding(&denied, Proof::new(said.span, phrase!("the API server's answer", "API 服务器的应答"))));
        }
        res
    }
}

/// `User "x" cannot list resource "secrets" in API group "" in the namespace "shop"`: the words of the RBAC authorizer.
struct Denied<'a> {
    user: &'a str,
    verb: &'a str,
    resource: &'a str,
    group: &'a str,
    namespace: Option<&'a str>,
}

impl<'a> Denied<'a> {
    fn parse(text: &'a str) -> Option<Self> {
        let quoted = |mark: &str| text.split_once(mark)?.1.split('"').next();
        Some(Self {
            user: quoted("User \"")?,
            verb: text.split_once(" cannot ")?.1.split(' ').next()?,
            resource: quoted("resource \"")?,
            group: quoted("API group \"").unwrap_or_default(),
            namespace: quoted("in the namespace \""),
        })
    }
}

fn finding(it: &Denied<'_>, evidence: Proof) -> Finding {
    let Denied { user, verb, resource, group, namespace } = *it;
    let full = if group.is_empty() { resource.to_owned() } else { format!("{resource}.{group}") };
    let (kind, place) = match namespace {
        Some(namespace) => ("role", format!(" -n {namespace}")),
        None => ("clusterrole", String::new()),
    };
    // `get`, `list` and `watch` go together for whoever reads.
    let verbs = if matches!(verb, "get" | "list" | "watch") { "get,list,watch" } else { verb };
    let who = match user.strip_prefix("system:serviceaccount:") {
        Some(account) => format!("--serviceaccount={account}"),
        None => format!("--user={user}"),
    };
    let grant = format!("kubectl create {kind} {resource}-reader{place} --verb={verbs} --resource={full} && kubectl create {kind}binding {resource}-reader{place} --{kind}={resource}-reader {who}");
    let mut step = kubectl(grant, phrase!("grants just this, if it is meant to be allowed; run it as an administrator", "如确应允许，只授予这一项；由管理员执行"));
    step.safe = false;
    Finding {
        rule: META.id.to_owned(),
        severity: Severity::Info,
        confidence: Confidence::Certain,
        subject: ObjectRef::cluster(),
        also: Vec::new(),
        title: phrase!("{user} may not {verb} {full}: whether there are any is unknown", "{user} 无权 {verb} {full}：其是否存在无从得知", user = user, verb = verb, full = full),
        why: phrase!(
            "The API server knows who asks and refuses: no Role or ClusterRole bound to this user allows it. It is no fault of the cluster, and it does not mean that nothing is there.",
            "API 服务器认识请求者，但拒绝了请求：没有绑定给该用户的 Role 或 ClusterRole 允许此操作。这不是集群故障，也不代表那里什么都没有。",
        ),
        fix: phrase!("Ask someone who may, or have the right granted.", "请有权限的人来执行，或申请相应权限。"),
        next: vec![kubectl(format!("kubectl auth can-i --list{place}"), phrase!("what this user may do", "当前用户可以做什么")), step],
        evidence,
    }
}
