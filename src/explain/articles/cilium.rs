//! What a reader is told about: Cilium.

use crate::explain::article::Article;
use crate::text;

/// The article.
pub const ARTICLE: Article = Article {
    id: "cilium",
    name: text!("Cilium", "Cilium"),
    picture: text!("Road builders who lay their cables inside the kernel.", "把路直接修进内核的修路队。"),
    what: text!(
        "A Pod network built on eBPF programs in the kernel. It enforces policies, can show the traffic (Hubble) and can take the place of kube-proxy.",
        "基于内核 eBPF 程序的容器网络。它执行网络策略，能观察流量（Hubble），还可以取代 kube-proxy。"
    ),
    check: text!(
        "One ready `cilium` Pod for each node and a running `cilium-operator`. `cilium status` sums it up.",
        "每个节点一个就绪的 `cilium` Pod，外加运行中的 `cilium-operator`。`cilium status` 会给出汇总。"
    ),
    without: text!(
        "What is loaded in the kernel keeps forwarding, but new Pods get no address and policies are not updated.",
        "已加载到内核的规则会继续转发，但新 Pod 分不到地址，策略也不再更新。"
    ),
};
