//! Bytes → text, bit by bit. Recognises UTF-8, UTF-16 (PowerShell's `>` writes the latter) and GB18030 with its parts GBK and GB2312
//! (Chinese Windows consoles); anything else is named, not guessed.

use crate::ingest::magic::magic;
use crate::phrase;
use crate::text::Phrase;

/// How a text is encoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8; what is none becomes U+FFFD.
    Utf8,
    /// UTF-16, little end first.
    Utf16Le,
    /// UTF-16, big end first.
    Utf16Be,
    /// GB18030.
    Gb18030,
}

/// Decodes GB18030 as its bytes come. The tables are 50 KB, and every browser has them: whoever runs the core brings the decoder.
pub trait Gb18030 {
    /// Appends the text of more bytes; `last` ends it.
    fn push(&mut self, bytes: &[u8], last: bool, out: &mut String);
}

/// Makes a decoder of GB18030.
pub type MakeGb18030 = fn() -> Box<dyn Gb18030>;

/// How many bytes at the beginning tell the encoding.
pub const HEAD: usize = 64 * 1024;

/// Share of control characters above which bytes are taken for no text at all, in percent.
const MOST_ODD_PERCENT: usize = 10;

/// The encoding of a text by its first bytes, and the length of its byte-order mark; or why it is no text. `gb18030`: whether that can be read.
pub fn sniff(head: &[u8], gb18030: bool) -> Result<(Encoding, usize), Phrase> {
    if let Some(what) = magic(head) {
        return Err(what);
    }
    let found = match head {
        [0xFF, 0xFE, ..] => (Encoding::Utf16Le, 2),
        [0xFE, 0xFF, ..] => (Encoding::Utf16Be, 2),
        [0xEF, 0xBB, 0xBF, ..] => (Encoding::Utf8, 3),
        _ => (without_mark(head, gb18030), 0),
    };
    let mut text = String::new();
    Decoder::new(found.0, None).push(head.get(found.1..).unwrap_or_default(), true, &mut text);
    let all = text.chars().count();
    let odd = text.chars().filter(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\x1b' | '\x08' | '\x0c' | '\x07')).count();
    let lost = if found.0 == Encoding::Gb18030 { 0 } else { text.chars().filter(|c| *c == char::REPLACEMENT_CHARACTER).count() };
    if (odd + lost) * 100 > all * MOST_ODD_PERCENT {
        return Err(phrase!(
            "This is not text that can be read: it is binary, or in an encoding other than UTF-8, UTF-16 and GB18030. Save the output with `kubectl … > out.txt` and open that file.",
            "这不是可读的文本：它是二进制内容，或者编码不是 UTF-8、UTF-16、GB18030。请用 `kubectl … > out.txt` 保存输出，再打开该文件。",
        ));
    }
    Ok(found)
}

fn without_mark(head: &[u8], gb18030: bool) -> Encoding {
    // ASCII text in UTF-16 has a zero in every other byte.
    let sample = head.get(..head.len().min(512)).unwrap_or_default();
    let zeros = |parity: usize| sample.iter().skip(parity).step_by(2).filter(|byte| **byte == 0).count();
    let pairs = sample.len() / 2;
    if pairs >= 4 && zeros(1) * 10 >= pairs * 9 {
        return Encoding::Utf16Le;
    }
    if pairs >= 4 && zeros(0) * 10 >= pairs * 9 {
        return Encoding::Utf16Be;
    }
    // A character may be cut at the end of the head.
    let utf8 = std::str::from_utf8(head).map_or_else(|error| error.error_len().is_none(), |_| true);
    if !utf8 && gb18030 && is_gb18030(head) { Encoding::Gb18030 } else { Encoding::Utf8 }
}

/// Whether all bytes beyond ASCII form pairs or quadruples of GB18030, most of them the characters and signs of everyday Chinese (GB2312).
/// Source: GB 18030-2005, the ranges of its two- and four-byte codes.
fn is_gb18030(head: &[u8]) -> bool {
    let (mut at, mut codes, mut common) = (0, 0_usize, 0_usize);
    while let Some(lead) = head.get(at).copied() {
        if lead < 0x80 {
            at += 1;
            continue;
        }
        let Some(trail) = head.get(at + 1).copied() else { break };
        codes += 1;
        at += match (lead, trail) {
            (0x81..=0xFE, 0x30..=0x39) => 4,
            (0x81..=0xFE, 0x40..=0x7E | 0x80..=0xFE) => 2,
            _ => return false,
        };
        common += usize::from(matches!(lead, 0xA1..=0xA3 | 0xB0..=0xF7) && trail >= 0xA1);
    }
    codes > 0 && common * 10 >= codes * 7
}

/// Decodes a text bit by bit.
pub struct Decoder {
    encoding: Encoding,
    gb18030: Option<Box<dyn Gb18030>>,
    /// The beginning of a character whose end has not come yet.
    cut: Vec<u8>,
    /// Bytes that were no text and became U+FFFD.
    pub lost: u64,
}

impl Decoder {
    /// A decoder at the first byte after the mark.
    pub fn new(encoding: Encoding, gb18030: Option<MakeGb18030>) -> Self {
        let gb18030 = gb18030.filter(|_| encoding == Encoding::Gb18030).map(|make| make());
        Self { encoding, gb18030, cut: Vec::new(), lost: 0 }
    }

    /// Appends the text of more bytes; `last` ends it.
    pub fn push(&mut self, bytes: &[u8], last: bool, out: &mut String) {
        match self.encoding {
            Encoding::Utf16Le => self.utf16(bytes, u16::from_le_bytes, last, out),
            Encoding::Utf16Be => self.utf16(bytes, u16::from_be_bytes, last, out),
            Encoding::Utf8 => self.utf8(bytes, last, out),
            Encoding::Gb18030 => match &mut self.gb18030 {
                Some(decoder) => decoder.push(bytes, last, out),
                None => self.utf8(bytes, last, out),
            },
        }
    }

    fn utf8(&mut self, bytes: &[u8], last: bool, out: &mut String) {
        if self.cut.is_empty() {
            return self.utf8_run(bytes, last, out);
        }
        let mut joined = std::mem::take(&mut self.cut);
        joined.extend_from_slice(bytes);
        self.utf8_run(&joined, last, out);
    }

    fn utf8_run(&mut self, mut bytes: &[u8], last: bool, out: &mut String) {
        loop {
            let error = match std::str::from_utf8(bytes) {
                Ok(text) => return out.push_str(text),
                Err(error) => error,
            };
            let (good, rest) = bytes.split_at_checked(error.valid_up_to()).unwrap_or_default();
            out.push_str(std::str::from_utf8(good).unwrap_or_default());
            let Some(bad) = error.error_len().or(last.then_some(rest.len())) else {
                self.cut = rest.to_vec();
                return;
            };
            out.push(char::REPLACEMENT_CHARACTER);
            self.lost += 1;
            bytes = rest.get(bad..).unwrap_or_default();
        }
    }

    fn utf16(&mut self, bytes: &[u8], unit: fn([u8; 2]) -> u16, last: bool, out: &mut String) {
        let mut joined = std::mem::take(&mut self.cut);
        joined.extend_from_slice(bytes);
        let mut units: Vec<u16> =
            joined.chunks_exact(2).map(|it| unit([it.first().copied().unwrap_or(0), it.get(1).copied().unwrap_or(0)])).collect();
        let mut used = units.len() * 2;
        // The second half of a character may still come.
        if !last && units.last().is_some_and(|it| (0xD800..0xDC00).contains(it)) {
            units.pop();
            used -= 2;
        }
        self.cut = joined.get(used..).unwrap_or_default().to_vec();
        for c in char::decode_utf16(units) {
            self.lost += u64::from(c.is_err());
            out.push(c.unwrap_or(char::REPLACEMENT_CHARACTER));
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn decode(bytes: &[u8]) -> Result<String, Phrase> {
        let (encoding, mark) = sniff(bytes, true)?;
        let mut out = String::new();
        Decoder::new(encoding, None).push(&bytes[mark..], true, &mut out);
        Ok(out)
    }

    #[test]
    fn utf16_with_and_without_a_mark_reads_like_utf8() {
        let text = "NAME   STATUS\nworker Ready\n";
        let le: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let be: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let marked: Vec<u8> = [vec![0xFF, 0xFE], le.clone()].concat();
        for bytes in [le, be, marked, text.as_bytes().to_vec(), [vec![0xEF, 0xBB, 0xBF], text.as_bytes().to_vec()].concat()] {
            assert_eq!(decode(&bytes).as_deref(), Ok(text));
        }
    }

    #[test]
    fn chinese_of_a_windows_console_is_told_from_other_bytes() {
        // "节点 Ready" in GBK; Cyrillic in Windows-1251; Latin-1.
        assert_eq!(sniff(b"\xBD\xDA\xB5\xE3 Ready\n", true), Ok((Encoding::Gb18030, 0)));
        assert_eq!(sniff(b"\xBD\xDA\xB5\xE3 Ready and much more\n", false), Ok((Encoding::Utf8, 0)));
        assert_eq!(sniff(b"NAME   STATUS   caf\xE9 x\n", true), Ok((Encoding::Utf8, 0)));
        assert_eq!(sniff("节点 Ready\n".as_bytes(), true), Ok((Encoding::Utf8, 0)));
    }

    #[test]
    fn bytes_that_are_no_text_are_named() {
        for bytes in [vec![0u8, 1, 2, 3, 4, 5, 6, 7, 8, 9], vec![0x80; 64]] {
            assert!(sniff(&bytes, true).is_err());
        }
    }

    proptest! {
        #[test]
        fn pieces_read_like_the_whole(text in "\\PC{0,60}", cuts in proptest::collection::vec(0usize..200, 0..6), wide in any::<bool>()) {
            let bytes: Vec<u8> = if wide { text.encode_utf16().flat_map(u16::to_le_bytes).collect() } else { text.clone().into_bytes() };
            let mut cuts: Vec<usize> = cuts.into_iter().map(|cut| cut.min(bytes.len())).collect();
            cuts.sort_unstable();
            let mut decoder = Decoder::new(if wide { Encoding::Utf16Le } else { Encoding::Utf8 }, None);
            let (mut out, mut from) = (String::new(), 0);
            for cut in cuts {
                decoder.push(&bytes[from..cut], false, &mut out);
                from = cut;
            }
            decoder.push(&bytes[from..], true, &mut out);
            prop_assert_eq!(out, text);
        }

        #[test]
        fn what_is_no_utf8_is_replaced_as_the_standard_library_does(bytes in proptest::collection::vec(any::<u8>(), 0..40)) {
            let mut out = String::new();
            Decoder::new(Encoding::Utf8, None).push(&bytes, true, &mut out);
            prop_assert_eq!(out, String::from_utf8_lossy(&bytes).into_owned());
        }
    }
}
