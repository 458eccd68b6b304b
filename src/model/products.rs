//! The catalogue of products: a table of text, read once. Knows names, not clusters.
//!
//! Text and not a table of structures, because 250 structures of slices are pointers for the most part, and pointers are what
//! compresses worst in the page.

use std::sync::OnceLock;

use crate::model::component::{Placement, Role};
use crate::model::product::Product;
use crate::order::Map;

const TABLE: &str = include_str!("products.txt");
static CATALOGUE: OnceLock<Catalogue> = OnceLock::new();

/// The products, and where to find them: each of a hundred thousand pods is looked up.
struct Catalogue {
    products: Vec<Product>,
    ids: Map<&'static str, usize>,
    prefixes: Map<&'static str, usize>,
    namespaces: Map<&'static str, usize>,
}

fn catalogue() -> &'static Catalogue {
    CATALOGUE.get_or_init(|| {
        let products: Vec<Product> = lines().filter_map(read).collect();
        let index = |signs: fn(&Product) -> &[&'static str]| {
            products.iter().enumerate().flat_map(|(at, product)| signs(product).iter().map(move |sign| (*sign, at))).collect()
        };
        let (prefixes, namespaces) = (index(|it| &it.prefixes), index(|it| &it.namespaces));
        Catalogue { ids: index(|it| std::slice::from_ref(&it.id)), prefixes, namespaces, products }
    })
}

/// Every product that is recognised, in the order of the table.
pub fn all() -> impl Iterator<Item = &'static Product> {
    catalogue().products.iter()
}

/// The product of that id.
pub fn product(id: &str) -> Option<&'static Product> {
    of(catalogue().ids.get(id))
}

/// The product whose pods' names begin so.
pub fn by_prefix(prefix: &str) -> Option<&'static Product> {
    of(catalogue().prefixes.get(prefix))
}

/// The product that owns a namespace.
pub fn by_namespace(namespace: &str) -> Option<&'static Product> {
    of(catalogue().namespaces.get(namespace))
}

fn of(at: Option<&usize>) -> Option<&'static Product> {
    catalogue().products.get(*at?)
}

/// A product's own name; its id where the catalogue does not know it.
pub fn name(id: &str) -> &str {
    product(id).map_or(id, |it| it.name)
}

fn lines() -> impl Iterator<Item = &'static str> {
    TABLE.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// A line of the table; fields at its end may be left out.
fn read(line: &'static str) -> Option<Product> {
    let mut fields = line.split('|').map(str::trim);
    let (id, name) = (fields.next()?, fields.next()?);
    let role = Role::parse(fields.next()?)?;
    let placement = match fields.next()? {
        "static" => Placement::Static,
        "agent" => Placement::PerNode,
        "service" => Placement::Replicas,
        _ => return None,
    };
    let mut words = || fields.next().unwrap_or_default().split_whitespace().collect::<Vec<&'static str>>();
    let (prefixes, namespaces, images) = (words(), words(), words());
    Some(Product { id, name, role, placement, prefixes, namespaces, images, cni: words().first().copied() })
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;
    fn kebab(id: &str) -> bool {
        !id.is_empty() && id.split('-').all(|part| !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()))
    }

    #[test]
    fn every_line_is_read() {
        for line in lines() {
            assert!(read(line).is_some(), "{line}");
        }
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
            for prefix in &it.prefixes {
                assert!(!prefix.ends_with('-') && *prefix == prefix.to_ascii_lowercase(), "{prefix} of {}", it.id);
                assert_eq!(prefixes.insert(*prefix, it.id), None, "prefix {prefix}");
            }
            for namespace in &it.namespaces {
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
