//! Instants and durations as kubectl prints them. A leaf: no clock is read anywhere.

use crate::crosses;

/// Seconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stamp(pub i64);

crosses! { struct Stamp(seconds) }

const DAY: i64 = 86_400;
const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

impl Stamp {
    /// Reads RFC 3339 (`2025-03-06T10:41:13.37+08:00`) or RFC 1123 with zone (`Thu, 20 Nov 2025 11:21:30 +0800`, as describe prints):
    /// the two forms that Kubernetes writes. A date library would be 6 KB of the page for this.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Some((_, rest)) = text.split_once(", ") {
            let mut words = rest.split(' ');
            let (day, month, year) = (words.next()?, words.next()?, words.next()?);
            let month = MONTHS.iter().position(|it| *it == month)? + 1;
            return Self::at(number(year)?, i64::try_from(month).ok()?, number(day)?, words.next()?, words.next()?);
        }
        let (date, clock) = text.split_once('T')?;
        let mut parts = date.splitn(3, '-');
        let (year, month, day) = (number(parts.next()?)?, number(parts.next()?)?, number(parts.next()?)?);
        let zone_at = clock.find(['Z', '+', '-'])?;
        let (clock, zone) = clock.split_at_checked(zone_at)?;
        Self::at(year, month, day, clock.split('.').next()?, zone)
    }

    fn at(year: i64, month: i64, day: i64, clock: &str, zone: &str) -> Option<Self> {
        let mut parts = clock.splitn(3, ':');
        let (hour, minute, second) = (number(parts.next()?)?, number(parts.next()?)?, number(parts.next()?)?);
        let valid =
            (1..=12).contains(&month) && (1..=31).contains(&day) && (0..9_999).contains(&year) && hour < 24 && minute < 60 && second <= 60;
        valid.then_some(())?;
        Some(Self(days(year, month, day) * DAY + hour * 3_600 + minute * 60 + second - offset(zone)?))
    }

    /// `2025-11-20 03:21:30 UTC`.
    pub fn utc(self) -> String {
        let second = self.0.rem_euclid(DAY);
        format!("{} {:02}:{:02}:{:02} UTC", self.date(), second / 3_600, second / 60 % 60, second % 60)
    }

    /// `2025-11-20`, in UTC.
    pub fn date(self) -> String {
        let (year, month, day) = civil(self.0.div_euclid(DAY));
        format!("{year:04}-{month:02}-{day:02}")
    }
}

fn number(text: &str) -> Option<i64> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok())?
}

/// Seconds east of UTC: `Z`, `+08:00`, `-0330`.
fn offset(zone: &str) -> Option<i64> {
    if zone == "Z" {
        return Some(0);
    }
    let digits = number(&zone.get(1..)?.replace(':', ""))?;
    let seconds = (digits / 100) * 3_600 + (digits % 100) * 60;
    match zone.get(..1)? {
        "+" => Some(seconds),
        "-" => Some(-seconds),
        _ => None,
    }
}

/// Days since 1970-01-01 of a day of the Gregorian calendar. Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// The inverse of [`days`]: year, month and day. Same source.
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    (era * 400 + year_of_era + i64::from(month <= 2), month, day)
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
    use proptest::prelude::*;

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
        for text in [
            "yesterday",
            "",
            "2025-13-01T00:00:00Z",
            "2025-01-01T00:00:00",
            "Thu, 20 Foo 2025 11:21:30 +0800",
            "2025-01-01T25:00:00Z",
            "-1-1-1T1:1:1Z",
        ] {
            assert_eq!(Stamp::parse(text), None, "{text}");
        }
    }

    proptest! {
        /// chrono, which the page does not carry, is the judge.
        #[test]
        fn dates_are_those_of_chrono(seconds in -60_000_000_000i64..250_000_000_000, hours in -12i32..14) {
            let at = chrono::DateTime::from_timestamp(seconds, 0).unwrap();
            prop_assert_eq!(Stamp(seconds).utc(), at.format("%Y-%m-%d %H:%M:%S UTC").to_string());
            let there = at.with_timezone(&chrono::FixedOffset::east_opt(hours * 3_600).unwrap());
            prop_assert_eq!(Stamp::parse(&there.to_rfc3339()), Some(Stamp(seconds)));
            prop_assert_eq!(Stamp::parse(&there.format("%a, %d %b %Y %H:%M:%S %z").to_string()), Some(Stamp(seconds)));
        }
    }
}
