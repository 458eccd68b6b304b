//! How fast texts are read, natively: `make bench`. Prints megabytes of text a second, the median of several runs.
#![expect(clippy::print_stdout, clippy::disallowed_methods, reason = "a benchmark reads the clock and prints what it says")]

use std::fmt::Write as _;
use std::time::Instant;

use porthole::session::Session;

const RUNS: usize = 7;

/// The median seconds of a call, and what it returns.
fn timed(call: impl Fn() -> u32) -> (f64, u32) {
    let mut times = Vec::new();
    let mut result = 0;
    for _ in 0..RUNS {
        let start = Instant::now();
        result = std::hint::black_box(call());
        times.push(start.elapsed().as_secs_f64());
    }
    times.sort_by(f64::total_cmp);
    (times.get(RUNS / 2).copied().unwrap_or_default(), result)
}

fn bench(name: &str, text: &str) {
    if std::env::args().skip(1).any(|only| !only.starts_with('-') && !name.contains(&only)) {
        return;
    }
    let megabytes = text.len() as f64 / 1e6;
    let (read, records) = timed(|| bench::records(text.as_bytes()));
    let (cluster, _) = timed(|| bench::pods(text.as_bytes()));
    println!(
        "{name:<34}{megabytes:>7.1} MB{records:>10} records{:>9.0} MB/s read{:>9.0} MB/s to a cluster",
        megabytes / read,
        megabytes / cluster
    );
}

fn pods_wide(count: usize) -> String {
    let mut text = String::from(
        "NAMESPACE       NAME                                        READY   STATUS             RESTARTS          AGE     IP               NODE          NOMINATED NODE   READINESS GATES\n",
    );
    for n in 0..count {
        let (namespace, node) = (format!("team-{}", n % 97), format!("worker-{}", n % 5_000));
        let name = format!("service-{}-{:08x}-{:05x}", n % 1_000, n * 2_654_435_761 % 0xFFFF_FFFF, n % 0xF_FFFF);
        let (ready, status, restarts) = match n % 50 {
            0 => ("0/1", "CrashLoopBackOff", "37 (2m21s ago)"),
            1 => ("0/1", "Pending", "0"),
            _ => ("1/1", "Running", "0"),
        };
        let ip = format!("10.{}.{}.{}", n / 65_536 % 256, n / 256 % 256, n % 256);
        let _ = writeln!(
            text,
            "{namespace:<16}{name:<44}{ready:<8}{status:<19}{restarts:<18}{:<8}{ip:<17}{node:<14}<none>           <none>",
            format!("{}d", n % 90)
        );
    }
    text
}

fn events(count: usize) -> String {
    let mut text = String::from("NAMESPACE   LAST SEEN   TYPE      REASON             OBJECT                                   MESSAGE\n");
    for n in 0..count {
        let object = format!("pod/service-{}-{:08x}-{:05x}", n % 1_000, n * 77_777 % 0xFFFF_FFFF, n);
        let _ = writeln!(
            text,
            "team-{:<7}{:<12}{:<10}{:<19}{object:<41}0/12 nodes are available: 3 Insufficient cpu, 9 node(s) had untolerated taint {{dedicated: gpu}}.",
            n % 97,
            format!("{}m", n % 60),
            "Warning",
            "FailedScheduling"
        );
    }
    text
}

/// A pod as `kubectl get pods -o json` prints one; its own digits are filled in: `@d` decimal ones, `@x` hexadecimal ones.
const POD: &str = include_str!("../pod.json");

/// The template with digits of the generator (a linear congruential one: the same text every time).
fn fill(template: &str, state: &mut u64, out: &mut String) {
    let mut parts = template.split('@');
    out.push_str(parts.next().unwrap_or_default());
    for part in parts {
        *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let base = if part.starts_with('d') { 10 } else { 16 };
        let digit = u32::try_from((*state >> 33) % base).unwrap_or_default();
        out.extend(char::from_digit(digit, 16));
        out.push_str(part.get(1..).unwrap_or_default());
    }
}

fn pods_json(count: usize) -> String {
    let mut state = 1;
    let mut text = String::from("{\n    \"apiVersion\": \"v1\",\n    \"items\": [\n");
    for n in 0..count {
        fill(POD, &mut state, &mut text);
        text.push_str(if n + 1 < count { ",\n" } else { "\n" });
    }
    text.push_str("    ],\n    \"kind\": \"List\",\n    \"metadata\": {\n        \"resourceVersion\": \"\"\n    }\n}\n");
    text
}

/// From text to report, rules and incidents included; the time is to grow as the text does.
fn report(count: usize) {
    let text = pods_wide(count).into_bytes();
    let (seconds, findings) = timed(|| {
        let mut session = Session::default();
        session.add("bench", text.clone());
        u32::try_from(session.analyze().diagnosis.findings.len()).unwrap_or(u32::MAX)
    });
    println!("report on {count:>7} pods{findings:>10} findings{:>10.0} ms{:>10.2} µs a pod", seconds * 1e3, seconds * 1e6 / count as f64);
}

fn main() {
    bench("get pods -A -o wide", &pods_wide(300_000));
    bench("get events -A", &events(200_000));
    if std::env::args().skip(1).all(|only| only.starts_with('-') || only == "report") {
        for count in [9_375, 37_500, 150_000] {
            report(count);
        }
    }
    let pretty = pods_json(12_000);
    bench("get pods -A -o json", &pretty);
    let minified = serde_json::from_str::<serde_json::Value>(&pretty).map(|it| it.to_string()).unwrap_or_default();
    bench("get pods -A -o json, minified", &minified);
    // The browser reads the same.
    for (name, text) in [("pods.json", pretty), ("pods-minified.json", minified)] {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../target/bench/");
        let written = std::fs::create_dir_all(path).and_then(|()| std::fs::write(format!("{path}{name}"), text));
        if let Err(error) = written {
            println!("{path}{name}: {error}");
        }
    }
}
