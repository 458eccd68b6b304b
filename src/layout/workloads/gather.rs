//! Pods and listed objects → workloads by namespace. Goes through the pods once; knows no shapes.

use crate::diagnose::services::all;
use crate::kind::Kind;
use crate::layout::health::Ranked;
use crate::layout::objects::{named, ready_of};
use crate::layout::scene::Drawn;
use crate::layout::workloads::owner::{Place, Set, of_object, place, set};
use crate::model::cluster::Other;
use crate::model::object_ref::ObjectRef;
use crate::model::pod::Pod;
use crate::order;
use crate::order::Map;

/// A workload as the text shows it.
#[derive(Debug)]
pub struct Draft<'a> {
    /// Its kind, name and how surely it is there.
    pub place: Place,
    /// Its object.
    pub listed: Option<&'a Other>,
    /// Pods with nothing between.
    pub direct: Vec<&'a Pod>,
    /// Pods by what is between, and its object.
    pub sets: Map<(Kind, String), Between<'a>>,
    /// Autoscalers, and budgets with how surely they are about it.
    pub scalers: Vec<&'a Other>,
    /// See above.
    pub budgets: Vec<(&'a Other, Drawn)>,
}

/// A ReplicaSet or Job.
#[derive(Debug, Default)]
pub struct Between<'a> {
    /// Its object.
    pub listed: Option<&'a Other>,
    /// Its pods.
    pub pods: Vec<&'a Pod>,
}

/// Workloads of a namespace: in the order of their kinds, then of their names.
pub type Drafts<'a> = Map<(u8, String, Option<Kind>), Draft<'a>>;

/// Everything, by namespace; its name is empty where the text does not tell it.
pub fn gather<'a>(report: &'a Ranked<'a>) -> Map<&'a str, Drafts<'a>> {
    let cluster = &report.cluster;
    let mut spaces: Map<&str, Drafts<'a>> = Map::new();
    let mut pods: Vec<(Option<&str>, Set<'_>, &Pod)> =
        cluster.pods.values().map(|pod| (pod.id.namespace.as_deref(), set(pod), pod)).collect();
    // Stable: the pods of a set stay in the order of their names.
    order::sort_by(&mut pods, |a, b| a.0.cmp(&b.0).then_with(|| a.1.cmp(&b.1)));
    for same in pods.chunk_by(|a, b| a.0 == b.0 && a.1 == b.1) {
        let Some((namespace, set, _)) = same.first() else { continue };
        let place = place(report, *namespace, *set);
        let between = place.between.clone();
        let draft = slot(report, &mut spaces, *namespace, place);
        let of_set = same.iter().map(|(_, _, pod)| *pod);
        match between {
            Some(key) => between_slot(report, draft, *namespace, key).pods.extend(of_set),
            None => draft.direct.extend(of_set),
        }
    }
    for kind in
        [Kind::Deployment, Kind::StatefulSet, Kind::DaemonSet, Kind::CronJob, Kind::ReplicationController, Kind::Job, Kind::ReplicaSet]
    {
        for it in all(cluster, kind.clone()) {
            // A ReplicaSet that a rollout has left behind has no replicas, and no say.
            let idle = kind == Kind::ReplicaSet && ready_of(it).is_none_or(|(_, wanted)| wanted == 0);
            if idle {
                continue;
            }
            let namespace = it.id.namespace.as_deref();
            let place = of_object(report, namespace, &kind, &it.id.name, Drawn::Seen);
            let between = place.between.clone();
            let draft = slot(report, &mut spaces, namespace, place);
            if let Some(key) = between {
                between_slot(report, draft, namespace, key);
            }
        }
    }
    spaces
}

fn slot<'a, 'b>(
    report: &'a Ranked<'a>,
    spaces: &'b mut Map<&'a str, Drafts<'a>>,
    namespace: Option<&'a str>,
    place: Place,
) -> &'b mut Draft<'a> {
    let key = (rank(place.kind.as_ref()), place.name.clone(), place.kind.clone());
    spaces.slot(namespace.unwrap_or_default(), Map::new).slot(key, || {
        let listed = place.kind.clone().and_then(|kind| report.cluster.others.get(&named(kind, namespace, &place.name)));
        Draft { place, listed, direct: Vec::new(), sets: Map::new(), scalers: Vec::new(), budgets: Vec::new() }
    })
}

fn between_slot<'a, 'b>(
    report: &'a Ranked<'a>,
    draft: &'b mut Draft<'a>,
    namespace: Option<&str>,
    key: (Kind, String),
) -> &'b mut Between<'a> {
    let listed = || report.cluster.others.get(&named(key.0.clone(), namespace, &key.1));
    let listed = listed();
    draft.sets.slot(key, || Between { listed, pods: Vec::new() })
}

/// The order of kinds in a namespace: what serves first, what runs and ends after it.
const fn rank(kind: Option<&Kind>) -> u8 {
    match kind {
        Some(Kind::Deployment) => 0,
        Some(Kind::StatefulSet) => 1,
        Some(Kind::DaemonSet) => 2,
        Some(Kind::CronJob) => 3,
        Some(Kind::Job) => 4,
        Some(Kind::Node) => 5,
        Some(Kind::Pod) => 8,
        Some(_) => 6,
        None => 7,
    }
}

/// Gives each autoscaler and budget to its workload; returns those that have none, with what they name.
pub fn guard<'a>(report: &'a Ranked<'a>, spaces: &mut Map<&'a str, Drafts<'a>>) -> Vec<(&'a Other, Option<ObjectRef>)> {
    let mut alone = Vec::new();
    for it in all(&report.cluster, Kind::HorizontalPodAutoscaler) {
        let (_, target) = super::guards::scaler(report, it);
        let draft = target.as_ref().and_then(|target| {
            let key = (rank(Some(&target.kind)), target.name.clone(), Some(target.kind.clone()));
            spaces.get_mut(it.id.namespace.as_deref().unwrap_or_default())?.get_mut(&key)
        });
        match draft {
            Some(draft) => draft.scalers.push(it),
            None => alone.push((it, target)),
        }
    }
    for it in all(&report.cluster, Kind::PodDisruptionBudget) {
        let mut any = false;
        let drafts = spaces.get_mut(it.id.namespace.as_deref().unwrap_or_default());
        for draft in drafts.into_iter().flat_map(Map::values_mut) {
            let pod = draft.direct.first().or_else(|| draft.sets.values().find_map(|it| it.pods.first())).copied();
            if let Some(how) = super::guards::guards(it, &draft.place.name, pod).filter(|_| !any) {
                draft.budgets.push((it, how));
                any = true;
            }
        }
        if !any {
            alone.push((it, None));
        }
    }
    alone
}
