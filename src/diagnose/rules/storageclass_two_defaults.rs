//! Two or more `StorageClasses` are marked as the default.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{kubectl, names};
use crate::diagnose::storage::all;
use crate::kind::Kind;
use crate::model::cluster::Other;
use crate::diagnose::rule::{Meta, Rule};
use crate::model::cluster::Cluster;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: StorageclassTwoDefaults = StorageclassTwoDefaults;

pub(super) struct StorageclassTwoDefaults;

static META: Meta = Meta {
    id: "storageclass-two-defaults",
    what: text!("More than one StorageClass is the default.", "有多个默认的 StorageClass。"),
    needs: "kubectl get storageclass",
};

impl Rule for StorageclassTwoDefaults {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let all: Vec<&Other> = all(cluster, &Kind::StorageClass).filter(|it| default(it)).collect();
        finding(cluster, &all).into_iter().collect()
    }
}

fn default(class: &Other) -> bool {
    let annotated = ["storageclass.kubernetes.io/is-default-class", "storageclass.beta.kubernetes.io/is-default-class"];
    let marked = |name: &&str| class.fields.get(format!("metadata.annotations.{name}").as_str()).is_some_and(|it| it.value == "true");
    class.fields.contains_key("DEFAULT") || class.fields.get("IsDefaultClass").is_some_and(|it| it.value == "Yes") || annotated.iter().any(marked)
}

fn finding(cluster: &Cluster, all: &[&Other]) -> Option<Finding> {
    let [first, second, ..] = all else { return None };
    let place = |it: &Other| it.sightings.first().copied().unwrap_or_default();
    let minor = cluster.version.as_ref().and_then(|it| it.value.trim_start_matches('v').split('.').nth(1)?.parse::<u32>().ok());
    // Source: kubernetes/kubernetes#110559, CHANGELOG-1.26: with several defaults the newest is used; before, a claim without a class was
    // refused (kubernetes/kubernetes#34549).
    let old = minor.is_some_and(|it| it < 26);
    Some(Finding {
        rule: META.id.to_owned(),
        severity: if old { Severity::Warning } else { Severity::Info },
        confidence: Confidence::Certain,
        subject: first.id.clone(),
        also: all.iter().skip(1).map(|it| it.id.clone()).collect(),
        title: phrase!("{n} StorageClasses are the default: {which}", "有 {n} 个默认的 StorageClass：{which}", n = all.len(), which = names(all.iter().map(|it| it.id.name.as_str()))),
        why: if old {
            phrase!("This release refuses a claim without a class while there are several defaults.", "该版本在存在多个默认存储类时，会拒绝没有指定存储类的 PVC。")
        } else {
            phrase!("A claim without a class gets the one that was created last (since 1.26): perhaps not the one that is meant.", "没有指定存储类的 PVC 会使用最后创建的那个（自 1.26 起）：未必是你想要的。")
        },
        fix: phrase!("Keep one: set the annotation `storageclass.kubernetes.io/is-default-class` of the others to `false`.", "只保留一个：把其余存储类的注解 `storageclass.kubernetes.io/is-default-class` 设为 `false`。"),
        next: vec![kubectl("kubectl get storageclass", phrase!("`(default)` stands behind each of them", "默认的存储类后面带有 `(default)`"))],
        evidence: Proof::new(place(first), phrase!("a default", "默认")).and(place(second), phrase!("another default", "另一个默认")),
    })
}
