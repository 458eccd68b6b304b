//! Components of the control plane run versions that do not go together.

use crate::diagnose::facts::releases::minor;
use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{kubectl, pods_of};
use crate::diagnose::rule::{Meta, Rule};
use crate::model::cluster::Cluster;
use crate::model::component::Role;
use crate::model::pod::Pod;
use crate::span::Span;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: ControlplaneImageVersionSkew = ControlplaneImageVersionSkew;

pub(super) struct ControlplaneImageVersionSkew;

static META: Meta = Meta {
    id: "controlplane-image-version-skew",
    what: text!("Control-plane components run versions that do not go together.", "控制平面组件的版本不匹配。"),
    needs: "kubectl describe pod -n kube-system",
};

impl Rule for ControlplaneImageVersionSkew {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let servers: Vec<Running<'_>> = pods_of(cluster, Role::ApiServer).filter_map(running).collect();
        let (Some(oldest), Some(newest)) = (servers.iter().min_by_key(|it| it.minor), servers.iter().max_by_key(|it| it.minor)) else { return Vec::new() };
        // Source: kubernetes.io, "Version Skew Policy": API servers within one minor version; controller-manager and scheduler not newer
        // than any API server they may talk to, and at most one older.
        if newest.minor > oldest.minor + 1 {
            return vec![finding(oldest, newest)];
        }
        let followers = pods_of(cluster, Role::ControllerManager).chain(pods_of(cluster, Role::Scheduler));
        followers
            .filter_map(running)
            .find_map(|it| {
                if it.minor > oldest.minor {
                    Some(finding(oldest, &it))
                } else if it.minor + 1 < newest.minor {
                    Some(finding(&it, newest))
                } else {
                    None
                }
            })
            .into_iter()
            .collect()
    }
}

struct Running<'a> {
    pod: &'a Pod,
    minor: u32,
    version: &'a str,
    span: Span,
}

fn running(pod: &Pod) -> Option<Running<'_>> {
    let image = pod.containers.iter().find_map(|it| it.image.as_ref())?;
    let version = image.value.split('@').next()?.rsplit_once(':')?.1;
    Some(Running { pod, minor: minor(version)?, version, span: image.span })
}

fn finding(old: &Running<'_>, new: &Running<'_>) -> Finding {
    Finding {
        rule: META.id.to_owned(),
        severity: Severity::Warning,
        confidence: Confidence::Certain,
        subject: old.pod.id.clone(),
        also: vec![new.pod.id.clone()],
        title: phrase!("{behind} runs {was} beside {ahead} with {is}", "{behind} 运行 {was}，而 {ahead} 运行 {is}", behind = old.pod.id.name, was = old.version, ahead = new.pod.id.name, is = new.version),
        why: phrase!(
            "API servers may differ by one minor version; controller-manager and scheduler may be one older than the API servers but never newer. Beyond that they may use fields and APIs that the other does not know. It is what an upgrade leaves that stopped half-way.",
            "API 服务器之间最多相差一个次要版本；控制器管理器和调度器可以比 API 服务器旧一个次要版本，但不能更新。超出后，一方可能使用另一方不认识的字段和 API。这通常是升级中途停下的结果。",
        ),
        fix: phrase!("Finish the upgrade node by node, one minor version at a time, the API servers first.", "逐个节点完成升级，每次一个次要版本，先升级 API 服务器。"),
        next: vec![kubectl("kubectl get pods -n kube-system -l tier=control-plane -o custom-columns=POD:.metadata.name,IMAGE:.spec.containers[0].image", phrase!("the version of each component", "各组件的版本"))],
        evidence: Proof::new(old.span, phrase!("the older one", "较旧的")).and(new.span, phrase!("the newer one", "较新的")),
    }
}
