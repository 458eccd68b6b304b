//! What a reader is told about: static Pod.

use crate::explain::article::Article;
use crate::text;

/// The article.
pub const ARTICLE: Article = Article {
    id: "static-pod",
    name: text!("static Pod", "静态 Pod"),
    picture: text!("A standing order in the foreman's drawer.", "放在工头抽屉里的长期指令。"),
    what: text!(
        "The kubelet starts it from a file in `/etc/kubernetes/manifests`, without asking any API server: that is how the control plane starts itself. What the Pod list shows is only a mirror, named `<component>-<node>`.",
        "kubelet 直接按 `/etc/kubernetes/manifests` 中的文件启动它，不需要问任何 API 服务器：控制平面就是这样自举的。Pod 列表里看到的只是它的镜像 Pod（mirror Pod），名称为 `<component>-<node>`。"
    ),
    check: text!(
        "Its mirror is in `kube-system` and ready. On the node: the file is there, and `crictl ps -a` shows its container.",
        "它的镜像 Pod 在 `kube-system` 中并且就绪。在节点上：清单文件还在，`crictl ps -a` 能看到它的容器。"
    ),
    without: text!(
        "If the file is lost or faulty, the Pod vanishes from the list and nobody recreates it. Deleting the mirror with kubectl changes nothing.",
        "文件丢了或写错了，Pod 就会从列表里消失，没有谁会重建它。用 kubectl 删除镜像 Pod 则毫无作用。"
    ),
};
