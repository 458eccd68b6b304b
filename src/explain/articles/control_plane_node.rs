//! What a reader is told about: control-plane node.

use crate::explain::article::Article;
use crate::text;

/// The article.
pub const ARTICLE: Article = Article {
    id: "control-plane-node",
    name: text!("control-plane node", "控制平面节点"),
    picture: text!("Headquarters: decides, and by custom does not produce.", "总部：负责决策，按惯例不参与生产。"),
    what: text!(
        "A node that carries the API server, the controller manager, the scheduler and mostly an etcd member. A taint keeps ordinary Pods away; where it was removed, the layout is converged: headquarters and workshop in one.",
        "承载 API 服务器、控制器管理器、调度器，通常还有一个 etcd 成员的节点。默认有污点，普通 Pod 不会调度上来；如果去掉了污点，就是融合部署：总部和车间合二为一。"
    ),
    check: text!(
        "Each has the same set of static Pods, all ready. An odd number of them, three or five, makes sense because of etcd.",
        "每个控制平面节点上都有同一套静态 Pod，并且全部就绪。因为 etcd，数量以三或五这样的奇数为宜。"
    ),
    without: text!(
        "With three, one may fail: the others serve on, but nothing more may happen. With one, the cluster stands still until it is back.",
        "有三个时可以坏一个：其余的继续服务，但再也经不起意外。只有一个时，集群要停到它恢复为止。"
    ),
};
