//! What `kubectl get` prints: headers, cells, kinds by their columns, rows that were wrapped or squeezed.

pub mod align;
pub mod cell;
pub mod counted;
pub mod cut;
pub mod header;
pub mod headless;
pub mod kinds;
pub mod reading;
pub mod resource;
pub mod wrap;
