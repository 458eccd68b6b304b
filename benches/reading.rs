//! How fast texts are read, natively: `make bench`. Prints megabytes of text a second, the median of several runs.
#![expect(clippy::print_stdout, clippy::disallowed_methods, reason = "a benchmark reads the clock and prints what it says")]

use std::fmt::Write as _;
use std::io::Read;
use std::time::Instant;

use porthole::ingest::window::Window;
use porthole::model::build::Builder;
use porthole::parse::format::{Context, Sink};
use porthole::parse::reader::read;
use porthole::parse::record::Record;
use porthole::span::{SourceId, Span};

const RUNS: usize = 7;

/// Counts what it is given.
#[derive(Default)]
struct Counter(u64);

impl Sink for Counter {
    fn begin(&mut self, _at: Span, _context: &Context) {}

    fn record(&mut self, _record: Record<'_>) {
        self.0 += 1;
    }
}

fn run(text: &[u8], sink: &mut dyn Sink) {
    let mut from = text;
    let from: &mut dyn Read = &mut from;
    let Ok(mut window) = Window::new(SourceId(0), from, None, 0) else { return };
    std::hint::black_box(read(&mut window, "bench", &[], sink));
}

fn bench(name: &str, text: &str) {
    let mut line = format!("{name:<34}{:>7.1} MB", text.len() as f64 / 1e6);
    let median = |mut timed: Vec<f64>| {
        timed.sort_by(f64::total_cmp);
        timed.get(timed.len() / 2).copied().unwrap_or_default()
    };
    let speed = |seconds: f64| text.len() as f64 / 1e6 / seconds;
    let mut records = 0;
    let parse = (0..RUNS).map(|_| {
        let mut counter = Counter::default();
        let start = Instant::now();
        run(text.as_bytes(), &mut counter);
        records = counter.0;
        start.elapsed().as_secs_f64()
    });
    let parse = median(parse.collect());
    let model = (0..RUNS).map(|_| {
        let start = Instant::now();
        let mut builder = Builder::default();
        run(text.as_bytes(), &mut builder);
        std::hint::black_box(builder.clusters(&[1]));
        start.elapsed().as_secs_f64()
    });
    let model = median(model.collect());
    let _ = write!(line, "{records:>10} records{:>9.0} MB/s read{:>9.0} MB/s to a cluster", speed(parse), speed(model));
    println!("{line}");
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

/// A pod as `kubectl get pods -o json` prints one, bookkeeping included; `{n}` is filled in.
const POD: &str = include_str!("pod.json");

fn pods_json(count: usize) -> String {
    let mut text = String::from("{\n    \"apiVersion\": \"v1\",\n    \"items\": [\n");
    for n in 0..count {
        text.push_str(&POD.replace("@n", &n.to_string()));
        text.push_str(if n + 1 < count { ",\n" } else { "\n" });
    }
    text.push_str("    ],\n    \"kind\": \"List\",\n    \"metadata\": {\n        \"resourceVersion\": \"\"\n    }\n}\n");
    text
}

fn main() {
    bench("get pods -A -o wide", &pods_wide(300_000));
    bench("get events -A", &events(200_000));
    let pretty = pods_json(12_000);
    bench("get pods -A -o json", &pretty);
    let minified: String = serde_json::from_str::<serde_json::Value>(&pretty).map(|it| it.to_string()).unwrap_or_default();
    bench("get pods -A -o json, minified", &minified);
}
