//! Cluster DNS, kube-proxy, metrics and what scales or tends nodes.

use crate::model::component::Role::{AddOn, Autoscaling, Dns, KubeProxy, LoadBalancer, Management, Metrics, Monitoring, Security, Storage};
use crate::model::product::Product;

/// The table.
pub const PRODUCTS: &[Product] = &[
    Product::agent("kube-proxy", "kube-proxy", KubeProxy).pods(&["kube-proxy"]).images(&["kube-proxy", "kube-proxy-amd64"]),
    Product::service("coredns", "CoreDNS", Dns).pods(&["coredns", "rke2-coredns-rke2-coredns"]).images(&["coredns"]),
    Product::service("coredns-autoscaler", "CoreDNS autoscaler", Dns)
        .pods(&["coredns-autoscaler", "dns-autoscaler", "kube-dns-autoscaler", "rke2-coredns-rke2-coredns-autoscaler"])
        .images(&["cluster-proportional-autoscaler", "cluster-proportional-autoscaler-amd64"]),
    Product::service("kube-dns", "kube-dns", Dns).pods(&["kube-dns"]).images(&["k8s-dns-kube-dns", "k8s-dns-kube-dns-amd64"]),
    Product::agent("node-local-dns", "NodeLocal DNSCache", Dns).pods(&["node-local-dns", "nodelocaldns"]).images(&["k8s-dns-node-cache"]),
    Product::agent("openshift-dns", "OpenShift DNS", Dns).pods(&["dns-default"]).owns(&["openshift-dns"]),
    Product::service("metrics-server", "metrics-server", Metrics)
        .pods(&["metrics-server", "rke2-metrics-server"])
        .images(&["metrics-server", "metrics-server-amd64"]),
    Product::service("prometheus-adapter", "Prometheus Adapter", Metrics)
        .pods(&["prometheus-adapter"])
        .images(&["prometheus-adapter", "k8s-prometheus-adapter"]),
    Product::service("keda", "KEDA", Autoscaling)
        .pods(&["keda-operator", "keda-admission-webhooks", "keda-metrics-apiserver"])
        .owns(&["keda"])
        .images(&["keda", "keda-metrics-apiserver"]),
    Product::service("cluster-autoscaler", "Cluster Autoscaler", Autoscaling).pods(&["cluster-autoscaler"]).images(&["cluster-autoscaler"]),
    Product::service("karpenter", "Karpenter", Autoscaling).pods(&["karpenter"]).owns(&["karpenter"]).images(&["karpenter"]),
    Product::service("vertical-pod-autoscaler", "Vertical Pod Autoscaler", Autoscaling)
        .pods(&["vpa-recommender", "vpa-updater", "vpa-admission-controller"])
        .images(&["vpa-recommender", "vpa-updater", "vpa-admission-controller"]),
    Product::service("descheduler", "Descheduler", Autoscaling).pods(&["descheduler"]).images(&["descheduler"]),
    Product::service("kubelet-csr-approver", "kubelet-csr-approver", Security)
        .pods(&["kubelet-csr-approver"])
        .images(&["kubelet-csr-approver"]),
    Product::agent("node-feature-discovery", "Node Feature Discovery", AddOn)
        .pods(&["node-feature-discovery", "nfd-worker", "nfd-master", "nfd-gc"])
        .owns(&["node-feature-discovery"])
        .images(&["node-feature-discovery"]),
    Product::agent("node-problem-detector", "Node Problem Detector", Monitoring)
        .pods(&["node-problem-detector"])
        .images(&["node-problem-detector"]),
    Product::agent("nvidia-device-plugin", "NVIDIA device plugin", AddOn)
        .pods(&["nvidia-device-plugin", "nvidia-device-plugin-daemonset"])
        .images(&["k8s-device-plugin"]),
    Product::service("nvidia-gpu-operator", "NVIDIA GPU Operator", AddOn)
        .pods(&[
            "gpu-operator",
            "nvidia-operator-validator",
            "nvidia-container-toolkit-daemonset",
            "nvidia-driver-daemonset",
            "nvidia-dcgm-exporter",
            "nvidia-dcgm",
            "gpu-feature-discovery",
            "nvidia-cuda-validator",
            "nvidia-mig-manager",
        ])
        .owns(&["gpu-operator"])
        .images(&["gpu-operator"]),
    Product::agent("amd-device-plugin", "AMD GPU device plugin", AddOn).pods(&["amdgpu-device-plugin-daemonset"]),
    Product::agent("ascend-device-plugin", "Ascend device plugin", AddOn)
        .pods(&["ascend-device-plugin"])
        .images(&["ascend-k8sdeviceplugin"]),
    Product::agent("kured", "Kured", Autoscaling).pods(&["kured"]).owns(&["kured"]).images(&["kured"]),
    Product::service("velero", "Velero", Storage).pods(&["velero"]).owns(&["velero"]).images(&["velero"]),
    Product::service("reloader", "Reloader", AddOn).pods(&["reloader-reloader", "stakater-reloader"]).images(&["reloader"]),
    Product::agent("konnectivity-agent", "Konnectivity agent", Management)
        .pods(&["konnectivity-agent", "konnectivity-agent-autoscaler"])
        .images(&["apiserver-network-proxy-agent"]),
    Product::fixed("konnectivity-server", "Konnectivity server", Management).pods(&["konnectivity-server"]),
    Product::agent("goldpinger", "Goldpinger", Monitoring).pods(&["goldpinger"]).images(&["goldpinger"]),
    Product::service("kube-vip-cloud-provider", "kube-vip cloud provider", LoadBalancer)
        .pods(&["kube-vip-cloud-provider"])
        .images(&["kube-vip-cloud-provider"]),
];
