//! A namespace is being deleted and does not go.

use crate::diagnose::ended::{joined, short};
use crate::diagnose::fields::condition;
use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::kubectl;
use crate::diagnose::rule::{Meta, Rule};
use crate::diagnose::services::{all, field};
use crate::kind::Kind;
use crate::model::cluster::{Cluster, Other};
use crate::text::Phrase;
use crate::time::Stamp;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: NamespaceTerminatingStuck = NamespaceTerminatingStuck;

pub(super) struct NamespaceTerminatingStuck;

static META: Meta = Meta {
    id: "namespace-terminating-stuck",
    what: text!("A namespace stays Terminating.", "命名空间一直处于 Terminating。"),
    needs: "kubectl get namespaces; kubectl describe namespace …",
};

impl Rule for NamespaceTerminatingStuck {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        all(cluster, Kind::Namespace).filter_map(|it| finding(cluster, it)).collect()
    }
}

/// An orderly deletion takes seconds, or as long as the pods' grace periods.
const GRACE_SECS: i64 = 300;

fn finding(cluster: &Cluster, it: &Other) -> Option<Finding> {
    let state = field(it, &["STATUS", "Status", "status.phase"]).filter(|it| it.value == "Terminating")?;
    let asked = it.fields.get("metadata.deletionTimestamp").and_then(|it| Stamp::parse(&it.value));
    let now = cluster.now.as_ref().map(|it| it.value);
    if asked.zip(now).is_some_and(|(asked, now)| (0..GRACE_SECS).contains(&(now.0 - asked.0))) {
        return None;
    }
    let name = it.id.name.as_str();
    let stated = |kind: &str| condition(it, kind).filter(|it| it.status == "True");
    let mut evidence = Proof::new(state.span, phrase!("it is being deleted", "它正在被删除"));
    let discovery = stated("NamespaceDeletionDiscoveryFailure");
    let told = discovery.as_ref().is_some();
    let last = discovery.or_else(|| stated("NamespaceFinalizersRemaining")).or_else(|| stated("NamespaceDeletionContentFailure")).or_else(|| stated("NamespaceContentRemaining"));
    let said = last.as_ref().map_or("", |it| it.message);
    if let Some(it) = &last {
        evidence = evidence.and(it.span, phrase!("why it does not go", "为何没有删除完成"));
    }
    let (why, fix) = if told {
        (
            phrase!("Before it goes, everything in it must be listed and deleted, of every kind of API. An API of an APIService does not answer, so the controller cannot know what is left.", "删除前必须列出并删除其中每一种 API 的所有对象。某个 APIService 的 API 没有应答，控制器无法得知还剩下什么。"),
            phrase!("Mend the APIService that is not available, or delete it if nothing needs it any more; the namespace then goes by itself. Do not remove the namespace's finalizer: what is in it would be left behind.", "修复不可用的 APIService；若已不再需要，则删除它，命名空间随后会自行消失。不要去掉命名空间的 finalizer：其中的对象会残留。"),
        )
    } else {
        (
            phrase!("It goes only when everything in it is gone. Something is left: most often an object with a finalizer whose controller was removed first, or a pod on a node that is silent.", "只有其中的所有对象都消失后，它才会被删除。仍有对象残留：多半是带有 finalizer 而其控制器已先被删除的对象，或位于失联节点上的 Pod。"),
            phrase!("Find what is left and bring its controller back. Only if that is impossible, remove the finalizer of that object; never the one of the namespace.", "找出残留的对象并恢复它的控制器。只有在无法恢复时，才去掉该对象的 finalizer；不要去掉命名空间的 finalizer。"),
        )
    };
    Some(Finding {
        rule: META.id.to_owned(),
        // The table does not tell for how long.
        severity: if last.is_some() || asked.is_some() { Severity::Warning } else { Severity::Info },
        confidence: if last.is_some() { Confidence::Certain } else { Confidence::Possible },
        subject: it.id.clone(),
        also: Vec::new(),
        title: phrase!("Namespace {name} is Terminating and does not go", "命名空间 {name} 一直处于 Terminating", name = name),
        why: if said.is_empty() { why } else { joined(&why, &Phrase::same(short(said))) },
        fix,
        next: vec![
            kubectl(format!("kubectl get namespace {name} -o jsonpath='{{.status.conditions}}'"), phrase!("what is left, and what could not be listed", "还剩下什么，哪些无法列出")),
            kubectl("kubectl get apiservices | grep False", phrase!("an API that does not answer", "没有应答的 API")),
            kubectl(format!("kubectl api-resources --verbs=list --namespaced -o name | xargs -n1 kubectl get -n {name} --ignore-not-found --show-kind"), phrase!("everything that is left in it", "其中残留的所有对象")),
        ],
        evidence,
    })
}
