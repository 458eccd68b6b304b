//! The picture of traffic: what it keeps at any size, and each link that can be broken.

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
use porthole::layout::scene::{Caption, Drawn, Edge, Health, Part, Scene};
use porthole::model::object_ref::ObjectRef;
use porthole::model::part::PartId;
use porthole::report::Report;

fn draw(report: &Report) -> Scene {
    let scene = layout(report, &LayoutRequest { picture: Picture::Traffic, ..LayoutRequest::default() });
    check(&scene, PARTS_CAP + 20);
    scene
}

fn of(kind: Kind, name: &str) -> PartId {
    PartId::Pod(ObjectRef::namespaced(kind, "shop", name))
}

fn part<'a>(scene: &'a Scene, id: &PartId) -> &'a Part {
    scene.parts.iter().find(|it| it.id == *id).unwrap_or_else(|| panic!("no {id:?}"))
}

fn edge<'a>(scene: &'a Scene, from: &PartId, to: &PartId) -> &'a Edge {
    scene.edges.iter().find(|it| it.from == *from && it.to == *to).unwrap_or_else(|| panic!("no edge {from:?} → {to:?}"))
}

/// The line from a Service to what is behind it, and that.
fn behind<'a>(scene: &'a Scene, service: &str) -> (&'a Edge, &'a Part) {
    let set = of(Kind::Endpoints, service);
    (edge(scene, &of(Kind::Service, service), &set), part(scene, &set))
}

#[test]
fn every_size_keeps_the_rules() {
    for (namespaces, deployments, pods) in [(1, 1, 0), (1, 1, 1), (2, 3, 4), (5, 12, 3), (9, 30, 2), (40, 20, 2), (3, 2, 240), (400, 2, 1)]
    {
        let report = report(&cluster(namespaces, deployments, pods));
        let scene = draw(&report);
        assert_eq!(scene, draw(&report), "not deterministic");
        assert!(scene.parts.len() > 2);
    }
}

const SERVICES: &str = "\
$ kubectl get svc -n shop -o wide
NAME      TYPE           CLUSTER-IP      EXTERNAL-IP      PORT(S)                      AGE   SELECTOR
cart      ClusterIP      10.96.78.193    <none>           80/TCP                       21d   app=cart
db        ClusterIP      None            <none>           5432/TCP                     21d   app=db
legacy    ExternalName   <none>          db.example.com   <none>                       21d   <none>
pay       ClusterIP      10.96.78.194    <none>           80/TCP                       21d   app=payments
web       LoadBalancer   10.96.78.195    203.0.113.20     80:32359/TCP,443:32247/TCP   21d   app=web
";

const PODS: &str = "\
$ kubectl get pods -n shop --show-labels
NAME                    READY   STATUS    RESTARTS   AGE   LABELS
cart-6679c96677-4f4gj   1/1     Running   0          5d    app=cart,pod-template-hash=6679c96677
cart-6679c96677-92nj4   0/1     Running   0          5d    app=cart,pod-template-hash=6679c96677
db-0                    0/1     Running   0          5d    app=db
web-6d65484798-96zdb    1/1     Running   0          5d    app=web,pod-template-hash=6d65484798
";

const INGRESS: &str = "\
$ kubectl describe ingress -n shop shop
Name:             shop
Labels:           <none>
Namespace:        shop
Address:          203.0.113.20
Ingress Class:    nginx
Default backend:  <default>
Rules:
  Host              Path  Backends
  ----              ----  --------
  shop.example.com
                    /      web:80 (10.244.2.11:80)
                    /cart  cart:http (10.244.2.12:80)
                    /old   gone:80 (<error: services \"gone\" not found>)
Annotations:        <none>
Events:             <none>
";

#[test]
fn lines_have_the_health_of_what_they_reach() {
    let scene = draw(&report(&format!("{SERVICES}{PODS}")));
    assert_eq!(behind(&scene, "web").0.health, Health::Ok);
    let (line, cart) = behind(&scene, "cart");
    assert_eq!(line.health, Health::Look, "one of two is ready");
    assert!(cart.captions.contains(&Caption::ReadyOf(1, 2)));
    assert_eq!(behind(&scene, "db").0.health, Health::Broken, "none is ready");
    let (line, none) = behind(&scene, "pay");
    assert_eq!((line.health, none.presence, &none.captions[0]), (Health::Broken, Drawn::Absent, &Caption::NoEndpoints));
    assert!(part(&scene, &of(Kind::Service, "db")).captions.contains(&Caption::Headless));
    assert!(part(&scene, &of(Kind::Service, "legacy")).captions.contains(&Caption::Verbatim("db.example.com".to_owned())));
    assert!(scene.edges.iter().all(|it| it.from != of(Kind::Service, "legacy")), "another name has no pods");
}

#[test]
fn a_selector_says_nothing_without_the_labels() {
    let scene = draw(&report(SERVICES));
    for service in ["cart", "pay", "web"] {
        let (line, set) = behind(&scene, service);
        assert_eq!((line.health, set.presence), (Health::Unknown, Drawn::NotShown), "{service}");
    }
    assert!(scene.parts.iter().any(|it| it.captions.contains(&Caption::BehindHint)));
}

#[test]
fn addresses_lead_to_pods() {
    let text = "\
$ kubectl get svc,endpoints -n shop
NAME           TYPE        CLUSTER-IP     EXTERNAL-IP   PORT(S)   AGE
service/cart   ClusterIP   10.96.78.193   <none>        80/TCP    21d
service/far    ClusterIP   10.96.78.194   <none>        80/TCP    21d
service/none   ClusterIP   10.96.78.195   <none>        80/TCP    21d

NAME             ENDPOINTS                           AGE
endpoints/cart   10.244.1.2:8080,10.244.1.3:8080     21d
endpoints/far    10.9.9.9:8080                       21d
endpoints/none   <none>                              21d
$ kubectl get pods -n shop -o wide
NAME                    READY   STATUS    RESTARTS   AGE   IP           NODE     NOMINATED NODE   READINESS GATES
cart-6679c96677-4f4gj   1/1     Running   0          5d    10.244.1.2   node-1   <none>           <none>
cart-6679c96677-92nj4   1/1     Running   0          5d    10.244.1.3   node-1   <none>           <none>
";
    let scene = draw(&report(text));
    let (line, cart) = behind(&scene, "cart");
    assert_eq!((line.health, line.label.as_ref()), (Health::Ok, Some(&Caption::Verbatim(":8080".to_owned()))));
    assert_eq!(cart.cells.as_ref().map(|it| it.of.len()), Some(2));
    assert_eq!(behind(&scene, "far").1.captions, [Caption::Addresses(1), Caption::PodsNotShown]);
    assert_eq!(behind(&scene, "none").0.health, Health::Broken);
}

#[test]
fn an_ingress_leads_to_its_services_and_to_a_ghost() {
    let scene = draw(&report(&format!("{INGRESS}{SERVICES}{PODS}")));
    let shop = of(Kind::Ingress, "shop");
    assert_eq!(part(&scene, &shop).captions[0], Caption::Name("shop.example.com".to_owned()));
    assert_eq!(edge(&scene, &shop, &of(Kind::Service, "cart")).label, Some(Caption::Verbatim(":http".to_owned())));
    let ghost = part(&scene, &of(Kind::Service, "gone"));
    assert_eq!((ghost.presence, edge(&scene, &shop, &ghost.id).health), (Drawn::Absent, Health::Broken));
    let balancer = PartId::Component { product: "load-balancer".to_owned(), node: "shop/web".to_owned() };
    assert_eq!(edge(&scene, &balancer, &of(Kind::Service, "web")).health, Health::Ok);
}

#[test]
fn a_backend_that_no_list_could_show_is_not_missing() {
    let object = "\
$ kubectl get ingress -n shop shop -o yaml
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shop
  namespace: shop
spec:
  rules:
  - host: shop.example.com
    http:
      paths:
      - backend:
          service:
            name: payment
            port:
              number: 80
        path: /
";
    let (shop, payment) = (of(Kind::Ingress, "shop"), of(Kind::Service, "payment"));
    let scene = draw(&report(object));
    assert_eq!((part(&scene, &payment).presence, edge(&scene, &shop, &payment).health), (Drawn::NotShown, Health::Unknown));
    let scene = draw(&report(&format!("{object}\n{SERVICES}")));
    assert_eq!((part(&scene, &payment).presence, edge(&scene, &shop, &payment).health), (Drawn::Absent, Health::Broken));
}

#[test]
fn pods_alone_say_what_to_paste() {
    let scene = draw(&report(PODS));
    assert_eq!(scene.parts.len(), 1);
    assert_eq!(scene.parts[0].captions, [Caption::NotPasted(Kind::Service)]);
}

#[test]
fn nothing_gives_nothing() {
    assert_eq!(draw(&Report::default()), Scene::default());
}

#[test]
fn a_shop_in_full() {
    insta::assert_snapshot!(print::print(&draw(&report(&format!("{INGRESS}{SERVICES}{PODS}")))));
}
