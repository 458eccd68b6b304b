//! The control plane.

use crate::model::component::Role::{AddOn, ApiServer, CloudControllerManager, ControllerManager, Etcd, Management, Scheduler};
use crate::model::product::Product;

/// The table.
pub const PRODUCTS: &[Product] = &[
    Product::fixed("kube-apiserver", "kube-apiserver", ApiServer).pods(&["kube-apiserver"]).images(&["kube-apiserver", "hyperkube"]),
    Product::fixed("etcd", "etcd", Etcd).pods(&["etcd"]).images(&["etcd"]),
    Product::fixed("kube-controller-manager", "kube-controller-manager", ControllerManager)
        .pods(&["kube-controller-manager"])
        .images(&["kube-controller-manager"]),
    Product::fixed("kube-scheduler", "kube-scheduler", Scheduler)
        .pods(&["kube-scheduler", "openshift-kube-scheduler"])
        .images(&["kube-scheduler"]),
    Product::service("cloud-controller-manager", "cloud-controller-manager", CloudControllerManager)
        .pods(&[
            "cloud-controller-manager",
            "aws-cloud-controller-manager",
            "openstack-cloud-controller-manager",
            "vsphere-cloud-controller-manager",
            "azure-cloud-controller-manager",
            "hcloud-cloud-controller-manager",
            "digitalocean-cloud-controller-manager",
            "oci-cloud-controller-manager",
            "cloud-node-manager",
        ])
        .images(&[
            "cloud-controller-manager",
            "azure-cloud-node-manager",
            "openstack-cloud-controller-manager",
            "hcloud-cloud-controller-manager",
        ]),
    Product::service("etcd-operator", "etcd operator", Management)
        .pods(&["etcd-operator", "etcd-druid"])
        .owns(&["openshift-etcd-operator"])
        .images(&["etcd-operator", "etcd-druid"]),
    Product::service("etcd-backup", "etcd backup", AddOn).pods(&["etcd-backup", "etcd-defrag", "etcd-snapshot"]),
    Product::service("openshift-guard", "OpenShift guard pods", Management).pods(&[
        "etcd-guard",
        "etcd-quorum-guard",
        "kube-apiserver-guard",
        "kube-controller-manager-guard",
        "openshift-kube-scheduler-guard",
    ]),
];
