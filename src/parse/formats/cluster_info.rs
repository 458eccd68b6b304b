//! `kubectl cluster-info`.
//!
//! ```text
//! Kubernetes control plane is running at https://k8s.example.internal:8443
//! CoreDNS is running at https://k8s.example.internal:8443/api/v1/…
//! ```

use crate::ingest::window::Look;
use crate::parse::cell::url;
use crate::parse::format::{Context, Format, Opened, Part, Reading, Sink};
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
    fn begins(&self, look: Look<'_>, _context: &Context) -> bool {
        address(look.text(0)).is_some()
    }

    fn open(&self, _look: Look<'_>, _context: &Context) -> Opened {
        Opened::Lines(Box::new(Addresses { rows: 0 }))
    }
}

struct Addresses {
    rows: u32,
}

impl Reading for Addresses {
    fn take(&mut self, look: Look<'_>, sink: &mut dyn Sink) -> usize {
        let text = look.text(0);
        if let Some((what, url)) = address(text) {
            self.rows += 1;
            sink.record(Record::Address(Address { what, url, span: look.span(0) }));
            return 1;
        }
        usize::from(text.trim().is_empty() || text.trim_start().starts_with("To further debug"))
    }

    fn close(self: Box<Self>, _sink: &mut dyn Sink) -> Part {
        Part::new("cluster-info", self.rows, phrase!("the address of the cluster", "集群的访问地址"))
    }
}
