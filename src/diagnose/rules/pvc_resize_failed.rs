//! A claim should grow, and does not.

use crate::diagnose::ended::{newest, short};
use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{in_namespace, kubectl};
use crate::diagnose::rule::{Meta, Rule};
use crate::kind::Kind;
use crate::model::cluster::Cluster;
use crate::model::event::Event;
use crate::model::object_ref::ObjectRef;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: PvcResizeFailed = PvcResizeFailed;

pub(super) struct PvcResizeFailed;

static META: Meta = Meta {
    id: "pvc-resize-failed",
    what: text!("A volume cannot be enlarged.", "卷扩容失败。"),
    needs: "kubectl get events, kubectl describe pvc …",
};

impl Rule for PvcResizeFailed {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let claims = crate::order::set(cluster.events.iter().filter(failed).filter_map(|it| it.object.clone()));
        claims.iter().filter_map(|claim| finding(cluster, claim)).collect()
    }
}

/// Source: k8s.io/kubernetes pkg/kubelet/events and external-resizer pkg/util.
fn failed(event: &&Event) -> bool {
    matches!(event.reason.as_str(), "VolumeResizeFailed" | "FileSystemResizeFailed")
        && event.object.as_ref().is_some_and(|it| matches!(it.kind, Kind::PersistentVolumeClaim | Kind::Pod))
}

fn finding(cluster: &Cluster, id: &ObjectRef) -> Option<Finding> {
    let about = || cluster.events.iter().filter(|it| it.object.as_ref() == Some(id));
    let event = newest(about().filter(failed))?;
    let done = newest(about().filter(|it| matches!(it.reason.as_str(), "VolumeResizeSuccessful" | "FileSystemResizeSuccessful")));
    if done.is_some_and(|it| it.age_secs <= event.age_secs) {
        return None;
    }
    let (name, of) = (id.name.as_str(), in_namespace(id));
    let resource = if id.kind == Kind::Pod { "pod" } else { "pvc" };
    Some(Finding {
        rule: META.id.to_owned(),
        severity: Severity::Warning,
        confidence: Confidence::Certain,
        subject: id.clone(),
        also: Vec::new(),
        title: phrase!("The volume of {name} cannot be enlarged", "{name} 的卷扩容失败", name = name),
        why: phrase!(
            "The volume keeps its old size, and what fills it up goes on. Growing takes two steps: the driver enlarges the disk, then the node the file system; it says: `{said}`.",
            "卷仍是原来的大小，而写满的风险依旧存在。扩容分两步：驱动扩大磁盘，节点再扩大文件系统。原文：`{said}`。",
            said = short(&event.message),
        ),
        fix: phrase!("Mend what the message names (quota, permissions, a driver without expansion). A size that the storage cannot give can be lowered again, not below what the volume has: since 1.34, by default.", "修复消息中提到的问题（配额、权限、驱动不支持扩容）。自 1.34 起默认可以把无法满足的容量改小，但不能小于卷的现有容量。"),
        next: vec![
            kubectl(format!("kubectl describe {resource}{of} {name}"), phrase!("conditions and events of the resize", "扩容的状况与事件")),
            kubectl("kubectl get storageclass", phrase!("ALLOWVOLUMEEXPANSION of its class", "其存储类的 ALLOWVOLUMEEXPANSION")),
        ],
        evidence: Proof::new(event.span, phrase!("what was said", "消息原文")),
    })
}
