//! A dump is the same cluster whether it comes as a folder, as an archive of any kind, or as the stream that kubectl prints.

use std::path::Path;

use porthole::report::Report;
use porthole::session::Session;
use zip::CompressionMethod::Deflated;

use crate::support::{gz, options, tar_of, zip_of};

/// The files of a folder with their paths in it, in order.
fn files(root: &Path, folder: &Path, into: &mut Vec<(String, Vec<u8>)>) {
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|it| it.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            files(root, &path, into);
        } else {
            let name = path.strip_prefix(root).unwrap().to_string_lossy().into_owned();
            into.push((name, std::fs::read(&path).unwrap()));
        }
    }
}

fn read(inputs: &[(&str, &[u8])]) -> Report {
    let mut session = Session::default();
    for (name, bytes) in inputs {
        session.add(name, bytes.to_vec());
    }
    session.analyze()
}

/// Every pod and node with its state, and every finding.
fn story(report: &Report) -> Vec<String> {
    let pods = report.cluster.pods.values().map(|pod| {
        let (status, restarts) = (pod.status.as_ref().map(|it| &it.value), pod.restarts.as_ref().map(|it| it.value.count));
        format!("{} {status:?} {restarts:?}", pod.id)
    });
    let nodes = report.cluster.nodes.values().map(|node| format!("{} {:?}", node.id, node.status.as_ref().map(|it| &it.value)));
    let findings = report.diagnosis.findings.iter().map(|it| format!("{} {}", it.rule, it.subject));
    let mut all: Vec<_> = pods.chain(nodes).chain(findings).collect();
    all.sort();
    all
}

#[test]
fn a_dump_is_the_same_in_every_wrapping() {
    let root = Path::new("tests/corpus/real/14-k3s-single");
    let mut dump = Vec::new();
    files(root, &root.join("dump"), &mut dump);
    let dump: Vec<(&str, &[u8])> = dump.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    let folder = story(&read(&dump));
    assert!(folder.len() > 8, "{folder:?}");
    let tar = tar_of(&dump);
    for (name, bytes) in [
        ("dump.tar", tar.clone()),
        ("dump.tar.gz", gz(&tar)),
        ("dump.tgz", gz(&tar)),
        ("dump.zip", zip_of(&dump, options(Deflated))),
        ("bundle.zip", zip_of(&[("inner/dump.tar.gz", &gz(&tar))], options(Deflated))),
        ("no name that tells", gz(&tar)),
    ] {
        let report = read(&[(name, &bytes)]);
        assert_eq!(story(&report), folder, "{name}");
        let source = &report.sources[0].name;
        assert!(source.starts_with(name), "evidence names the archive: {source}");
    }
}
