//! What a reader is told about: Pod.

use crate::explain::article::Article;
use crate::text;

/// The article.
pub const ARTICLE: Article = Article {
    id: "pod",
    name: text!("Pod", "Pod"),
    picture: text!("The smallest unit that is moved: containers that share one box.", "最小的搬运单位：装在同一个箱子里的容器。"),
    what: text!(
        "One or more containers that share an address and volumes and always run on the same node. A Pod is not repaired but replaced: by its Deployment, StatefulSet, DaemonSet or Job.",
        "一个或多个共享网络地址和卷、总在同一节点上运行的容器。Pod 不会被修复，只会被替换，由它的 Deployment、StatefulSet、DaemonSet 或 Job 负责。"
    ),
    check: text!(
        "READY shows as many on the left as on the right, STATUS is `Running` (or `Completed` for a job), and RESTARTS does not grow.",
        "READY 左右两个数字相等，STATUS 为 `Running`（任务类则是 `Completed`），RESTARTS 不再增加。"
    ),
    without: text!(
        "Its controller makes a new one, with a new name and address. A Pod without a controller stays gone.",
        "它的控制器会新建一个，名称和地址都是新的。没有控制器的 Pod，没了就没了。"
    ),
};
