//! An etcd member cannot join: it starts as one of another cluster, or as a new one.

use crate::diagnose::finding::{Confidence, Finding, Severity};
use crate::diagnose::heard::{self, Words};
use crate::diagnose::look::{kubectl, on_node};
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::model::cluster::Cluster;
use crate::text::Phrase;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: EtcdInitialClusterStateExistingWrong = EtcdInitialClusterStateExistingWrong;

pub(super) struct EtcdInitialClusterStateExistingWrong;

static META: Meta = Meta {
    id: "etcd-initial-cluster-state-existing-wrong",
    what: text!("An etcd member cannot join the others.", "某个 etcd 成员无法加入集群。"),
    needs: "kubectl logs -n kube-system etcd-…",
};

impl Rule for EtcdInitialClusterStateExistingWrong {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let mut facts = heard::facts(cluster, "etcd-initial-cluster-state-existing-wrong");
        facts.extend(heard::facts(cluster, "etcd-member-removed"));
        let Some(first) = facts.first() else { return Vec::new() };
        let who = heard::who(&facts);
        let node = first.name.as_deref().and_then(|it| it.strip_prefix("etcd-")).unwrap_or("control-plane");
        let removed = first.signature == "etcd-member-removed";
        heard::finding(cluster, &META, &facts, Words {
            severity: Severity::Critical,
            confidence: Confidence::Certain,
            title: if removed {
                phrase!("{who} was removed from the etcd cluster and starts all the same", "{who} 已被移出 etcd 集群，却仍在启动", who = who)
            } else {
                phrase!("{who} cannot join the other etcd members", "{who} 无法加入其他 etcd 成员", who = who)
            },
            why: phrase!(
                "Its log says: \"{said}\". Its data directory or its --initial-cluster flags belong to another state of the cluster than the one the members agree on: a member that was replaced, restored or added by hand without being registered.",
                "其日志写道：“{said}”。它的数据目录或 --initial-cluster 参数与各成员公认的集群状态不符：常见于成员被替换、从备份恢复，或手工添加却没有登记。",
                said = heard::quoted(&first.message),
            ),
            fix: phrase!(
                "Remove its old entry (`etcdctl member remove`), empty /var/lib/etcd on that node only, `etcdctl member add` it, and start it with `--initial-cluster-state=existing`. With kubeadm: reset the node and join it again as a control-plane node.",
                "移除旧条目（`etcdctl member remove`），只清空该节点的 /var/lib/etcd，再 `etcdctl member add`，并以 `--initial-cluster-state=existing` 启动。kubeadm 集群：重置该节点，再作为控制平面节点重新加入。",
            ),
            next: vec![
                kubectl("kubectl get pods -n kube-system -l component=etcd -o wide", phrase!("a healthy member to ask", "找一个健康的成员来查询")),
                on_node(node, "grep -- '--initial-cluster' /etc/kubernetes/manifests/etcd.yaml; ls /var/lib/etcd/member", phrase!("what it is told, and whether it brings old data", "启动参数，以及是否带有旧数据")),
            ],
        })
    }

    fn explains(&self) -> &'static [Link] {
        const SAME: fn(&Cluster, &Finding, &Finding) -> Option<Phrase> = |_, cause, effect| {
            heard::about(cause, &effect.subject).then(|| phrase!("its own log says that it does not belong to the cluster", "它自己的日志说它不属于该集群"))
        };
        &[Link { effect: "etcd-crashloop", because: SAME }]
    }
}
