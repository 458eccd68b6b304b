//! The ways in which logs write the time. Only those that name year and zone tell an instant.

use crate::time::Stamp;

/// Whether a text begins like a pattern: `9` is a digit, `_` a digit or a blank, `A` a letter, `*` a `T` or a blank, all else itself.
pub fn fits(text: &str, pattern: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() >= pattern.len()
        && bytes.iter().zip(pattern.bytes()).all(|(byte, sign)| match sign {
            b'9' => byte.is_ascii_digit(),
            b'_' => byte.is_ascii_digit() || *byte == b' ',
            b'A' => byte.is_ascii_alphabetic(),
            b'*' => matches!(byte, b'T' | b' '),
            sign => *byte == sign,
        })
}

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
/// A date and a time, and how long they are.
const DATES: [&str; 4] = ["9999-99-99*99:99:99", "9999/99/99*99:99:99", "99/99/99 99:99:99", "99-AAA-9999 99:99:99"];

/// Splits a text after the date and time with which it begins, and after fraction and zone.
pub fn date_time(text: &str) -> Option<(&str, &str)> {
    let pattern = DATES.iter().find(|pattern| fits(text, pattern))?;
    let end = after_fraction(text, pattern.len());
    text.split_at_checked(after_zone(text, end))
}

/// Splits a text after the time of day with which it begins: `10:00:00.123`.
pub fn time_of_day(text: &str) -> Option<(&str, &str)> {
    const TIME: &str = "99:99:99";
    fits(text, TIME).then(|| text.split_at_checked(after_fraction(text, TIME.len()))).flatten()
}

/// Splits a text after the date of syslog: `Oct 28 12:27:41`, `Oct 28 12:27:41.265038`.
pub fn syslog(text: &str) -> Option<(&str, &str)> {
    const DATE: &str = "AAA _9 99:99:99";
    let month = MONTHS.contains(&text.get(..3)?);
    (month && fits(text, DATE)).then(|| text.split_at_checked(after_fraction(text, DATE.len()))).flatten()
}

/// The same in a Chinese locale, `8月 13 06:00:04`, also where the copy begins late: `13 06:00:04`.
pub fn syslog_chinese(text: &str) -> Option<(&str, &str)> {
    const DATE: &str = "_9 99:99:99";
    let day = match text.split_once('月') {
        Some((month, rest)) if month.len() <= 2 => rest.strip_prefix(' ')?,
        _ => text,
    };
    let cut = text.len() - day.len();
    (fits(day, DATE)).then(|| text.split_at_checked(after_fraction(text, cut + DATE.len()))).flatten()
}

/// Splits a text after an RFC 1123-like date as `dmesg -T` writes it: `Tue Nov 23 20:00:00 2026`.
pub fn weekday(text: &str) -> bool {
    fits(text, "AAA AAA _9 99:99:99 9999")
}

/// Where the fraction that may begin at `at` ends.
fn after_fraction(text: &str, at: usize) -> usize {
    let rest = text.as_bytes().get(at..).unwrap_or_default();
    let digits = |from: usize| rest.iter().skip(from).take_while(|byte| byte.is_ascii_digit()).count();
    match rest.first() {
        Some(b'.' | b',') if digits(1) > 0 => at + 1 + digits(1),
        _ => at,
    }
}

/// Where the zone that may begin at `at` ends: `Z`, `+08:00`, `-0330`, ` +0000`.
fn after_zone(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    if rest.starts_with('Z') {
        return at + 1;
    }
    let bare = rest.strip_prefix(' ').unwrap_or(rest);
    let blank = rest.len() - bare.len();
    let east = bare.starts_with(['+', '-']);
    let bare = bare.get(1..).unwrap_or_default();
    match ["99:99", "9999"].iter().find(|pattern| east && fits(bare, pattern)) {
        Some(pattern) => at + blank + 1 + pattern.len(),
        None => at,
    }
}

/// The instant that a time names, if it names one; `rest` is what follows it in the line.
pub fn stamp(time: &str, rest: &str) -> Option<Stamp> {
    if time.len() < 19 || time.as_bytes().get(4) != Some(&b'-') {
        return epoch(time);
    }
    let plain = time.replace(',', ".").replacen(' ', "T", 1).replace(' ', "");
    let utc = [" UTC", " GMT"].iter().any(|zone| rest.starts_with(zone));
    Stamp::parse(&plain).or_else(|| utc.then(|| Stamp::parse(&(plain + "Z"))).flatten())
}

/// Seconds or milliseconds since 1970, as zap and klog write them in JSON: `1635420461.265`.
fn epoch(time: &str) -> Option<Stamp> {
    let (whole, fraction) = time.split_once('.').unwrap_or((time, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(fraction) {
        return None;
    }
    match whole.len() {
        10 => whole.parse().ok().map(Stamp),
        13 => whole.parse::<i64>().ok().map(|it| Stamp(it / 1_000)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_cut_off() {
        for (text, time) in [
            ("2026-11-23T20:11:02.123Z x", "2026-11-23T20:11:02.123Z"),
            ("2026-11-23T20:11:02.123456+08:00 x", "2026-11-23T20:11:02.123456+08:00"),
            ("2026-11-23 20:11:02,123 - x", "2026-11-23 20:11:02,123"),
            ("2026-11-23 20:11:02 +0000] x", "2026-11-23 20:11:02 +0000"),
            ("2026/11/23 20:11:02 [error] x", "2026/11/23 20:11:02"),
            ("26/11/23 20:11:02 INFO x", "26/11/23 20:11:02"),
        ] {
            assert_eq!(date_time(text).map(|it| it.0), Some(time), "{text}");
        }
        assert_eq!(date_time("2026-11-23"), None);
        assert_eq!(syslog("Nov  3 20:11:02 host x").map(|it| it.0), Some("Nov  3 20:11:02"));
        assert_eq!(syslog("Foo 13 20:11:02 host"), None);
        assert_eq!(syslog_chinese("8月 13 06:00:04 host").map(|it| it.1), Some(" host"));
        assert_eq!(time_of_day("10:00:00.123 [main]").map(|it| it.1), Some(" [main]"));
    }

    #[test]
    fn only_a_time_with_year_and_zone_is_an_instant() {
        let at = |time: &str| stamp(time, "").map(Stamp::utc);
        let utc = "2026-11-23 20:11:02 UTC";
        for time in [
            "2026-11-23T20:11:02.123Z",
            "2026-11-24T04:11:02,1+08:00",
            "2026-11-23 20:11:02 +0000",
            "1795464662",
            "1795464662.25",
            "1795464662123",
        ] {
            assert_eq!(at(time).as_deref(), Some(utc), "{time}");
        }
        for time in ["2026-11-23T20:11:02", "2026-11-23 20:11:02,123", "2026/11/23 20:11:02", "Nov 23 20:11:02", "", "1123 20:54:37.003297"]
        {
            assert_eq!(at(time), None, "{time}");
        }
        assert_eq!(stamp("2026-11-23 20:11:02.123", " UTC [1] LOG").map(Stamp::utc).as_deref(), Some(utc));
    }
}
