//! A flag of a static pod names a file that is not in its container.

use crate::diagnose::finding::{Confidence, Finding, Severity};
use crate::diagnose::heard::{self, Words};
use crate::diagnose::look::on_node;
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::model::cluster::Cluster;
use crate::text::Phrase;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: ApiserverFlagFileNotMounted = ApiserverFlagFileNotMounted;

pub(super) struct ApiserverFlagFileNotMounted;

static META: Meta = Meta {
    id: "apiserver-flag-file-not-mounted",
    what: text!("The API server ends because a file that a flag names is not there.", "API 服务器因参数所指的文件不存在而退出。"),
    needs: "kubectl logs -n kube-system kube-apiserver-… --previous",
};

impl Rule for ApiserverFlagFileNotMounted {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let facts = heard::facts(cluster, "apiserver-flag-file-not-mounted");
        let Some(first) = facts.first() else { return Vec::new() };
        let file = first.message.split_once("open /").and_then(|(_, rest)| rest.split([':', ' ', '"']).next()).map_or_else(|| "?".to_owned(), |it| format!("/{it}"));
        let who = heard::who(&facts);
        let node = first.name.as_deref().and_then(|it| it.strip_prefix("kube-apiserver-")).unwrap_or("control-plane");
        let folder = file.rsplit_once('/').map_or("/", |(folder, _)| folder);
        heard::finding(cluster, &META, &facts, Words {
            severity: Severity::Warning,
            confidence: Confidence::Certain,
            title: phrase!("{who}: {file} is not there inside the container", "{who}：容器内没有 {file}", who = who, file = file),
            why: phrase!(
                "A flag names {file}, and the API server ends when it cannot read it. It sees only what its manifest mounts: the file may well exist on the node and still be missing in the container.",
                "有参数指向 {file}，读不到它 API 服务器就会退出。它只能看到清单中挂载的内容：文件可能在节点上存在，容器内却没有。",
                file = file,
            ),
            fix: phrase!("Add a hostPath volume and a volumeMount for {folder} to the manifest, put the file there on every control-plane node, or take the flag out.", "在清单中为 {folder} 添加 hostPath 卷和 volumeMount，并在每个控制平面节点上放好文件；或去掉该参数。", folder = folder),
            next: vec![on_node(node, format!("ls -l {file}; grep -nE '{folder}|mountPath' /etc/kubernetes/manifests/kube-apiserver.yaml"), phrase!("is the file on the node, and is its folder mounted?", "文件在节点上吗？所在目录挂载了吗？"))],
        })
    }

    fn explains(&self) -> &'static [Link] {
        const SAME: fn(&Cluster, &Finding, &Finding) -> Option<Phrase> = |_, cause, effect| {
            heard::about(cause, &effect.subject).then(|| phrase!("its own log says that the file is missing", "它自己的日志说缺少该文件"))
        };
        &[Link { effect: "apiserver-crashloop", because: SAME }]
    }
}
