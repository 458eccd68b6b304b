//! What a reader is told about: CrashLoopBackOff.

use crate::explain::article::Article;
use crate::text;

/// The article.
pub const ARTICLE: Article = Article {
    id: "crashloopbackoff",
    name: text!("CrashLoopBackOff", "CrashLoopBackOff"),
    picture: text!("It stumbles, gets up, stumbles again, and rests longer each time.", "跌倒、爬起、再跌倒，每次歇得更久。"),
    what: text!(
        "A container starts, ends and is started again, over and over. The kubelet doubles the pause between two starts, from 10 seconds up to 5 minutes. It is a symptom: the cause is in the container's last words, or in something that it needs.",
        "容器启动、退出、再启动，周而复始。kubelet 会把两次启动之间的间隔逐次加倍，从 10 秒到最长 5 分钟。它只是症状：原因在容器退出前的最后几行日志里，或在它所依赖的东西上。"
    ),
    check: text!(
        "`kubectl logs --previous` shows why it ended; `kubectl describe pod` shows exit code and events.",
        "`kubectl logs --previous` 能看到它为什么退出；`kubectl describe pod` 能看到退出码和事件。"
    ),
    without: text!(
        "It does not mend itself as long as the cause stays. Deleting the Pod only resets the pause.",
        "原因不除，它不会自愈。删掉 Pod 只是让间隔重新从头计算。"
    ),
};
