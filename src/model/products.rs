//! The catalogue of products, one table for each group of jobs. Knows names, not clusters.
//! Facts: the recognition tables that the project was given (rules.md, section 3), completed from the products' own manifests.
//!
//! A prefix has to be specific: a user's application must not match it by chance. Names that are ordinary words
//! (`loki`, `vault`, `jenkins`) are therefore given with the suffixes of their charts, and by image.

use crate::model::product::Product;

mod control_plane;
mod core;
mod delivery;
mod management;
mod mesh;
mod network;
mod observability;
mod security;
mod storage;
mod traffic;

/// Every table.
const TABLES: &[&[Product]] = &[
    control_plane::PRODUCTS,
    core::PRODUCTS,
    network::PRODUCTS,
    storage::PRODUCTS,
    traffic::PRODUCTS,
    mesh::PRODUCTS,
    observability::PRODUCTS,
    delivery::PRODUCTS,
    security::PRODUCTS,
    management::PRODUCTS,
];

/// Every product that is recognised.
pub fn all() -> impl Iterator<Item = &'static Product> {
    TABLES.iter().copied().flatten()
}

/// The product of that id.
pub fn product(id: &str) -> Option<&'static Product> {
    all().find(|it| it.id == id)
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;
    use crate::model::component::Placement;

    fn kebab(id: &str) -> bool {
        !id.is_empty() && id.split('-').all(|part| !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()))
    }

    #[test]
    fn ids_are_unique_and_kebab_case() {
        let mut seen = BTreeSet::new();
        for it in all() {
            assert!(kebab(it.id), "{}", it.id);
            assert!(seen.insert(it.id), "{} is there twice", it.id);
            assert!(!it.name.trim().is_empty(), "{}", it.id);
        }
    }

    #[test]
    fn each_sign_tells_one_product() {
        let mut prefixes = BTreeMap::new();
        let mut namespaces = BTreeMap::new();
        for it in all() {
            for prefix in it.prefixes {
                assert!(!prefix.ends_with('-') && *prefix == prefix.to_ascii_lowercase(), "{prefix} of {}", it.id);
                assert_eq!(prefixes.insert(*prefix, it.id), None, "prefix {prefix}");
            }
            for namespace in it.namespaces {
                assert_eq!(namespaces.insert(*namespace, it.id), None, "namespace {namespace}");
            }
            assert!(!it.prefixes.is_empty() || !it.namespaces.is_empty() || !it.images.is_empty(), "{} has no sign", it.id);
        }
        for shared in ["kube-system", "default", "kube-public", "monitoring", "logging"] {
            assert_eq!(namespaces.get(shared), None, "{shared} is nobody's own");
        }
    }

    #[test]
    fn static_pods_are_the_control_plane() {
        for it in all().filter(|it| it.role.is_control_plane() && it.id != "cloud-controller-manager") {
            assert_eq!(it.placement, Placement::Static, "{}", it.id);
            assert!(it.namespaces.is_empty(), "{}: a namespace cannot tell a control-plane pod", it.id);
        }
    }
}
