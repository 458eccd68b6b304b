//! What `kubectl describe` prints: its keys, its objects, and how its indentation is found again.

pub mod keys;
pub mod reading;
pub mod unflatten;
