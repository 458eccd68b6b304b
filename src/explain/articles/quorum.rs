//! What a reader is told about: quorum.

use crate::explain::article::Article;
use crate::text;

/// The article.
pub const ARTICLE: Article = Article {
    id: "quorum",
    name: text!("quorum", "法定人数（quorum）"),
    picture: text!("A vote needs the majority of all seats, not of those present.", "表决要过全体席位的半数，而不是到场者的半数。"),
    what: text!(
        "etcd writes only what a majority of its members has confirmed: 2 of 3, 3 of 5. So two halves that lost sight of each other can never both decide. Absent members count in the total until they are removed.",
        "etcd 只承认多数成员确认过的写入：3 个里要 2 个，5 个里要 3 个。这样，彼此失联的两半绝不会同时做决定。缺席的成员只要没被移除，就仍然计入总数。"
    ),
    check: text!(
        "Members alive minus members needed is what may still fail. 0 to spare is a warning, even while everything works.",
        "存活成员数减去所需成员数，就是还能再坏几个。余量为 0 就是警报，哪怕眼下一切正常。"
    ),
    without: text!(
        "No leader, no writes: nothing can be created, changed or moved. Containers that run go on running.",
        "没有领导者就无法写入：什么都不能创建、修改或迁移。已在运行的容器会继续运行。"
    ),
};
