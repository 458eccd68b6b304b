//! Bytes → blocks of clean text, each with its command where one is visible.
//! Knows encodings, escape codes, prompts and fences; does not know Kubernetes.

pub mod block;
pub mod clean;
pub mod command;
pub mod decode;
pub mod frame;
pub mod magic;
pub mod prompt;
pub mod segment;
pub mod sources;
