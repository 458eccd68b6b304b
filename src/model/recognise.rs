//! Which product a pod belongs to, from its namespace, its name and its images. Knows no other pod.

use crate::model::component::{Certainty, Placement, Recognised};
use crate::model::product::Product;
use crate::model::products;
use crate::phrase;
use crate::text::Phrase;

/// Where the control plane's static pods live: kubeadm and its kin, and `OpenShift`.
const CONTROL_PLANE_NAMESPACES: &[&str] =
    &["kube-system", "openshift-etcd", "openshift-kube-apiserver", "openshift-kube-controller-manager", "openshift-kube-scheduler"];

/// What a pod is a part of, if that is in the catalogue.
///
/// The name tells first (the longest prefix wins), then the namespace if it is a product's own, then an image. A static pod counts
/// only where the control plane lives, or where no namespace is known.
pub fn recognise(namespace: Option<&str>, pod_name: &str, images: &[&str]) -> Option<Recognised> {
    by_name(namespace, pod_name, images).or_else(|| by_namespace(namespace)).or_else(|| by_image(namespace, images))
}

fn by_name(namespace: Option<&str>, pod_name: &str, images: &[&str]) -> Option<Recognised> {
    // A prefix ends where the name does, or before a dash.
    let dashes = pod_name.match_indices('-').map(|(at, _)| at);
    let ends = std::iter::once(pod_name.len()).chain(dashes.rev());
    let mut found = ends.filter_map(|end| {
        let prefix = pod_name.get(..end)?;
        Some((products::by_prefix(prefix)?, prefix))
    });
    let (product, prefix) = found.find(|(product, _)| may_live_in(product, namespace))?;
    let confirmed = namespace == Some("kube-system")
        || owns(product, namespace)
        || (product.placement == Placement::Static && namespace.is_some())
        || images.iter().any(|image| product.images.contains(&base_name(image)));
    let certainty = if confirmed { Certainty::Certain } else { Certainty::Likely };
    Some(recognised(product, certainty, phrase!("its name begins with `{prefix}`", "名称以 `{prefix}` 开头", prefix = prefix)))
}

fn by_namespace(namespace: Option<&str>) -> Option<Recognised> {
    let namespace = namespace?;
    let product = products::by_namespace(namespace)?;
    let sign = phrase!(
        "its namespace `{namespace}` belongs to {name}",
        "所在命名空间 `{namespace}` 属于 {name}",
        namespace = namespace,
        name = product.name
    );
    Some(recognised(product, Certainty::Likely, sign))
}

fn by_image(namespace: Option<&str>, images: &[&str]) -> Option<Recognised> {
    images.iter().map(|image| base_name(image)).find_map(|image| {
        // An image alone does not make a static pod: users run their own etcd and haproxy.
        let product =
            products::all().find(|it| it.placement != Placement::Static && may_live_in(it, namespace) && it.images.contains(&image))?;
        Some(recognised(product, Certainty::Likely, phrase!("its image is `{image}`", "镜像是 `{image}`", image = image)))
    })
}

fn recognised(product: &Product, certainty: Certainty, sign: Phrase) -> Recognised {
    Recognised { product: product.id.to_owned(), role: product.role, placement: product.placement, certainty, sign }
}

fn may_live_in(product: &Product, namespace: Option<&str>) -> bool {
    product.placement != Placement::Static || namespace.is_none_or(|namespace| CONTROL_PLANE_NAMESPACES.contains(&namespace))
}

fn owns(product: &Product, namespace: Option<&str>) -> bool {
    namespace.is_some_and(|namespace| product.namespaces.contains(&namespace))
}

/// The last path part of an image reference, without tag and digest.
fn base_name(image: &str) -> &str {
    let path = image.split('@').next().unwrap_or_default();
    let last = path.rsplit('/').next().unwrap_or_default();
    last.split(':').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::component::Role;

    fn told(namespace: Option<&str>, pod: &str, images: &[&str]) -> Option<(String, Role, Certainty)> {
        recognise(namespace, pod, images).map(|it| (it.product, it.role, it.certainty))
    }

    fn product_of(namespace: &str, pod: &str) -> Option<String> {
        told(Some(namespace), pod, &[]).map(|it| it.0)
    }

    #[test]
    fn the_pods_of_a_control_plane_and_its_add_ons() {
        for (pod, product) in [
            ("cadvisor-9jp79", "cadvisor"),
            ("coredns-558698fb9f-6n4mq", "coredns"),
            ("etcd-cp-00002-294e", "etcd"),
            ("kube-apiserver-cp-00002-294e", "kube-apiserver"),
            ("kube-controller-manager-cp-00002-294e", "kube-controller-manager"),
            ("kube-proxy-6nkbl", "kube-proxy"),
            ("kube-scheduler-cp-00002-294e", "kube-scheduler"),
            ("metrics-server-7759b56654-blhq2", "metrics-server"),
            ("open-local-agent-5nqpw", "open-local"),
            ("open-local-controller-6d4f6ff9d7-pxdqd", "open-local-controller"),
            ("open-local-scheduler-extender-6976f89876-cdpw9", "open-local-scheduler-extender"),
            ("tigera-operator-6bbdd8d949-z4lll", "tigera-operator"),
        ] {
            let got = told(Some("kube-system"), pod, &[]);
            assert_eq!(got.as_ref().map(|it| it.0.as_str()), Some(product), "{pod}");
            assert_eq!(got.map(|it| it.2), Some(Certainty::Certain), "{pod}");
        }
        let operator = products::product("tigera-operator");
        assert_eq!(operator.map(|it| (it.role, it.cni)), Some((Role::CniController, Some("calico"))));
    }

    #[test]
    fn only_the_cluster_s_own_etcd_is_etcd() {
        assert_eq!(product_of("shop", "etcd-0"), None);
        assert_eq!(product_of("shop", "etcd-operator-7d9c4b6f9-abcde").as_deref(), Some("etcd-operator"));
        assert_eq!(product_of("kube-system", "etcd-operator-7d9c4b6f9-abcde").as_deref(), Some("etcd-operator"));
        assert_eq!(told(Some("shop"), "store-0", &["quay.example/coreos/etcd:v3.5.9"]), None);
        assert_eq!(told(None, "etcd-cp-1", &[]), Some(("etcd".to_owned(), Role::Etcd, Certainty::Likely)));
        assert_eq!(product_of("openshift-etcd", "etcd-master-0").as_deref(), Some("etcd"));
        assert_eq!(product_of("openshift-etcd", "etcd-guard-master-0").as_deref(), Some("openshift-guard"));
        assert_eq!(product_of("shop", "kube-apiserver-cp-1"), None);
    }

    #[test]
    fn agents_and_their_controllers_differ() {
        for (pod, product, role) in [
            ("calico-node-x7k2p", "calico", Role::Cni),
            ("calico-kube-controllers-5b9c8b4c8f-x7k2p", "calico-kube-controllers", Role::CniController),
            ("cilium-x7k2p", "cilium", Role::Cni),
            ("cilium-operator-5b9c8b4c8f-x7k2p", "cilium-operator", Role::CniController),
            ("kube-flannel-ds-x7k2p", "flannel", Role::Cni),
            ("prometheus-adapter-5b9c8b4c8f-x7k2p", "prometheus-adapter", Role::Metrics),
            ("prometheus-k8s-0", "prometheus", Role::Monitoring),
            ("kube-vip-cp-1", "kube-vip", Role::LoadBalancer),
        ] {
            assert_eq!(told(Some("kube-system"), pod, &[]).map(|it| (it.0, it.1)), Some((product.to_owned(), role)), "{pod}");
        }
    }

    #[test]
    fn a_namespace_of_its_own_tells_what_the_name_does_not() {
        assert_eq!(product_of("metallb-system", "speaker-x7k2p").as_deref(), Some("metallb"));
        assert_eq!(product_of("calico-system", "calico-node-x7k2p").as_deref(), Some("calico"));
        assert_eq!(product_of("istio-system", "grafana-5b9c8b4c8f-x7k2p").as_deref(), Some("grafana"));
        assert_eq!(product_of("shop", "speaker-x7k2p"), None);
    }

    #[test]
    fn users_applications_are_not_products() {
        for pod in
            ["vault-ui-0", "loki-fan-page-0", "jenkins-demo-6b9f", "kube-proxying-x", "etcdish-0", "web-0", "minio-backup-0", "sdnx-1"]
        {
            assert_eq!(product_of("shop", pod), None, "{pod}");
        }
    }

    #[test]
    fn an_image_tells_where_the_name_does_not() {
        let got = told(Some("shop"), "infra-abc", &["registry.example:5000/ingress-nginx/nginx-ingress-controller:v1.9@sha256:00"]);
        assert_eq!(got, Some(("ingress-nginx".to_owned(), Role::Ingress, Certainty::Likely)));
        assert_eq!(told(Some("shop"), "grafana-0", &["grafana/grafana"]).map(|it| it.2), Some(Certainty::Certain));
        assert_eq!(told(Some("shop"), "grafana-0", &[]).map(|it| it.2), Some(Certainty::Likely));
    }
}
