//! What a reader is told about: CoreDNS.

use crate::explain::article::Article;
use crate::text;

/// The article.
pub const ARTICLE: Article = Article {
    id: "coredns",
    name: text!("CoreDNS", "CoreDNS"),
    picture: text!("The directory enquiries: turns names into addresses.", "查号台：把名字翻译成地址。"),
    what: text!(
        "It answers every name that Pods ask for: `my-service.my-namespace.svc.cluster.local` from the API, all other names by asking outside. Pods reach it through the Service `kube-dns`.",
        "它回答 Pod 的所有域名查询：像 `my-service.my-namespace.svc.cluster.local` 这样的名字从 API 得到答案，其他域名转给外部 DNS。Pod 通过 `kube-dns` 这个 Service 访问它。"
    ),
    check: text!("Two replicas or more, all ready, best on different nodes.", "至少两个副本，全部就绪，最好分布在不同节点上。"),
    without: text!(
        "Almost everything seems broken at once, with messages such as \"no such host\", although the network is fine.",
        "看上去几乎所有东西同时坏了，报“no such host”之类的错误，而网络其实没有问题。"
    ),
};
