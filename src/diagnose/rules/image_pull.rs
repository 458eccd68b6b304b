//! An image cannot be fetched.

use crate::diagnose::ended::{joined, share, short};
use crate::diagnose::finding::{Confidence, Finding, Severity};
use crate::diagnose::look::{in_namespace, kubectl, on_node, reason};
use crate::diagnose::pulling::{Refusal, class, error, image, probe, registry};
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::diagnose::workload::{Group, groups_by};
use crate::model::cluster::Cluster;
use crate::model::pod::Pod;
use crate::text::{Phrase, Text};
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: ImagePull = ImagePull;

pub(super) struct ImagePull;

static META: Meta = Meta {
    id: "image-pull",
    what: text!("An image cannot be fetched.", "镜像拉取失败。"),
    needs: "kubectl get pods",
};

fn waiting(pod: &&Pod) -> bool {
    matches!(reason(pod), "ImagePullBackOff" | "ErrImagePull" | "InvalidImageName" | "ErrImageNeverPull" | "ImageInspectError")
}

/// The kubelet goes to and fro between these two.
fn alike(pod: &Pod) -> &str {
    if reason(pod) == "ErrImagePull" { "ImagePullBackOff" } else { reason(pod) }
}

impl Rule for ImagePull {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        groups_by(cluster.pods.values().filter(waiting).collect(), alike).iter().map(finding).collect()
    }

    fn explains(&self) -> &'static [Link] {
        crate::diagnose::links::of_pods!["deploy-rollout-stuck" because |_, cause, effect| share(cause, effect).then(|| phrase!("its new pods cannot get their image", "它的新 Pod 取不到镜像"))]
    }
}

/// What is wrong in a few words, why, and what to do.
fn words(class: Refusal) -> (Text, Text, Text) {
    match class {
        Refusal::Denied => (
            text!("the registry denies it or does not have it", "镜像仓库拒绝访问，或没有该镜像"),
            text!("Registries answer the same for a repository that does not exist and for one that asks for a login, so it is either a wrong name or a missing pull secret.", "对于不存在的镜像库和需要登录的镜像库，镜像仓库的回答相同；所以要么名称写错，要么缺少拉取凭据。"),
            text!("Check the spelling of the image first; then whether `imagePullSecrets` names a Secret in this namespace that is valid for this registry.", "先核对镜像名的拼写；再确认 `imagePullSecrets` 指向本命名空间中对该仓库有效的 Secret。"),
        ),
        Refusal::NotFound => (
            text!("there is no such image or tag", "没有这个镜像或标签"),
            text!("The registry answers, but does not have this name or tag.", "镜像仓库有应答，但没有这个名称或标签。"),
            text!("Correct the name or tag, or push the image.", "修正镜像名或标签，或推送该镜像。"),
        ),
        Refusal::Unauthorized => (
            text!("the registry asks for credentials", "镜像仓库要求提供凭据"),
            text!("The registry refuses the credentials that were sent, or none were sent.", "镜像仓库拒绝了提交的凭据，或没有提交凭据。"),
            text!("Create a pull secret for this registry in the pod's namespace and name it in `imagePullSecrets` of the pod or its service account; renew it if it has expired.", "在 Pod 所在命名空间为该仓库创建拉取凭据，并写入 Pod 或其 ServiceAccount 的 `imagePullSecrets`；若已过期则更新。"),
        ),
        Refusal::RateLimit => (
            text!("too many pulls", "拉取次数超限"),
            text!("The registry, or the kubelet itself (QPS), limits how many images are pulled in a time. Nodes behind one address share the limit of anonymous users.", "镜像仓库（或 kubelet 自身的 QPS）限制了单位时间内的拉取次数。同一出口地址后的节点共用匿名用户的额度。"),
            text!("Log in with a pull secret, or pull through a mirror of your own.", "使用拉取凭据登录，或通过自己的镜像缓存拉取。"),
        ),
        Refusal::Name => (
            text!("the node cannot resolve the registry's name", "节点无法解析镜像仓库的域名"),
            text!("Images are pulled by the node, with the node's own resolver; the cluster's DNS plays no part. Either the name is wrong or that resolver fails.", "镜像由节点拉取，使用节点自身的 DNS 解析，与集群 DNS 无关。要么域名写错，要么节点的解析出了问题。"),
            text!("Check the host in the image reference, then /etc/resolv.conf of the node.", "检查镜像引用中的主机名，再检查节点的 /etc/resolv.conf。"),
        ),
        Refusal::Tls => (
            text!("no trusted TLS with the registry", "与镜像仓库的 TLS 不受信任"),
            text!("The runtime of the node does not trust the registry's certificate, or the registry speaks plain HTTP.", "节点的容器运行时不信任镜像仓库的证书，或该仓库只提供 HTTP。"),
            text!("Give the runtime of every node the registry's CA (containerd: certs.d/<host>/hosts.toml); for plain HTTP, declare it there.", "把镜像仓库的 CA 配置到每个节点的容器运行时（containerd：certs.d/<host>/hosts.toml）；若是 HTTP，也在那里声明。"),
        ),
        Refusal::Unreachable => (
            text!("the registry does not answer", "镜像仓库没有响应"),
            text!("The node finds no way to the registry, or waits in vain: a firewall, a proxy that the runtime does not know, or a registry that is down.", "节点无法连接镜像仓库或等待超时：防火墙、运行时未配置代理，或仓库已停止服务。"),
            text!("Try the registry from that node; set the proxy in the runtime's own service, not in the shell.", "在该节点上测试访问镜像仓库；代理要配置在容器运行时的服务中，而不是 shell 中。"),
        ),
        Refusal::Platform => (
            text!("no image for this node's CPU", "没有适用于该节点 CPU 的镜像"),
            text!("The tag exists, but not for the architecture or operating system of this node.", "标签存在，但没有该节点的架构或操作系统对应的版本。"),
            text!("Build the image for several platforms, or keep the pod on nodes of the right one with a nodeSelector on `kubernetes.io/arch`.", "构建多平台镜像，或用 `kubernetes.io/arch` 的 nodeSelector 把 Pod 限制在合适的节点上。"),
        ),
        Refusal::Disk => (
            text!("the node's disk is full", "节点磁盘已满"),
            text!("The image was reached, but there is no room on the node to unpack it.", "能够访问镜像，但节点上没有空间解压。"),
            text!("Free the runtime's disk on that node.", "清理该节点上容器运行时的磁盘。"),
        ),
    }
}

fn finding(group: &Group<'_>) -> Finding {
    let pod = group.first;
    let name = pod.id.name.as_str();
    let state = reason(pod);
    let mut evidence = group.proof_of_status(phrase!("STATUS is {state}", "STATUS 为 {state}", state = state));
    let told = group.pods().find_map(error);
    if let Some(told) = &told {
        evidence = evidence.and(told.span, phrase!("what the registry or the runtime says", "镜像仓库或运行时的说明"));
    }
    for event in pod.events.iter().filter(|it| told.is_none() && it.kind == "Warning" && it.message.contains("image")).take(1) {
        evidence = evidence.and(event.span, phrase!("what the kubelet says", "kubelet 的说明"));
    }
    let class = told.as_ref().and_then(|it| class(&it.value)).filter(|_| alike(pod) == "ImagePullBackOff");
    let (what, why, fix) = match (state, class) {
        ("InvalidImageName", _) => (
            phrase!("the reference is malformed", "镜像引用格式错误"),
            phrase!("The image reference itself is malformed, so nothing is even asked of a registry.", "镜像引用本身格式错误，根本不会向镜像仓库发起请求。"),
            phrase!("Correct the image name in the workload: upper case, blanks, two tags and a leading scheme are not allowed.", "修正工作负载中的镜像名：不允许大写字母、空格、两个标签和协议前缀。"),
        ),
        ("ErrImageNeverPull", _) => (
            phrase!("it may not be pulled and is not on the node", "不允许拉取，而节点上没有"),
            phrase!("`imagePullPolicy: Never` is set and the image is not on the node.", "设置了 `imagePullPolicy: Never`，而节点上没有该镜像。"),
            phrase!("Load the image onto the node (`kind load docker-image`, `minikube image load`, `ctr -n k8s.io images import`), or allow it to be pulled.", "把镜像加载到节点上（`kind load docker-image`、`minikube image load`、`ctr -n k8s.io images import`），或允许拉取。"),
        ),
        ("ImageInspectError", _) => (
            phrase!("the runtime cannot read it", "运行时无法读取"),
            phrase!("The runtime has the image but cannot read it: its storage on the node is damaged or full.", "运行时有该镜像却无法读取：节点上的镜像存储损坏或已满。"),
            phrase!("Look at the runtime's disk on that node; remove the image there so that it is pulled anew.", "检查该节点上运行时的磁盘；删除该镜像让它重新拉取。"),
        ),
        (_, Some(class)) => {
            let (what, why, fix) = words(class);
            let said = told.as_ref().map_or_else(String::new, |it| short(it.value.rsplit_once("\": ").map_or(it.value.as_str(), |(_, last)| last)));
            let quoted = phrase!("It says: `{said}`.", "原文：`{said}`。", said = said);
            (what.phrase(), joined(&why.phrase(), &quoted), fix.phrase())
        }
        _ => (
            Phrase::same(state),
            phrase!("The node cannot get the image: a wrong name or tag, missing credentials, or a registry that does not answer. The event tells which.", "节点取不到镜像：名称或标签写错、缺少凭据，或镜像仓库没有响应。事件会说明是哪一种。"),
            phrase!("Read the pull error in the pod's events, then correct the image, the pull secret or the way to the registry.", "查看 Pod 事件中的拉取错误，再修正镜像、拉取凭据或到仓库的网络。"),
        ),
    };
    let which = group.pods().find_map(image).unwrap_or_default();
    let shown = if which.is_empty() { Phrase::default() } else { phrase!(" {image}", " {image}", image = which) };
    let mut next = vec![kubectl(format!("kubectl describe pod{} {name}", in_namespace(&pod.id)), phrase!("the exact error of the registry", "镜像仓库返回的具体错误"))];
    if let Some(node) = pod.node.as_ref().filter(|_| matches!(class, Some(Refusal::Unreachable | Refusal::Tls | Refusal::Name))) {
        next.push(on_node(&node.value, probe(registry(&which)), phrase!("whether the node reaches the registry", "节点能否访问镜像仓库")));
    }
    Finding {
        rule: META.id.to_owned(),
        severity: Severity::Critical,
        confidence: Confidence::Certain,
        subject: pod.id.clone(),
        also: group.also(),
        title: group.title(
            Phrase { en: format!("{name} cannot get its image{}: {}", shown.en, what.en), zh: format!("{name} 取不到镜像{}：{}", shown.zh, what.zh) },
            |n, workload| Phrase { en: format!("{n} pods of {workload} cannot get their image{}: {}", shown.en, what.en), zh: format!("{workload} 的 {n} 个 Pod 取不到镜像{}：{}", shown.zh, what.zh) },
        ),
        why,
        fix,
        next,
        evidence,
    }
}
