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
    runtime_dockershim,
    controlplane_taint_missing,
    controlplane_lb_single_point,
    cni_inferred_from_operator,
    node_not_ready,
    crashloop,
    image_pull,
    config_error,
    sched_request_exceeds_largest_node,
    extended_resource_missing,
    sched_insufficient,
    sched_untolerated_taint,
    sched_node_selector_none,
    sched_anti_affinity_replicas_gt_nodes,
    sched_topology_spread,
    sched_volume_node_affinity,
    sched_no_event,
    pvc_unbound,
    pvc_pending_class_missing,
    pvc_pending_no_class,
    pvc_provisioner_absent,
    pvc_provisioning_failed,
    pvc_lost,
    pv_released_retain,
    storageclass_two_defaults,
    volume_multi_attach,
    volume_mount_failed,
    csi_node_plugin_missing_on_node,
    mount_missing_secret_cm,
    quota_exceeded,
    quota_requires_limits,
    quota_headroom,
    limitrange_violation,
    hpa_unknown_metric,
    hpa_at_max,
    pdb_blocks_drain,
    cap_n_minus_1,
}
