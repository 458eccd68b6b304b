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
    apiserver_down,
    apiserver_unavailable,
    apiserver_not_tls,
    apiserver_cert_expired,
    unknown_authority,
    apiserver_cert_san_missing,
    kubectl_no_config,
    kubectl_unauthorized,
    etcd_crashloop,
    etcd_member_missing,
    etcd_quorum_lost,
    etcd_quorum_at_risk,
    apiserver_etcd_local_missing,
    apiserver_crashloop,
    kcm_crashloop,
    scheduler_crashloop,
    etcd_nospace_alarm,
    etcd_data_corrupt,
    etcd_initial_cluster_state_existing_wrong,
    etcd_cert_expired,
    etcd_clock_drift,
    etcd_leader_changes,
    etcd_slow_fsync,
    apiserver_etcd_unreachable,
    apiserver_request_timeout_etcd,
    apiserver_flag_file_not_mounted,
    priority_and_fairness_reject,
    leader_election_churn,
    client_cert_expired,
    readyz_check_failed,
    leader_lease_stale,
    scheduler_down_symptoms,
    webhook_blocks_own_recovery,
    webhook_backend_down,
    webhook_timeout_slow,
    webhook_ca_mismatch,
    metrics_server_kubelet_san,
    apiservice_unavailable,
    metrics_api_missing_cascade,
    csr_pending,
    componentstatuses_deprecated,
    scope_forbidden,
    readiness_failing,
    apiserver_advertise_address_conflict,
    controlplane_image_version_skew,
    apiserver_authorization_alwaysallow,
    apiserver_audit_path_without_policy,
    apiserver_audit_no_rotation,
    etcd_no_tls,
    etcd_version_vs_k8s,
    apiserver_inflight_limits,
    apiserver_encryption_not_set,
    apiserver_anonymous_auth,
    version_eol,
    runtime_dockershim,
    controlplane_taint_missing,
    controlplane_lb_single_point,
    cni_inferred_from_operator,
    node_not_ready,
    crashloop,
    image_pull,
    config_error,
}
