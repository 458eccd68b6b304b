//! The list of rules: one file each, the control plane first.

use crate::diagnose::rule::Rule;

macro_rules! rules {
    ($($name:ident),* $(,)?) => {
        $(mod $name;)*

        /// Every rule.
        pub static RULES: &[&dyn Rule] = &[$(&$name::RULE),*];
    };
}

rules! {
    etcd_member_missing,
    etcd_quorum_lost,
    etcd_quorum_at_risk,
    apiserver_etcd_local_missing,
    apiserver_crashloop,
    kcm_crashloop,
    scheduler_crashloop,
    leader_election_churn,
    readiness_failing,
    apiserver_audit_path_without_policy,
    apiserver_inflight_limits,
    apiserver_encryption_not_set,
    apiserver_anonymous_auth,
    version_eol,
    skew_kubelet_newer,
    skew_kubelet_too_old,
    skew_nodes_mixed,
    skew_kubectl,
    runtime_dockershim,
    controlplane_taint_missing,
    controlplane_lb_single_point,
    cni_inferred_from_operator,
    cni_none_detected,
    node_all_notready_same_time,
    node_unknown_lost_heartbeat,
    node_runtime_down,
    node_cni_not_initialised,
    node_not_ready,
    node_disk_pressure,
    node_memory_pressure,
    node_pid_pressure,
    node_cordoned,
    node_ip_wrong_interface,
    node_internal_ip_duplicate,
    node_pod_cidr_missing,
    node_pod_cidr_overlap,
    openshift_node_config_degraded,
    openshift_operator_degraded,
    cni_agent_crashloop_blast,
    cni_agent_missing_on_node,
    kube_proxy_missing_on_node,
    bgp_not_established,
    pod_sandbox_failed,
    svc_selector_no_pods,
    svc_no_endpoints,
    svc_lb_pending,
    ingress_class_missing,
    ingress_controller_absent,
    ingress_backend_missing,
    coredns_loop,
    coredns_pending_no_cni,
    coredns_not_ready,
    crashloop,
    image_pull,
    config_error,
}
