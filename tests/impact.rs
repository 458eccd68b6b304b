//! What an incident does, in words: who is hit, what goes on, and what the next failure would do.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "in a test, to stop is to fail")]

use porthole::session::Session;

/// Of the first incident: hit, still works, at risk.
fn told(text: &str) -> [Vec<String>; 3] {
    let mut session = Session::default();
    session.add("paste", text.as_bytes().to_vec());
    let diagnosis = session.analyze().diagnosis;
    let first = &diagnosis.incidents[0];
    [&first.hit, &first.still_works, &first.at_risk].map(|it| it.iter().map(|it| it.en.clone()).collect())
}

#[test]
fn a_lost_node_takes_what_runs_on_it_and_leaves_the_other_replicas() {
    let text = "$ kubectl get nodes\n\
        NAME   STATUS     ROLES    AGE   VERSION\n\
        w-1    NotReady   <none>   90d   v1.33.1\n\
        w-2    Ready      <none>   90d   v1.33.1\n\n\
        $ kubectl get pods -A -o wide\n\
        NAMESPACE   NAME                    READY   STATUS    RESTARTS   AGE   IP         NODE   NOMINATED NODE   READINESS GATES\n\
        shop        web-7d4b9c6f5d-2x4kz    1/1     Running   0          9d    10.0.0.1   w-1    <none>           <none>\n\
        shop        web-7d4b9c6f5d-9q8wz    1/1     Running   0          9d    10.0.1.1   w-2    <none>           <none>\n\
        shop        cart-5d8f7c6b9-2x4kz    1/1     Running   0          9d    10.0.0.2   w-1    <none>           <none>\n\
        shop        cart-5d8f7c6b9-4w5xz    1/1     Running   0          9d    10.0.0.3   w-1    <none>           <none>\n";
    assert_eq!(
        told(text),
        [
            vec!["3 of the 4 pods shown do not serve: 2 workloads, by namespace shop 3.", "shop/cart: none of its 2 pods is ready."],
            vec!["shop/web goes on with 1 of 2 pods.", "1 of 2 nodes are Ready and carry on."],
            vec!["shop/web hangs on one pod, web-7d4b9c6f5d-9q8wz: if that fails too, nothing of it is left."],
        ]
    );
}

#[test]
fn a_service_without_pods_is_named_where_selectors_and_labels_are_shown() {
    let text = "$ kubectl get svc -n shop -o wide\n\
        NAME   TYPE        CLUSTER-IP   EXTERNAL-IP   PORT(S)   AGE   SELECTOR\n\
        cart   ClusterIP   10.96.0.9    <none>        80/TCP    9d    app=cart\n\
        web    ClusterIP   10.96.0.8    <none>        80/TCP    9d    app=web\n\n\
        $ kubectl get pods -n shop --show-labels\n\
        NAME                   READY   STATUS             RESTARTS      AGE   LABELS\n\
        cart-5d8f7c6b9-2x4kz   0/1     CrashLoopBackOff   12 (3m ago)   40m   app=cart,pod-template-hash=5d8f7c6b9\n\
        web-7d4b9c6f5d-2x4kz   1/1     Running            0             40m   app=web,pod-template-hash=7d4b9c6f5d\n";
    let [hit, works, risk] = told(text);
    assert_eq!(hit, ["Service shop/cart answers nobody: no pod behind it is ready."]);
    assert_eq!((works, risk), (vec![], vec![]));
}

#[test]
fn pods_that_have_ended_and_what_is_well_are_not_hit() {
    let text = "$ kubectl get pods -n shop\n\
        NAME                   READY   STATUS             RESTARTS      AGE\n\
        cart-5d8f7c6b9-2x4kz   0/1     CrashLoopBackOff   12 (3m ago)   40m\n\
        seed-28364-x7x2k       0/1     Completed          0             40m\n\
        web-7d4b9c6f5d-2x4kz   1/1     Running            0             40m\n\
        web-7d4b9c6f5d-9q8wz   1/1     Running            0             40m\n";
    assert_eq!(told(text)[..2], [vec![], vec!["All 3 other pods shown are ready."]]);
}
