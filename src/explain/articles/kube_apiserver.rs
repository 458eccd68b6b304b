//! What a reader is told about: kube-apiserver.

use crate::explain::article::Article;
use crate::text;

/// The article.
pub const ARTICLE: Article = Article {
    id: "kube-apiserver",
    name: text!("kube-apiserver", "kube-apiserver"),
    picture: text!("The only entrance: nobody gets past the front desk.", "唯一入口：谁也绕不过的前台。"),
    what: text!(
        "Every command of yours and every other component goes through it. It checks who asks, whether they may, and whether the request makes sense; only then does it store or answer. It is the only one that talks to etcd.",
        "你敲的每条命令、集群里的每个组件，都要经过它。它先核实你是谁、有没有权限、请求是否合理，然后才写入或返回结果。只有它直接访问 etcd。"
    ),
    check: text!(
        "Any `kubectl get` that answers proves that one API server lives, not that all do. Count its pods against the control-plane nodes, and look at READY and RESTARTS.",
        "任何一条 `kubectl get` 有返回，就说明至少有一个 API 服务器活着，但不代表全都活着。要拿它的 Pod 数与控制平面节点数对照，并看 READY 和 RESTARTS 两列。"
    ),
    without: text!(
        "Without any API server nothing can be seen, changed or scheduled, while containers that run go on running. With several behind one address, the loss of one goes almost unnoticed.",
        "如果一个 API 服务器都没有，就什么也看不到、改不了、调度不了，不过已在运行的容器会继续运行。如果多个实例共用一个入口地址，少一个几乎察觉不到。"
    ),
};
