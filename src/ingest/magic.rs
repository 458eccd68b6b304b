//! Files that are no text, by their first bytes.

use crate::phrase;
use crate::text::Phrase;

/// Says what a file is and what to do instead, if its first bytes are those of an image, an archive or a document.
pub fn magic(bytes: &[u8]) -> Option<Phrase> {
    let starts = |sign: &[u8]| bytes.starts_with(sign);
    let image = [(&b"\x89PNG\r\n"[..], "PNG"), (b"\xFF\xD8\xFF", "JPEG"), (b"GIF8", "GIF"), (b"BM", "BMP")];
    if let Some((_, kind)) = image.iter().find(|(sign, _)| starts(sign) && bytes.contains(&0)) {
        return Some(phrase!(
            "This is a picture ({kind}), and a picture holds no text that can be read here. Copy the text itself out of the terminal, or save it with `kubectl … > out.txt`.",
            "这是一张图片（{kind}），图片里没有可以读取的文本。请从终端复制文字本身，或用 `kubectl … > out.txt` 保存。",
            kind = kind,
        ));
    }
    let archive =
        [(&b"\x28\xB5\x2F\xFD"[..], "zstd"), (b"BZh", "bzip2"), (b"\xFD7zXZ\0", "xz"), (b"7z\xBC\xAF\x27\x1C", "7z"), (b"Rar!\x1A", "rar")];
    if let Some((_, kind)) = archive.iter().find(|(sign, _)| starts(sign)) {
        return Some(phrase!(
            "This is an archive ({kind}). Only tar, gzip and zip are opened: unpack it and open the text files inside, several at once.",
            "这是一个压缩包（{kind}）。只能打开 tar、gzip 和 zip：请先解压，再一次性打开其中的文本文件。",
            kind = kind,
        ));
    }
    if starts(b"%PDF") {
        return Some(phrase!(
            "This is a PDF document. Copy the text out of it, or save the output with `kubectl … > out.txt`.",
            "这是一个 PDF 文档。请复制其中的文字，或用 `kubectl … > out.txt` 保存输出。",
        ));
    }
    if starts(b"\x7FELF") || starts(b"MZ\x90") {
        return Some(phrase!(
            "This is a program, not the output of one. Run `kubectl get pods -A -o wide > out.txt` and open that file.",
            "这是一个程序，而不是程序的输出。请运行 `kubectl get pods -A -o wide > out.txt`，再打开该文件。",
        ));
    }
    None
}
