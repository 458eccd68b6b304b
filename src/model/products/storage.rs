//! Volumes: CSI drivers, provisioners and storage clusters.

use crate::model::component::Role::{Security, Storage};
use crate::model::product::Product;

/// The table.
pub const PRODUCTS: &[Product] = &[
    Product::agent("open-local", "open-local", Storage).pods(&["open-local-agent"]),
    Product::service("open-local-controller", "open-local controller", Storage).pods(&["open-local-controller", "open-local-init-job"]),
    Product::service("open-local-scheduler-extender", "open-local scheduler extender", Storage).pods(&["open-local-scheduler-extender"]),
    Product::service("aws-ebs-csi", "Amazon EBS CSI driver", Storage)
        .pods(&["ebs-csi-controller", "ebs-csi-node"])
        .images(&["aws-ebs-csi-driver"]),
    Product::service("aws-efs-csi", "Amazon EFS CSI driver", Storage)
        .pods(&["efs-csi-controller", "efs-csi-node"])
        .images(&["aws-efs-csi-driver"]),
    Product::service("aws-fsx-csi", "Amazon FSx CSI driver", Storage)
        .pods(&["fsx-csi-controller", "fsx-csi-node", "fsx-openzfs-csi-controller", "fsx-openzfs-csi-node"])
        .images(&["aws-fsx-csi-driver"]),
    Product::agent("azure-disk-csi", "Azure Disk CSI driver", Storage)
        .pods(&["csi-azuredisk-node", "csi-azuredisk-controller"])
        .images(&["azuredisk-csi"]),
    Product::agent("azure-file-csi", "Azure File CSI driver", Storage)
        .pods(&["csi-azurefile-node", "csi-azurefile-controller"])
        .images(&["azurefile-csi"]),
    Product::agent("gce-pd-csi", "GCE Persistent Disk CSI driver", Storage)
        .pods(&["pdcsi-node", "csi-gce-pd-node", "csi-gce-pd-controller"])
        .images(&["gcp-compute-persistent-disk-csi-driver"]),
    Product::agent("gcp-filestore-csi", "Filestore CSI driver", Storage)
        .pods(&["filestore-node", "filestore-lock-release-controller", "gcp-filestore-csi-node", "gcp-filestore-csi-controller"])
        .images(&["gcp-filestore-csi-driver"]),
    Product::service("vsphere-csi", "vSphere CSI driver", Storage)
        .pods(&["vsphere-csi-controller", "vsphere-csi-node"])
        .owns(&["vmware-system-csi"]),
    Product::service("cinder-csi", "OpenStack Cinder CSI driver", Storage)
        .pods(&[
            "csi-cinder-controllerplugin",
            "csi-cinder-nodeplugin",
            "openstack-cinder-csi-controllerplugin",
            "openstack-cinder-csi-nodeplugin",
        ])
        .images(&["cinder-csi-plugin"]),
    Product::service("nfs-csi", "NFS CSI driver", Storage).pods(&["csi-nfs-controller", "csi-nfs-node"]).images(&["nfsplugin"]),
    Product::service("smb-csi", "SMB CSI driver", Storage).pods(&["csi-smb-controller", "csi-smb-node"]).images(&["smbplugin"]),
    Product::service("nfs-provisioner", "NFS provisioner", Storage)
        .pods(&["nfs-client-provisioner", "nfs-subdir-external-provisioner", "nfs-provisioner", "nfs-server-provisioner"])
        .images(&["nfs-client-provisioner", "nfs-subdir-external-provisioner"]),
    Product::service("local-path-provisioner", "Local Path Provisioner", Storage)
        .pods(&["local-path-provisioner"])
        .owns(&["local-path-storage"])
        .images(&["local-path-provisioner"]),
    Product::service("hostpath-provisioner", "hostPath provisioner", Storage)
        .pods(&["storage-provisioner", "hostpath-provisioner", "csi-hostpathplugin", "csi-hostpath-attacher", "csi-hostpath-resizer"])
        .images(&["storage-provisioner", "hostpath-provisioner"]),
    Product::agent("local-volume-provisioner", "Local static provisioner", Storage)
        .pods(&["local-volume-provisioner", "local-static-provisioner"])
        .images(&["local-volume-provisioner"]),
    Product::service("longhorn", "Longhorn", Storage)
        .pods(&[
            "longhorn-manager",
            "longhorn-driver-deployer",
            "longhorn-ui",
            "longhorn-csi-plugin",
            "longhorn-admission-webhook",
            "longhorn-conversion-webhook",
            "longhorn-recovery-backend",
            "engine-image-ei",
        ])
        .owns(&["longhorn-system"])
        .images(&["longhorn-manager", "longhorn-ui", "longhorn-engine", "longhorn-instance-manager"]),
    Product::service("rook-ceph", "Rook Ceph", Storage)
        .pods(&[
            "rook-ceph",
            "rook-ceph-operator",
            "rook-ceph-mon",
            "rook-ceph-mgr",
            "rook-ceph-osd",
            "rook-ceph-mds",
            "rook-ceph-rgw",
            "rook-ceph-tools",
            "rook-discover",
        ])
        .owns(&["rook-ceph", "rook-ceph-external"])
        .images(&["ceph"]),
    Product::agent("ceph-csi", "Ceph CSI", Storage)
        .pods(&[
            "csi-rbdplugin",
            "csi-cephfsplugin",
            "csi-rbdplugin-provisioner",
            "csi-cephfsplugin-provisioner",
            "ceph-csi-rbd",
            "ceph-csi-cephfs",
        ])
        .owns(&["ceph-csi", "ceph-csi-rbd", "ceph-csi-cephfs"])
        .images(&["cephcsi"]),
    Product::service("openebs", "OpenEBS", Storage)
        .pods(&["openebs", "openebs-localpv-provisioner", "openebs-ndm", "openebs-zfs-localpv", "openebs-lvm-localpv", "maya-apiserver"])
        .owns(&["openebs"])
        .images(&["node-disk-manager", "provisioner-localpv"]),
    Product::service("mayastor", "OpenEBS Mayastor", Storage)
        .pods(&[
            "openebs-io-engine",
            "openebs-csi-node",
            "openebs-agent-core",
            "mayastor",
            "mayastor-io-engine",
            "mayastor-csi-node",
            "mayastor-agent-core",
        ])
        .owns(&["mayastor"])
        .images(&["mayastor-io-engine"]),
    Product::agent("portworx", "Portworx", Storage)
        .pods(&["portworx", "portworx-api", "portworx-operator", "px-cluster", "px-csi-ext", "px-telemetry-phonehome"])
        .owns(&["portworx"])
        .images(&["px-enterprise", "oci-monitor"]),
    Product::service("stork", "Stork", Storage).pods(&["stork", "stork-scheduler"]).images(&["stork"]),
    Product::service("linstor", "LINSTOR (Piraeus)", Storage)
        .pods(&[
            "linstor-controller",
            "linstor-satellite",
            "linstor-csi-controller",
            "linstor-csi-node",
            "piraeus-operator",
            "piraeus-op",
            "piraeus-ha-controller",
            "ha-controller",
        ])
        .owns(&["piraeus-datastore", "piraeus-system"])
        .images(&["piraeus-server", "piraeus-operator"]),
    Product::agent("topolvm", "TopoLVM", Storage)
        .pods(&["topolvm-node", "topolvm-controller", "topolvm-lvmd", "topolvm-scheduler"])
        .owns(&["topolvm-system"])
        .images(&["topolvm", "topolvm-with-sidecar"]),
    Product::agent("glusterfs", "GlusterFS", Storage)
        .pods(&["glusterfs", "heketi", "deploy-heketi"])
        .owns(&["glusterfs"])
        .images(&["gluster-centos", "heketi"]),
    Product::agent("juicefs-csi", "JuiceFS CSI driver", Storage)
        .pods(&["juicefs-csi-node", "juicefs-csi-controller", "juicefs-csi-dashboard"])
        .images(&["juicefs-csi-driver"]),
    Product::service("seaweedfs", "SeaweedFS", Storage)
        .pods(&["seaweedfs-master", "seaweedfs-volume", "seaweedfs-filer", "seaweedfs-s3", "seaweedfs-csi-driver"])
        .images(&["seaweedfs"]),
    Product::service("minio", "MinIO", Storage).pods(&["minio-operator"]).owns(&["minio-operator"]).images(&["minio", "minio-operator"]),
    Product::service("democratic-csi", "democratic-csi", Storage)
        .pods(&["democratic-csi", "zfs-nfs-democratic-csi", "zfs-iscsi-democratic-csi"])
        .owns(&["democratic-csi"])
        .images(&["democratic-csi"]),
    Product::service("trident", "NetApp Trident", Storage)
        .pods(&["trident-controller", "trident-node-linux", "trident-operator", "trident-csi"])
        .owns(&["trident"])
        .images(&["trident", "trident-operator"]),
    Product::service("synology-csi", "Synology CSI driver", Storage)
        .pods(&["synology-csi-controller", "synology-csi-node", "synology-csi-snapshotter"])
        .owns(&["synology-csi"])
        .images(&["synology-csi"]),
    Product::service("snapshot-controller", "Volume snapshot controller", Storage)
        .pods(&["snapshot-controller", "snapshot-validation-webhook", "csi-snapshot-controller", "rke2-snapshot-controller"])
        .images(&["snapshot-controller"]),
    Product::agent("alibaba-cloud-csi", "Alibaba Cloud CSI driver", Storage).pods(&["csi-plugin", "csi-provisioner"]),
    Product::agent("huawei-everest", "Everest CSI driver", Storage)
        .pods(&["everest-csi-driver", "everest-csi-controller"])
        .images(&["everest-csi-driver"]),
    Product::agent("tencent-cbs-csi", "Tencent CBS CSI driver", Storage)
        .pods(&["csi-cbs-node", "csi-cbs-controller"])
        .images(&["csi-tencentcloud-cbs"]),
    Product::agent("csi-proxy", "CSI Proxy", Storage).pods(&["csi-proxy"]).images(&["csi-proxy"]),
    Product::agent("secrets-store-csi", "Secrets Store CSI driver", Security).pods(&[
        "csi-secrets-store",
        "csi-secrets-store-secrets-store-csi-driver",
        "secrets-store-csi-driver",
    ]),
];
