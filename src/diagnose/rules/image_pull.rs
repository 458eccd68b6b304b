//! An image cannot be fetched.

use crate::diagnose::finding::{Confidence, Finding, Severity};
use crate::diagnose::look::{in_namespace, kubectl, reason};
use crate::diagnose::rule::{Meta, Rule};
use crate::diagnose::workload::{Group, groups};
use crate::model::cluster::Cluster;
use crate::model::pod::Pod;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: ImagePull = ImagePull;

pub(super) struct ImagePull;

static META: Meta = Meta {
    id: "image-pull",
    what: text!("An image cannot be fetched.", "镜像拉取失败。"),
    needs: "kubectl get pods",
};

fn waiting(pod: &Pod) -> bool {
    matches!(reason(pod), "ImagePullBackOff" | "ErrImagePull" | "InvalidImageName" | "ErrImageNeverPull" | "ImageInspectError")
}

impl Rule for ImagePull {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        groups(cluster, waiting).iter().map(finding).collect()
    }
}

fn finding(group: &Group<'_>) -> Finding {
    let pod = group.first;
    let name = pod.id.name.as_str();
    let state = reason(pod);
    let mut evidence = group.proof(phrase!("STATUS is {state}", "STATUS 为 {state}", state = state));
    for event in pod.events.iter().filter(|it| it.kind == "Warning" && it.message.contains("image")) {
        evidence = evidence.and(event.span, phrase!("what the kubelet says", "kubelet 的说明"));
    }
    let (why, fix) = match state {
        "InvalidImageName" => (
            phrase!("The image reference itself is malformed, so nothing is even asked of a registry.", "镜像引用本身格式错误，根本不会向镜像仓库发起请求。"),
            phrase!("Correct the image name in the workload: upper case, blanks and a leading scheme are not allowed.", "修正工作负载中的镜像名：不允许大写字母、空格和协议前缀。"),
        ),
        "ErrImageNeverPull" => (
            phrase!("`imagePullPolicy: Never` is set and the image is not on the node.", "设置了 `imagePullPolicy: Never`，而节点上没有该镜像。"),
            phrase!("Load the image onto the node, or allow it to be pulled.", "把镜像加载到节点上，或允许拉取。"),
        ),
        "ImageInspectError" => (
            phrase!("The runtime has the image but cannot read it: its storage on the node is damaged or full.", "运行时有该镜像却无法读取：节点上的镜像存储损坏或已满。"),
            phrase!("Look at the runtime's disk on that node; remove the image there so that it is pulled anew.", "检查该节点上运行时的磁盘；删除该镜像让它重新拉取。"),
        ),
        _ => (
            phrase!("The node cannot get the image: a wrong name or tag, missing credentials, or a registry that does not answer. The event tells which.", "节点取不到镜像：名称或标签写错、缺少凭据，或镜像仓库没有响应。事件会说明是哪一种。"),
            phrase!("Read the pull error in the pod's events, then correct the image, the pull secret or the way to the registry.", "查看 Pod 事件中的拉取错误，再修正镜像、拉取凭据或到仓库的网络。"),
        ),
    };
    Finding {
        rule: META.id.to_owned(),
        severity: Severity::Critical,
        confidence: Confidence::Certain,
        subject: pod.id.clone(),
        also: group.rest.iter().map(|pod| pod.id.clone()).collect(),
        title: group.title(
            phrase!("{name} cannot get its image: {state}", "{name} 取不到镜像：{state}", name = name, state = state),
            |n, workload| phrase!("{n} pods of {workload} cannot get their image: {state}", "{workload} 的 {n} 个 Pod 取不到镜像：{state}", n = n, workload = workload, state = state),
        ),
        why,
        fix,
        next: vec![kubectl(format!("kubectl describe pod{} {name}", in_namespace(&pod.id)), phrase!("the exact error of the registry", "镜像仓库返回的具体错误"))],
        evidence,
    }
}
