//! A kube-apiserver pod is not ready.

use crate::diagnose::finding::Finding;
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::diagnose::static_pod;
use crate::model::cluster::Cluster;
use crate::model::component::Role;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: ApiserverCrashloop = ApiserverCrashloop;

pub(super) struct ApiserverCrashloop;

static META: Meta = Meta {
    id: "apiserver-crashloop",
    what: text!("A kube-apiserver pod is not ready.", "某个 kube-apiserver Pod 未就绪。"),
    needs: "kubectl get pods -n kube-system",
};

impl Rule for ApiserverCrashloop {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        static_pod::down(cluster, &META, Role::ApiServer, |left| {
            if left == 0 {
                phrase!("No other API server is ready in this list; that it could be printed means one answered at that moment.", "列表中没有其他就绪的 API 服务器；列表能打印出来，说明当时有一个应答了。")
            } else {
                phrase!("Whatever reaches this API server directly fails; {left} others are ready and answer.", "直接访问这个 API 服务器的请求都会失败；另有 {left} 个就绪，能够应答。", left = left)
            }
        })
    }

    fn explains(&self) -> &'static [Link] {
        &[Link { effect: "readiness-failing", because: crate::diagnose::links::same_pods },
            Link { effect: "apiserver-down", because: crate::diagnose::links::no_server }, Link { effect: "apiserver-unavailable", because: crate::diagnose::links::no_server }]
    }
}
