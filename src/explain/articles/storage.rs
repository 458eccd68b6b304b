//! What a reader is told about: storage.

use crate::explain::article::Article;
use crate::text;

/// The article.
pub const ARTICLE: Article = Article {
    id: "storage",
    name: text!("storage", "存储"),
    picture: text!("The warehouse: gives Pods shelves that outlive them.", "仓库：给 Pod 提供比它活得更久的货架。"),
    what: text!(
        "A CSI driver makes volumes and attaches them. Its controller creates and deletes volumes; its agent on every node mounts them into Pods. A claim (PVC) asks, a StorageClass says how, a volume (PV) is the result.",
        "CSI 驱动负责创建卷并挂接到节点。控制器部分创建和删除卷，每个节点上的代理把卷挂载进 Pod。PVC 提出申请，StorageClass 规定怎么做，PV 就是结果。"
    ),
    check: text!(
        "`kubectl get pvc -A` shows claims that are Bound; the driver's controller and its agents are ready.",
        "`kubectl get pvc -A` 中的申领都是 Bound，驱动的控制器和各节点代理都就绪。"
    ),
    without: text!(
        "New claims stay Pending and Pods that need a volume hang in ContainerCreating. Volumes already mounted mostly keep working.",
        "新的申领一直 Pending，需要卷的 Pod 卡在 ContainerCreating。已挂载的卷通常还能继续使用。"
    ),
};
