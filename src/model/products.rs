//! The catalogue of products. One list, most specific prefix first within a product.
//! Facts: the recognition tables that the project was given (rules.md, section 3), checked against each product's own manifests.

use crate::model::component::{Placement, Role};
use crate::model::product::Product;

const fn fixed(id: &'static str, role: Role) -> Product {
    Product { id, name: id, role, placement: Placement::Static, prefixes: &[], namespaces: &[], images: &[], cni: None }
}

/// Every product that is recognised.
pub const PRODUCTS: &[Product] = &[
    Product { prefixes: &["kube-apiserver"], images: &["kube-apiserver"], ..fixed("kube-apiserver", Role::ApiServer) },
    Product { prefixes: &["etcd"], images: &["etcd"], ..fixed("etcd", Role::Etcd) },
    Product {
        prefixes: &["kube-controller-manager"],
        images: &["kube-controller-manager"],
        ..fixed("kube-controller-manager", Role::ControllerManager)
    },
    Product { prefixes: &["kube-scheduler"], images: &["kube-scheduler"], ..fixed("kube-scheduler", Role::Scheduler) },
];

/// The product of that id.
pub fn product(id: &str) -> Option<&'static Product> {
    PRODUCTS.iter().find(|it| it.id == id)
}
