//! A check of the API server's own health failed.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{kubectl, names};
use crate::diagnose::rule::{Meta, Rule};
use crate::model::cluster::{Check, Cluster};
use crate::model::object_ref::ObjectRef;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: ReadyzCheckFailed = ReadyzCheckFailed;

pub(super) struct ReadyzCheckFailed;

static META: Meta = Meta {
    id: "readyz-check-failed",
    what: text!("A health check of the API server failed.", "API 服务器的某项健康检查失败。"),
    needs: "kubectl get --raw '/readyz?verbose'",
};

impl Rule for ReadyzCheckFailed {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        // Of a check that was asked twice the last answer counts.
        let again = |it: &Check| cluster.checks.iter().any(|later| later.name == it.name && later.passed && later.span.source == it.span.source && later.span.start > it.span.start);
        let failed: Vec<&Check> = cluster.checks.iter().filter(|it| !it.passed && !again(it)).collect();
        let Some((first, rest)) = failed.split_first() else { return Vec::new() };
        let mut evidence = Proof::new(first.span, phrase!("failed", "失败"));
        for it in rest {
            evidence = evidence.and(it.span, phrase!("failed too", "同样失败"));
        }
        let is = |name: &str| failed.iter().any(|it| it.name.starts_with(name));
        let (severity, why, fix) = if is("etcd") {
            (
                Severity::Critical,
                phrase!("The API server that answered cannot reach its etcd in time; nothing can be read or written through it. Others may be well: through a load balancer each answer may come from another one.", "应答的这个 API 服务器无法及时连上 etcd，经由它无法读写任何数据。其他 API 服务器可能正常：经过负载均衡时，每次应答的可能不是同一个。"),
                phrase!("Look at the etcd members that this API server uses: do they run, do they have a leader, is their disk slow?", "检查这个 API 服务器所用的 etcd 成员：是否在运行，有没有领导者，磁盘是否慢？"),
            )
        } else if is("shutdown") {
            (
                Severity::Warning,
                phrase!("The API server that answered is shutting down. If it is not a restart that someone meant, the kubelet restarts it because its liveness probe failed.", "应答的这个 API 服务器正在关闭。如果不是有意重启，就是存活探针失败后 kubelet 在重启它。"),
                phrase!("Ask again in a minute; if it repeats, read the log of that API server and its restarts.", "一分钟后再查；若反复出现，查看该 API 服务器的日志与重启次数。"),
            )
        } else {
            (
                Severity::Warning,
                phrase!("The API server reports itself as not ready, so load balancers and Services leave it out. Hooks and informers are done within seconds of a start; what fails longer waits for something: etcd, a certificate, or an aggregated API.", "API 服务器报告自己未就绪，负载均衡和 Service 会把它摘除。各个钩子和 informer 在启动后几秒内就应完成；长时间失败说明在等待某样东西：etcd、证书或聚合 API。"),
                phrase!("Ask again in a minute; if the check still fails, search the log of that API server for its name.", "一分钟后再查；若仍失败，在该 API 服务器的日志中搜索检查名。"),
            )
        };
        vec![Finding {
            rule: META.id.to_owned(),
            severity,
            confidence: Confidence::Certain,
            subject: ObjectRef::cluster(),
            also: Vec::new(),
            title: phrase!("The API server says that it is not well: {checks}", "API 服务器报告自身不健康：{checks}", checks = names(failed.iter().map(|it| it.name.as_str()))),
            why,
            fix,
            next: vec![
                kubectl("kubectl get --raw '/livez?verbose'; kubectl get --raw '/readyz?verbose'", phrase!("again: does it last?", "再次查看：是否持续？")),
                kubectl("kubectl get pods -n kube-system -l tier=control-plane -o wide", phrase!("the API servers and etcd members, with restarts", "API 服务器与 etcd 成员及其重启次数")),
            ],
            evidence,
        }]
    }
}
