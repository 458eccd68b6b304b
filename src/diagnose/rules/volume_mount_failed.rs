//! A volume cannot be attached to a node or mounted there.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{in_namespace, kubectl};
use crate::diagnose::mounting::{Sort, Trouble, troubles, volume};
use crate::text::Text;
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::model::cluster::Cluster;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: VolumeMountFailed = VolumeMountFailed;

pub(super) struct VolumeMountFailed;

static META: Meta = Meta {
    id: "volume-mount-failed",
    what: text!("A volume cannot be attached or mounted.", "卷无法挂接或挂载。"),
    needs: "kubectl describe pod …, kubectl get events",
};

impl Rule for VolumeMountFailed {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let all = [Sort::Mount, Sort::Attach, Sort::TimedOut].into_iter().flat_map(|sort| troubles(cluster, sort));
        all.map(|it| finding(&it)).collect()
    }

    fn explains(&self) -> &'static [Link] {
        crate::diagnose::links::of_pods!["deploy-rollout-stuck" because crate::diagnose::links::rollout]
    }
}

/// Words of the kubelet, of mount programs and of drivers, what they mean, what to do; the first that fits counts.
static CAUSES: &[(&[&str], Text, Text)] = &[
    (
        &["bad option; for several filesystems", "need a /sbin/mount", "mount.nfs: not found", "unknown filesystem type"],
        text!("The node lacks the program that mounts this kind of volume.", "节点缺少挂载这类卷的程序。"),
        text!("Install it on every node: nfs-common or nfs-utils for NFS, cifs-utils for SMB, open-iscsi for iSCSI.", "在每个节点上安装：NFS 用 nfs-common 或 nfs-utils，SMB 用 cifs-utils，iSCSI 用 open-iscsi。"),
    ),
    (
        &["access denied by server", "Permission denied", "permission denied"],
        text!("The storage server refuses this node.", "存储服务器拒绝该节点。"),
        text!("Allow the nodes' addresses in the export, or correct the path.", "在导出配置中允许节点的地址，或更正路径。"),
    ),
    (
        &["No route to host", "Connection refused", "Connection timed out", "Connection reset", "no such host", "Failed to resolve"],
        text!("The node does not reach the storage server.", "节点访问不到存储服务器。"),
        text!("Look at the server's address, at name resolution on the node, and at firewalls.", "检查服务器地址、节点上的域名解析，以及防火墙。"),
    ),
    (
        &["hostPath type check failed"],
        text!("The path does not exist on that node, or is of another sort than the pod demands.", "该节点上没有这个路径，或其类型与 Pod 的要求不符。"),
        text!("Create the path on the node, or use `type: DirectoryOrCreate`.", "在节点上创建该路径，或使用 `type: DirectoryOrCreate`。"),
    ),
    (
        &["fsck", "structure needs cleaning", "wrong fs type, bad option, bad superblock", "UNEXPECTED INCONSISTENCY"],
        text!("The file system on the volume is damaged, and is not repaired by itself.", "卷上的文件系统已损坏，且不会自动修复。"),
        text!("Scale the workload to 0, take a snapshot, attach the volume to one node and run fsck by hand.", "先把工作负载缩到 0 并做快照，再把卷挂接到一个节点上手工运行 fsck。"),
    ),
    (
        &["already mounted or mount point busy", "device is busy", "target is busy"],
        text!("Another process on the node holds the device.", "节点上有其他进程占用该设备。"),
        text!("Look for an earlier pod with the same volume on that node; multipathd is a known holder.", "查找该节点上使用同一卷的旧 Pod；multipathd 也是已知的占用者。"),
    ),
    (
        &["No such file or directory", "does not exist", "not found"],
        text!("The volume, or a path in it, does not exist on the storage side.", "存储端不存在该卷或其中的路径。"),
        text!("Compare the volume's source with what the storage has.", "对照卷的来源与存储端的实际内容。"),
    ),
];

fn finding(trouble: &Trouble<'_>) -> Finding {
    let name = trouble.id.name.as_str();
    let message = trouble.event.message.as_str();
    let disk = volume(trouble.event);
    let known = CAUSES.iter().find(|(words, _, _)| words.iter().any(|word| message.contains(word)));
    let (why, fix) = match known {
        Some((_, why, fix)) => (why.phrase(), fix.phrase()),
        None => (
            phrase!("Containers are started only when all volumes are mounted. The event names the volume; an earlier one may name the reason.", "所有卷都挂载之后才会启动容器。事件写明了是哪个卷；更早的事件可能写明原因。"),
            phrase!("Read the pod's other events, then the log of the storage driver on that node.", "查看该 Pod 的其他事件，再看该节点上存储驱动的日志。"),
        ),
    };
    Finding {
        rule: META.id.to_owned(),
        severity: Severity::Critical,
        confidence: Confidence::Certain,
        subject: trouble.id.clone(),
        also: trouble.also.clone(),
        title: if disk.is_empty() {
            phrase!("{name} cannot start: a volume is not mounted", "{name} 无法启动：有卷未能挂载", name = name)
        } else {
            phrase!("{name} cannot start: volume {disk} is not mounted", "{name} 无法启动：卷 {disk} 未能挂载", name = name, disk = disk)
        },
        why,
        fix,
        next: vec![kubectl(format!("kubectl describe pod{} {name}", in_namespace(&trouble.id)), phrase!("all events of its volumes", "与卷有关的所有事件"))],
        evidence: Proof::new(trouble.event.span, phrase!("what is said of the volume", "关于该卷的说明")),
    }
}
