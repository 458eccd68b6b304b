//! The database of etcd has reached its quota: etcd takes no more writes.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::heard;
use crate::diagnose::look::kubectl;
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::model::cluster::Cluster;
use crate::model::object_ref::ObjectRef;
use crate::text::Phrase;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: EtcdNospaceAlarm = EtcdNospaceAlarm;

pub(super) struct EtcdNospaceAlarm;

static META: Meta = Meta {
    id: "etcd-nospace-alarm",
    what: text!("etcd has reached its size limit and takes no more writes.", "etcd 数据库达到大小上限，不再接受写入。"),
    needs: "kubectl logs -n kube-system etcd-…, or any write",
};

impl Rule for EtcdNospaceAlarm {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let facts = heard::facts(cluster, "etcd-nospace-alarm");
        let said = cluster.messages.iter().find(|it| it.text.contains("database space exceeded"));
        let evidence = match (facts.first(), said) {
            (_, Some(said)) => Proof::new(said.span, phrase!("a write is refused", "写入被拒绝")),
            (Some(fact), None) => heard::proof(fact),
            (None, None) => return Vec::new(),
        };
        let evidence = facts.iter().fold(evidence, |proof, fact| proof.and(fact.last_span, heard::heard(fact)));
        let pod = facts.iter().find(|it| heard::of_program(it, "etcd")).and_then(|it| it.name.as_deref()).unwrap_or("etcd-<node>");
        let etcdctl = |arguments: &str| {
            format!("kubectl exec -n kube-system {pod} -- etcdctl --cacert=/etc/kubernetes/pki/etcd/ca.crt --cert=/etc/kubernetes/pki/etcd/server.crt --key=/etc/kubernetes/pki/etcd/server.key {arguments}")
        };
        vec![Finding {
            rule: META.id.to_owned(),
            severity: Severity::Critical,
            confidence: Confidence::Certain,
            subject: ObjectRef::cluster(),
            also: facts.iter().map(|it| heard::object(cluster, it)).collect(),
            title: phrase!("etcd is full: it takes no more writes (NOSPACE)", "etcd 空间已满：不再接受写入（NOSPACE）"),
            // Source: etcd operations guide, maintenance: quota 2 GiB unless `--quota-backend-bytes` says otherwise, advised up to 8 GiB.
            why: phrase!(
                "The database has reached --quota-backend-bytes (2 GiB unless set). etcd then raises an alarm and refuses every write until the alarm is disarmed; reading goes on. Room that was freed inside the file counts until it is defragmented.",
                "数据库达到了 --quota-backend-bytes（默认 2 GiB）。etcd 随即告警并拒绝一切写入，直到解除告警；读取不受影响。文件内部释放的空间在碎片整理之前仍计入大小。",
            ),
            fix: phrase!(
                "Compact the history, defragment one member after another (the leader last), then `etcdctl alarm disarm`. Find out what fills it: events, custom resources and Secrets of Helm releases are the usual ones.",
                "先压缩历史版本，再逐个成员做碎片整理（领导者最后），然后 `etcdctl alarm disarm`。查明是什么占满了它：常见的是事件、自定义资源和 Helm release 的 Secret。",
            ),
            next: vec![
                kubectl(etcdctl("endpoint status --cluster -w table"), phrase!("DB SIZE against IN USE, and the alarms", "DB SIZE 与 IN USE 的对比，以及告警")),
                kubectl("kubectl get --raw /metrics | grep apiserver_storage_objects | sort -k2 -n | tail", phrase!("which kinds have most objects", "哪些资源的对象最多")),
            ],
            evidence,
        }]
    }

    fn explains(&self) -> &'static [Link] {
        const WRITES: fn(&Cluster, &Finding, &Finding) -> Option<Phrase> =
            |_, _, _| Some(phrase!("a lease is a write, and etcd refuses writes", "续租是写操作，而 etcd 拒绝写入"));
        &[Link { effect: "leader-election-churn", because: WRITES }]
    }
}
