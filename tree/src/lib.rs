//! JSON and YAML text as a tree whose every value knows where it stands.
//!
//! A package of its own because every byte of a large input passes through it: it is compiled for speed
//! (`[profile.release.package.tree]`), the rest of the page for size. Knows nothing of Kubernetes.
//!
//! Deserialising into structures would lose the place of each value, which Porthole needs to quote the line that proves a fact,
//! and fails as a whole where a paste is cut or was edited by hand. A tree keeps what was read so far.

pub mod bytes;
pub mod json;
mod node;
pub mod place;
pub mod value;
pub mod yaml;

pub use crate::node::Tree;
pub use crate::place::Place;
pub use crate::value::{Sort, Value};
