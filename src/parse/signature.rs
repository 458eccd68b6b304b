//! Which resource a table lists, by its columns: the sets that kubectl's printers use.

/// The columns that only this resource's table has together.
struct Signature {
    resource: &'static str,
    columns: &'static [&'static str],
}

const fn signature(resource: &'static str, columns: &'static [&'static str]) -> Signature {
    Signature { resource, columns }
}

/// Source: the printers of kube-apiserver 1.36 (`facts/get-columns.json`) and, for events before 1.19, of kubectl.
const SIGNATURES: &[Signature] = &[
    signature("pods", &["READY", "STATUS", "RESTARTS", "AGE"]),
    signature("nodes", &["STATUS", "ROLES", "AGE", "VERSION"]),
    signature("nodes", &["STATUS", "AGE", "VERSION", "INTERNAL-IP"]),
    signature("services", &["TYPE", "CLUSTER-IP", "EXTERNAL-IP", "PORT(S)"]),
    signature("services", &["CLUSTER-IP", "EXTERNAL-IP", "PORT(S)", "AGE"]),
    signature("endpoints", &["ENDPOINTS", "AGE"]),
    signature("endpointslices", &["ADDRESSTYPE", "PORTS", "ENDPOINTS"]),
    signature("deployments", &["READY", "UP-TO-DATE", "AVAILABLE", "AGE"]),
    signature("deployments", &["DESIRED", "CURRENT", "UP-TO-DATE", "AVAILABLE"]),
    signature("daemonsets", &["DESIRED", "CURRENT", "READY", "UP-TO-DATE", "AVAILABLE", "NODE SELECTOR"]),
    signature("replicasets", &["DESIRED", "CURRENT", "READY", "AGE"]),
    signature("jobs", &["COMPLETIONS", "DURATION"]),
    signature("cronjobs", &["SCHEDULE", "SUSPEND", "ACTIVE"]),
    signature("persistentvolumeclaims", &["STATUS", "VOLUME", "CAPACITY", "ACCESS MODES"]),
    signature("persistentvolumes", &["CAPACITY", "ACCESS MODES", "RECLAIM POLICY", "CLAIM"]),
    signature("storageclasses", &["PROVISIONER"]),
    signature("ingresses", &["HOSTS", "ADDRESS", "PORTS"]),
    signature("horizontalpodautoscalers", &["REFERENCE", "TARGETS", "MINPODS", "MAXPODS"]),
    signature("poddisruptionbudgets", &["MIN AVAILABLE", "MAX UNAVAILABLE", "ALLOWED DISRUPTIONS"]),
    signature("events", &["LAST SEEN", "TYPE", "REASON", "MESSAGE"]),
    signature("events", &["LASTSEEN", "FIRSTSEEN", "REASON", "MESSAGE"]),
    signature("componentstatuses", &["STATUS", "MESSAGE", "ERROR"]),
    signature("leases", &["HOLDER", "AGE"]),
    signature("apiservices", &["SERVICE", "AVAILABLE", "AGE"]),
    signature("certificatesigningrequests", &["SIGNERNAME", "REQUESTOR", "CONDITION"]),
    signature("pods", &["CPU(cores)", "MEMORY(bytes)"]),
    signature("nodes", &["CPU(cores)", "CPU%", "MEMORY(bytes)"]),
    signature("networkpolicies", &["POD-SELECTOR"]),
    signature("configmaps", &["DATA", "AGE"]),
    signature("secrets", &["TYPE", "DATA", "AGE"]),
];

/// The resource whose column set fits the header best (most columns); `None` if no set fits.
pub fn resource_of<'a>(header: impl Iterator<Item = &'a str> + Clone) -> Option<&'static str> {
    let fits = |it: &&Signature| it.columns.iter().all(|column| header.clone().any(|have| have == *column));
    SIGNATURES.iter().filter(fits).max_by_key(|it| it.columns.len()).map(|it| it.resource)
}

/// Whether the header is that of `kubectl top`.
pub fn is_top<'a>(mut header: impl Iterator<Item = &'a str>) -> bool {
    header.any(|column| column.starts_with("CPU(cores)"))
}
