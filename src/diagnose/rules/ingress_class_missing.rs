//! An Ingress names a class that the cluster does not have.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{kubectl, names};
use crate::diagnose::rule::{Meta, Rule};
use crate::diagnose::services::{all, field};
use crate::kind::Kind;
use crate::model::cluster::{Cluster, Other};
use crate::model::object_ref::ObjectRef;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: IngressClassMissing = IngressClassMissing;

pub(super) struct IngressClassMissing;

static META: Meta = Meta {
    id: "ingress-class-missing",
    what: text!("An Ingress names a class that does not exist.", "Ingress 引用了不存在的 IngressClass。"),
    needs: "kubectl get ingress,ingressclass -A",
};

impl Rule for IngressClassMissing {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        if !cluster.scope.covers_all(&Kind::IngressClass) {
            return Vec::new();
        }
        all(cluster, Kind::Ingress).filter_map(|ingress| finding(cluster, ingress)).collect()
    }
}

fn finding(cluster: &Cluster, ingress: &Other) -> Option<Finding> {
    let class = field(ingress, &["CLASS", "Ingress Class", "spec.ingressClassName"]).filter(|it| !matches!(it.value.as_str(), "" | "<none>"))?;
    if cluster.others.contains_key(&ObjectRef::cluster_scoped(Kind::IngressClass, class.value.as_str())) {
        return None;
    }
    let name = ingress.id.name.as_str();
    let have: Vec<&str> = all(cluster, Kind::IngressClass).map(|it| it.id.name.as_str()).collect();
    let why = if have.is_empty() {
        phrase!("The list of classes is empty: no ingress controller is installed, or it brought no class. Nobody serves this Ingress.", "IngressClass 列表为空：没有安装 Ingress 控制器，或控制器没有创建 IngressClass。没有人处理这个 Ingress。")
    } else {
        phrase!("The classes that exist are {which}. No controller answers to {class}, so nobody serves this Ingress.", "现有的 IngressClass 是 {which}。没有控制器对应 {class}，因此没有人处理这个 Ingress。", which = names(have.into_iter()), class = class.value)
    };
    Some(Finding {
        rule: META.id.to_owned(),
        severity: Severity::Warning,
        confidence: Confidence::Certain,
        subject: ingress.id.clone(),
        also: Vec::new(),
        title: phrase!("Ingress {name} wants the class {class}, which does not exist", "Ingress {name} 需要的 IngressClass {class} 不存在", name = name, class = class.value),
        why,
        fix: phrase!("Set `ingressClassName` to a class that exists, or install the controller that is meant.", "把 `ingressClassName` 改为现有的 IngressClass，或安装对应的控制器。"),
        next: vec![kubectl("kubectl get ingressclass", phrase!("the classes and their controllers", "IngressClass 及其控制器"))],
        evidence: Proof::new(class.span, phrase!("the class that it names", "它引用的 IngressClass")),
    })
}
