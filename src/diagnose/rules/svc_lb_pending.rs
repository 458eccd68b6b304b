//! A Service of type `LoadBalancer` has waited long for its address.

use crate::diagnose::finding::{Confidence, Finding, Proof, Severity};
use crate::diagnose::look::{in_namespace, kubectl};
use crate::diagnose::rule::{Meta, Rule};
use crate::diagnose::services::{age, all, field, on_cloud};
use crate::kind::Kind;
use crate::model::cluster::{Cluster, Other};
use crate::model::component::Role;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: SvcLbPending = SvcLbPending;

pub(super) struct SvcLbPending;

static META: Meta = Meta {
    id: "svc-lb-pending",
    what: text!("A load balancer has no address yet.", "负载均衡器还没有地址。"),
    needs: "kubectl get svc",
};

impl Rule for SvcLbPending {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        all(cluster, Kind::Service).filter_map(|service| finding(cluster, service)).collect()
    }
}

/// A cloud takes a minute or two to make a load balancer.
const GRACE_SECS: i64 = 600;

fn finding(cluster: &Cluster, service: &Other) -> Option<Finding> {
    let kind = field(service, &["TYPE", "Type", "spec.type"]).filter(|it| it.value == "LoadBalancer")?;
    let pending = match service.fields.get("EXTERNAL-IP") {
        Some(cell) => cell.value == "<pending>",
        None => service.fields.contains_key("spec.type") && !service.fields.keys().any(|path| path.starts_with("status.loadBalancer.ingress")),
    };
    let own = |it: &&crate::model::event::Event| it.object.as_ref() == Some(&service.id) && it.kind == "Warning";
    let event = cluster.events.iter().filter(own).find(|it| matches!(it.reason.as_str(), "SyncLoadBalancerFailed" | "AllocationFailed" | "FailedBuildModel" | "FailedDeployModel"));
    let old = age(cluster, service).is_some_and(|it| it > GRACE_SECS);
    if !pending || !(old || event.is_some()) {
        return None;
    }
    let name = service.id.name.as_str();
    let gives = |role: Role| matches!(role, Role::LoadBalancer | Role::CloudControllerManager);
    let giver = cluster.pods.values().any(|pod| pod.component.as_ref().is_some_and(|it| gives(it.role)));
    let nobody = !giver && !on_cloud(cluster) && cluster.scope.covers_all(&Kind::Pod);
    let mut evidence = Proof::new(service.fields.get("EXTERNAL-IP").unwrap_or(kind).span, phrase!("no address was given", "没有分配地址"));
    if let Some(event) = event {
        evidence = evidence.and(event.span, phrase!("why not", "原因"));
    }
    let (confidence, why, fix) = if let Some(event) = event {
        (Confidence::Certain, phrase!("What hands out addresses failed: {message}", "地址分配方报告失败：{message}", message = event.message), phrase!("Mend what the event names; the controller tries again by itself.", "解决事件中指出的问题，控制器会自动重试。"))
    } else if nobody {
        (
            Confidence::Likely,
            phrase!("Kubernetes makes no load balancers itself. The list of all pods shows neither a cloud controller nor MetalLB, kube-vip or the like: nobody will ever give it an address. Its node port works all the same.", "Kubernetes 本身不创建负载均衡器。所有 Pod 的列表中既没有云控制器，也没有 MetalLB、kube-vip 之类的组件：不会有人给它分配地址。它的节点端口仍然可用。"),
            phrase!("Install MetalLB or kube-vip with a pool of free addresses, or make it a NodePort.", "安装 MetalLB 或 kube-vip 并配置空闲地址池，或改用 NodePort。"),
        )
    } else {
        (
            Confidence::Possible,
            phrase!("It has waited for more than ten minutes, and a cloud needs one or two. The controller that makes load balancers does not run, lacks rights or quota, or has no address left.", "它已等待十分钟以上，而云平台通常只需一两分钟。负责创建负载均衡器的控制器没有运行、权限或配额不足，或已没有空闲地址。"),
            phrase!("Read the events of the Service, then the log of the cloud controller or of MetalLB.", "查看该 Service 的事件，再看云控制器或 MetalLB 的日志。"),
        )
    };
    Some(Finding {
        rule: META.id.to_owned(),
        severity: Severity::Warning,
        confidence,
        subject: service.id.clone(),
        also: Vec::new(),
        title: phrase!("Service {name} waits for a load balancer", "Service {name} 在等待负载均衡器", name = name),
        why,
        fix,
        next: vec![kubectl(format!("kubectl describe svc{} {name}", in_namespace(&service.id)), phrase!("its events", "它的事件"))],
        evidence,
    })
}
