//! Logs: of control-plane parts, kubelets, etcd, CoreDNS, network agents and applications.

pub mod line;
