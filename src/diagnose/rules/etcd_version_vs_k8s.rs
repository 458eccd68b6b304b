//! etcd runs a version that may damage its data.

use crate::diagnose::finding::{Finding, Severity};
use crate::diagnose::look::pods_of;
use crate::diagnose::note::{Note, note};
use crate::diagnose::rule::{Meta, Rule};
use crate::model::cluster::Cluster;
use crate::model::component::Role;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: EtcdVersionVsK8s = EtcdVersionVsK8s;

pub(super) struct EtcdVersionVsK8s;

static META: Meta = Meta {
    id: "etcd-version-vs-k8s",
    what: text!("etcd runs a version with a known fault that damages data.", "etcd 的版本存在会损坏数据的已知缺陷。"),
    needs: "kubectl describe pod etcd-…",
};

impl Rule for EtcdVersionVsK8s {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let mut res: Vec<Finding> = Vec::new();
        for pod in pods_of(cluster, Role::Etcd) {
            let Some(image) = pod.containers.iter().find_map(|it| it.image.as_ref()) else { continue };
            let tag = image.value.split('@').next().and_then(|it| it.rsplit_once(':')).map_or("", |(_, tag)| tag.trim_start_matches('v'));
            let version = tag.split('-').next().unwrap_or_default();
            // Source: etcd's announcement of March 2022 and CHANGELOG-3.5: a crash under load may leave members with different data; 3.5.3 mends it.
            if !matches!(version, "3.5.0" | "3.5.1" | "3.5.2") {
                continue;
            }
            if let Some(first) = res.first_mut() {
                first.also.push(pod.id.clone());
                first.evidence = first.evidence.clone().and(image.span, phrase!("the same", "同上"));
                continue;
            }
            let mut found = note(&META, pod, image.span, Note {
                shows: phrase!("its version", "它的版本"),
                title: phrase!("etcd {version} may damage its data when it is killed", "etcd {version} 被强制终止时可能损坏数据", version = version),
                why: phrase!(
                    "In 3.5.0 to 3.5.2 a member that ends under load may come back with other data than the rest, and nothing tells. The etcd project advises against these versions.",
                    "3.5.0 至 3.5.2 的成员若在负载下异常终止，重启后数据可能与其他成员不同，而且没有任何提示。etcd 项目不建议使用这些版本。",
                ),
                fix: phrase!("Take a snapshot, then go to the newest 3.5, one member after another; until then set `--experimental-initial-corrupt-check=true`.", "先做快照，再逐个成员升级到最新的 3.5；在此之前设置 `--experimental-initial-corrupt-check=true`。"),
            });
            found.severity = Severity::Warning;
            res.push(found);
        }
        res
    }
}
