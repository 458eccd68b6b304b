//! `GitOps` and CI.

use crate::model::component::Role::Delivery;
use crate::model::product::Product;

/// The table.
pub const PRODUCTS: &[Product] = &[
    Product::service("argocd", "Argo CD", Delivery)
        .pods(&[
            "argocd-server",
            "argocd-application-controller",
            "argocd-repo-server",
            "argocd-dex-server",
            "argocd-redis",
            "argocd-notifications-controller",
            "argocd-applicationset-controller",
            "argocd-image-updater",
        ])
        .owns(&["argocd", "argo-cd", "openshift-gitops"])
        .images(&["argocd"]),
    Product::service("argo-workflows", "Argo Workflows", Delivery)
        .pods(&["argo-workflows-server", "argo-workflows-workflow-controller", "workflow-controller"])
        .owns(&["argo"])
        .images(&["workflow-controller", "argocli"]),
    Product::service("argo-rollouts", "Argo Rollouts", Delivery)
        .pods(&["argo-rollouts"])
        .owns(&["argo-rollouts"])
        .images(&["argo-rollouts"]),
    Product::service("flux", "Flux", Delivery)
        .pods(&[
            "source-controller",
            "kustomize-controller",
            "helm-controller",
            "notification-controller",
            "image-reflector-controller",
            "image-automation-controller",
            "helm-operator",
        ])
        .owns(&["flux-system"])
        .images(&["source-controller", "kustomize-controller", "helm-controller", "notification-controller"]),
    Product::service("fleet", "Fleet", Delivery)
        .pods(&["fleet-agent", "fleet-controller", "gitjob"])
        .owns(&["cattle-fleet-system", "cattle-fleet-local-system", "fleet-system"])
        .images(&["fleet", "fleet-agent"]),
    Product::service("tekton", "Tekton", Delivery)
        .pods(&[
            "tekton-pipelines-controller",
            "tekton-pipelines-webhook",
            "tekton-dashboard",
            "tekton-triggers-controller",
            "tekton-triggers-webhook",
            "tekton-events-controller",
            "tekton-operator",
            "tekton-operator-webhook",
        ])
        .owns(&["tekton-pipelines", "tekton-operator", "openshift-pipelines"]),
    Product::service("jenkins", "Jenkins", Delivery).pods(&["jenkins-0", "jenkins-operator"]).images(&["jenkins"]),
    Product::service("gitlab-runner", "GitLab Runner", Delivery)
        .pods(&["gitlab-runner"])
        .owns(&["gitlab-runner"])
        .images(&["gitlab-runner"]),
    Product::service("gitlab-agent", "GitLab agent", Delivery).pods(&["gitlab-agent"]).owns(&["gitlab-agent"]).images(&["agentk"]),
    Product::service("actions-runner-controller", "Actions Runner Controller", Delivery)
        .pods(&["actions-runner-controller", "arc-gha-rs-controller"])
        .owns(&["arc-systems", "actions-runner-system"])
        .images(&["gha-runner-scale-set-controller", "actions-runner-controller"]),
    Product::service("harbor", "Harbor", Delivery)
        .pods(&[
            "harbor-core",
            "harbor-registry",
            "harbor-jobservice",
            "harbor-portal",
            "harbor-database",
            "harbor-redis",
            "harbor-trivy",
            "harbor-nginx",
        ])
        .owns(&["harbor"])
        .images(&["harbor-core", "harbor-jobservice", "harbor-portal", "registry-photon"]),
];
