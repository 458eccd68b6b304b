//! A kube-controller-manager pod is not ready.

use crate::diagnose::finding::Finding;
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::diagnose::static_pod;
use crate::model::cluster::Cluster;
use crate::model::component::Role;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: KcmCrashloop = KcmCrashloop;

pub(super) struct KcmCrashloop;

static META: Meta = Meta {
    id: "kcm-crashloop",
    what: text!("A kube-controller-manager pod is not ready.", "某个 kube-controller-manager Pod 未就绪。"),
    needs: "kubectl get pods -n kube-system",
};

impl Rule for KcmCrashloop {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        static_pod::down(cluster, &META, Role::ControllerManager, |left| {
            if left == 0 {
                phrase!("No other one is ready: nothing restores missing replicas, and no endpoints are updated.", "没有其他就绪的实例：缺失的副本无人补齐，Endpoints 也不再更新。")
            } else {
                phrase!("Only one leads at a time and {left} others are ready: the cluster keeps its desired state.", "同一时刻只有一个担任领导者，另有 {left} 个就绪：集群仍能维持期望状态。", left = left)
            }
        })
    }

    fn explains(&self) -> &'static [Link] {
        &[Link { effect: "readiness-failing", because: crate::diagnose::links::same_pods }]
    }
}
