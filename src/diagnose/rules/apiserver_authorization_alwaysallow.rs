//! The API server allows everything to everybody who is let in.

use crate::diagnose::finding::{Finding, Severity};
use crate::diagnose::look::{command_line, pods_of};
use crate::diagnose::note::{Note, note};
use crate::diagnose::rule::{Meta, Rule};
use crate::model::cluster::Cluster;
use crate::model::component::Role;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: ApiserverAuthorizationAlwaysallow = ApiserverAuthorizationAlwaysallow;

pub(super) struct ApiserverAuthorizationAlwaysallow;

static META: Meta = Meta {
    id: "apiserver-authorization-alwaysallow",
    what: text!("The API server runs without authorisation.", "API 服务器没有启用授权。"),
    needs: "kubectl describe pod kube-apiserver-…",
};

impl Rule for ApiserverAuthorizationAlwaysallow {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let mut res = Vec::new();
        for pod in pods_of(cluster, Role::ApiServer) {
            let mode = pod.flag("authorization-mode");
            // Source: kubernetes/kubernetes, pkg/kubeapiserver/options/authorization.go: AlwaysAllow unless --authorization-config is given.
            let span = match &mode {
                Some(mode) if mode.value.split(',').any(|it| it == "AlwaysAllow") => mode.span,
                None if pod.flag("authorization-config").is_none() && pod.flag("etcd-servers").is_some() => match command_line(pod) {
                    Some(span) => span,
                    None => continue,
                },
                _ => continue,
            };
            let mut found = note(&META, pod, span, Note {
                shows: phrase!("the mode of authorisation, or the command without one", "授权模式，或没有设置它的命令"),
                title: phrase!("The API server allows everything to everybody (AlwaysAllow)", "API 服务器允许所有人做任何事（AlwaysAllow）"),
                why: phrase!(
                    "Without `--authorization-mode`, or with AlwaysAllow in it, Roles are not looked at: every ServiceAccount token, and with anonymous access everybody, may read all Secrets and run anything.",
                    "没有 `--authorization-mode`，或其中含有 AlwaysAllow 时，Role 完全不起作用：任何 ServiceAccount 令牌（允许匿名访问时则是任何人）都能读取所有 Secret、运行任意程序。",
                ),
                fix: phrase!("Set `--authorization-mode=Node,RBAC`, after making sure that the rights your controllers need are granted.", "设置 `--authorization-mode=Node,RBAC`，并先确认各控制器所需的权限已授予。"),
            });
            found.severity = Severity::Warning;
            res.push(found);
        }
        res
    }
}
