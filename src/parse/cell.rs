//! The small grammars inside cells.

use nom::bytes::complete::{tag, take_while1};
use nom::character::complete::{char, multispace0, u32 as number, u64 as count};
use nom::combinator::{all_consuming, opt};
use nom::sequence::{delimited, preceded, separated_pair, terminated};
use nom::{IResult, Parser as _};

/// `1/2`, as in READY.
pub fn ratio(cell: &str) -> Option<(u32, u32)> {
    whole(separated_pair(number, char('/'), number).parse(cell))
}

/// `65301` or `65301 (118s ago)`, as in RESTARTS; the age as printed.
pub fn restarts(cell: &str) -> Option<(u64, Option<&str>)> {
    let ago = delimited(char('('), take_while1(|c: char| c.is_ascii_alphanumeric()), tag(" ago)"));
    whole(all_consuming((terminated(count, multispace0), opt(ago))).parse(cell))
}

/// Whether a text can be the name of a pod, node or namespace: a DNS subdomain (RFC 1123). Names end up in commands that
/// people copy, so nothing else may pass for one.
pub fn is_name(text: &str) -> bool {
    let alphanumeric = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    text.len() <= 253
        && text.starts_with(alphanumeric)
        && text.ends_with(alphanumeric)
        && text.chars().all(|c| alphanumeric(c) || matches!(c, '-' | '.'))
}

/// Scheme, host and port of a URL: `https://k8s.example.internal:8443/api/v1`.
pub fn url(text: &str) -> Option<(&str, &str, Option<u16>)> {
    let host = take_while1(|c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_'));
    let bracketed = delimited(char('['), take_while1(|c: char| c.is_ascii_hexdigit() || c == ':'), char(']'));
    let scheme = nom::branch::alt((tag("https"), tag("http")));
    let mut parser =
        (terminated(scheme, tag("://")), nom::branch::alt((bracketed, host)), opt(preceded(char(':'), nom::character::complete::u16)));
    let res: IResult<&str, (&str, &str, Option<u16>)> = parser.parse(text);
    res.ok().map(|(_, found)| found)
}

fn whole<T>(result: IResult<&str, T>) -> Option<T> {
    result.ok().filter(|(rest, _)| rest.is_empty()).map(|(_, value)| value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        for name in ["web-1", "ip-10-0-0-1.ec2.internal", "a"] {
            assert!(is_name(name), "{name}");
        }
        for text in ["", "-a", "a-", "Web", "a;rm", "a b", "$(x)", "a`b`", "名"] {
            assert!(!is_name(text), "{text}");
        }
    }

    #[test]
    fn cells() {
        assert_eq!(ratio("1/2"), Some((1, 2)));
        assert_eq!(restarts("65301 (118s ago)"), Some((65301, Some("118s"))));
        assert_eq!(restarts("7"), Some((7, None)));
        for cell in ["", "1/", "x", "3 (ago)", "3 (4d ago) x"] {
            assert_eq!((ratio(cell), restarts(cell)), (None, None), "{cell}");
        }
        assert_eq!(url("https://k8s.example.internal:8443/api/v1"), Some(("https", "k8s.example.internal", Some(8443))));
        assert_eq!(url("https://[fd00::1]:6443"), Some(("https", "fd00::1", Some(6443))));
        assert_eq!(url("https://10.0.0.1"), Some(("https", "10.0.0.1", None)));
        assert_eq!(url("ftp://x"), None);
    }
}
