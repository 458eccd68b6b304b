//! What may stand in a column: enough to tell a row from a line that only looks like one, and to find the cells again where the
//! gaps between them were lost.

use crate::time::parse_age;

/// The kind of cells of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// A name, `kind/name` in tables of several kinds.
    Name,
    /// `5d3h`, `<unknown>`, `<invalid>`.
    Age,
    /// `1/2`; a number or True in tables of other kinds than pods.
    Ready,
    /// `7`, `7 (3h ago)`.
    Restarts,
    /// A whole number, `<unknown>`.
    Number,
    /// `cpu: 3%/80%`, `0 5 * * *`: several words, few.
    Words,
    /// One word.
    Word,
    /// `Normal`, `Warning`.
    EventType,
    /// `pod/web-1`.
    Object,
    /// `6.8.0-60-generic (amd64)`.
    Kernel,
    /// `v1.36.2`.
    Version,
    /// Free text to the next column or the end.
    Text,
}

impl Sort {
    /// By the header, and by the resource where one header means different things.
    pub fn of(column: &str, resource: &str) -> Self {
        let event = resource == "events";
        match column {
            "NAME" if !event => Self::Name,
            "AGE" | "LAST SEEN" | "FIRST SEEN" | "LASTSEEN" | "FIRSTSEEN" | "DURATION" | "SINCE" => Self::Age,
            "READY" => Self::Ready,
            "RESTARTS" => Self::Restarts,
            "UP-TO-DATE" | "DESIRED" | "CURRENT" | "COUNT" | "MINPODS" | "MAXPODS" | "REPLICAS" | "WEBHOOKS" | "DRIVERS" | "SECRETS"
            | "SUCCESSFUL" => Self::Number,
            "TYPE" if event => Self::EventType,
            "OBJECT" => Self::Object,
            "KERNEL-VERSION" => Self::Kernel,
            "VERSION" if resource == "nodes" => Self::Version,
            "MESSAGE" | "ERROR" | "OS-IMAGE" | "REQUEST" | "LIMIT" | "IMAGE(S)" => Self::Text,
            "SCHEDULE" | "LAST SCHEDULE" | "TARGETS" | "AVAILABLE" | "SOURCE" | "ENDPOINTS" | "PORTS" | "REASON" | "TARGET" => Self::Words,
            _ => Self::Word,
        }
    }

    /// Whether a cell can stand in such a column. An empty one can, but for names.
    pub fn fits(self, cell: &str) -> bool {
        if cell.is_empty() {
            return self != Self::Name;
        }
        if cell.starts_with('<') && cell.ends_with('>') || cell.ends_with('…') {
            return true;
        }
        if cell.starts_with('<') && !cell.contains('>') && self != Self::Text {
            return false;
        }
        match self {
            Self::Name => !cell.trim_end_matches(" (default)").contains(' '),
            Self::Age => is_age(cell),
            Self::Ready => ratio(cell) || number(cell) || matches!(cell, "True" | "False" | "Unknown"),
            Self::Restarts => number(cell) || cell.split_once(" (").is_some_and(|(n, ago)| number(n) && ago.ends_with(" ago)")),
            Self::Number => number(cell) || ratio(cell),
            Self::EventType => cell.bytes().all(|byte| byte.is_ascii_alphabetic()),
            Self::Object => cell.contains('/') && !cell.contains(' ') || cell.split(' ').count() == 1,
            Self::Kernel => cell.starts_with(|c: char| c.is_ascii_digit()) && cell.split(' ').count() <= 2,
            Self::Version => cell.starts_with('v') && !cell.contains(' '),
            // A wide gap is the space between two columns.
            Self::Words | Self::Word => !cell.contains("  "),
            Self::Text => true,
        }
    }

    /// Whether the cell proves that this is the column: most lines of prose hold nothing that does.
    pub fn proves(self, cell: &str) -> bool {
        match self {
            Self::Ready => ratio(cell),
            Self::Age => parse_age(cell).is_some() || matches!(cell, "<invalid>" | "<unknown>"),
            Self::EventType => matches!(cell, "Normal" | "Warning"),
            Self::Restarts | Self::Number => number(cell),
            Self::Version => cell.starts_with("v1.") || cell.starts_with("v0."),
            _ => false,
        }
    }
}

/// An age, also as tables of events print it: `25s (x8 over 2m)`, `2025-01-01T00:00:00Z`, and as old releases did.
fn is_age(cell: &str) -> bool {
    let (first, rest) = cell.split_once(' ').unwrap_or((cell, ""));
    let stamp = first.len() >= 8 && first.bytes().filter(u8::is_ascii_digit).count() >= 6;
    let repeated = rest.is_empty() || rest.starts_with("(x") || stamp;
    repeated && (parse_age(first).is_some() || stamp) || matches!(cell, "unknown" | "invalid")
}

fn number(cell: &str) -> bool {
    !cell.is_empty() && cell.bytes().all(|byte| byte.is_ascii_digit())
}

fn ratio(cell: &str) -> bool {
    cell.split_once('/').is_some_and(|(a, b)| number(a) && number(b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_columns() {
        for (column, resource, cell, fits) in [
            ("READY", "pods", "1/2", true),
            ("READY", "pods", "Running", false),
            ("RESTARTS", "pods", "65301 (118s ago)", true),
            ("RESTARTS", "pods", "ago)", false),
            ("AGE", "pods", "<invalid>", true),
            ("AGE", "pods", "worker", false),
            ("LAST SEEN", "events", "25s (x8 over 2m)", true),
            ("LAST SEEN", "events", "the", false),
            ("KERNEL-VERSION", "nodes", "6.8.0-60-generic (amd64)", true),
            ("NAME", "pods", "", false),
            ("NAME", "events", "", true),
            ("STATUS", "pods", "", true),
            ("READY", "pods", "1…", true),
        ] {
            assert_eq!(Sort::of(column, resource).fits(cell), fits, "{column} {cell}");
        }
    }
}
