//! What a reader is told about: kubelet.

use crate::explain::article::Article;
use crate::text;

/// The article.
pub const ARTICLE: Article = Article {
    id: "kubelet",
    name: text!("kubelet", "kubelet"),
    picture: text!("The foreman of the node: takes orders, starts containers, reports back.", "节点上的工头：领任务、起容器、报平安。"),
    what: text!(
        "The agent on every node. It reads which Pods are meant for its node, has the container runtime start them, probes their health and reports back. It starts static Pods from files, even while the API is away. It is a system service, so no Pod list ever shows it.",
        "每个节点上都有的代理。它读取分配给本节点的 Pod，让容器运行时把它们启动起来，做健康探测并上报状态。即使 API 不可用，它也能按本地文件启动静态 Pod。它是系统服务，所以不会出现在任何 Pod 列表里。"
    ),
    check: text!(
        "Its node is `Ready`: that is the kubelet's heartbeat. On the node, `systemctl status kubelet` and `journalctl -u kubelet` tell the rest.",
        "节点状态为 `Ready`，这就是 kubelet 的心跳。更多细节要到节点上看 `systemctl status kubelet` 和 `journalctl -u kubelet`。"
    ),
    without: text!(
        "The node turns NotReady after some 40 to 50 seconds, and about five minutes later its Pods are replaced elsewhere. Its containers may well go on running, unwatched.",
        "大约 40 到 50 秒后节点变为 NotReady，再过五分钟左右，其上的 Pod 会在别处重建。而原来的容器可能还在运行，只是没人看管了。"
    ),
};
