//! A program's service account lacks a right, as its log says; the Role that gives it can be written from the line.

use crate::diagnose::ended::share;
use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::heard::{facts, heard, object};
use crate::diagnose::look::kubectl;
use crate::diagnose::refused::between;
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::model::cluster::Cluster;
use crate::model::log_fact::LogFact;
use crate::model::object_ref::ObjectRef;
use crate::order::Map;
use crate::text::Phrase;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: RbacForbiddenApp = RbacForbiddenApp;

pub(super) struct RbacForbiddenApp;

static META: Meta = Meta {
    id: "rbac-forbidden-app",
    what: text!("A service account lacks a right that its program needs.", "ServiceAccount 缺少程序所需的权限。"),
    needs: "kubectl logs …",
};

impl Rule for RbacForbiddenApp {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let mut by_right: Map<Right, Vec<&LogFact>> = Map::new();
        for fact in facts(cluster, META.id) {
            if let Some(right) = right(&fact.message.replace('\\', "")) {
                by_right.slot(right, Default::default).push(fact);
            }
        }
        by_right.iter().filter_map(|(right, facts)| finding(cluster, right, facts)).collect()
    }

    fn explains(&self) -> &'static [Link] {
        const LACKS: fn(&Cluster, &Finding, &Finding) -> Option<Phrase> =
            |_, cause, effect| share(cause, effect).then(|| phrase!("the program lacks a right, as its log says", "日志显示该程序缺少权限"));
        &[Link { effect: "crashloop", because: LACKS }, Link { effect: "running-not-ready", because: LACKS }, Link { effect: "readiness-failing", because: LACKS }]
    }
}

/// What is lacking.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Right {
    /// Namespace and name of the account.
    namespace: String,
    account: String,
    verb: String,
    /// `deployments.apps`, `pods/log`.
    resource: String,
    /// Where; `None` for the whole cluster.
    within: Option<String>,
}

/// Source: k8s.io/apiserver, `forbiddenMessage` in pkg/endpoints/handlers/responsewriters/errors.go.
fn right(message: &str) -> Option<Right> {
    let (namespace, account) = between(message, "User \"system:serviceaccount:", "\"")?.split_once(':')?;
    let verb = between(message, "\" cannot ", " ")?;
    let resource = between(message, " resource \"", "\"")?;
    let group = between(message, "in API group \"", "\"").unwrap_or_default();
    let (plural, sub) = resource.split_once('/').map_or((resource, String::new()), |(plural, sub)| (plural, format!("/{sub}")));
    let resource = if group.is_empty() { resource.to_owned() } else { format!("{plural}.{group}{sub}") };
    let within = between(message, "in the namespace \"", "\"").map(str::to_owned);
    Some(Right { namespace: namespace.to_owned(), account: account.to_owned(), verb: verb.to_owned(), resource, within })
}

fn finding(cluster: &Cluster, right: &Right, facts: &[&LogFact]) -> Option<Finding> {
    let (first, rest) = facts.split_first()?;
    let mut evidence = Proof::new(first.last_span, heard(first));
    for fact in rest.iter().take(3) {
        evidence = evidence.and(fact.last_span, heard(fact));
    }
    let subject = object(cluster, first);
    let mut also: Vec<ObjectRef> = rest.iter().map(|fact| object(cluster, fact)).filter(|id| *id != subject).collect();
    also.dedup();
    let Right { namespace, account, verb, resource, within } = right;
    // Whoever lists also watches; a client that reads needs the three.
    let verbs = if matches!(verb.as_str(), "get" | "list" | "watch") { "get,list,watch" } else { verb };
    let (cluster_wide, scope) = match within {
        Some(within) => ("", format!(" -n {within}")),
        None => ("cluster", String::new()),
    };
    let role = format!("kubectl create {cluster_wide}role{scope} {account}-extra --verb={verbs} --resource={resource}");
    let binding = format!("kubectl create {cluster_wide}rolebinding{scope} {account}-extra --{cluster_wide}role={account}-extra --serviceaccount={namespace}:{account}");
    let place = match within {
        Some(within) => phrase!("in namespace {within}", "命名空间 {within} 中", within = within),
        None => phrase!("in the whole cluster", "整个集群范围内"),
    };
    let title = |place: &str| phrase!("Service account {account} may not {verb} {resource} {place}", "ServiceAccount {account} 无权 {verb} {resource}（{place}）", account = account, verb = verb, resource = resource, place = place);
    let title = Phrase { en: title(&place.en).en, zh: title(&place.zh).zh };
    Some(Finding {
        rule: META.id.to_owned(),
        severity: Severity::Warning,
        confidence: Confidence::Certain,
        subject,
        also,
        title,
        why: phrase!(
            "The program asks the API as {namespace}:{account}, and no Role that is bound to this account allows it. Usual reasons: the chart was installed with its RBAC switched off, the account is `default` because `serviceAccountName` is not set, or a new version needs more rights than the old Role gives.",
            "程序以 {namespace}:{account} 的身份访问 API，而绑定到该账号的 Role 都不允许此操作。常见原因：安装时关闭了 RBAC、没有设置 `serviceAccountName` 而使用了 `default`，或新版本需要的权限超出旧的 Role。",
            namespace = namespace, account = account,
        ),
        fix: phrase!("If the program is meant to do this: `{role}`, then `{binding}`. Better still, give the chart or manifest its own Role back.", "如果程序确实需要该权限：先执行 `{role}`，再执行 `{binding}`。更好的做法是恢复 chart 或清单自带的 Role。", role = role, binding = binding),
        next: vec![
            kubectl(format!("kubectl auth can-i {verb} {resource}{} --as=system:serviceaccount:{namespace}:{account}", if within.is_some() { scope.as_str() } else { " -A" }), phrase!("whether it may by now", "现在是否已有权限")),
            kubectl(format!("kubectl get rolebindings,clusterrolebindings -A -o wide | grep {account}"), phrase!("which Roles it has", "它绑定了哪些 Role")),
        ],
        evidence,
    })
}
