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
    pod_terminating_stuck,
    pod_terminating_node_lost,
    restarts_recent,
    restarts_synchronised,
    pod_evicted,
    exit_137_oom,
    exit_137_node_oom,
    liveness_failing,
    crashloop,
    deploy_rollout_stuck,
    image_same_registry_many,
    exec_format_error,
    image_pull,
    init_blocking,
    job_failed,
    cron_missed,
    config_error,
}
