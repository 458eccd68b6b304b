//! What a reader is told about: scope of a list.

use crate::explain::article::Article;
use crate::text;

/// The article.
pub const ARTICLE: Article = Article {
    id: "namespace-scope",
    name: text!("scope of a list", "列表的范围"),
    picture: text!("A torch in a large hall: it shows only what it is pointed at.", "大厅里的手电筒：照到哪里，才看得见哪里。"),
    what: text!(
        "A list with `-n kube-system` shows that namespace only, and one without `-n` the default namespace. What lives elsewhere is not missing: it was not asked for. Porthole calls a thing missing only where the list would have shown it.",
        "带 `-n kube-system` 的列表只显示这一个命名空间，不带 `-n` 则只显示默认命名空间。别处的东西不是缺失，只是没有查。只有当列表本该显示某样东西时，Porthole 才会说它缺失。"
    ),
    check: text!(
        "`kubectl get pods -A -o wide` shows every Pod with its namespace and node.",
        "`kubectl get pods -A -o wide` 会显示所有 Pod 及其命名空间和节点。"
    ),
    without: text!(
        "Without the whole list, counts are lower bounds, and some questions stay open.",
        "没有完整的列表，计数就只是下限，有些问题也无法回答。"
    ),
};
