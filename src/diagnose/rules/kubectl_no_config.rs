//! kubectl knows no cluster and tried localhost:8080.

use crate::diagnose::finding::{Confidence, Finding, Severity};
use crate::diagnose::rule::{Meta, Rule};
use crate::diagnose::said::{self, Words};
use crate::model::cluster::{Cluster, MessageClass};
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: KubectlNoConfig = KubectlNoConfig;

pub(super) struct KubectlNoConfig;

static META: Meta = Meta {
    id: "kubectl-no-config",
    what: text!("kubectl has no kubeconfig.", "kubectl 没有 kubeconfig。"),
    needs: "any kubectl command",
};

impl Rule for KubectlNoConfig {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let said = said::of(cluster, |it| it.class == MessageClass::NoConfig);
        let next = vec![
            crate::diagnose::look::kubectl("ls -l ~/.kube/config /etc/kubernetes/admin.conf; echo \"KUBECONFIG=$KUBECONFIG\"; id -un", phrase!("which kubeconfig is there, and for which user", "存在哪些 kubeconfig，当前是哪个用户")),
            said::config(),
        ];
        said::finding(cluster, &META, &said, Words { severity: Severity::Warning,
            // Source: client-go `clientcmd.DefaultCluster`: without a kubeconfig the server is http://localhost:8080.
            confidence: Confidence::Certain,
            title: phrase!("kubectl found no kubeconfig and tried localhost:8080", "kubectl 没有找到 kubeconfig，转而访问 localhost:8080"),
            why: phrase!(
                "localhost:8080 is what kubectl asks when it was told of no cluster. It says nothing about the cluster, which may be well. Usual reasons: another user than the one who was set up (root or not, sudo), KUBECONFIG unset in this shell, or a node that has no kubeconfig of an administrator.",
                "没有任何集群配置时，kubectl 才会访问 localhost:8080。这与集群状态无关，集群可能是好的。常见原因：当前用户不是配置过的用户（root 与否、sudo），当前 shell 没有设置 KUBECONFIG，或该节点没有管理员的 kubeconfig。",
            ),
            fix: phrase!(
                "On a kubeadm control-plane node: `export KUBECONFIG=/etc/kubernetes/admin.conf` as root, or copy that file to ~/.kube/config. k3s: /etc/rancher/k3s/k3s.yaml.",
                "kubeadm 控制平面节点上：以 root 执行 `export KUBECONFIG=/etc/kubernetes/admin.conf`，或把该文件复制到 ~/.kube/config。k3s：/etc/rancher/k3s/k3s.yaml。",
            ),
            next,
        })
    }
}
