//! Instants and durations as kubectl prints them. A leaf: no clock is read anywhere.

use chrono::{DateTime, Datelike as _, Timelike as _};
use serde::{Deserialize, Serialize};

/// Seconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Stamp(pub i64);

impl Stamp {
    /// Reads RFC 3339 (`2025-03-06T10:41:13.37+08:00`) or RFC 1123 with zone (`Thu, 20 Nov 2025 11:21:30 +0800`, as describe prints).
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        DateTime::parse_from_rfc3339(text).or_else(|_| DateTime::parse_from_rfc2822(text)).ok().map(|at| Self(at.timestamp()))
    }

    /// `2025-11-20 03:21:30 UTC`.
    pub fn utc(self) -> String {
        let date = self.date();
        let clock = DateTime::from_timestamp(self.0, 0).map(|at| (at.hour(), at.minute(), at.second()));
        clock.map(|(hour, minute, second)| format!("{date} {hour:02}:{minute:02}:{second:02} UTC")).unwrap_or_default()
    }

    /// `2025-11-20`, in UTC.
    pub fn date(self) -> String {
        DateTime::from_timestamp(self.0, 0).map(|at| format!("{:04}-{:02}-{:02}", at.year(), at.month(), at.day())).unwrap_or_default()
    }
}

/// Seconds of an age as kubectl prints it: `118s`, `2m21s`, `33d`, `5y30d`, `3d20h`.
/// Source: `duration.HumanDuration` of k8s.io/apimachinery (a year counts 365 days). `None` for anything else.
pub fn parse_age(text: &str) -> Option<i64> {
    let mut total: i64 = 0;
    let mut number: Option<i64> = None;
    if text.is_empty() {
        return None;
    }
    for c in text.chars() {
        if let Some(digit) = c.to_digit(10) {
            number = Some(number.unwrap_or(0).checked_mul(10)?.checked_add(i64::from(digit))?);
            continue;
        }
        let unit = match c {
            's' => 1,
            'm' => 60,
            'h' => 3_600,
            'd' => 86_400,
            'y' => 365 * 86_400,
            _ => return None,
        };
        total = total.checked_add(number.take()?.checked_mul(unit)?)?;
    }
    number.is_none().then_some(total)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_as_kubectl_prints_them() {
        for (text, secs) in
            [("118s", 118), ("2m21s", 141), ("33d", 33 * 86_400), ("5y30d", (5 * 365 + 30) * 86_400), ("3d20h", 3 * 86_400 + 20 * 3_600)]
        {
            assert_eq!(parse_age(text), Some(secs), "{text}");
        }
        for text in ["", "12", "<invalid>", "d", "1w", "99999999999999999999d"] {
            assert_eq!(parse_age(text), None, "{text}");
        }
    }

    #[test]
    fn stamps_of_describe_and_of_objects() {
        assert_eq!(Stamp::parse("Thu, 20 Nov 2025 11:21:30 +0800").map(Stamp::utc).as_deref(), Some("2025-11-20 03:21:30 UTC"));
        assert_eq!(Stamp::parse("2025-03-06T10:41:13.375729979+08:00").map(Stamp::date).as_deref(), Some("2025-03-06"));
        assert_eq!(Stamp::parse("yesterday"), None);
    }
}
