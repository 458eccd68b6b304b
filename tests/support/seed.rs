//! The lesson's cluster, whole or in part.

use porthole::report::Report;
use porthole::session::Session;

/// The four outputs of the lesson.
pub const SEED: [&str; 4] = ["get-pods-kube-system", "get-nodes-wide", "cluster-info", "describe-pod-kube-apiserver"];

/// What these outputs of the lesson yield.
pub fn report(inputs: &[&str]) -> Report {
    let mut session = Session::default();
    for name in inputs {
        let path = format!("{}/tests/corpus/seed/{name}.txt", env!("CARGO_MANIFEST_DIR"));
        session.add(name, std::fs::read(path).expect("the seed is part of the repository"));
    }
    session.analyze()
}
