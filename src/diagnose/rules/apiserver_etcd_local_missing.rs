//! An API server fails, API servers here use only the etcd on their own node, and that node has none.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{line, on_node, pods_of};
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::model::cluster::Cluster;
use crate::model::component::Role;
use crate::model::topology::Presence;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: ApiserverEtcdLocalMissing = ApiserverEtcdLocalMissing;

pub(super) struct ApiserverEtcdLocalMissing;

static META: Meta = Meta {
    id: "apiserver-etcd-local-missing",
    what: text!("A failing API server whose node has no etcd, where API servers use only their local etcd.", "API 服务器只使用本节点的 etcd，而失败的那个所在节点没有 etcd。"),
    needs: "kubectl get pods -n kube-system; kubectl describe pod kube-apiserver-…",
};

impl Rule for ApiserverEtcdLocalMissing {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let Some((shown, servers)) = pods_of(cluster, Role::ApiServer).find_map(|pod| Some((pod, pod.flag("etcd-servers")?))) else { return Vec::new() };
        if !servers.value.split(',').all(|url| url.contains("//127.0.0.1:") || url.contains("//localhost:")) {
            return Vec::new();
        }
        let mut res = Vec::new();
        for member in &cluster.topology.control_plane {
            let (Presence::Seen(id), Presence::Absent { list, .. }) = (&member.api_server, &member.etcd) else { continue };
            let Some(pod) = cluster.pods.get(id).filter(|pod| pod.is_ready() == Some(false)) else { continue };
            let address = servers.value.replace("https://", "").replace("http://", "");
            let same = shown.id == *id;
            let note = if same {
                phrase!("its own command: only the local etcd", "它自己的命令：只连接本地 etcd")
            } else {
                phrase!("the command of its sibling {name}: only the local etcd", "同类 {name} 的命令：只连接本地 etcd", name = shown.id.name)
            };
            let mut evidence = Proof::new(servers.span, note);
            evidence = evidence.and(line(pod), phrase!("the API server that fails", "失败的 API 服务器")).and(*list, phrase!("no etcd pod on {node} in this list", "此列表中 {node} 上没有 etcd Pod", node = member.node));
            res.push(Finding {
                rule: META.id.to_owned(),
                severity: Severity::Critical,
                confidence: Confidence::Likely,
                subject: id.clone(),
                also: Vec::new(),
                title: phrase!("The API server on {node} has no etcd at {address}", "{node} 上的 API 服务器在 {address} 找不到 etcd", node = member.node, address = address),
                why: phrase!(
                    "API servers of this cluster run with `--etcd-servers={value}`: each talks to the etcd on its own node and to no other. On {node} nothing listens there, so the API server gives up and is started again.",
                    "这个集群的 API 服务器以 `--etcd-servers={value}` 运行：各自只连接本节点的 etcd，不连接其他成员。{node} 上没有进程监听该地址，API 服务器只能退出，再被重新拉起。",
                    value = servers.value,
                    node = member.node,
                ),
                fix: phrase!("Bring etcd back on {node}; the API server then starts by itself.", "恢复 {node} 上的 etcd；之后 API 服务器会自行启动。", node = member.node),
                next: vec![on_node(&member.node, "crictl logs --tail 20 $(crictl ps -a -q --name kube-apiserver | head -1)", phrase!("a refused connection to {address} confirms it", "若看到连接 {address} 被拒绝，即可确认", address = address))],
                evidence,
            });
        }
        res
    }

    fn explains(&self) -> &'static [Link] {
        const SAME: fn(&Cluster, &Finding, &Finding) -> Option<crate::text::Phrase> =
            |_, cause, effect| (cause.subject == effect.subject).then(|| phrase!("without a store it exits at every start", "没有存储，它每次启动都会退出"));
        &[
            Link { effect: "apiserver-crashloop", because: SAME },
            Link { effect: "apiserver-etcd-unreachable", because: SAME },
        ]
    }
}
