//! The 512 bytes before each file of a tar, and the records of pax that outdo them.

use super::stream::HEAD;

/// What a header says.
pub struct Header {
    /// The name, with its folder where ustar keeps that apart.
    pub name: Vec<u8>,
    /// Bytes that follow, without their padding.
    pub size: u64,
    /// The type, as it stands there.
    pub kind: u8,
}

/// Reads a header whose checksum is right.
pub fn header(block: &[u8; HEAD]) -> Option<Header> {
    if !sums_up(block) {
        return None;
    }
    let field = |at: usize, length: usize| block.get(at..at + length).unwrap_or_default();
    let mut name = text(field(0, 100)).to_vec();
    // GNU's magic ends in a space and uses these bytes otherwise.
    let prefix = text(field(345, 155));
    if field(257, 6) == b"ustar\0" && !prefix.is_empty() {
        name = [prefix, b"/", &name].concat();
    }
    let kind = field(156, 1).first().copied().unwrap_or_default();
    Some(Header { name, size: amount(field(124, 12))?, kind })
}

/// Whether a file that begins so is a tar. A checksum tells, and the magic with zeros, which no text has.
pub fn is_tar(head: &[u8]) -> bool {
    let magic = matches!(head.get(257..263), Some(b"ustar\0" | b"ustar "));
    magic && head.contains(&0) || head.first_chunk::<HEAD>().is_some_and(sums_up)
}

/// Whether the header has its checksum: the sum of its bytes, of which those of the checksum count as spaces. Some old
/// programs took the bytes as signed.
fn sums_up(block: &[u8; HEAD]) -> bool {
    let (mut unsigned, mut signed) = (0_i64, 0_i64);
    for (at, byte) in block.iter().enumerate() {
        let byte = if (148..156).contains(&at) { b' ' } else { *byte };
        unsigned += i64::from(byte);
        signed += i64::from(byte.cast_signed());
    }
    let sum = amount(block.get(148..156).unwrap_or_default()).and_then(|sum| i64::try_from(sum).ok());
    sum.is_some_and(|sum| sum > 0 && (sum == unsigned || sum == signed))
}

/// A number: octal digits between spaces and zeros; or GNU's form of large ones, big end first, marked by the first bit.
fn amount(field: &[u8]) -> Option<u64> {
    if let Some((first, rest)) = field.split_first()
        && first & 0x80 != 0
    {
        // With the next bit it were negative.
        let first = (first & 0x40 == 0).then_some(u64::from(first & 0x3F))?;
        return rest.iter().try_fold(first, |sum, byte| Some(sum.checked_mul(256)? | u64::from(*byte)));
    }
    let digits = text(field).trim_ascii();
    digits.iter().try_fold(0_u64, |sum, digit| match digit {
        b'0'..=b'7' => sum.checked_mul(8)?.checked_add(u64::from(digit - b'0')),
        _ => None,
    })
}

/// A field up to its zero.
pub fn text(field: &[u8]) -> &[u8] {
    field.split(|byte| *byte == 0).next().unwrap_or_default()
}

/// What counts of the records of pax.
#[derive(Default)]
pub struct Pax {
    pub path: Option<Vec<u8>>,
    pub size: Option<u64>,
    pub sparse: bool,
}

/// Reads records of the form `length key=value\n`, as far as they have it.
pub fn pax(mut records: &[u8]) -> Pax {
    let mut found = Pax::default();
    while let Some((record, rest)) = record(records) {
        records = rest;
        let Some(equals) = record.iter().position(|byte| *byte == b'=') else { continue };
        let (key, value) = (record.get(..equals).unwrap_or_default(), record.get(equals + 1..).unwrap_or_default());
        match key {
            b"path" => found.path = Some(value.to_vec()),
            b"size" => found.size = decimal(value),
            _ => found.sparse |= key.starts_with(b"GNU.sparse."),
        }
    }
    found
}

/// The first record without its length and the end of line, and what comes after it.
fn record(records: &[u8]) -> Option<(&[u8], &[u8])> {
    let space = records.iter().position(|byte| *byte == b' ')?;
    let length = usize::try_from(decimal(records.get(..space)?)?).ok()?;
    let record = records.get(space + 1..length)?.strip_suffix(b"\n")?;
    Some((record, records.get(length..)?))
}

fn decimal(digits: &[u8]) -> Option<u64> {
    std::str::from_utf8(digits).ok()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_octal_or_binary() {
        let octal = [(&b"0000644\0"[..], Some(0o644)), (b" 17 \0\0", Some(15)), (b"\0\0\0", Some(0)), (b"19\0", None), (b"-1\0", None)];
        let binary = [(&b"\x80\0\x01\x02"[..], Some(258)), (b"\xFF\xFF\xFF\xFF", None), (b"\x80\x01\0\0\0\0\0\0\0\0", None)];
        for (field, number) in octal.into_iter().chain(binary) {
            assert_eq!(amount(field), number, "{field:?}");
        }
    }

    #[test]
    fn records_are_read_as_far_as_they_are_well_formed() {
        let found = pax(b"30 mtime=1700000000.123456789\n16 path=a b=c/d\n12 size=123\n22 GNU.sparse.major=1\n99 path=x\n");
        assert_eq!((found.path.as_deref(), found.size, found.sparse), (Some(&b"a b=c/d"[..]), Some(123), true));
        for broken in [&b""[..], b" ", b"x", b"3 a", b"0 a\n", b"1 \n", b"99999999999999999999 a=b\n", b"4 a\n", b"5 =\n\n"] {
            assert_eq!(pax(broken).path, None);
        }
    }
}
