//! Finding objects by what is known of them.

use porthole::explain::find::find;
use porthole::session::Session;

const TEXT: &str = "$ kubectl get nodes\n\
    NAME   STATUS     ROLES           AGE   VERSION\n\
    cp-1   Ready      control-plane   90d   v1.33.1\n\
    w-1    NotReady   <none>          90d   v1.32.4\n\n\
    $ kubectl get pods -A -o wide --show-labels\n\
    NAMESPACE   NAME                   READY   STATUS             RESTARTS      AGE   IP         NODE   NOMINATED NODE   READINESS GATES   LABELS\n\
    shop        cart-5d8f7c6b9-2x4kz   0/1     CrashLoopBackOff   12 (3m ago)   40m   10.0.0.1   cp-1   <none>           <none>            app=cart,tier=back\n\
    shop        web-7d4b9c6f5d-2x4kz   1/1     Running            0             40m   10.0.0.2   cp-1   <none>           <none>            app=web,tier=front\n\
    prod        web-7d4b9c6f5d-9q8wz   1/1     Running            0             40m   10.0.1.2   w-1    <none>           <none>            app=web,tier=front\n\n\
    $ kubectl get deploy -n shop\n\
    NAME   READY   UP-TO-DATE   AVAILABLE   AGE\n\
    cart   0/1     1            0           40m\n";

#[test]
fn every_word_narrows_and_every_field_can_be_asked_alone() {
    let mut session = Session::default();
    session.add("paste", TEXT.as_bytes().to_vec());
    let report = session.analyze();
    let (cart, web, far) = ("cart-5d8f7c6b9-2x4kz", "web-7d4b9c6f5d-2x4kz", "web-7d4b9c6f5d-9q8wz");
    for (query, expected) in [
        ("", vec![]),
        ("web", vec![far, web]),
        ("WEB shop", vec![web]),
        ("cart", vec![cart, "cart"]),
        ("kind:deploy cart", vec!["cart"]),
        ("ns:prod", vec![far]),
        ("w-1", vec!["w-1", far]),
        ("node:w-1", vec!["w-1", far]),
        ("name:w-1", vec!["w-1"]),
        ("status:crash", vec![cart]),
        ("app=web ns:shop", vec![web]),
        ("label:tier", vec![far, cart, web]),
        ("tier", vec![]),
        ("rule:crashloop", vec![cart]),
        ("v1.32", vec!["w-1"]),
        ("nothing-like-it", vec![]),
    ] {
        let found: Vec<String> = find(&report, query).into_iter().map(|it| it.name).collect();
        assert_eq!(found, expected, "{query}");
    }
}
