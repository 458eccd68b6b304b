//! Dated facts that rules rest on, each with its source.

pub mod releases;
