//! What a reader is told about: cAdvisor.

use crate::explain::article::Article;
use crate::text;

/// The article.
pub const ARTICLE: Article = Article {
    id: "cadvisor",
    name: text!("cAdvisor", "cAdvisor"),
    picture: text!("The meter reader: notes what each container uses.", "抄表员：记录每个容器用了多少资源。"),
    what: text!(
        "It measures CPU, memory, disk and network of every container on its node and offers the numbers to Prometheus. The kubelet has the same code built in; a Pod of its own is an extra for a monitoring system.",
        "它测量本节点上每个容器的 CPU、内存、磁盘和网络用量，供 Prometheus 采集。kubelet 里已经内置了同样的代码，单独部署的 Pod 是给监控系统额外准备的。"
    ),
    check: text!("One ready Pod for each node.", "每个节点一个就绪的 Pod。"),
    without: text!("Gaps in the graphs. Nothing that runs depends on it.", "监控图表会断一截，但没有任何业务依赖它。"),
};
