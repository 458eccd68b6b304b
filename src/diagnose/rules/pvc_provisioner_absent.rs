//! A claim waits for an external provisioner, and nothing shows that it runs.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{in_namespace, kubectl};
use crate::diagnose::storage::{all, complaint, place, waiting};
use crate::kind::Kind;
use crate::model::cluster::Other;
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::model::cluster::Cluster;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: PvcProvisionerAbsent = PvcProvisionerAbsent;

pub(super) struct PvcProvisionerAbsent;

static META: Meta = Meta {
    id: "pvc-provisioner-absent",
    what: text!("A claim waits for a provisioner that does not act.", "PVC 等待的供给程序没有动作。"),
    needs: "kubectl describe pvc …, kubectl get pods -A",
};

impl Rule for PvcProvisionerAbsent {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        waiting(cluster).iter().filter_map(|claim| finding(cluster, claim)).collect()
    }


    fn explains(&self) -> &'static [Link] {
        &[Link { effect: "pvc-unbound", because: crate::diagnose::storage::same_claim }]
    }
}

/// Provisioning may take its time: cloud disks need up to a minute or two.
const GRACE_SECS: i64 = 180;

fn finding(cluster: &Cluster, claim: &Other) -> Option<Finding> {
    let name = claim.id.name.as_str();
    let event = complaint(cluster, claim).filter(|it| it.reason == "ExternalProvisioning")?;
    let driver = crate::diagnose::storage::driver(event)?;
    let age = crate::diagnose::storage::field(claim, ["AGE", "", ""]).and_then(|it| crate::time::parse_age(&it.value));
    if age.or(event.first_age_secs).is_some_and(|it| it < GRACE_SECS) {
        return None;
    }
    let mut evidence = Proof::new(event.span, phrase!("it waits for {driver}", "它在等待 {driver}", driver = driver)).and(place(claim), phrase!("the claim waits", "申领处于等待状态"));
    let drivers = cluster.scope.covering(&Kind::CSIDriver, None).filter(|_| all(cluster, &Kind::CSIDriver).all(|it| it.id.name != driver));
    let words = crate::diagnose::storage::words(driver);
    let there = cluster.pods.values().find(|pod| words.iter().any(|word| pod.id.name.contains(word)));
    let why = if let Some(list) = drivers {
        evidence = evidence.and(list.span, phrase!("no such CSI driver is registered", "没有注册这个 CSI 驱动"));
        phrase!("Only {driver} may create this volume, and the cluster has no CSIDriver of that name: it is not installed.", "只有 {driver} 才能创建这个卷，而集群里没有这个名字的 CSIDriver：它没有安装。", driver = driver)
    } else if let Some(pod) = there {
        phrase!("Only {driver} may create this volume. A pod that may be of it is there ({pod}): its log tells why it does not.", "只有 {driver} 才能创建这个卷。有一个可能属于它的 Pod（{pod}）：看它的日志为何没有创建。", driver = driver, pod = pod.id.name)
    } else if cluster.scope.covers_all(&Kind::Pod) {
        phrase!("Only {driver} may create this volume, and no pod in the list of all namespaces carries a word of its name: it seems not to be installed.", "只有 {driver} 才能创建这个卷，而所有命名空间的 Pod 列表里没有名称相关的 Pod：它很可能没有安装。", driver = driver)
    } else {
        phrase!("Only {driver} may create this volume, and it has not done so. The text does not show whether it runs.", "只有 {driver} 才能创建这个卷，而它还没有创建。文本中看不出它是否在运行。", driver = driver)
    };
    Some(Finding {
        rule: META.id.to_owned(),
        severity: Severity::Critical,
        confidence: if drivers.is_some() { Confidence::Certain } else { Confidence::Likely },
        subject: claim.id.clone(),
        also: Vec::new(),
        title: phrase!("Claim {name} waits for the provisioner {driver}", "PVC {name} 在等待供给程序 {driver}", name = name, driver = driver),
        why,
        fix: phrase!("Install or mend the provisioner {driver}, or make the claim anew with another class.", "安装或修复供给程序 {driver}，或用其他存储类重建 PVC。", driver = driver),
        next: vec![
            kubectl("kubectl get csidrivers", phrase!("is the driver registered?", "驱动是否已注册")),
            kubectl("kubectl get pods -A | grep -i -E 'csi|provisioner'", phrase!("do its pods run?", "它的 Pod 是否在运行")),
            kubectl(format!("kubectl describe pvc{} {name}", in_namespace(&claim.id)), phrase!("the latest event", "最新的事件")),
        ],
        evidence,
    })
}
