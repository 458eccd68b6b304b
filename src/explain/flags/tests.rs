//! Tests of the flags: the lesson's command, values worth a word, and every text in both languages.

use std::collections::BTreeSet;

use super::*;
use crate::explain::prose;
use crate::span::{SourceId, Span};

fn command(flags: &[&str]) -> Vec<Seen<String>> {
    let mut entries = Vec::new();
    for (line, flag) in flags.iter().enumerate() {
        let start = u32::try_from(line).unwrap_or(0) * 100;
        entries.push(Seen::new((*flag).to_owned(), Span { source: SourceId(0), start, end: start + 10, ..Span::default() }));
    }
    entries
}

fn verdicts(component: &str, flags: &[&str]) -> Vec<(String, Verdict)> {
    explain_flags(component, &command(flags)).into_iter().map(|note| (note.flag, note.verdict)).collect()
}

fn verdict(component: &str, flags: &[&str], flag: &str) -> Option<Verdict> {
    verdicts(component, flags).into_iter().find(|(name, _)| name == flag).map(|(_, verdict)| verdict)
}

const COMPONENTS: &[&str] = &["kube-apiserver", "etcd", "kube-controller-manager", "kube-scheduler", "kube-proxy", "kubelet"];

const LESSON: &[&str] = &[
    "kube-apiserver",
    "--advertise-address=192.0.2.51",
    "--allow-privileged=true",
    "--anonymous-auth=true",
    "--audit-log-maxage=30",
    "--audit-log-maxbackup=10",
    "--audit-log-maxsize=100",
    "--audit-log-path=/tmp/audit.log",
    "--authorization-mode=Node,RBAC",
    "--client-ca-file=/etc/kubernetes/pki/ca.crt",
    "--enable-admission-plugins=DefaultStorageClass,NodeRestriction",
    "--enable-bootstrap-token-auth=true",
    "--etcd-cafile=/etc/kubernetes/pki/etcd/ca.crt",
    "--etcd-certfile=/etc/kubernetes/pki/apiserver-etcd-client.crt",
    "--etcd-keyfile=/etc/kubernetes/pki/apiserver-etcd-client.key",
    "--etcd-servers=https://127.0.0.1:2379",
    "--kubelet-client-certificate=/etc/kubernetes/pki/apiserver-kubelet-client.crt",
    "--kubelet-client-key=/etc/kubernetes/pki/apiserver-kubelet-client.key",
    "--kubelet-preferred-address-types=InternalIP,ExternalIP,Hostname",
    "--max-mutating-requests-inflight=8000",
    "--max-requests-inflight=4000",
    "--profiling=false",
    "--proxy-client-cert-file=/etc/kubernetes/pki/front-proxy-client.crt",
    "--proxy-client-key-file=/etc/kubernetes/pki/front-proxy-client.key",
    "--requestheader-allowed-names=front-proxy-client",
    "--requestheader-client-ca-file=/etc/kubernetes/pki/front-proxy-ca.crt",
    "--requestheader-extra-headers-prefix=X-Remote-Extra-",
    "--requestheader-group-headers=X-Remote-Group",
    "--requestheader-username-headers=X-Remote-User",
    "--secure-port=6443",
    "--service-account-issuer=https://kubernetes.default.svc.cluster.local",
    "--service-account-key-file=/etc/kubernetes/pki/sa.pub",
    "--service-account-signing-key-file=/etc/kubernetes/pki/sa.key",
    "--service-cluster-ip-range=198.51.100.0/24",
    "--tls-cert-file=/etc/kubernetes/pki/apiserver.crt",
    "--tls-private-key-file=/etc/kubernetes/pki/apiserver.key",
];

#[test]
fn the_lesson_s_api_server() {
    let notes = explain_flags("kube-apiserver", &command(LESSON));
    assert_eq!(notes.len(), LESSON.len() - 1 + 2, "35 flags and two that are missing");
    assert!(notes.iter().all(|note| note.meaning != NO_NOTE.phrase()), "every one has a note");
    let of = |verdict: Verdict| -> Vec<&str> { notes.iter().filter(|it| it.verdict == verdict).map(|it| it.flag.as_str()).collect() };
    assert_eq!(of(Verdict::Bad), ["audit-log-path", "audit-policy-file"]);
    assert_eq!(
        of(Verdict::Notable),
        ["anonymous-auth", "etcd-servers", "max-mutating-requests-inflight", "max-requests-inflight", "encryption-provider-config"]
    );
    assert_eq!(of(Verdict::Good), ["authorization-mode", "enable-admission-plugins", "profiling"]);
    let missing: Vec<&str> = notes.iter().filter(|it| it.evidence.is_none()).map(|it| it.flag.as_str()).collect();
    assert_eq!(missing, ["audit-policy-file", "encryption-provider-config"]);
    assert!(notes.is_sorted_by_key(|note| note.verdict));
    let mutating = notes.iter().find(|it| it.flag == "max-mutating-requests-inflight").and_then(|it| it.remark.clone());
    assert!(mutating.is_some_and(|it| it.en.contains("8000") && it.en.contains("4000") && it.zh.contains("8000")));
}

#[test]
fn a_flag_judges_with_its_neighbours() {
    let with = &["--etcd-servers=https://a:2379,https://b:2379", "--audit-log-path=/var/log/audit.log", "--audit-policy-file=/p.yaml"];
    assert_eq!(verdict("kube-apiserver", with, "audit-log-path"), Some(Verdict::Good));
    assert_eq!(verdict("kube-apiserver", with, "audit-policy-file"), Some(Verdict::Good));
    assert_eq!(verdict("kube-apiserver", with, "etcd-servers"), Some(Verdict::Good));
    assert_eq!(verdict("kube-apiserver", &["--audit-policy-file=/p.yaml"], "audit-policy-file"), Some(Verdict::Notable));
    assert_eq!(verdict("etcd", &["--election-timeout=1000", "--heartbeat-interval=250"], "election-timeout"), Some(Verdict::Notable));
    assert_eq!(verdict("etcd", &["--election-timeout=1000"], "election-timeout"), Some(Verdict::Plain));
}

#[test]
fn values_worth_a_word() {
    for (component, flag, expected) in [
        ("kube-apiserver", "--authorization-mode=AlwaysAllow", Verdict::Bad),
        ("kube-apiserver", "--authorization-mode=RBAC", Verdict::Notable),
        ("kube-apiserver", "--etcd-servers=http://192.0.2.9:2379", Verdict::Bad),
        ("kube-apiserver", "--anonymous-auth=false", Verdict::Good),
        ("kube-apiserver", "--profiling", Verdict::Notable),
        ("kube-apiserver", "--max-requests-inflight=400", Verdict::Plain),
        ("kube-apiserver", "--enable-admission-plugins=NamespaceLifecycle", Verdict::Notable),
        ("kube-apiserver", "--default-not-ready-toleration-seconds=30", Verdict::Notable),
        ("etcd", "--client-cert-auth=true", Verdict::Good),
        ("etcd", "--listen-client-urls=http://0.0.0.0:2379", Verdict::Bad),
        ("etcd", "--listen-metrics-urls=http://127.0.0.1:2381", Verdict::Good),
        ("etcd", "--quota-backend-bytes=17179869184", Verdict::Notable),
        ("etcd", "--initial-cluster=a=https://a:2380,b=https://b:2380", Verdict::Notable),
        ("kube-controller-manager", "--leader-elect=false", Verdict::Bad),
        ("kube-scheduler", "--leader-elect=true", Verdict::Good),
        ("kube-scheduler", "--port=0", Verdict::Good),
        ("kube-proxy", "--proxy-mode=ipvs", Verdict::Notable),
        ("kubelet", "--read-only-port=10255", Verdict::Bad),
    ] {
        let name = flag.trim_start_matches('-').split('=').next().unwrap_or_default();
        assert_eq!(verdict(component, &[flag], name), Some(expected), "{component} {flag}");
    }
}

#[test]
fn nothing_is_called_missing_where_the_command_is_not_shown() {
    assert_eq!(verdicts("kube-apiserver", &[]), []);
    assert_eq!(verdicts("kube-apiserver", &["--openshift-config=/etc/x.yaml"]), [("openshift-config".to_owned(), Verdict::Plain)]);
}

#[test]
fn an_unknown_flag_is_shown_and_said_to_be_unknown() {
    let notes = explain_flags("some-app", &command(&["/app", "--colour", "blue"]));
    let told: Vec<_> = notes.iter().map(|it| (it.flag.as_str(), it.value.as_str(), it.meaning.clone(), it.verdict)).collect();
    assert_eq!(told, [("colour", "blue", NO_NOTE.phrase(), Verdict::Plain)]);
}

/// Those that a user asks about, per component; fields of configuration files among them.
const ASKED: [(&str, &str); 6] = [
    (
        "kube-apiserver",
        "advertise-address bind-address secure-port etcd-servers etcd-cafile etcd-certfile etcd-keyfile service-cluster-ip-range \
         service-node-port-range authorization-mode anonymous-auth enable-admission-plugins admission-control-config-file client-ca-file \
         tls-cert-file tls-private-key-file tls-min-version kubelet-client-certificate kubelet-client-key kubelet-certificate-authority \
         kubelet-preferred-address-types service-account-issuer service-account-key-file service-account-signing-key-file \
         proxy-client-cert-file proxy-client-key-file requestheader-client-ca-file requestheader-allowed-names \
         requestheader-username-headers requestheader-group-headers requestheader-extra-headers-prefix enable-aggregator-routing \
         allow-privileged audit-log-path audit-policy-file audit-log-maxage audit-log-maxbackup audit-log-maxsize \
         encryption-provider-config feature-gates runtime-config max-requests-inflight max-mutating-requests-inflight \
         enable-priority-and-fairness request-timeout default-not-ready-toleration-seconds default-unreachable-toleration-seconds \
         event-ttl endpoint-reconciler-type profiling token-auth-file oidc-issuer-url oidc-client-id oidc-username-claim \
         oidc-groups-claim oidc-ca-file goaway-chance watch-cache delete-collection-workers v",
    ),
    (
        "etcd",
        "name data-dir initial-cluster initial-cluster-state initial-cluster-token listen-client-urls advertise-client-urls \
         listen-peer-urls initial-advertise-peer-urls client-cert-auth peer-client-cert-auth trusted-ca-file peer-trusted-ca-file \
         quota-backend-bytes auto-compaction-mode auto-compaction-retention snapshot-count heartbeat-interval election-timeout \
         listen-metrics-urls experimental-initial-corrupt-check",
    ),
    (
        "kube-controller-manager",
        "leader-elect leader-elect-lease-duration leader-elect-renew-deadline leader-elect-retry-period bind-address cluster-cidr \
         allocate-node-cidrs node-cidr-mask-size service-cluster-ip-range node-monitor-period node-monitor-grace-period \
         pod-eviction-timeout use-service-account-credentials root-ca-file cluster-signing-cert-file cluster-signing-key-file \
         cluster-signing-duration service-account-private-key-file controllers terminated-pod-gc-threshold \
         horizontal-pod-autoscaler-sync-period horizontal-pod-autoscaler-downscale-stabilization cloud-provider \
         concurrent-deployment-syncs concurrent-replicaset-syncs concurrent-namespace-syncs concurrent-service-syncs \
         concurrent-gc-syncs profiling",
    ),
    ("kube-scheduler", "leader-elect config bind-address authentication-kubeconfig authorization-kubeconfig profiling kube-api-qps"),
    (
        "kubelet",
        "config kubeconfig bootstrap-kubeconfig node-ip hostname-override container-runtime-endpoint pod-infra-container-image \
         cgroupDriver failSwapOn maxPods podCIDR clusterDNS clusterDomain resolvConf staticPodPath authentication.anonymous \
         authentication.anonymous.enabled authentication.x509.clientCAFile authorization.mode readOnlyPort port rotateCertificates \
         serverTLSBootstrap evictionHard systemReserved kubeReserved imageGCHighThresholdPercent imageGCLowThresholdPercent \
         nodeStatusUpdateFrequency nodeLeaseDurationSeconds serializeImagePulls cpuManagerPolicy topologyManagerPolicy \
         protectKernelDefaults registerWithTaints shutdownGracePeriod shutdownGracePeriodCriticalPods containerLogMaxSize \
         containerLogMaxFiles failCgroupV1",
    ),
    (
        "kube-proxy",
        "mode clusterCIDR hostnameOverride conntrack.maxPerCore maxPerCore strictARP ipvs.strictARP metricsBindAddress \
         nodePortAddresses healthzBindAddress",
    ),
];

#[test]
fn every_flag_and_field_that_is_asked_for_is_there() {
    for (component, names) in ASKED {
        for name in names.split_whitespace() {
            assert!(look_up(name).iter().any(|(of, _)| *of == component), "{component} {name}");
        }
    }
    let default = |field: &str| look_up(field).into_iter().find(|(of, _)| *of == "kubelet").and_then(|(_, flag)| flag.default);
    assert_eq!((default("maxPods"), default("readOnlyPort"), default("read-only-port")), (Some("110"), Some("0"), Some("10255")));
    assert_eq!((default("authorization.mode"), default("authorization-mode")), (Some("Webhook"), Some("AlwaysAllow")));
}

#[test]
fn names_are_unique_within_a_catalogue() {
    for component in COMPONENTS {
        assert!(!catalogue(component).is_empty(), "{component}");
        for table in catalogue(component) {
            let names: Vec<&str> = table.flags().map(|flag| flag.name).collect();
            assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len(), "{component}: a flag is there twice");
        }
    }
}

#[test]
fn every_meaning_is_a_sentence_in_both_languages() {
    for flag in COMPONENTS.iter().flat_map(|it| catalogue(it)).flat_map(|it| it.flags()) {
        prose::check_sentences(flag.name, flag.meaning.en(), flag.meaning.zh());
    }
    prose::check_sentences("NO_NOTE", NO_NOTE.en(), NO_NOTE.zh());
}

#[test]
fn every_remark_is_a_sentence_in_both_languages() {
    let values = [
        "true",
        "false",
        "0",
        "1",
        "5",
        "300",
        "30",
        "4000",
        "17179869184",
        "a",
        "",
        "*",
        "-",
        "/tmp/x",
        "AlwaysAllow",
        "Node,RBAC",
        "RBAC",
        "Webhook",
        "NodeRestriction",
        "PodSecurityPolicy",
        "AlwaysAdmit",
        "lease",
        "none",
        "existing",
        "ipvs",
        "iptables",
        "nftables",
        "userspace",
        "VersionTLS10",
        "VersionTLS12",
        "AllAlpha=true",
        "api/all=true",
        "1h",
        "127.0.0.1",
        "https://127.0.0.1:2379",
        "http://192.0.2.1:2379",
        "https://0.0.0.0:2379",
        "https://a:2379,https://b:2379",
        "a=https://a:2380,b=https://b:2380,c=https://c:2380",
    ];
    for component in COMPONENTS {
        for flag in catalogue(component).iter().flat_map(|it| it.flags()) {
            for value in values {
                let given = format!("--{}={value}", flag.name);
                for note in explain_flags(component, &command(&[&given, "--etcd-servers=https://a:2379"])) {
                    if let Some(remark) = note.remark {
                        prose::check_sentences(&given, &remark.en, &remark.zh);
                    }
                }
            }
        }
    }
}
