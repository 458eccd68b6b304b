//! The picture of workloads: what it keeps at any size, and small cases.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "in a test, to stop is to fail"
)]

#[path = "scene/holds.rs"]
mod holds;
#[path = "scene/pasted.rs"]
mod pasted;
#[path = "scene/print.rs"]
mod print;

use holds::check;
use pasted::{cluster, report};
use porthole::kind::Kind;
use porthole::layout::architecture::gather::PARTS_CAP;
use porthole::layout::layout;
use porthole::layout::request::{LayoutRequest, Picture};
use porthole::layout::scene::{Caption, Drawn, Health, Part, Scene, Shape};
use porthole::model::object_ref::ObjectRef;
use porthole::model::part::PartId;
use porthole::report::Report;

fn draw(report: &Report, toggled: &[PartId]) -> Scene {
    layout(report, &LayoutRequest { picture: Picture::Workloads, toggled: toggled.to_vec(), ..LayoutRequest::default() })
}

fn namespace(name: &str) -> PartId {
    PartId::Group { by: "namespace".to_owned(), name: name.to_owned() }
}

fn of(kind: Kind, namespace: &str, name: &str) -> PartId {
    PartId::Pod(ObjectRef::namespaced(kind, namespace, name))
}

fn part<'a>(scene: &'a Scene, id: &PartId) -> &'a Part {
    scene.parts.iter().find(|it| it.id == *id).unwrap_or_else(|| panic!("no {id:?}"))
}

fn squares(scene: &Scene) -> Vec<&ObjectRef> {
    scene.parts.iter().filter_map(|it| it.cells.as_ref()).flat_map(|it| &it.of).map(|it| &it.0).collect()
}

#[test]
fn every_size_keeps_the_rules() {
    for (namespaces, deployments, pods) in [(1, 1, 0), (1, 1, 1), (2, 3, 4), (5, 12, 3), (9, 30, 2), (40, 20, 2), (3, 2, 900), (400, 2, 1)]
    {
        let report = report(&cluster(namespaces, deployments, pods));
        let scene = draw(&report, &[]);
        check(&scene, PARTS_CAP + 20);
        assert_eq!(scene, draw(&report, &[]), "not deterministic");
        // Unfolded, every pod is there once.
        let folded = |part: &&Part| part.captions.contains(&Caption::Fold(true));
        let all: Vec<PartId> = scene.parts.iter().filter(folded).map(|it| it.id.clone()).collect();
        if namespaces <= 60 {
            let open = draw(&report, &all);
            check(&open, PARTS_CAP + 20);
            let mut drawn = squares(&open);
            drawn.sort();
            let listed: Vec<&ObjectRef> = report.cluster.pods.keys().collect();
            assert_eq!(drawn, listed, "{namespaces} {deployments} {pods}");
        }
    }
}

#[test]
fn what_has_faults_is_open_and_a_toggle_turns_each() {
    let report = report(&cluster(9, 30, 2));
    let scene = draw(&report, &[]);
    let fold = |scene: &Scene, name: &str| part(scene, &namespace(name)).captions.last().cloned();
    assert_eq!(fold(&scene, "team-000"), Some(Caption::Fold(false)));
    assert_eq!(fold(&scene, "team-003"), Some(Caption::Fold(true)));
    assert_eq!(scene.parts[0].id, namespace("team-000"), "faults first");
    assert!(scene.parts.iter().any(|it| matches!(it.shape, Shape::Meter { permille: 1000 })));
    let turned = draw(&report, &[namespace("team-000"), namespace("team-003")]);
    assert_eq!(fold(&turned, "team-000"), Some(Caption::Fold(true)));
    assert_eq!(fold(&turned, "team-003"), Some(Caption::Fold(false)));
}

const ROLLOUT: &str = "\
$ kubectl get deploy,rs -n shop
NAME                   READY   UP-TO-DATE   AVAILABLE   AGE
deployment.apps/cart   3/4     2            3           5d
deployment.apps/idle   0/0     0            0           5d

NAME                               DESIRED   CURRENT   READY   AGE
replicaset.apps/cart-6679c96677    3         3         3       5d
replicaset.apps/cart-6d65484798    2         2         0       40m
replicaset.apps/cart-7c9d8f5b6d    0         0         0       9d
$ kubectl get pods -n shop
NAME                    READY   STATUS             RESTARTS   AGE
cart-6679c96677-4f4gj   1/1     Running            0          5d
cart-6679c96677-92nj4   1/1     Running            0          5d
cart-6679c96677-tpm9c   1/1     Running            0          5d
cart-6d65484798-96zdb   0/1     CrashLoopBackOff   9          40m
cart-6d65484798-gpm94   0/1     CrashLoopBackOff   9          40m
db-0                    1/1     Running            0          9d
backup-28812340-x7k9d   0/1     Completed          0          3h
debug                   1/1     Running            0          1h
$ kubectl get hpa,pdb -n shop
NAME                                       REFERENCE         TARGETS        MINPODS   MAXPODS   REPLICAS   AGE
horizontalpodautoscaler.autoscaling/cart   Deployment/cart   cpu: 40%/70%   2         10        4          5d
horizontalpodautoscaler.autoscaling/gone   Deployment/gone   cpu: 40%/70%   2         10        4          5d

NAME                              MIN AVAILABLE   MAX UNAVAILABLE   ALLOWED DISRUPTIONS   AGE
poddisruptionbudget.policy/cart   3               N/A               0                     5d
";

#[test]
fn a_rollout_shows_both_replica_sets() {
    let scene = draw(&report(ROLLOUT), &[]);
    check(&scene, PARTS_CAP);
    let cart = of(Kind::Deployment, "shop", "cart");
    assert!(part(&scene, &cart).captions.contains(&Caption::Rollout));
    assert!(part(&scene, &cart).captions.contains(&Caption::ReadyOf(3, 4)));
    let (old, new) = (of(Kind::ReplicaSet, "shop", "cart-6679c96677"), of(Kind::ReplicaSet, "shop", "cart-6d65484798"));
    assert!(part(&scene, &old).captions.contains(&Caption::Revision(false)));
    assert!(part(&scene, &new).captions.contains(&Caption::Revision(true)));
    assert_eq!(part(&scene, &new).health, Health::Broken);
    assert!(scene.parts.iter().all(|it| it.id != of(Kind::ReplicaSet, "shop", "cart-7c9d8f5b6d")), "what is left behind has no say");
    assert_eq!(scene.edges.iter().filter(|it| it.from == cart).count(), 2);
}

#[test]
fn what_scales_and_guards_leads_to_its_workload() {
    let scene = draw(&report(ROLLOUT), &[]);
    let cart = of(Kind::Deployment, "shop", "cart");
    let to_cart: Vec<&PartId> = scene.edges.iter().filter(|it| it.to == cart).map(|it| &it.from).collect();
    assert_eq!(to_cart, [&of(Kind::HorizontalPodAutoscaler, "shop", "cart"), &of(Kind::PodDisruptionBudget, "shop", "cart")]);
    assert_eq!(part(&scene, to_cart[1]).presence, Drawn::Inferred, "by its name alone");
    let gone = part(&scene, &of(Kind::Deployment, "shop", "gone"));
    assert_eq!(gone.presence, Drawn::Absent, "the list of Deployments is complete");
    assert!(scene.edges.iter().any(|it| it.to == gone.id && it.health == Health::Broken));
}

#[test]
fn names_tell_what_no_list_shows_and_are_said_to() {
    let scene = draw(&report(ROLLOUT), &[]);
    for (kind, name) in [(Kind::StatefulSet, "db"), (Kind::CronJob, "backup"), (Kind::Job, "backup-28812340")] {
        assert_eq!(part(&scene, &of(kind, "shop", name)).presence, Drawn::Inferred, "{name}");
    }
    assert_eq!(part(&scene, &of(Kind::Pod, "shop", "debug")).captions[1], Caption::BarePod);
    assert!(part(&scene, &of(Kind::Deployment, "shop", "idle")).captions.contains(&Caption::ScaledToZero));
}

#[test]
fn a_target_that_no_list_could_show_is_not_missing() {
    let hpa = "$ kubectl get hpa -n shop\nNAME   REFERENCE         TARGETS        MINPODS   MAXPODS   REPLICAS   AGE\ncart   Deployment/cart   cpu: 40%/70%   2         10        4          5d\n";
    let scene = draw(&report(hpa), &[]);
    assert_eq!(part(&scene, &of(Kind::Deployment, "shop", "cart")).presence, Drawn::NotShown);
    assert!(scene.edges.iter().all(|it| it.health == Health::Unknown));
}

#[test]
fn nothing_gives_nothing() {
    assert_eq!(draw(&Report::default(), &[]), Scene::default());
}

#[test]
fn a_rollout_in_full() {
    insta::assert_snapshot!(print::print(&draw(&report(ROLLOUT), &[])));
}
