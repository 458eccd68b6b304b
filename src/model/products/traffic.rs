//! Ingress and gateway controllers, load balancers and virtual addresses.

use crate::model::component::Role::{Dns, Ingress, LoadBalancer};
use crate::model::product::Product;

/// The table.
pub const PRODUCTS: &[Product] = &[
    Product::service("ingress-nginx", "ingress-nginx", Ingress)
        .pods(&[
            "ingress-nginx",
            "ingress-nginx-controller",
            "ingress-nginx-admission",
            "nginx-ingress-controller",
            "rke2-ingress-nginx",
            "rke2-ingress-nginx-controller",
        ])
        .owns(&["ingress-nginx"])
        .images(&["nginx-ingress-controller"]),
    Product::service("nginx-ingress", "NGINX Ingress Controller (F5)", Ingress)
        .pods(&["nginx-ingress"])
        .owns(&["nginx-ingress"])
        .images(&["nginx-ingress", "nginx-plus-ingress"]),
    Product::service("nginx-gateway-fabric", "NGINX Gateway Fabric", Ingress)
        .pods(&["nginx-gateway", "nginx-gateway-fabric", "ngf-nginx-gateway-fabric"])
        .owns(&["nginx-gateway"])
        .images(&["nginx-gateway-fabric"]),
    Product::service("traefik", "Traefik", Ingress)
        .pods(&["traefik", "helm-install-traefik", "helm-install-traefik-crd"])
        .owns(&["traefik"])
        .images(&["traefik", "mirrored-library-traefik"]),
    Product::agent("klipper-lb", "ServiceLB (klipper-lb)", LoadBalancer).pods(&["svclb"]).images(&["klipper-lb"]),
    Product::service("haproxy-ingress", "HAProxy Ingress", Ingress)
        .pods(&["haproxy-ingress", "haproxy-kubernetes-ingress", "kubernetes-ingress"])
        .owns(&["haproxy-controller"])
        .images(&["haproxy-ingress", "kubernetes-ingress"]),
    Product::service("kong", "Kong", Ingress)
        .pods(&["kong-kong", "kong-controller", "kong-gateway", "ingress-kong", "proxy-kong"])
        .owns(&["kong"])
        .images(&["kong", "kong-gateway", "kubernetes-ingress-controller"]),
    Product::service("contour", "Contour", Ingress)
        .pods(&["contour-contour", "contour-envoy", "contour-certgen"])
        .owns(&["projectcontour"])
        .images(&["contour"]),
    Product::service("emissary", "Emissary (Ambassador)", Ingress)
        .pods(&["emissary-ingress", "ambassador", "edge-stack"])
        .owns(&["emissary", "emissary-system", "ambassador"])
        .images(&["emissary", "ambassador"]),
    Product::service("envoy-gateway", "Envoy Gateway", Ingress).pods(&["envoy-gateway"]).owns(&["envoy-gateway-system"]),
    Product::service("apisix", "APISIX", Ingress)
        .pods(&["apisix", "apisix-ingress-controller", "apisix-dashboard"])
        .owns(&["apisix", "ingress-apisix"])
        .images(&["apisix", "apisix-ingress-controller"]),
    Product::service("higress", "Higress", Ingress)
        .pods(&["higress-gateway", "higress-controller", "higress-console"])
        .owns(&["higress-system"])
        .images(&["higress"]),
    Product::service("openshift-router", "OpenShift router", Ingress).pods(&["router-default"]).owns(&["openshift-ingress"]),
    Product::service("aws-load-balancer-controller", "AWS Load Balancer Controller", LoadBalancer)
        .pods(&["aws-load-balancer-controller"])
        .images(&["aws-load-balancer-controller"]),
    Product::service("gke-ingress", "GKE ingress backend", Ingress)
        .pods(&["l7-default-backend", "l7-lb-controller"])
        .images(&["ingress-gce-404-server-with-metrics"]),
    Product::service("azure-application-gateway", "Application Gateway ingress", Ingress)
        .pods(&["ingress-appgw-deployment", "ingress-azure"])
        .images(&["kubernetes-ingress-appgw"]),
    Product::agent("metallb", "MetalLB", LoadBalancer).pods(&["metallb-speaker", "metallb-controller"]).owns(&["metallb-system"]),
    Product::agent("kube-vip", "kube-vip", LoadBalancer).pods(&["kube-vip", "kube-vip-ds"]).images(&["kube-vip"]),
    Product::fixed("keepalived", "Keepalived", LoadBalancer).pods(&["keepalived"]).images(&["keepalived"]),
    Product::fixed("haproxy", "HAProxy", LoadBalancer).pods(&["haproxy"]),
    Product::agent("sealos-lvscare", "lvscare (sealos)", LoadBalancer).pods(&["kube-sealos-lvscare", "kube-lvscare"]).images(&["lvscare"]),
    Product::fixed("kubespray-nginx-proxy", "nginx proxy (kubespray)", LoadBalancer).pods(&["nginx-proxy"]),
    Product::agent("openelb", "OpenELB", LoadBalancer)
        .pods(&["openelb-manager", "openelb-speaker", "openelb-controller", "porter-manager"])
        .owns(&["openelb-system"])
        .images(&["openelb"]),
    Product::agent("purelb", "PureLB", LoadBalancer)
        .pods(&["lbnodeagent"])
        .owns(&["purelb"])
        .images(&["purelb-lbnodeagent", "purelb-allocator"]),
    Product::service("external-dns", "ExternalDNS", Dns).pods(&["external-dns"]).owns(&["external-dns"]).images(&["external-dns"]),
];
