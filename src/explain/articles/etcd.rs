//! What a reader is told about: etcd.

use crate::explain::article::Article;
use crate::text;

/// The article.
pub const ARTICLE: Article = Article {
    id: "etcd",
    name: text!("etcd", "etcd"),
    picture: text!("The ledger: what is not written there has not happened.", "核心账本：没有记在这里的，就等于没发生。"),
    what: text!(
        "A small database that holds the whole state of the cluster: every node, Pod, Secret and setting. Its members copy each other, and a change counts once a majority has written it down. Only API servers talk to it.",
        "一个小型数据库，保存集群的全部状态：所有节点、Pod、Secret 和配置。各成员互为副本，多数成员写入之后，一次变更才算数。只有 API 服务器会访问它。"
    ),
    check: text!(
        "There should be one member for each control-plane node (three or five), all of them ready. Restarts that grow, or API probes that fail with 500, often point at its disk being slow.",
        "通常每个控制平面节点一个成员（三个或五个），而且全部就绪。重启次数不断增加，或 API 服务器的探针返回 500，往往说明它的磁盘太慢。"
    ),
    without: text!(
        "When fewer than a majority of its members live, the cluster can no longer be changed. When all copies and backups are lost, the cluster has lost its memory: back it up.",
        "存活成员不足多数时，集群就再也改不动了。如果所有副本和备份都丢了，集群就失忆了，所以一定要做备份。"
    ),
};
