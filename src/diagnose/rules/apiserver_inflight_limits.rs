//! More mutating requests may be in flight than requests that only read.

use crate::diagnose::finding::Finding;
use crate::diagnose::look::pods_of;
use crate::diagnose::note::{Note, note};
use crate::diagnose::rule::{Meta, Rule};
use crate::model::cluster::Cluster;
use crate::model::component::Role;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: ApiserverInflightLimits = ApiserverInflightLimits;

pub(super) struct ApiserverInflightLimits;

static META: Meta = Meta {
    id: "apiserver-inflight-limits",
    what: text!("--max-mutating-requests-inflight is above --max-requests-inflight.", "--max-mutating-requests-inflight 大于 --max-requests-inflight。"),
    needs: "kubectl describe pod kube-apiserver-…",
};

/// Default of --max-requests-inflight. Source: `kube-apiserver --help`, 1.36; unchanged since 1.4.
const READING: u64 = 400;

impl Rule for ApiserverInflightLimits {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let mut res = Vec::new();
        for pod in pods_of(cluster, Role::ApiServer) {
            let Some(mutating) = pod.flag("max-mutating-requests-inflight") else { continue };
            let reading = pod.flag("max-requests-inflight");
            let Ok(writes) = mutating.value.parse::<u64>() else { continue };
            let reads = reading.as_ref().and_then(|it| it.value.parse::<u64>().ok()).unwrap_or(READING);
            if writes <= reads {
                continue;
            }
            let mut it = note(&META, pod, mutating.span, Note {
                shows: phrase!("the limit for writes", "写请求的上限"),
                title: phrase!("The API server takes more writes at once ({writes}) than reads ({reads})", "API 服务器允许的并发写请求（{writes}）多于读请求（{reads}）", writes = writes, reads = reads),
                why: phrase!(
                    "The defaults are 200 writes and 400 reads. Every write goes through etcd, so limits this far above let a burst of writes reach etcd that it cannot take.",
                    "默认值是 200 个写请求和 400 个读请求。每次写入都要经过 etcd，上限放得这么宽，突发的写请求会直接压到 etcd 上。",
                ),
                fix: phrase!("Ask why the limits were raised; set writes below reads, or go back to the defaults.", "弄清为什么调高上限；让写上限低于读上限，或恢复默认值。"),
            });
            if let Some(reading) = reading {
                it.evidence = it.evidence.and(reading.span, phrase!("the limit for reads", "读请求的上限"));
            }
            res.push(it);
        }
        res
    }
}
