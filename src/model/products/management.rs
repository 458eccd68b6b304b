//! Dashboards, management planes and platforms.

use crate::model::component::Role::{AddOn, Autoscaling, KubeProxy, Management, Storage};
use crate::model::product::Product;

/// The table.
pub const PRODUCTS: &[Product] = &[
    Product::service("kubernetes-dashboard", "Kubernetes Dashboard", Management)
        .pods(&[
            "kubernetes-dashboard",
            "dashboard-metrics-scraper",
            "kubernetes-dashboard-api",
            "kubernetes-dashboard-web",
            "kubernetes-dashboard-auth",
            "kubernetes-dashboard-kong",
        ])
        .owns(&["kubernetes-dashboard"]),
    Product::service("headlamp", "Headlamp", Management).pods(&["headlamp"]).owns(&["headlamp"]).images(&["headlamp"]),
    Product::service("rancher", "Rancher", Management)
        .pods(&["rancher", "rancher-webhook", "cattle-cluster-agent", "cattle-node-agent", "system-upgrade-controller"])
        .owns(&["cattle-system"])
        .images(&["rancher", "rancher-agent", "rancher-webhook"]),
    Product::service("kubesphere", "KubeSphere", Management)
        .pods(&["ks-apiserver", "ks-console", "ks-controller-manager", "ks-installer"])
        .owns(&["kubesphere-system", "kubesphere-controls-system", "kubesphere-monitoring-system"])
        .images(&["ks-apiserver", "ks-console", "ks-controller-manager"]),
    Product::service("helm-controller", "Helm install jobs (k3s)", Management).pods(&["helm-install"]).images(&["klipper-helm"]),
    Product::service("crossplane", "Crossplane", Management)
        .pods(&["crossplane", "crossplane-rbac-manager"])
        .owns(&["crossplane-system"])
        .images(&["crossplane"]),
    Product::service("cluster-api", "Cluster API", Management)
        .pods(&[
            "capi-controller-manager",
            "capi-kubeadm-bootstrap-controller-manager",
            "capi-kubeadm-control-plane-controller-manager",
            "capd-controller-manager",
            "capa-controller-manager",
            "capv-controller-manager",
            "capz-controller-manager",
            "capo-controller-manager",
        ])
        .owns(&[
            "capi-system",
            "capi-kubeadm-bootstrap-system",
            "capi-kubeadm-control-plane-system",
            "capd-system",
            "capa-system",
            "capv-system",
            "capz-system",
            "capo-system",
        ])
        .images(&["cluster-api-controller"]),
    Product::service("kubevirt", "KubeVirt", Management)
        .pods(&["virt-operator", "virt-api", "virt-controller", "virt-handler", "virt-exportproxy"])
        .owns(&["kubevirt", "openshift-cnv"])
        .images(&["virt-operator", "virt-api", "virt-controller", "virt-handler", "virt-launcher"]),
    Product::service("containerized-data-importer", "Containerized Data Importer", Storage)
        .pods(&["cdi-operator", "cdi-apiserver", "cdi-deployment", "cdi-uploadproxy"])
        .owns(&["cdi"])
        .images(&["cdi-operator", "cdi-controller"]),
    Product::service("harvester", "Harvester", Management)
        .pods(&["harvester", "harvester-webhook", "harvester-node-manager", "harvester-network-controller"])
        .owns(&["harvester-system"])
        .images(&["harvester"]),
    Product::service("knative", "Knative", AddOn)
        .pods(&["knative-operator", "net-istio-controller", "net-kourier-controller", "3scale-kourier-gateway"])
        .owns(&["knative-serving", "knative-eventing", "knative-operator", "kourier-system"]),
    Product::service("kubeflow", "Kubeflow", AddOn).pods(&["ml-pipeline"]).owns(&["kubeflow"]),
    Product::service("karmada", "Karmada", Management)
        .pods(&[
            "karmada-apiserver",
            "karmada-controller-manager",
            "karmada-scheduler",
            "karmada-webhook",
            "karmada-agent",
            "karmada-aggregated-apiserver",
        ])
        .owns(&["karmada-system"])
        .images(&["karmada-controller-manager", "karmada-scheduler", "karmada-agent"]),
    Product::service("open-cluster-management", "Open Cluster Management", Management)
        .pods(&["klusterlet", "cluster-manager", "klusterlet-work-agent", "klusterlet-registration-agent"])
        .owns(&["open-cluster-management", "open-cluster-management-agent", "open-cluster-management-hub"]),
    Product::agent("kubeedge", "KubeEdge", Management)
        .pods(&["cloudcore", "edge-eclipse-mosquitto"])
        .owns(&["kubeedge"])
        .images(&["cloudcore"]),
    Product::agent("openkruise", "OpenKruise", Management)
        .pods(&["kruise-controller-manager", "kruise-daemon"])
        .owns(&["kruise-system"])
        .images(&["kruise-manager"]),
    Product::service("volcano", "Volcano", Autoscaling)
        .pods(&["volcano-scheduler", "volcano-controllers", "volcano-admission"])
        .owns(&["volcano-system"])
        .images(&["vc-scheduler", "vc-controller-manager"]),
    Product::service("kueue", "Kueue", Autoscaling).pods(&["kueue-controller-manager"]).owns(&["kueue-system"]).images(&["kueue"]),
    Product::service("operator-lifecycle-manager", "Operator Lifecycle Manager", Management)
        .pods(&["olm-operator", "catalog-operator", "packageserver"])
        .owns(&["olm", "openshift-operator-lifecycle-manager"])
        .images(&["olm"]),
    Product::service("kubeadm-upgrade", "kubeadm upgrade jobs", Management).pods(&["upgrade-health-check"]),
    Product::service("docker-desktop", "Docker Desktop controller", Management)
        .pods(&["vpnkit-controller"])
        .images(&["desktop-vpnkit-controller"]),
    Product::agent("kubeproxy-windows", "kube-proxy for Windows", KubeProxy).pods(&["kube-proxy-windows"]),
];
