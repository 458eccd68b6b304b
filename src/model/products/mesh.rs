//! Service meshes.

use crate::model::component::Role::{AddOn, Ingress, Mesh};
use crate::model::product::Product;

/// The table.
pub const PRODUCTS: &[Product] = &[
    Product::service("istiod", "Istio", Mesh)
        .pods(&["istiod", "istio-pilot", "istio-operator", "istio-citadel", "istio-galley"])
        .owns(&["istio-system", "istio-operator"]),
    Product::service("istio-gateway", "Istio gateways", Ingress)
        .pods(&["istio-ingressgateway", "istio-egressgateway", "istio-gateway"])
        .owns(&["istio-ingress", "istio-egress"]),
    Product::agent("istio-cni", "Istio CNI agent", Mesh).pods(&["istio-cni-node"]),
    Product::agent("ztunnel", "Istio ztunnel", Mesh).pods(&["ztunnel"]).images(&["ztunnel"]),
    Product::service("kiali", "Kiali", Mesh).pods(&["kiali"]).images(&["kiali", "kiali-operator"]),
    Product::service("linkerd", "Linkerd", Mesh)
        .pods(&[
            "linkerd-destination",
            "linkerd-identity",
            "linkerd-proxy-injector",
            "linkerd-controller",
            "linkerd-heartbeat",
            "linkerd-cni",
            "linkerd-sp-validator",
            "linkerd-policy",
        ])
        .owns(&["linkerd", "linkerd-viz", "linkerd-cni", "linkerd-jaeger"]),
    Product::service("consul", "Consul", Mesh)
        .pods(&[
            "consul-server",
            "consul-client",
            "consul-connect-injector",
            "consul-consul",
            "consul-controller",
            "consul-mesh-gateway",
            "consul-webhook-cert-manager",
        ])
        .owns(&["consul"])
        .images(&["consul", "consul-k8s-control-plane"]),
    Product::service("kuma", "Kuma", Mesh)
        .pods(&["kuma-control-plane", "kuma-ingress", "kuma-egress"])
        .owns(&["kuma-system", "kong-mesh-system"])
        .images(&["kuma-cp"]),
    Product::service("osm", "Open Service Mesh", Mesh)
        .pods(&["osm-controller", "osm-injector", "osm-bootstrap"])
        .owns(&["osm-system"])
        .images(&["osm-controller"]),
    Product::service("traefik-mesh", "Traefik Mesh", Mesh).pods(&["traefik-mesh-controller", "traefik-mesh-proxy"]).owns(&["traefik-mesh"]),
    Product::service("dapr", "Dapr", AddOn)
        .pods(&["dapr-operator", "dapr-sentry", "dapr-placement", "dapr-placement-server", "dapr-sidecar-injector", "dapr-dashboard"])
        .owns(&["dapr-system"])
        .images(&["daprd"]),
];
