use porthole::session::Session;
fn main() {
    let mut s = Session::default();
    for p in std::env::args().skip(1) {
        s.add(&p.clone(), std::fs::read(p).unwrap());
    }
    let r = s.analyze();
    for src in &r.sources {
        println!("{} lines {} problem {:?}", src.name, src.lines, src.problem);
        for b in &src.blocks {
            println!(
                "  {} {:?} cmd={:?} ns={:?} {:?} rows={} {} issues={}",
                b.format,
                b.resource,
                b.command,
                b.namespace,
                b.lines,
                b.rows,
                b.taken_for.en,
                b.issues.len()
            );
        }
    }
    println!("{:#?}", r.cluster.topology);
    println!("{:?} {:?} {:?} {:?} now {:?}", r.cluster.version, r.cluster.cni, r.cluster.runtime, r.cluster.distribution, r.cluster.now);
    for (id, p) in &r.cluster.pods {
        println!(
            "{id} {:?} {:?} {:?} {:?}",
            p.component.as_ref().map(|c| (&c.product, c.certainty)),
            p.status.as_ref().map(|s| &s.value),
            p.restarts.as_ref().map(|s| s.value),
            p.containers.iter().map(|c| c.command.len()).collect::<Vec<_>>()
        );
    }
    for (i, f) in r.diagnosis.findings.iter().enumerate() {
        println!("F{i} {:?} {:?} {} {} :: {}", f.severity, f.confidence, f.rule, f.subject, f.title.en);
    }
    for i in &r.diagnosis.incidents {
        println!(
            "I root {} effects {:?} {:?} {}",
            i.root,
            i.effects.iter().map(|e| (e.finding, e.cause)).collect::<Vec<_>>(),
            i.severity,
            i.headline.en
        );
    }
}
