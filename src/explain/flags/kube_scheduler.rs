//! Flags of kube-scheduler.

use crate::explain::flags::table::{Table, flags};

/// The catalogue.
pub const FLAGS: Table = flags![
    Flag::new(
        "config",
        text!("A file with profiles and plugins: by which rules it picks nodes.", "写有调度配置与插件的文件，决定按哪些规则挑选节点。"),
    ),
    Flag::new(
        "kube-api-qps",
        text!("Requests a second that it sends to the API server at most, on average.", "平均每秒最多向 API 服务器发送的请求数。"),
    )
    .default("50"),
    Flag::new("kube-api-burst", text!("Requests that it may send to the API server at once.", "允许瞬间向 API 服务器发送的请求数。"))
        .default("100"),
    Flag::new(
        "pod-max-in-unschedulable-pods-duration",
        text!("After this time it tries a pod again that found no node.", "找不到节点的 Pod 最迟多久后重新尝试调度。"),
    )
    .default("5m0s"),
    Flag::new(
        "policy-config-file",
        text!("The old scheduling policy; removed in Kubernetes 1.23.", "旧的调度策略文件；Kubernetes 1.23 已移除。"),
    ),
    Flag::new(
        "address",
        text!(
            "The address of the old port without encryption; removed since Kubernetes 1.24.",
            "旧的非加密端口的监听地址；Kubernetes 1.24 起已移除。"
        ),
    ),
];
