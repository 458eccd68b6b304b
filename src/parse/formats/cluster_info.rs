//! `kubectl cluster-info`.
//!
//! ```text
//! Kubernetes control plane is running at https://k8s.example.internal:8443
//! CoreDNS is running at https://k8s.example.internal:8443/api/v1/…
//! ```

use crate::parse::cell::url;
use crate::parse::format::{Context, Format, Parsed};
use crate::parse::record::{Address, Record};
use crate::phrase;

/// Addresses of cluster services.
pub const FORMAT: ClusterInfo = ClusterInfo;

/// See the module.
#[derive(Clone, Copy, Debug)]
pub struct ClusterInfo;

const RUNS_AT: &str = " is running at ";

fn address(line: &str) -> Option<(&str, &str)> {
    let (what, at) = line.trim().split_once(RUNS_AT)?;
    let at = at.trim();
    (url(at).is_some() && !what.is_empty() && what.len() < 80).then_some((what, at))
}

impl Format for ClusterInfo {
    fn begins(&self, context: Context<'_>, at: usize) -> bool {
        address(context.text(at)).is_some()
    }

    fn parse(&self, context: Context<'_>, at: usize) -> Parsed {
        let mut end = at;
        let mut records = Vec::new();
        for line in context.lines.get(at..).unwrap_or_default() {
            let text = line.text.trim();
            if let Some((what, url)) = address(text) {
                records.push(Record::Address(Address { what: what.to_owned(), url: url.to_owned(), span: line.span }));
            } else if !text.is_empty() && !text.starts_with("To further debug") {
                break;
            }
            end += 1;
        }
        let rows = u32::try_from(records.len()).unwrap_or(u32::MAX);
        Parsed {
            format: "cluster-info",
            end,
            resource: None,
            namespace: None,
            rows,
            taken_for: phrase!("the address of the cluster", "集群的访问地址"),
            records,
            issues: Vec::new(),
        }
    }
}
