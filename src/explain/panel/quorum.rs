//! The etcd ring: who lives, how many are needed, what one loss or one repair would change.

use crate::diagnose::look::{kubectl, line};
use crate::explain::panel::draft::Draft;
use crate::explain::panel::tell;
use crate::model::object_ref::ObjectRef;
use crate::model::topology::{EtcdLayout, Presence, Quorum};
use crate::phrase;
use crate::text::Phrase;

/// Tells about the quorum.
pub fn quorum(draft: &mut Draft<'_>) {
    let cluster = draft.cluster();
    let layout = tell::etcd_layout(cluster.topology.etcd);
    draft.article("quorum");
    draft.about_rules(&ObjectRef::cluster(), "etcd-");
    if let Some(Quorum { members, alive, needed }) = cluster.topology.quorum {
        let count = phrase!(
            "{alive} of {members} alive, {needed} needed",
            "{members} 个成员存活 {alive} 个，需要 {needed} 个",
            alive = alive,
            members = members,
            needed = needed
        );
        draft.title(phrase!("etcd quorum", "etcd 法定人数"), tell::joined([count, layout]));
        draft.say(phrase!(
            "{members} control-plane nodes make {members} members. More than half of {members} is {needed}.",
            "{members} 个控制平面节点对应 {members} 个成员。{members} 的过半数是 {needed}。",
            members = members,
            needed = needed
        ));
    } else {
        draft.title(phrase!("etcd quorum", "etcd 法定人数"), layout);
        draft.say(cannot_count(cluster.topology.etcd));
    }
    members(draft);
    for member in &cluster.topology.control_plane {
        if let Presence::Absent { expected, .. } = &member.etcd {
            draft.about(expected);
        }
    }
    let first = cluster.topology.control_plane.iter().find_map(|it| it.etcd.pod());
    if let Some(pod) = first {
        draft.suggest(kubectl(
            format!(
                "kubectl -n kube-system exec {} -- etcdctl --endpoints=https://127.0.0.1:2379 --cacert=/etc/kubernetes/pki/etcd/ca.crt --cert=/etc/kubernetes/pki/etcd/server.crt --key=/etc/kubernetes/pki/etcd/server.key member list -w table",
                pod.name
            ),
            phrase!("the members as etcd itself counts them", "etcd 自己认定的成员列表"),
        ));
    } else {
        draft.suggest(kubectl(
            "kubectl get pods -n kube-system -o wide",
            phrase!("the etcd Pods, if they run as Pods", "etcd 的 Pod（如果它以 Pod 方式运行）"),
        ));
    }
}

/// The sentences, lines and futures that every etcd part shares.
pub fn members(draft: &mut Draft<'_>) {
    let cluster = draft.cluster();
    for member in &cluster.topology.control_plane {
        match &member.etcd {
            Presence::Seen(id) => {
                let Some(pod) = cluster.pods.get(id) else { continue };
                let note = match pod.is_ready() {
                    Some(true) => phrase!("the member on {node} is there and ready", "{node} 上的成员在位且就绪", node = member.node),
                    Some(false) => phrase!("the member on {node} is there, not ready", "{node} 上的成员在位，但未就绪", node = member.node),
                    None => phrase!("the member on {node} is there", "{node} 上的成员在位", node = member.node),
                };
                draft.show(line(pod), note);
            }
            Presence::Absent { list, .. } => {
                draft.show(*list, phrase!("this whole list has no member on {node}", "整份列表中没有 {node} 上的成员", node = member.node));
            }
            Presence::NotShown => {}
        }
    }
    let Some(quorum) = cluster.topology.quorum else { return };
    draft.say(tell::quorum(quorum));
    for sentence in futures(quorum) {
        draft.what_if(sentence);
    }
}

/// Now, one more lost, all back.
fn futures(now: Quorum) -> Vec<Phrase> {
    let Quorum { members, alive, .. } = now;
    let mut res = vec![future(&phrase!("Now", "现在"), now)];
    if alive > 0 {
        res.push(future(&phrase!("One more lost", "再失去一个"), Quorum::of(members, alive - 1)));
    }
    if alive < members {
        res.push(future(&phrase!("All back", "全部恢复"), Quorum::of(members, members)));
    }
    res
}

fn future(when: &Phrase, quorum: Quorum) -> Phrase {
    let Quorum { members, alive, .. } = quorum;
    let does = match (quorum.holds(), quorum.spare()) {
        (false, _) => phrase!("no leader, no writes; what runs keeps running", "没有领导者，无法写入；已运行的容器继续运行"),
        (true, 0) => phrase!("reads and writes go on, none may fail", "读写正常，但一个都不能再少"),
        (true, 1) => phrase!("reads and writes go on, one may fail", "读写正常，还可以失去一个"),
        (true, spare) => phrase!("reads and writes go on, {spare} may fail", "读写正常，还可以失去 {spare} 个", spare = spare),
    };
    tell::phrase_of(
        format!("{}: {alive} of {members} members: {}.", when.en, does.en),
        format!("{}：{members} 个成员中有 {alive} 个，{}。", when.zh, does.zh),
    )
}

fn cannot_count(layout: EtcdLayout) -> Phrase {
    match layout {
        EtcdLayout::External => phrase!(
            "etcd runs outside this cluster's Pods, so its members cannot be counted from Pod lists.",
            "etcd 不以本集群的 Pod 运行，无法从 Pod 列表统计成员。"
        ),
        EtcdLayout::Embedded => phrase!(
            "The distribution runs its store inside its own process; no Pod shows it.",
            "该发行版把存储内嵌在自己的进程里，没有 Pod 可看。"
        ),
        EtcdLayout::Managed => {
            phrase!("The provider runs the control plane; its etcd is never shown.", "控制平面由云厂商托管，其 etcd 不可见。")
        }
        EtcdLayout::Stacked | EtcdLayout::Unknown => phrase!(
            "The text does not show enough to count the members: neither the nodes nor a whole list of `kube-system` may be missing.",
            "文本不足以统计成员：节点列表和 `kube-system` 的完整列表缺一不可。"
        ),
    }
}
