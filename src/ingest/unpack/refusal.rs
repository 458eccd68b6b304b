//! What was not opened, and why, in words that say what to do instead.

use crate::phrase;
use crate::text::{Phrase, thousands};

/// Something in an input that was not opened, or not to its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Its path, as a file's in [`Packed`](super::Packed).
    pub path: String,
    /// Why.
    pub why: Refusal,
}

/// Why something was not opened, or not to its end. What was read before stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It unpacks to more than so many times its size.
    Bomb(u64),
    /// The whole input unpacks to more than so many bytes.
    TooLarge(u64),
    /// A zip inside another archive has more than so many bytes; it can be read only as a whole.
    TooLargeInside(u64),
    /// The input has more than so many entries.
    TooManyEntries(u32),
    /// More than so many archives inside each other.
    TooDeep(u8),
    /// Its name would lead out of the archive's folder, or is no name of a file.
    PathTrick,
    /// It needs a password.
    Encrypted,
    /// Packed in a way that is not read; the number is zip's.
    UnknownMethod(u16),
    /// A tar entry of a type that is not read.
    UnknownType(u8),
    /// A file with holes, as GNU tar writes it.
    Sparse,
    /// A symbolic link; what it points at is not followed.
    Link,
    /// So many entries of a zip share their bytes with others.
    Overlap(u32),
    /// It does not hold what it should.
    Damaged(Damage),
    /// The input's own bytes could not be read.
    Unreadable,
    /// So many more things were not opened, for whatever reasons.
    More(u64),
}

/// In what way something is damaged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damage {
    /// It ends too early.
    Cut,
    /// Bytes that do not fit, or a checksum that does not.
    Corrupt,
    /// A zip without its table of contents, which stands at the end.
    NoDirectory,
}

impl Refusal {
    /// The reason as a text for people.
    pub fn phrase(self) -> Phrase {
        match self {
            Self::Bomb(ratio) => phrase!(
                "It unpacks to more than {ratio} times its size, as only archives made to exhaust a computer do. Reading stopped there.",
                "解压后的大小超过原来的 {ratio} 倍，只有专门用来耗尽资源的压缩包才会这样。读取到此为止。",
                ratio = thousands(ratio),
            ),
            Self::TooLarge(limit) => phrase!(
                "More than {limit} were unpacked from this input. Reading stopped there: unpack it and open only the files that matter.",
                "从这份输入中解压出的内容已超过 {limit}，读取到此为止。请先解压，再只打开需要的文件。",
                limit = bytes(limit),
            ),
            Self::TooLargeInside(limit) => phrase!(
                "A zip inside another archive is opened only up to {limit}. Take it out and open it by itself.",
                "嵌套在其他压缩包中的 zip 超过 {limit} 时不会打开。请把它取出来单独打开。",
                limit = bytes(limit),
            ),
            Self::TooManyEntries(limit) => phrase!(
                "It holds more than {limit} entries. Reading stopped there: unpack it and open only the files that matter.",
                "其中的条目超过 {limit} 个，读取到此为止。请先解压，再只打开需要的文件。",
                limit = thousands(u64::from(limit)),
            ),
            Self::TooDeep(limit) => phrase!(
                "It lies more than {limit} archives deep. Take it out and open it by itself.",
                "它嵌套在 {limit} 层以上的压缩包中。请把它取出来单独打开。",
                limit = limit,
            ),
            Self::PathTrick => phrase!(
                "Its name points outside the archive or is not a valid file name, so it was left out.",
                "它的名称指向压缩包之外，或者不是有效的文件名，因此没有读取。",
            ),
            Self::Encrypted => {
                phrase!("It is protected by a password. Unpack it and open the files inside.", "它受密码保护。请先解压，再打开其中的文件。",)
            }
            Self::UnknownMethod(method) => phrase!(
                "It is compressed with {method}, which is not read here. Unpack it and open the files inside.",
                "它使用 {method} 压缩，这里无法读取。请先解压，再打开其中的文件。",
                method = method_name(method),
            ),
            Self::UnknownType(kind) => phrase!(
                "It is a tar entry of an unknown type ({kind}), so it was left out.",
                "它是类型未知的 tar 条目（{kind}），因此没有读取。",
                kind = char::from(kind).escape_default(),
            ),
            Self::Sparse => phrase!(
                "It was packed as a file with holes (tar --sparse), which is not read here. Unpack it and open the file itself.",
                "它是以稀疏文件形式打包的（tar --sparse），这里无法读取。请先解压，再打开该文件。",
            ),
            Self::Link => phrase!(
                "It is a symbolic link, and links are not followed. If the file it points to is not in the archive, add it.",
                "它是符号链接，这里不会跟随链接。如果它指向的文件不在压缩包中，请另行添加。",
            ),
            Self::Overlap(count) => phrase!(
                "Entries that share their bytes with others were left out ({count}): only a zip made to exhaust a computer has such.",
                "其中有 {count} 个条目与其他条目共用同一段数据，只有专门用来耗尽资源的 zip 才会这样。这些条目没有读取。",
                count = thousands(u64::from(count)),
            ),
            Self::Damaged(damage) => damage.phrase(),
            Self::Unreadable => phrase!(
                "Reading it failed: it may have been changed, moved or removed meanwhile. Open it again.",
                "读取失败：它可能已被修改、移动或删除。请重新打开。",
            ),
            Self::More(count) => {
                phrase!("Further things in it that were not opened: {count}.", "其中另有 {count} 项没有打开。", count = thousands(count),)
            }
        }
    }
}

impl Damage {
    fn phrase(self) -> Phrase {
        match self {
            Self::Cut => phrase!(
                "It breaks off before its end, as after an interrupted download or copy. What came before was read.",
                "它不完整，可能是下载或复制中断所致。中断之前的内容已经读取。",
            ),
            Self::Corrupt => phrase!(
                "It is damaged: its bytes or their checksum are wrong. What came before was read, but may not be right.",
                "它已损坏：数据或校验和有误。此前的内容已经读取，但不一定正确。",
            ),
            Self::NoDirectory => phrase!(
                "The table of contents at the end of this zip is missing or damaged, as after an interrupted download. The files that could be found without it were read.",
                "该 zip 末尾的文件目录缺失或损坏，可能是下载中断所致。不依赖目录就能找到的文件已经读取。",
            ),
        }
    }
}

/// The usual name of one of zip's methods.
fn method_name(method: u16) -> String {
    let name = match method {
        9 => "Deflate64",
        12 => "bzip2",
        14 => "LZMA",
        93 | 20 => "Zstandard",
        95 => "XZ",
        98 => "PPMd",
        _ => return "zip method ".to_owned() + &method.to_string(),
    };
    name.to_owned()
}

/// A size in the largest unit of which there is at least one.
fn bytes(count: u64) -> String {
    let (shift, unit) = match count {
        0x4000_0000.. => (30, " GiB"),
        0x10_0000.. => (20, " MiB"),
        0x400.. => (10, " KiB"),
        _ => (0, " B"),
    };
    thousands(count >> shift) + unit
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_whole_numbers_of_their_unit() {
        for (count, text) in [(5, "5 B"), (2048, "2 KiB"), (64 << 20, "64 MiB"), (8 << 30, "8 GiB"), (u64::MAX, "17,179,869,183 GiB")] {
            assert_eq!(bytes(count), text);
        }
    }
}
