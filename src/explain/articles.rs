//! The articles, one file each, and which one tells about a product. Knows ids only.

use crate::explain::article::Article;
use crate::model::component::Role;
use crate::model::products::product;

/// Declares each article's module and lists it: one line for an article.
macro_rules! articles {
    ($($module:ident),* $(,)?) => {
        $(mod $module;)*

        /// Every article.
        pub const ARTICLES: &[&Article] = &[$(&$module::ARTICLE),*];
    };
}

articles! {
    add_on,
    autoscaling,
    cadvisor,
    calico,
    cilium,
    cloud_controller_manager,
    cni,
    cni_controller,
    container_runtime,
    control_plane_node,
    coredns,
    crashloopbackoff,
    delivery,
    dns,
    etcd,
    flannel,
    ingress,
    kube_apiserver,
    kube_controller_manager,
    kube_proxy,
    kube_scheduler,
    kubectl,
    kubelet,
    load_balancer,
    load_balancer_endpoint,
    logging,
    management,
    mesh,
    metrics,
    metrics_server,
    monitoring,
    namespace_scope,
    node,
    open_local,
    pod,
    quorum,
    security,
    static_pod,
    storage,
    tigera_operator,
}

/// The article of that id.
pub fn article(id: &str) -> Option<&'static Article> {
    ARTICLES.iter().copied().find(|it| it.id == id)
}

/// What to tell about a product: its own article, that of the product it is a part of, or that of its job.
pub fn article_for(product_id: &str) -> Option<&'static Article> {
    article(product_id).or_else(|| article(whole(product_id)?)).or_else(|| article(of_role(product(product_id)?.role)))
}

/// The product that a part belongs to, where one article tells about all its parts.
fn whole(product_id: &str) -> Option<&'static str> {
    match product_id {
        "open-local-controller" | "open-local-scheduler-extender" => Some("open-local"),
        "kube-dns" | "openshift-dns" => Some("coredns"),
        "kubeproxy-windows" => Some("kube-proxy"),
        _ => None,
    }
}

/// The general article about a job.
fn of_role(role: Role) -> &'static str {
    match role {
        Role::ApiServer => "kube-apiserver",
        Role::Etcd => "etcd",
        Role::ControllerManager => "kube-controller-manager",
        Role::Scheduler => "kube-scheduler",
        Role::CloudControllerManager => "cloud-controller-manager",
        Role::KubeProxy => "kube-proxy",
        Role::Cni => "cni",
        Role::CniController => "cni-controller",
        Role::Dns => "dns",
        Role::Metrics => "metrics",
        Role::Storage => "storage",
        Role::Ingress => "ingress",
        Role::LoadBalancer => "load-balancer",
        Role::Mesh => "mesh",
        Role::Monitoring => "monitoring",
        Role::Logging => "logging",
        Role::Delivery => "delivery",
        Role::Security => "security",
        Role::Autoscaling => "autoscaling",
        Role::Management => "management",
        Role::AddOn => "add-on",
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::explain::prose;
    use crate::model::products;

    #[test]
    fn ids_are_unique_and_kebab_case() {
        let ids: BTreeSet<&str> = ARTICLES.iter().map(|it| it.id).collect();
        assert_eq!(ids.len(), ARTICLES.len());
        assert!(ids.iter().all(|id| id.chars().all(|c| c.is_ascii_lowercase() || c == '-')), "{ids:?}");
    }

    #[test]
    fn every_article_is_written_in_both_languages() {
        for it in ARTICLES {
            assert!(!it.name.en().is_empty() && !it.name.zh().is_empty(), "{}", it.id);
            for (part, text) in [("picture", it.picture), ("what", it.what), ("check", it.check), ("without", it.without)] {
                let what = format!("{} {part}", it.id);
                prose::check_sentences(&what, text.en(), text.zh());
                let sentences = text.zh().matches(['。', '？', '！']).count();
                assert!((1..=4).contains(&sentences), "{what}: {sentences} sentences");
            }
        }
    }

    #[test]
    fn every_product_has_something_to_read() {
        for it in products::all() {
            assert!(article_for(it.id).is_some(), "{}", it.id);
        }
        assert_eq!(article_for("open-local-controller").map(|it| it.id), Some("open-local"));
        assert_eq!(article_for("antrea").map(|it| it.id), Some("cni"));
        assert_eq!(article_for("kubelet").map(|it| it.id), Some("kubelet"));
        assert_eq!(article_for("no-such-thing").map(|it| it.id), None);
    }
}
