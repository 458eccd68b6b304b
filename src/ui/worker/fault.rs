//! What went wrong in the worker, without a word of the user's text.

/// Why an analysis ended without a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What kind of end it was.
    pub kind: FaultKind,
    /// Where in Porthole's own code, or the browser's name for it; never text of the user.
    pub place: String,
}

/// The kinds of ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// Porthole's code met a case that it does not handle.
    Panic,
    /// The worker ended, most likely for want of memory.
    Death,
    /// The browser could not hand over a file.
    Unreadable,
}

/// The report that may be copied into a bug report: place, version and sizes.
pub fn redacted_report(fault: &Fault, sizes: &[u64]) -> String {
    let kind = match fault.kind {
        FaultKind::Panic => "panic",
        FaultKind::Death => "worker ended",
        FaultKind::Unreadable => "file not readable",
    };
    let total: u64 = sizes.iter().sum();
    format!("porthole {} | {kind} | {} | {} inputs, {total} bytes", env!("CARGO_PKG_VERSION"), fault.place, sizes.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_names_place_version_and_counts() {
        let fault = Fault { kind: FaultKind::Panic, place: "src/parse/table.rs:12:5".to_owned() };
        let report = redacted_report(&fault, &[10, 32]);
        assert_eq!(report, format!("porthole {} | panic | src/parse/table.rs:12:5 | 2 inputs, 42 bytes", env!("CARGO_PKG_VERSION")));
    }
}
