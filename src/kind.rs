//! The kinds of objects, with the names kubectl accepts for them. One list.

use std::fmt;

use crate::crosses;

macro_rules! kinds {
    ($($variant:ident $plural:literal [$($alias:literal),*] $scope:ident;)*) => {
        /// A kind of object; [`Kind::Other`] for custom resources.
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind {
            $(#[doc = $plural] $variant,)*
            /// Any other kind, by the name seen in the text (plural resource or CamelCase kind).
            Other(String),
        }

        crosses! { enum Kind { $($variant,)* Other(name) } }

        impl Kind {
            /// The built-in kinds.
            pub const BUILT_IN: &'static [Self] = &[$(Self::$variant),*];

            /// The kind behind a resource name, plural, short name or CamelCase kind, in any case;
            /// a group suffix (`deployments.apps`) is ignored for built-in kinds.
            pub fn parse(name: &str) -> Self {
                let lower = name.to_ascii_lowercase();
                let bare = lower.split('.').next().unwrap_or_default();
                $(
                    if bare == $plural || bare == stringify!($variant).to_ascii_lowercase() $(|| bare == $alias)* {
                        return Self::$variant;
                    }
                )*
                Self::Other(name.to_owned())
            }

            /// The CamelCase name, as in `kind:`.
            pub fn name(&self) -> &str {
                match self {
                    $(Self::$variant => stringify!($variant),)*
                    Self::Other(name) => name,
                }
            }

            /// The plural resource name, as in `kubectl get`.
            pub fn plural(&self) -> &str {
                match self {
                    $(Self::$variant => $plural,)*
                    Self::Other(name) => name,
                }
            }

            /// Whether objects of this kind live in namespaces; `None` if not known.
            pub fn namespaced(&self) -> Option<bool> {
                match self {
                    $(Self::$variant => Some(kinds!(@scope $scope)),)*
                    Self::Other(_) => None,
                }
            }
        }
    };
    (@scope namespaced) => { true };
    (@scope cluster) => { false };
}

kinds! {
    Pod "pods" ["po"] namespaced;
    Node "nodes" ["no"] cluster;
    Namespace "namespaces" ["ns"] cluster;
    Service "services" ["svc"] namespaced;
    Endpoints "endpoints" ["ep"] namespaced;
    EndpointSlice "endpointslices" [] namespaced;
    Deployment "deployments" ["deploy"] namespaced;
    ReplicaSet "replicasets" ["rs"] namespaced;
    ReplicationController "replicationcontrollers" ["rc"] namespaced;
    DaemonSet "daemonsets" ["ds"] namespaced;
    StatefulSet "statefulsets" ["sts"] namespaced;
    Job "jobs" [] namespaced;
    CronJob "cronjobs" ["cj"] namespaced;
    ConfigMap "configmaps" ["cm"] namespaced;
    Secret "secrets" [] namespaced;
    ServiceAccount "serviceaccounts" ["sa"] namespaced;
    Event "events" ["ev"] namespaced;
    Ingress "ingresses" ["ing"] namespaced;
    IngressClass "ingressclasses" [] cluster;
    NetworkPolicy "networkpolicies" ["netpol"] namespaced;
    PersistentVolumeClaim "persistentvolumeclaims" ["pvc"] namespaced;
    PersistentVolume "persistentvolumes" ["pv"] cluster;
    StorageClass "storageclasses" ["sc"] cluster;
    VolumeAttachment "volumeattachments" [] cluster;
    CSINode "csinodes" [] cluster;
    CSIDriver "csidrivers" [] cluster;
    HorizontalPodAutoscaler "horizontalpodautoscalers" ["hpa"] namespaced;
    PodDisruptionBudget "poddisruptionbudgets" ["pdb"] namespaced;
    ResourceQuota "resourcequotas" ["quota"] namespaced;
    LimitRange "limitranges" ["limits"] namespaced;
    Lease "leases" [] namespaced;
    Role "roles" [] namespaced;
    RoleBinding "rolebindings" [] namespaced;
    ClusterRole "clusterroles" [] cluster;
    ClusterRoleBinding "clusterrolebindings" [] cluster;
    CustomResourceDefinition "customresourcedefinitions" ["crd", "crds"] cluster;
    APIService "apiservices" [] cluster;
    MutatingWebhookConfiguration "mutatingwebhookconfigurations" [] cluster;
    ValidatingWebhookConfiguration "validatingwebhookconfigurations" [] cluster;
    CertificateSigningRequest "certificatesigningrequests" ["csr"] cluster;
    PriorityClass "priorityclasses" ["pc"] cluster;
    RuntimeClass "runtimeclasses" [] cluster;
    ComponentStatus "componentstatuses" ["cs"] cluster;
    Cluster "clusters" [] cluster;
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
