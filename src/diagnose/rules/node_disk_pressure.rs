//! A node runs out of disk, by its condition or its kubelet's log.

use crate::diagnose::finding::Finding;
use crate::diagnose::look::{kubectl, on_node};
use crate::diagnose::pressure::{Words, check};
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::model::cluster::Cluster;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: NodeDiskPressure = NodeDiskPressure;

pub(super) struct NodeDiskPressure;

static META: Meta = Meta {
    id: "node-disk-pressure",
    what: text!("A node runs out of disk.", "节点磁盘空间不足。"),
    needs: "kubectl describe nodes",
};

const WORDS: Words = Words {
    does: || phrase!("runs out of disk: DiskPressure", "磁盘空间不足：DiskPressure"),
    why: || phrase!("The kubelet has less free disk, or fewer inodes, than its threshold. It deletes unused images, then evicts pods, takes no new ones, and taints the node.", "节点剩余磁盘空间或 inode 低于 kubelet 的阈值。它会先删除未使用的镜像，再驱逐 Pod，不再接收新的 Pod，并给节点打上污点。"),
    fix: || phrase!("Find what fills the disk: images, logs below /var/log, emptyDir volumes, or files of the host. The condition goes by itself some minutes after there is room.", "找出占满磁盘的东西：镜像、/var/log 下的日志、emptyDir 卷或主机自身的文件。腾出空间几分钟后，该状况会自行消失。"),
    next: |name| {
        vec![
            on_node(name, "df -h; df -i", phrase!("which disk is full, by bytes or by inodes", "哪个磁盘满了：空间还是 inode")),
            on_node(name, "du -xhd1 /var/lib /var/log | sort -h | tail", phrase!("what takes the room", "空间被什么占用")),
            kubectl(format!("kubectl get --raw /api/v1/nodes/{name}/proxy/stats/summary"), phrase!("what each pod takes, by the kubelet", "kubelet 统计的各 Pod 用量")),
        ]
    },
};

impl Rule for NodeDiskPressure {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        check(cluster, META.id, "DiskPressure", &WORDS)
    }

    fn explains(&self) -> &'static [Link] {
        &[Link { effect: "pod-evicted", because: crate::diagnose::links::evicts }, Link { effect: "sched-untolerated-taint", because: crate::diagnose::links::pressure_taint }, Link { effect: "etcd-crashloop", because: crate::diagnose::links::disk_of_etcd }, Link { effect: "image-pull", because: crate::diagnose::links::full_disk }]
    }
}
