//! A node cannot free its disk by removing images: disk pressure comes next.

use crate::diagnose::ended::{newest, short};
use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::heard::about;
use crate::diagnose::look::{kubectl, on_node};
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::kind::Kind;
use crate::model::cluster::Cluster;
use crate::model::event::Event;
use crate::model::object_ref::ObjectRef;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: NodeImageGcFailing = NodeImageGcFailing;

pub(super) struct NodeImageGcFailing;

static META: Meta = Meta {
    id: "node-image-gc-failing",
    what: text!("A node's disk fills up, and removing images does not help.", "节点磁盘将满，清理镜像无济于事。"),
    needs: "kubectl get events -A; kubectl describe node …",
};

impl Rule for NodeImageGcFailing {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let nodes = crate::order::set(cluster.events.iter().filter(failed).filter_map(|it| it.object.clone()));
        nodes.iter().filter_map(|node| finding(cluster, node)).collect()
    }

    fn explains(&self) -> &'static [Link] {
        &[Link {
            effect: "node-disk-pressure",
            because: |_, cause, effect| about(effect, &cause.subject).then(|| phrase!("the kubelet found nothing to remove before the disk was full", "在磁盘写满之前，kubelet 没有可清理的内容")),
        }]
    }
}

/// "invalid capacity 0 on image filesystem" is said once at every start of a kubelet, and is no trouble.
fn failed(event: &&Event) -> bool {
    let recent = event.age_secs.is_none_or(|it| it < 3600);
    matches!(event.reason.as_str(), "FreeDiskSpaceFailed" | "ImageGCFailed") && recent && !event.message.contains("invalid capacity") && event.object.as_ref().is_some_and(|it| it.kind == Kind::Node)
}

fn finding(cluster: &Cluster, node: &ObjectRef) -> Option<Finding> {
    let event = newest(cluster.events.iter().filter(|it| it.object.as_ref() == Some(node)).filter(failed))?;
    let name = node.name.as_str();
    Some(Finding {
        rule: META.id.to_owned(),
        severity: Severity::Warning,
        confidence: Confidence::Certain,
        subject: ObjectRef::node(name),
        also: Vec::new(),
        title: phrase!("The disk of {name} fills up, and removing images does not help", "{name} 的磁盘将满，清理镜像无济于事", name = name),
        why: phrase!(
            "At 85 % of the disk (unless set otherwise) the kubelet removes images that no container uses. It could not free enough: what fills the disk is something else (container logs, emptyDir volumes, data of the host), or all images are in use. Next come disk pressure and evictions. It says: `{said}`.",
            "磁盘用量达到 85%（默认）时，kubelet 会清理没有容器使用的镜像。它没能腾出足够的空间：占满磁盘的是别的内容（容器日志、emptyDir、主机数据），或所有镜像都在使用。接下来会出现磁盘压力和驱逐。原文：`{said}`。",
            said = short(&event.message),
        ),
        fix: phrase!("Find and remove what fills the disk, or enlarge it.", "找出并清理占用磁盘的内容，或扩大磁盘。"),
        next: vec![
            on_node(name, "df -h; df -i; du -xsh /var/log /var/lib/containerd /var/lib/kubelet/pods 2>/dev/null", phrase!("what fills the disk", "是什么占满了磁盘")),
            kubectl(format!("kubectl describe node {name}"), phrase!("whether it has disk pressure by now", "是否已出现磁盘压力")),
        ],
        evidence: Proof::new(event.span, phrase!("what the kubelet says", "kubelet 的说明")),
    })
}
