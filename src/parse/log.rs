//! Logs: of control-plane parts, kubelets, etcd, CoreDNS, network agents and applications.

pub mod begin;
pub mod clock;
pub mod level;
pub mod line;
pub mod of_path;
pub mod owner;
pub mod program;
pub mod reading;
pub mod said;
pub mod section;
pub mod shapes;
pub mod signatures;
pub mod words;
