//! The API server waits for etcd in vain.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::heard;
use crate::diagnose::look::kubectl;
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::model::cluster::{Cluster, MessageClass, Said};
use crate::model::object_ref::ObjectRef;
use crate::text::Phrase;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: ApiserverRequestTimeoutEtcd = ApiserverRequestTimeoutEtcd;

pub(super) struct ApiserverRequestTimeoutEtcd;

static META: Meta = Meta {
    id: "apiserver-request-timeout-etcd",
    what: text!("Requests of the API time out because etcd does not answer in time.", "etcd 应答超时，导致 API 请求失败。"),
    needs: "kubectl logs, or the error of kubectl",
};

impl Rule for ApiserverRequestTimeoutEtcd {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let facts = heard::facts(cluster, "apiserver-request-timeout-etcd");
        // A full database has a rule of its own.
        let of_etcd = |it: &&Said| it.class == MessageClass::Etcd && !it.text.contains("space exceeded") && !it.text.contains("no space");
        let said = cluster.messages.iter().find(of_etcd);
        let evidence = match (said, facts.first()) {
            (Some(said), _) => Proof::new(said.span, phrase!("kubectl passes on what etcd said", "kubectl 转达了 etcd 的错误")),
            (None, Some(fact)) if heard::lines(&facts) >= FEWEST => heard::proof(fact),
            _ => return Vec::new(),
        };
        let evidence = facts.iter().fold(evidence, |proof, fact| proof.and(fact.last_span, heard::heard(fact)));
        let no_leader = said.is_some_and(|it| it.text.contains("no leader"));
        vec![Finding {
            rule: META.id.to_owned(),
            severity: if said.is_some() { Severity::Critical } else { Severity::Warning },
            confidence: Confidence::Certain,
            subject: ObjectRef::cluster(),
            also: facts.iter().map(|it| heard::object(cluster, it)).filter(|it| *it != ObjectRef::cluster()).collect(),
            title: if no_leader {
                phrase!("etcd has no leader: the API cannot read or write", "etcd 没有领导者：API 无法读写")
            } else {
                phrase!("etcd does not answer the API servers in time", "etcd 未能及时应答 API 服务器")
            },
            why: if no_leader {
                phrase!("An API server is there, but fewer members than a majority reach each other, or they are electing a leader just now. If it lasts longer than seconds, the quorum is lost.", "API 服务器在线，但能互通的 etcd 成员不足多数，或正在选主。若持续超过几秒，就是失去了法定人数。")
            } else {
                phrase!("The API server runs and hands requests on to etcd, which does not complete them: too few members are alive, a leader is being elected, or its disk is too slow.", "API 服务器在运行，并把请求转给 etcd，但 etcd 没有完成：存活成员太少、正在选主，或磁盘太慢。")
            },
            fix: phrase!("Look at etcd, not at the API server: are all members alive, and how fast is their disk?", "应检查 etcd 而不是 API 服务器：成员是否都存活，磁盘有多快？"),
            next: vec![
                kubectl("kubectl get --raw '/readyz?verbose'", phrase!("whether the checks named etcd pass", "名为 etcd 的检查是否通过")),
                kubectl("kubectl get pods -n kube-system -l component=etcd -o wide", phrase!("the members and their nodes; if the API does not answer, `crictl ps -a --name etcd` on each", "各成员及其节点；若 API 不应答，在每个节点执行 `crictl ps -a --name etcd`")),
            ],
            evidence,
        }]
    }

    fn explains(&self) -> &'static [Link] {
        const RENEWALS: fn(&Cluster, &Finding, &Finding) -> Option<Phrase> =
            |_, _, _| Some(phrase!("a lease is renewed through the API server in etcd, which does not answer in time", "续租要经 API 服务器写入 etcd，而 etcd 未能及时应答"));
        &[Link { effect: "leader-election-churn", because: RENEWALS }]
    }
}

/// Fewer lines than this are one short stall.
const FEWEST: u64 = 3;
