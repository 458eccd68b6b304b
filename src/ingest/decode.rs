//! Bytes → text. Recognises UTF-8 and UTF-16 (PowerShell's `>` writes the latter); anything else is named, not guessed.

use crate::ingest::magic::magic;
use crate::phrase;
use crate::text::Phrase;

/// What became of the bytes of one input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text; empty where the bytes are no text.
    pub text: String,
    /// Why nothing could be read.
    pub problem: Option<Phrase>,
}

/// Share of undecodable characters above which bytes are taken for no text at all, in percent.
const MOST_UNDECODABLE_PERCENT: usize = 10;

/// Decodes one input. Never fails: bytes that are no text give an empty text and a problem.
pub fn decode(bytes: Vec<u8>) -> Decoded {
    if let Some(what) = magic(&bytes) {
        return Decoded { text: String::new(), problem: Some(what) };
    }
    match bytes.get(..3) {
        Some([0xFF, 0xFE, _]) => return utf16(bytes.get(2..).unwrap_or_default(), u16::from_le_bytes),
        Some([0xFE, 0xFF, _]) => return utf16(bytes.get(2..).unwrap_or_default(), u16::from_be_bytes),
        Some([0xEF, 0xBB, 0xBF]) => return utf8(bytes.get(3..).unwrap_or_default().to_vec()),
        _ => {}
    }
    // UTF-16 without a mark: ASCII text has a zero in every other byte.
    let head = bytes.get(..bytes.len().min(512)).unwrap_or_default();
    let zeros = |parity: usize| head.iter().skip(parity).step_by(2).filter(|byte| **byte == 0).count();
    let pairs = head.len() / 2;
    if pairs >= 4 && zeros(1) * 10 >= pairs * 9 {
        return utf16(&bytes, u16::from_le_bytes);
    }
    if pairs >= 4 && zeros(0) * 10 >= pairs * 9 {
        return utf16(&bytes, u16::from_be_bytes);
    }
    utf8(bytes)
}

fn utf8(bytes: Vec<u8>) -> Decoded {
    match String::from_utf8(bytes) {
        Ok(text) => judged(text, 0),
        Err(error) => {
            let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
            let lost = text.chars().filter(|c| *c == char::REPLACEMENT_CHARACTER).count();
            judged(text, lost)
        }
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Decoded {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair.first().copied().unwrap_or(0), pair.get(1).copied().unwrap_or(0)]));
    let mut lost = 0;
    let text = char::decode_utf16(units)
        .map(|unit| {
            unit.unwrap_or_else(|_| {
                lost += 1;
                char::REPLACEMENT_CHARACTER
            })
        })
        .collect();
    judged(text, lost)
}

/// Refuses what decoded to mostly nonsense: control characters or replacements.
fn judged(text: String, lost: usize) -> Decoded {
    let head: Vec<char> = text.chars().take(4096).collect();
    let odd = head.iter().filter(|c| c.is_control() && !matches!(**c, '\n' | '\r' | '\t' | '\x1b' | '\x08' | '\x0c' | '\x07')).count();
    let total = text.chars().count().max(1);
    if odd * 100 > head.len() * MOST_UNDECODABLE_PERCENT || lost * 100 > total * MOST_UNDECODABLE_PERCENT {
        return Decoded {
            text: String::new(),
            problem: Some(phrase!(
                "This is not text that can be read: it is binary, or in an encoding other than UTF-8 and UTF-16. Save the output with `kubectl … > out.txt` and open that file.",
                "这不是可读的文本：它是二进制内容，或者编码不是 UTF-8、UTF-16。请用 `kubectl … > out.txt` 保存输出，再打开该文件。",
            )),
        };
    }
    Decoded { text, problem: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utf16_with_and_without_a_mark_reads_like_utf8() {
        let text = "NAME   STATUS\nworker Ready\n";
        let le: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let be: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let marked: Vec<u8> = [vec![0xFF, 0xFE], le.clone()].concat();
        for bytes in [le, be, marked, text.as_bytes().to_vec(), [vec![0xEF, 0xBB, 0xBF], text.as_bytes().to_vec()].concat()] {
            assert_eq!(decode(bytes), Decoded { text: text.to_owned(), problem: None });
        }
    }

    #[test]
    fn bytes_that_are_no_text_are_named() {
        for bytes in [vec![0u8, 1, 2, 3, 4, 5, 6, 7, 8, 9], vec![0x80; 64]] {
            let decoded = decode(bytes);
            assert!(decoded.text.is_empty() && decoded.problem.is_some());
        }
    }
}
