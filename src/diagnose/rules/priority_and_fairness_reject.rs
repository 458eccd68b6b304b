//! The API server turns requests away: too many.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::heard;
use crate::diagnose::look::kubectl;
use crate::diagnose::rule::{Meta, Rule};
use crate::model::cluster::{Cluster, MessageClass};
use crate::model::object_ref::ObjectRef;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: PriorityAndFairnessReject = PriorityAndFairnessReject;

pub(super) struct PriorityAndFairnessReject;

static META: Meta = Meta {
    id: "priority-and-fairness-reject",
    what: text!("The API server rejects requests: too many (429).", "API 服务器拒绝请求：过多（429）。"),
    needs: "kubectl logs, or the error of kubectl",
};

impl Rule for PriorityAndFairnessReject {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        // An eviction that a PodDisruptionBudget refuses has the same code: that is a drain doing its work.
        let said = cluster.messages.iter().find(|it| it.class == MessageClass::Throttled && !it.text.contains("disruption budget"));
        let facts = heard::facts(cluster, "priority-and-fairness-reject");
        let lines = heard::lines(&facts);
        let evidence = match (said, facts.first()) {
            (Some(said), _) => Proof::new(said.span, phrase!("what kubectl says", "kubectl 的报错")),
            (None, Some(fact)) if lines >= FEWEST => heard::proof(fact),
            _ => return Vec::new(),
        };
        vec![Finding {
            rule: META.id.to_owned(),
            severity: Severity::Warning,
            confidence: Confidence::Certain,
            subject: ObjectRef::cluster(),
            also: facts.iter().map(|it| heard::object(cluster, it)).filter(|it| *it != ObjectRef::cluster()).collect(),
            title: phrase!("The API server turns requests away: too many at once (429)", "API 服务器拒绝请求：并发过多（429）"),
            why: phrase!(
                "Each kind of client has a share of the requests that the API server works on at once. Someone uses more than that share: a controller in a loop, or many who list everything; or the server is slow and requests pile up.",
                "API 服务器同时处理的请求按客户端类别分配份额。有客户端超出了份额：控制器陷入循环，或大量全量 list；也可能是服务器变慢导致请求堆积。",
            ),
            fix: phrase!("Find the client that asks most and slow it down; raise limits only after that.", "找出请求最多的客户端并让它慢下来；之后才考虑提高上限。"),
            next: vec![
                kubectl("kubectl get --raw /metrics | grep apiserver_flowcontrol_rejected_requests_total", phrase!("which flow is rejected, and why", "被拒绝的是哪个流，原因是什么")),
                kubectl("kubectl get --raw /debug/api_priority_and_fairness/dump_priority_levels", phrase!("which level is full", "哪个优先级已满")),
            ],
            evidence,
        }]
    }
}

/// Clients that are told once simply try again.
const FEWEST: u64 = 5;
