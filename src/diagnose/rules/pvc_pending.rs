//! A claim waits for a volume, and no event tells why: the class binds at once, or the claim waits for one volume by name.

use crate::diagnose::ended::short;
use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{in_namespace, kubectl};
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::diagnose::services::age;
use crate::diagnose::storage::{class, complaint, field, place, same_claim, state, waiting};
use crate::kind::Kind;
use crate::model::cluster::{Cluster, Other};
use crate::model::object_ref::ObjectRef;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: PvcPending = PvcPending;

pub(super) struct PvcPending;

static META: Meta = Meta {
    id: "pvc-pending",
    what: text!("A claim waits for its volume, and no event tells why.", "PVC 一直在等待卷，而没有事件说明原因。"),
    needs: "kubectl get pvc,pv,sc -A",
};

/// Provisioning may take its time.
const GRACE_SECS: i64 = 300;

impl Rule for PvcPending {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        waiting(cluster).iter().filter_map(|claim| finding(cluster, claim)).collect()
    }

    fn explains(&self) -> &'static [Link] {
        &[Link { effect: "pvc-unbound", because: same_claim }, Link { effect: "sched-no-event", because: same_claim }]
    }
}

fn finding(cluster: &Cluster, claim: &Other) -> Option<Finding> {
    age(cluster, claim).filter(|it| *it >= GRACE_SECS)?;
    let said = complaint(cluster, claim);
    let name = claim.id.name.as_str();
    let mut evidence = Proof::new(place(claim), phrase!("the claim waits", "申领处于等待状态"));
    let volume = field(claim, ["VOLUME", "Volume", "spec.volumeName"]);
    let mut next = vec![kubectl(format!("kubectl describe pvc{} {name}", in_namespace(&claim.id)), phrase!("its events: why it waits", "它的事件：为何等待"))];
    let (title, why, fix, confidence);
    // Events that say more have rules of their own; waiting for a pod is no fault.
    if said.is_some_and(|it| it.reason != "Provisioning" && (volume.is_none() || it.reason != "FailedBinding")) {
        return None;
    }
    if let Some(event) = said {
        evidence = evidence.and(event.span, phrase!("what was said last", "最近的一条消息"));
    }
    if let Some(volume) = volume {
        let wanted = volume.value.as_str();
        let shown = cluster.others.get(&ObjectRef::cluster_scoped(Kind::PersistentVolume, wanted));
        let owner = shown.and_then(|it| field(it, ["CLAIM", "Claim", "spec.claimRef.name"]));
        let (what, sure) = match shown {
            Some(it) => {
                evidence = evidence.and(place(it), phrase!("the volume that it waits for", "它等待的卷"));
                let of = owner.map_or_else(|| "—".to_owned(), |it| it.value.clone());
                (phrase!("The volume is {state} and reserved for {of}.", "该卷的状态是 {state}，归属于 {of}。", state = state(it), of = of), Confidence::Likely)
            }
            None if cluster.scope.covering(&Kind::PersistentVolume, None).is_some() => (phrase!("There is no volume of that name.", "没有这个名称的卷。"), Confidence::Certain),
            None => (phrase!("The text does not show that volume.", "文本中没有显示该卷。"), Confidence::Likely),
        };
        title = phrase!("Claim {name} waits for the volume {wanted} and no other", "PVC {name} 只等待卷 {wanted}", name = name, wanted = wanted);
        why = crate::diagnose::ended::joined(
            &phrase!("A claim that names its volume is bound to that one or to none; class, size and access modes must fit as well.", "指定了卷名的 PVC 只能绑定到该卷，且存储类、容量和访问模式也必须匹配。"),
            &what,
        );
        fix = phrase!("Free or create that volume (a Released one keeps its old `claimRef` until you remove it), or make the claim anew without `volumeName`.", "释放或创建该卷（Released 的卷在清除旧的 `claimRef` 之前不会重新绑定），或去掉 `volumeName` 重建 PVC。");
        confidence = sure;
        next.insert(0, kubectl(format!("kubectl get pv {wanted} -o yaml"), phrase!("its state, claimRef, class, size and access modes", "它的状态、claimRef、存储类、容量与访问模式")));
    } else {
        let class = class(claim)?;
        let shown = cluster.others.get(&ObjectRef::cluster_scoped(Kind::StorageClass, class))?;
        let mode = field(shown, ["VOLUMEBINDINGMODE", "VolumeBindingMode", "volumeBindingMode"]);
        let mode = mode.filter(|it| it.value == "Immediate")?;
        let driver = field(shown, ["PROVISIONER", "Provisioner", "provisioner"]).map_or("?", |it| it.value.as_str());
        evidence = evidence.and(mode.span, phrase!("its class binds at once", "它的存储类立即绑定"));
        // Nobody provisions for this class. Source: kubernetes.io, "Local" volumes.
        let manual = driver == "kubernetes.io/no-provisioner";
        title = phrase!("Claim {name} waits for a volume of class {class}", "PVC {name} 在等待存储类 {class} 的卷", name = name, class = class);
        why = if manual {
            phrase!("The class has no provisioner: its volumes are made by hand, and none fits this claim.", "该存储类没有供给程序：卷由人工创建，而没有一个符合该 PVC。")
        } else {
            phrase!("The class binds at once and does not wait for a pod, so the volume should have been there within a minute or two. The provisioner {driver} does not act, or fails; the events of the claim tell.", "该存储类立即绑定，不等待 Pod，卷应在一两分钟内创建好。供给程序 {driver} 没有动作或失败；该 PVC 的事件会说明。", driver = driver)
        };
        fix = if manual {
            phrase!("Create a PersistentVolume of this class with enough room and the same access mode.", "创建一个属于该存储类、容量足够且访问模式相同的 PersistentVolume。")
        } else {
            phrase!("Look whether the pods of {driver} run, and read the log of its controller.", "检查 {driver} 的 Pod 是否在运行，并查看其控制器的日志。", driver = short(driver))
        };
        confidence = Confidence::Likely;
        next.push(kubectl("kubectl get pods -A | grep -i -E 'csi|provisioner'", phrase!("does the provisioner run?", "供给程序是否在运行")));
    }
    Some(Finding {
        rule: META.id.to_owned(),
        severity: Severity::Warning,
        confidence,
        subject: claim.id.clone(),
        also: Vec::new(),
        title,
        why,
        fix,
        next,
        evidence,
    })
}
