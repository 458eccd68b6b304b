//! Ingresses wait for an address, and the list of all pods shows no ingress controller.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{kubectl, names};
use crate::diagnose::rule::{Meta, Rule};
use crate::diagnose::services::{age, all, on_cloud};
use crate::kind::Kind;
use crate::model::cluster::{Cluster, Other};
use crate::model::component::Role;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: IngressControllerAbsent = IngressControllerAbsent;

pub(super) struct IngressControllerAbsent;

static META: Meta = Meta {
    id: "ingress-controller-absent",
    what: text!("Ingresses exist, but no controller serves them.", "存在 Ingress，但没有控制器处理。"),
    needs: "kubectl get ingress -A; kubectl get pods -A",
};

impl Rule for IngressControllerAbsent {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        // A cloud serves them from outside; a mesh or a gateway may do it as well.
        let serves = |role: Role| matches!(role, Role::Ingress | Role::Mesh);
        let any = cluster.pods.values().any(|pod| pod.component.as_ref().is_some_and(|it| serves(it.role)));
        if any || on_cloud(cluster) || !cluster.scope.covers_all(&Kind::Pod) || cluster.pods.is_empty() {
            return Vec::new();
        }
        let waiting: Vec<&Other> = all(cluster, Kind::Ingress).filter(|it| waits(cluster, it)).collect();
        finding(&waiting).into_iter().collect()
    }
}

/// A controller writes the address within seconds.
const GRACE_SECS: i64 = 300;

fn waits(cluster: &Cluster, it: &Other) -> bool {
    let none = match it.fields.get("ADDRESS") {
        Some(cell) => matches!(cell.value.as_str(), "" | "<none>"),
        None => it.fields.contains_key("metadata.creationTimestamp") && !it.fields.keys().any(|path| path.starts_with("status.loadBalancer.ingress")),
    };
    none && age(cluster, it).is_some_and(|it| it > GRACE_SECS)
}

fn finding(waiting: &[&Other]) -> Option<Finding> {
    let first = waiting.first()?;
    let mut evidence = Proof::new(first.sightings.first().copied()?, phrase!("no address", "没有地址"));
    for it in waiting.iter().skip(1).take(3) {
        evidence = evidence.and(it.sightings.first().copied().unwrap_or_default(), phrase!("the same", "同上"));
    }
    let which = names(waiting.iter().map(|it| it.id.name.as_str()));
    Some(Finding {
        rule: META.id.to_owned(),
        severity: Severity::Warning,
        confidence: Confidence::Likely,
        subject: first.id.clone(),
        also: waiting.iter().skip(1).map(|it| it.id.clone()).collect(),
        title: phrase!("No ingress controller runs, so nobody serves {which}", "没有运行 Ingress 控制器，{which} 无人处理", which = which),
        why: phrase!("An Ingress is only a wish; a controller has to carry it out. The list of all pods shows none that is known here, and these have had no address for longer than five minutes.", "Ingress 只是一份声明，要由控制器来实现。所有 Pod 的列表中没有已知的控制器，而这些 Ingress 超过五分钟仍没有地址。"),
        fix: phrase!("Install an ingress controller and name its class in `ingressClassName`. ingress-nginx has been retired: choose one that is maintained.", "安装一个 Ingress 控制器，并在 `ingressClassName` 中指定其类别。ingress-nginx 已停止维护，请选择仍在维护的实现。"),
        next: vec![
            kubectl("kubectl get ingressclass", phrase!("was a controller ever installed?", "是否安装过控制器？")),
            kubectl("kubectl get pods -A | grep -i -e ingress -e gateway -e traefik", phrase!("one that is not known here?", "是否有此处未识别的控制器？")),
        ],
        evidence,
    })
}
