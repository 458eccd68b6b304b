//! Pod networks: the agents on every node, and what installs or steers them.

use crate::model::component::Role::{Cni, CniController, Monitoring, Security};
use crate::model::product::Product;

/// The table.
pub const PRODUCTS: &[Product] = &[
    Product::agent("calico", "Calico", Cni).pods(&["calico-node"]).images(&["calico-node", "mirrored-calico-node"]).network("calico"),
    Product::service("calico-kube-controllers", "Calico kube-controllers", CniController)
        .pods(&["calico-kube-controllers", "calico-policy-controller"])
        .images(&["kube-controllers", "mirrored-calico-kube-controllers"])
        .network("calico"),
    Product::service("calico-typha", "Calico Typha", CniController)
        .pods(&["calico-typha", "calico-typha-horizontal-autoscaler"])
        .images(&["typha", "mirrored-calico-typha"])
        .network("calico"),
    Product::service("calico-apiserver", "Calico API server", CniController)
        .pods(&["calico-apiserver"])
        .owns(&["calico-apiserver"])
        .network("calico"),
    Product::service("calico-etcd", "Calico etcd", CniController).pods(&["calico-etcd"]).network("calico"),
    Product::service("calico-add-ons", "Calico add-ons", CniController)
        .pods(&["csi-node-driver", "calico-windows-upgrade"])
        .owns(&["calico-system"])
        .network("calico"),
    Product::service("tigera-operator", "Tigera operator", CniController)
        .pods(&["tigera-operator"])
        .owns(&["tigera-operator"])
        .network("calico"),
    Product::agent("canal", "Canal", Cni).pods(&["canal", "rke2-canal"]).network("canal"),
    Product::agent("flannel", "Flannel", Cni)
        .pods(&["kube-flannel", "kube-flannel-ds"])
        .owns(&["kube-flannel"])
        .images(&["flannel", "mirrored-flannelcni-flannel", "mirrored-flannel-flannel"])
        .network("flannel"),
    Product::agent("cilium", "Cilium", Cni).pods(&["cilium", "rke2-cilium"]).images(&["cilium", "cilium-ci"]).network("cilium"),
    Product::service("cilium-operator", "Cilium operator", CniController)
        .pods(&["cilium-operator", "rke2-cilium-operator"])
        .images(&["operator-generic", "cilium-operator"])
        .network("cilium"),
    Product::agent("cilium-envoy", "Cilium Envoy", CniController).pods(&["cilium-envoy"]).images(&["cilium-envoy"]).network("cilium"),
    Product::agent("cilium-node-init", "Cilium node init", CniController)
        .pods(&["cilium-node-init", "cilium-pre-flight-check"])
        .network("cilium"),
    Product::service("cilium-clustermesh", "Cilium Cluster Mesh", CniController)
        .pods(&["clustermesh-apiserver"])
        .images(&["clustermesh-apiserver"])
        .network("cilium"),
    Product::service("hubble", "Hubble", Monitoring)
        .pods(&["hubble-relay", "hubble-ui", "hubble-generate-certs"])
        .images(&["hubble-relay", "hubble-ui"])
        .network("cilium"),
    Product::agent("weave-net", "Weave Net", Cni).pods(&["weave-net"]).images(&["weave-kube"]).network("weave-net"),
    Product::agent("antrea", "Antrea", Cni)
        .pods(&["antrea-agent", "antrea-node-init"])
        .images(&["antrea-agent", "antrea-agent-ubuntu", "antrea-ubuntu"])
        .network("antrea"),
    Product::service("antrea-controller", "Antrea controller", CniController)
        .pods(&["antrea-controller"])
        .images(&["antrea-controller", "antrea-controller-ubuntu"])
        .network("antrea"),
    Product::agent("kube-ovn", "Kube-OVN", Cni).pods(&["kube-ovn-cni"]).network("kube-ovn"),
    Product::service("kube-ovn-controller", "Kube-OVN controllers", CniController)
        .pods(&["kube-ovn-controller", "kube-ovn-monitor", "kube-ovn-webhook", "ovn-central"])
        .network("kube-ovn"),
    Product::agent("kube-ovn-node", "Kube-OVN node services", CniController).pods(&["ovs-ovn", "kube-ovn-pinger"]).network("kube-ovn"),
    Product::agent("kube-router", "kube-router", Cni).pods(&["kube-router"]).images(&["kube-router"]).network("kube-router"),
    Product::agent("ovn-kubernetes", "OVN-Kubernetes", Cni).pods(&["ovnkube-node"]).network("ovn-kubernetes"),
    Product::service("ovn-kubernetes-control-plane", "OVN-Kubernetes control plane", CniController)
        .pods(&["ovnkube-control-plane", "ovnkube-master", "ovnkube-db"])
        .owns(&["openshift-ovn-kubernetes"])
        .network("ovn-kubernetes"),
    Product::agent("openshift-sdn", "OpenShift SDN", Cni).owns(&["openshift-sdn"]).network("openshift-sdn"),
    Product::agent("aws-vpc-cni", "Amazon VPC CNI", Cni).pods(&["aws-node"]).images(&["amazon-k8s-cni"]).network("aws-vpc-cni"),
    Product::agent("azure-cni", "Azure CNI", Cni)
        .pods(&["azure-cns", "azure-cni", "azure-cni-networkmonitor"])
        .images(&["azure-cns"])
        .network("azure-cni"),
    Product::agent("azure-npm", "Azure network policy manager", CniController)
        .pods(&["azure-npm"])
        .images(&["azure-npm"])
        .network("azure-cni"),
    Product::agent("ip-masq-agent", "IP masquerade agent", CniController)
        .pods(&["ip-masq-agent", "azure-ip-masq-agent"])
        .images(&["ip-masq-agent", "ip-masq-agent-v2"]),
    Product::agent("gke-dataplane-v2", "GKE Dataplane V2", Cni).pods(&["anetd"]).network("gke-dataplane-v2"),
    Product::agent("gke-netd", "GKE netd", Cni).pods(&["netd"]).images(&["netd"]).network("gke"),
    Product::agent("gke-metadata-server", "GKE metadata server", Security).pods(&["gke-metadata-server"]).images(&["gke-metadata-server"]),
    Product::agent("multus", "Multus", CniController)
        .pods(&["kube-multus", "kube-multus-ds", "multus", "rke2-multus"])
        .owns(&["openshift-multus"])
        .images(&["multus-cni"]),
    Product::agent("whereabouts", "Whereabouts", CniController).pods(&["whereabouts"]).images(&["whereabouts"]),
    Product::agent("sriov-network", "SR-IOV networking", CniController)
        .pods(&[
            "sriov-cni",
            "sriov-device-plugin",
            "sriov-network-config-daemon",
            "sriov-network-operator",
            "kube-sriov-device-plugin",
            "kube-sriov-cni",
        ])
        .images(&["sriov-cni", "sriov-network-device-plugin", "sriov-network-operator"]),
    Product::agent("spiderpool", "Spiderpool", Cni).pods(&["spiderpool-agent"]).images(&["spiderpool-agent"]).network("spiderpool"),
    Product::service("spiderpool-controller", "Spiderpool controller", CniController)
        .pods(&["spiderpool-controller"])
        .images(&["spiderpool-controller"])
        .network("spiderpool"),
    Product::agent("terway", "Terway", Cni).pods(&["terway", "terway-eniip", "terway-eni"]).images(&["terway"]).network("terway"),
    Product::service("terway-controlplane", "Terway control plane", CniController)
        .pods(&["terway-controlplane"])
        .images(&["terway-controlplane"])
        .network("terway"),
    Product::agent("tke-cni", "TKE CNI", Cni)
        .pods(&["tke-cni-agent", "tke-bridge-agent", "tke-eni-agent"])
        .images(&["tke-cni-agent", "tke-bridge-agent"])
        .network("tke-cni"),
    Product::service("tke-eni-ipamd", "TKE ENI IPAM", CniController).pods(&["tke-eni-ipamd", "tke-eni-ip-scheduler"]).network("tke-cni"),
    Product::agent("canal-cce", "CCE container network", Cni).pods(&["yangtse-agent", "canal-agent"]).network("cce"),
    Product::agent("kindnet", "kindnet", Cni).pods(&["kindnet"]).images(&["kindnetd"]).network("kindnet"),
    Product::agent("kilo", "Kilo", Cni).pods(&["kilo"]).images(&["kilo"]).network("kilo"),
    Product::agent("romana", "Romana", Cni).pods(&["romana-agent"]).network("romana"),
    Product::agent("contiv", "Contiv", Cni).pods(&["contiv-netplugin", "contiv-vswitch"]).network("contiv"),
    Product::agent("nsx", "VMware NSX", Cni).pods(&["nsx-node-agent"]).network("nsx"),
    Product::service("nsx-ncp", "VMware NSX Container Plugin", CniController)
        .pods(&["nsx-ncp", "nsx-ncp-bootstrap"])
        .owns(&["nsx-system"])
        .network("nsx"),
    Product::agent("contrail", "Contrail", Cni).pods(&["contrail-agent", "contrail-vrouter"]).network("contrail"),
    Product::agent("hybridnet", "Hybridnet", Cni).pods(&["hybridnet-daemon"]).images(&["hybridnet"]).network("hybridnet"),
    Product::service("hybridnet-manager", "Hybridnet manager", CniController)
        .pods(&["hybridnet-manager", "hybridnet-webhook"])
        .network("hybridnet"),
];
