//! A question about etcd.

use crate::diagnose::finding::Evidence;
use crate::diagnose::look::line;
use crate::explain::lesson::question::Question;
use crate::model::cluster::Cluster;
use crate::model::topology::Presence;
use crate::phrase;
use crate::text::Phrase;

/// How many members may still be lost?
pub fn spare(cluster: &Cluster) -> Option<Question> {
    let quorum = cluster.topology.quorum?;
    let choice = |n: u32| match n {
        0 => phrase!("None: the next loss stops all writes", "一个也不行：再失去一个就无法写入"),
        1 => phrase!("One", "一个"),
        n => phrase!("{n} of them", "{n} 个", n = n),
    };
    let lost = phrase!("Too many are lost already: nothing can be written now", "已经失去太多：现在就无法写入");
    let right: Phrase = if quorum.holds() { choice(quorum.spare()) } else { lost.clone() };
    let mut wrong = vec![choice(0), choice(1), choice(quorum.alive.max(2)), lost];
    wrong.retain(|it| *it != right);
    let because = phrase!(
        "A cluster of {members} needs {needed} to agree, more than half of all its members. {alive} are alive. An absent member still counts in the total.",
        "{members} 个成员的集群需要 {needed} 个达成一致，即全体成员的过半数。现在存活 {alive} 个。缺席的成员仍然计入总数。",
        members = quorum.members,
        needed = quorum.needed,
        alive = quorum.alive
    );
    let mut evidence = Vec::new();
    for member in &cluster.topology.control_plane {
        match &member.etcd {
            Presence::Seen(id) => {
                if let Some(pod) = cluster.pods.get(id) {
                    evidence
                        .push(Evidence {
                            span: line(pod), note: phrase!("the member on {node}", "{node} 上的成员", node = member.node)
                        });
                }
            }
            Presence::Absent { list, .. } => {
                evidence.push(Evidence {
                    span: *list,
                    note: phrase!("none on {node} in this list", "此列表中没有 {node} 上的成员", node = member.node),
                });
            }
            Presence::NotShown => {}
        }
    }
    let ask = phrase!(
        "How many more etcd members may be lost before the cluster can no longer be changed?",
        "还能再失去几个 etcd 成员，集群才会无法变更？"
    );
    Question::new("quorum-spare", ask, &right, wrong, because, evidence)
}
