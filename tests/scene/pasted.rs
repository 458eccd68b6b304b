//! Reports on texts, and texts of clusters of any size.

use std::fmt::Write;

use porthole::report::Report;
use porthole::session::Session;

/// What a text yields.
pub fn report(text: &str) -> Report {
    let mut session = Session::default();
    session.add("a", text.as_bytes().to_vec());
    session.analyze()
}

/// So many namespaces, each with so many Deployments of so many pods, every 7th Deployment of the first with a pod that fails,
/// and a Service before each.
pub fn cluster(namespaces: usize, deployments: usize, pods: usize) -> String {
    let (mut workloads, mut listed) =
        (String::from("$ kubectl get deployments -A\nNAMESPACE NAME READY UP-TO-DATE AVAILABLE AGE\n"), String::new());
    let (mut services, mut endpoints) = (String::new(), String::new());
    let letters = b"bcdfghjklmnpqrstvwxz";
    let made = |n: usize| [n / 8000, n / 400, n / 20, n].map(|it| char::from(letters[it % 20])).iter().collect::<String>();
    for n in 0..namespaces {
        for d in 0..deployments {
            let bad = n == 0 && d % 7 == 0;
            let ready = pods - usize::from(bad && pods > 0);
            let _ = writeln!(workloads, "team-{n:03}   app-{d:03}   {ready}/{pods}   {pods}   {ready}   5d");
            let _ = writeln!(services, "team-{n:03}   app-{d:03}   ClusterIP   10.0.{}.{}   <none>   80/TCP   5d", n % 250, d % 250);
            let mut ips = Vec::new();
            for p in 0..pods {
                let fails = bad && p == 0;
                let (state, ready) = if fails { ("CrashLoopBackOff", "0/1") } else { ("Running", "1/1") };
                let ip = format!("10.{}.{}.{}", n % 250, d % 250, p % 250);
                if !fails {
                    ips.push(format!("{ip}:8080"));
                }
                let restarts = if fails { 9 } else { 0 };
                let _ = writeln!(
                    listed,
                    "team-{n:03}   app-{d:03}-5fb4b98fbd-x{}   {ready}   {state}   {restarts}   5d   {ip}   node-{}   <none>   <none>",
                    made(p),
                    p % 9
                );
            }
            let cell = if ips.is_empty() { "<none>".to_owned() } else { ips.join(",") };
            let _ = writeln!(endpoints, "team-{n:03}   app-{d:03}   {cell}   5d");
        }
    }
    format!(
        "{workloads}\n$ kubectl get pods -A -o wide\nNAMESPACE NAME READY STATUS RESTARTS AGE IP NODE NOMINATED-NODE READINESS-GATES\n{listed}\n\
         $ kubectl get services -A\nNAMESPACE NAME TYPE CLUSTER-IP EXTERNAL-IP PORT(S) AGE\n{services}\n\
         $ kubectl get endpoints -A\nNAMESPACE NAME ENDPOINTS AGE\n{endpoints}"
    )
}
