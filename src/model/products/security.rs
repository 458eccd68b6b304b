//! Policy, certificates, secrets and runtime security.

use crate::model::component::Role::Security;
use crate::model::product::Product;

/// The table.
pub const PRODUCTS: &[Product] = &[
    Product::service("cert-manager", "cert-manager", Security)
        .pods(&["cert-manager", "cert-manager-cainjector", "cert-manager-webhook", "cert-manager-startupapicheck"])
        .owns(&["cert-manager"])
        .images(&["cert-manager-controller", "cert-manager-cainjector", "cert-manager-webhook"]),
    Product::service("trust-manager", "trust-manager", Security).pods(&["trust-manager"]).images(&["trust-manager"]),
    Product::service("kyverno", "Kyverno", Security)
        .pods(&[
            "kyverno",
            "kyverno-admission-controller",
            "kyverno-background-controller",
            "kyverno-cleanup-controller",
            "kyverno-reports-controller",
        ])
        .owns(&["kyverno"])
        .images(&["kyverno"]),
    Product::service("gatekeeper", "Gatekeeper", Security)
        .pods(&["gatekeeper-controller-manager", "gatekeeper-audit"])
        .owns(&["gatekeeper-system"])
        .images(&["gatekeeper"]),
    Product::service("kubewarden", "Kubewarden", Security)
        .pods(&["kubewarden-controller", "policy-server-default"])
        .owns(&["kubewarden"])
        .images(&["kubewarden-controller"]),
    Product::agent("falco", "Falco", Security).pods(&["falco", "falco-falcosidekick", "falcosidekick"]).owns(&["falco"]).images(&[
        "falco",
        "falco-no-driver",
        "falcosidekick",
    ]),
    Product::service("trivy-operator", "Trivy Operator", Security)
        .pods(&["trivy-operator"])
        .owns(&["trivy-system"])
        .images(&["trivy-operator"]),
    Product::agent("neuvector", "NeuVector", Security)
        .pods(&[
            "neuvector-controller-pod",
            "neuvector-enforcer-pod",
            "neuvector-manager-pod",
            "neuvector-scanner-pod",
            "neuvector-updater-pod",
        ])
        .owns(&["neuvector", "cattle-neuvector-system"]),
    Product::agent("tetragon", "Tetragon", Security).pods(&["tetragon", "tetragon-operator"]).images(&["tetragon", "tetragon-operator"]),
    Product::service("kubescape", "Kubescape", Security).pods(&["kubescape"]).owns(&["kubescape"]).images(&["kubescape"]),
    Product::service("sealed-secrets", "Sealed Secrets", Security)
        .pods(&["sealed-secrets", "sealed-secrets-controller"])
        .owns(&["sealed-secrets"])
        .images(&["sealed-secrets-controller"]),
    Product::service("external-secrets", "External Secrets Operator", Security)
        .pods(&["external-secrets", "external-secrets-webhook", "external-secrets-cert-controller"])
        .owns(&["external-secrets"])
        .images(&["external-secrets"]),
    Product::service("vault", "HashiCorp Vault", Security)
        .pods(&["vault-0", "vault-1", "vault-2", "vault-agent-injector", "vault-secrets-operator", "vault-csi-provisioner"])
        .owns(&["vault"])
        .images(&["vault", "vault-k8s"]),
    Product::service("dex", "Dex", Security).pods(&["dex-server"]).owns(&["dex"]).images(&["dex"]),
    Product::service("oauth2-proxy", "OAuth2 Proxy", Security).pods(&["oauth2-proxy"]).images(&["oauth2-proxy"]),
    Product::agent("spire", "SPIRE", Security)
        .pods(&["spire-agent", "spire-server"])
        .owns(&["spire", "spire-server", "spire-system"])
        .images(&["spire-agent", "spire-server"]),
    Product::agent("kube-bench", "kube-bench", Security).pods(&["kube-bench"]).images(&["kube-bench"]),
];
