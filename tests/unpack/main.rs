//! Archives: what is in them, what is refused of them, and that none of them ends the reading of anything else.
//! The crates `tar`, `zip` and `flate2` make the archives; what ours lists is what theirs list.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "in a test, to stop is to fail"
)]
mod dumps;
mod judged;
mod reading;
mod refused;
mod support;
