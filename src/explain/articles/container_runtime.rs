//! What a reader is told about: container runtime.

use crate::explain::article::Article;
use crate::text;

/// The article.
pub const ARTICLE: Article = Article {
    id: "container-runtime",
    name: text!("container runtime", "容器运行时"),
    picture: text!("The engine: the kubelet steers, it turns.", "发动机：kubelet 掌方向，它出力。"),
    what: text!(
        "The program that pulls images and runs containers: containerd, CRI-O or Docker Engine. The kubelet speaks to it through an interface named CRI. Since Kubernetes 1.24 Docker needs an adapter for that, cri-dockerd.",
        "负责拉取镜像、运行容器的程序：containerd、CRI-O 或 Docker Engine。kubelet 通过名为 CRI 的接口与它通信。从 Kubernetes 1.24 起，使用 Docker 需要适配器 cri-dockerd。"
    ),
    check: text!(
        "The column CONTAINER-RUNTIME of `kubectl get nodes -o wide` names it with its version. On the node, `crictl ps -a` lists the containers.",
        "`kubectl get nodes -o wide` 的 CONTAINER-RUNTIME 列会显示它的名称和版本。在节点上用 `crictl ps -a` 可以列出容器。"
    ),
    without: text!(
        "No container starts or stops on that node, and the kubelet reports it as NotReady.",
        "该节点上的容器既起不来也停不掉，kubelet 会把节点上报为 NotReady。"
    ),
};
