//! Making archives, and listing what is shown of them.

use std::io::{Cursor, Write};
use std::ops::ControlFlow;

use flate2::Compression;
use flate2::write::GzEncoder;
use zip::CompressionMethod::Deflated;
use zip::write::{SimpleFileOptions, StreamWriter};

use porthole::ingest::origin::Origin;
use porthole::ingest::unpack::{Limits, Packed, Refusal, Refused, unpack};
use porthole::text::Lang;
/// A file as it was shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    pub path: String,
    pub bytes: Vec<u8>,
    pub size: Option<u64>,
    /// Whether it could be read to its end.
    pub whole: bool,
}

/// Everything that an input shows and refuses.
pub fn look(name: &str, origin: &dyn Origin, limits: Limits) -> (Vec<Shown>, Vec<(String, Refusal)>) {
    let mut files = Vec::new();
    let refused = unpack(name, origin, limits, &mut |file: Packed<'_>| {
        let mut bytes = Vec::new();
        let whole = file.content.read_to_end(&mut bytes).is_ok();
        files.push(Shown { path: file.path, bytes, size: file.size, whole });
        ControlFlow::Continue(())
    });
    (files, worded(refused))
}

/// The refusals, each of which has words in both languages with every value filled in.
pub fn worded(refused: Vec<Refused>) -> Vec<(String, Refusal)> {
    let list = refused.into_iter().map(|it| {
        let phrase = it.why.phrase();
        for lang in Lang::ALL {
            let text = phrase.get(lang);
            assert!(!text.is_empty() && !text.contains(['{', '}']), "{text}");
        }
        assert!(!phrase.zh.is_ascii() && phrase.zh.ends_with('。') && phrase.en.ends_with('.'), "{phrase:?}");
        (it.path, it.why)
    });
    list.collect()
}

/// What is shown, as lines of text: for archives of which nothing is refused.
pub fn listed(name: &str, bytes: &[u8]) -> Vec<String> {
    let (files, refused) = look(name, &bytes.to_vec(), Limits::default());
    assert_eq!(refused, [], "nothing is refused");
    files.iter().map(line).collect()
}

pub fn line(file: &Shown) -> String {
    assert!(file.whole, "{} can be read", file.path);
    assert!(file.size.is_none_or(|size| size == file.bytes.len() as u64), "{} has its size", file.path);
    format!("{}: {}", file.path, String::from_utf8_lossy(&file.bytes))
}

/// What is refused, for archives that show these files all the same.
pub fn refused(name: &str, bytes: &[u8], shown: &[&str]) -> Vec<(String, Refusal)> {
    let (files, refused) = look(name, &bytes.to_vec(), Limits::default());
    assert_eq!(files.iter().map(|it| it.path.as_str()).collect::<Vec<_>>(), shown);
    refused
}

pub fn because(path: &str, why: Refusal) -> Vec<(String, Refusal)> {
    vec![(path.to_owned(), why)]
}

pub fn gz(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

pub type Files<'a> = [(&'a str, &'a [u8])];

/// A header for a name that the `tar` crate itself would not write.
pub fn raw_header(name: &[u8], kind: tar::EntryType, size: u64) -> tar::Header {
    let mut header = tar::Header::new_gnu();
    header.as_old_mut().name[..name.len()].copy_from_slice(name);
    header.set_entry_type(kind);
    header.set_mode(0o644);
    header.set_size(size);
    header.set_cksum();
    header
}

pub fn tar_of(files: &Files<'_>) -> Vec<u8> {
    let mut builder = tar::Builder::new(Vec::new());
    for (name, bytes) in files {
        let mut header = raw_header(b"", tar::EntryType::Regular, bytes.len() as u64);
        builder.append_data(&mut header, name, *bytes).unwrap();
    }
    builder.into_inner().unwrap()
}

pub fn options(method: zip::CompressionMethod) -> SimpleFileOptions {
    SimpleFileOptions::default().compression_method(method)
}

pub fn zip_of(files: &Files<'_>, options: SimpleFileOptions) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(*name, options).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A zip as a program writes it that does not know sizes before it has written the files.
pub fn streamed_zip(files: &Files<'_>) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new_stream(Vec::new());
    for (name, bytes) in files {
        writer.start_file(*name, options(Deflated)).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().map(StreamWriter::into_inner).unwrap()
}

pub const TWO: &Files<'static> = &[("pods.json", b"{\"kind\":\"PodList\"}"), ("logs/a.log", b"started\nstopped\n")];

pub fn two(name: &str) -> Vec<String> {
    vec![format!("{name}/pods.json: {{\"kind\":\"PodList\"}}"), format!("{name}/logs/a.log: started\nstopped\n")]
}

/// Where a sign stands for the last time.
pub fn last(bytes: &[u8], sign: &[u8]) -> usize {
    bytes.windows(sign.len()).rposition(|it| it == sign).expect("the sign")
}
