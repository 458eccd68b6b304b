//! Outputs that the page offers to someone who has none at hand.
//! Knows only their texts; what is to be read in them is found like in any other paste.

use crate::text;
use crate::text::Text;

/// A set of outputs of one cluster.
#[derive(Clone, Copy, Debug)]
pub struct Example {
    /// Kebab-case, unique.
    pub id: &'static str,
    /// Its name in the list.
    pub title: Text,
    /// What it shows, in a sentence.
    pub about: Text,
    /// File name and content, one output each.
    pub files: &'static [(&'static str, &'static str)],
}

/// Every example, in the order in which the page offers them.
pub const EXAMPLES: &[Example] = &[
    Example {
        id: "lesson",
        title: text!("The lesson: one API server is down", "课堂案例：一个 API Server 宕了"),
        about: text!(
            "Three nodes that are control plane and workers at once. kubectl still answers, yet one API server has been crashing for months. Find out why.",
            "三个节点既是控制平面又承担工作负载。kubectl 仍能响应，但有一个 API Server 已经反复崩溃了好几个月。原因何在？",
        ),
        files: &[
            ("get-nodes-wide.txt", include_str!("examples/lesson/get-nodes-wide.txt")),
            ("get-pods-kube-system.txt", include_str!("examples/lesson/get-pods-kube-system.txt")),
            ("cluster-info.txt", include_str!("examples/lesson/cluster-info.txt")),
            ("describe-pod-kube-apiserver.txt", include_str!("examples/lesson/describe-pod-kube-apiserver.txt")),
        ],
    },
    Example {
        id: "healthy",
        title: text!("A healthy cluster to compare", "一个健康的集群，用来对照"),
        about: text!(
            "Three control-plane nodes and three workers, with every pod of every namespace and the node that it runs on.",
            "三个控制平面节点加三个工作节点，列出了所有命名空间的全部 Pod 及其所在节点。",
        ),
        files: &[
            ("nodes.txt", include_str!("examples/healthy/nodes.txt")),
            ("pods.txt", include_str!("examples/healthy/pods.txt")),
            ("cluster-info.txt", include_str!("examples/healthy/cluster-info.txt")),
        ],
    },
];
