//! Bytes → lines of clean text, as they come in, and the commands among them.
//! Knows encodings, escape codes, prompts and fences; does not know Kubernetes.

pub mod clean;
pub mod command;
pub mod decode;
pub mod frame;
pub mod magic;
pub mod origin;
pub mod prompt;
pub mod sources;
pub mod unpack;
pub mod window;
