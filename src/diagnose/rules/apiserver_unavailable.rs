//! The API server, or the load balancer before it, answers 503.

use crate::diagnose::finding::{Confidence, Finding, Severity};
use crate::diagnose::rule::{Meta, Rule};
use crate::diagnose::said::{self, Words};
use crate::model::cluster::{Cluster, MessageClass};
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: ApiserverUnavailable = ApiserverUnavailable;

pub(super) struct ApiserverUnavailable;

static META: Meta = Meta {
    id: "apiserver-unavailable",
    what: text!("The API answers 503: nothing behind it is ready.", "API 返回 503：后端没有就绪的实例。"),
    needs: "any kubectl command",
};

impl Rule for ApiserverUnavailable {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        // `(get nodes.metrics.k8s.io)`, a name with a group: only that aggregated API is down, the server itself answers.
        let said = said::of(cluster, |it| {
            it.class == MessageClass::Unavailable && !it.text.contains("URL") && !it.text.rsplit_once("(get ").is_some_and(|(_, asked)| asked.contains('.'))
        });
        let address = said::address(cluster, &said);
        let next = vec![
            said::config(),
            said::on_control_plane(cluster, address.as_deref(), "curl -k 'https://127.0.0.1:6443/readyz?verbose'", phrase!("on each control-plane node: does this API server answer, and which check fails?", "在每个控制平面节点上执行：该 API 服务器是否应答，哪一项检查失败？")),
            said::on_control_plane(cluster, address.as_deref(), "crictl ps -a --name 'kube-apiserver|etcd'", phrase!("do both run there?", "两者在那里是否在运行？")),
        ];
        said::finding(cluster, &META, &said, Words { severity: Severity::Critical,
            confidence: Confidence::Likely,
            title: phrase!("The API answers 503: no API server is ready behind this address", "API 返回 503：该地址后面没有就绪的 API 服务器"),
            why: phrase!(
                "Something answers, but not the API itself. A load balancer says so when none of its API servers passes the health check; an API server says so while it starts or shuts down. kubectl prints no address here.",
                "有程序应答，但不是 API 本身。负载均衡在所有 API 服务器都未通过健康检查时返回 503；API 服务器在启动或关闭期间也会返回 503。此处 kubectl 没有打印地址。",
            ),
            fix: phrase!(
                "Ask each API server past the load balancer. If one answers, mend the balancer's health check or list of backends; if none does, read why they do not run.",
                "绕过负载均衡逐个访问 API 服务器。若有一个应答，就修复负载均衡的健康检查或后端列表；若都不应答，再查看它们为何没有运行。",
            ),
            next,
        })
    }
}
