//! Archives: what is in them, what is refused of them, and that none of them ends the reading of anything else.
//! The crates `tar`, `zip` and `flate2` make the archives; what ours lists is what theirs list.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "in a test, to stop is to fail"
)]

use std::cell::Cell;
use std::io::{self, Cursor, Read, Write};
use std::ops::ControlFlow;

use flate2::Compression;
use flate2::write::GzEncoder;
use proptest::prelude::*;
use zip::CompressionMethod::{Deflated, Stored};
use zip::write::{SimpleFileOptions, StreamWriter};

use porthole::ingest::origin::Origin;
use porthole::ingest::unpack::{Damage, Limits, Packed, Refusal, Refused, unpack};
use porthole::text::Lang;

/// A file as it was shown.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Shown {
    path: String,
    bytes: Vec<u8>,
    size: Option<u64>,
    /// Whether it could be read to its end.
    whole: bool,
}

/// Everything that an input shows and refuses.
fn look(name: &str, origin: &dyn Origin, limits: Limits) -> (Vec<Shown>, Vec<(String, Refusal)>) {
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
fn worded(refused: Vec<Refused>) -> Vec<(String, Refusal)> {
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
fn listed(name: &str, bytes: &[u8]) -> Vec<String> {
    let (files, refused) = look(name, &bytes.to_vec(), Limits::default());
    assert_eq!(refused, [], "nothing is refused");
    files.iter().map(line).collect()
}

fn line(file: &Shown) -> String {
    assert!(file.whole, "{} can be read", file.path);
    assert!(file.size.is_none_or(|size| size == file.bytes.len() as u64), "{} has its size", file.path);
    format!("{}: {}", file.path, String::from_utf8_lossy(&file.bytes))
}

/// What is refused, for archives that show these files all the same.
fn refused(name: &str, bytes: &[u8], shown: &[&str]) -> Vec<(String, Refusal)> {
    let (files, refused) = look(name, &bytes.to_vec(), Limits::default());
    assert_eq!(files.iter().map(|it| it.path.as_str()).collect::<Vec<_>>(), shown);
    refused
}

fn because(path: &str, why: Refusal) -> Vec<(String, Refusal)> {
    vec![(path.to_owned(), why)]
}

fn gz(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

type Files<'a> = [(&'a str, &'a [u8])];

/// A header for a name that the `tar` crate itself would not write.
fn raw_header(name: &[u8], kind: tar::EntryType, size: u64) -> tar::Header {
    let mut header = tar::Header::new_gnu();
    header.as_old_mut().name[..name.len()].copy_from_slice(name);
    header.set_entry_type(kind);
    header.set_mode(0o644);
    header.set_size(size);
    header.set_cksum();
    header
}

fn tar_of(files: &Files<'_>) -> Vec<u8> {
    let mut builder = tar::Builder::new(Vec::new());
    for (name, bytes) in files {
        let mut header = raw_header(b"", tar::EntryType::Regular, bytes.len() as u64);
        builder.append_data(&mut header, name, *bytes).unwrap();
    }
    builder.into_inner().unwrap()
}

fn options(method: zip::CompressionMethod) -> SimpleFileOptions {
    SimpleFileOptions::default().compression_method(method)
}

fn zip_of(files: &Files<'_>, options: SimpleFileOptions) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(*name, options).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A zip as a program writes it that does not know sizes before it has written the files.
fn streamed_zip(files: &Files<'_>) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new_stream(Vec::new());
    for (name, bytes) in files {
        writer.start_file(*name, options(Deflated)).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().map(StreamWriter::into_inner).unwrap()
}

const TWO: &Files<'static> = &[("pods.json", b"{\"kind\":\"PodList\"}"), ("logs/a.log", b"started\nstopped\n")];

fn two(name: &str) -> Vec<String> {
    vec![format!("{name}/pods.json: {{\"kind\":\"PodList\"}}"), format!("{name}/logs/a.log: started\nstopped\n")]
}

/// Where a sign stands for the last time.
fn last(bytes: &[u8], sign: &[u8]) -> usize {
    bytes.windows(sign.len()).rposition(|it| it == sign).expect("the sign")
}

#[test]
fn a_plain_file_is_shown_as_it_is() {
    assert_eq!(listed("pods.txt", b"NAME READY"), ["pods.txt: NAME READY"]);
    assert_eq!(listed("empty", b""), ["empty: "]);
    // Neither a name nor a word in the text makes an archive.
    let about_tar = format!("{}ustar\0 is the magic", " ".repeat(257)).replace('\0', " ");
    assert_eq!(listed("about.tar.gz", about_tar.as_bytes()), [format!("about.tar.gz: {about_tar}")]);
    // What is not opened is left to the reader of texts.
    for sign in [&b"\x28\xB5\x2F\xFD zstd"[..], b"\xFD7zXZ\0", b"BZh9", b"7z\xBC\xAF\x27\x1C", b"Rar!\x1A\x07"] {
        let files = look("packed", &sign.to_vec(), Limits::default()).0;
        assert_eq!((files.len(), &*files[0].bytes), (1, sign));
    }
}

#[test]
fn a_gzip_is_its_text() {
    let members = [gz(b"one\n"), gz(b""), gz(b"two\n")].concat();
    assert_eq!(listed("a.log.GZ", &members), ["a.log: one\ntwo\n"]);
    assert_eq!(listed("a.log", &gz(b"x")), ["a.log: x"]);
    assert_eq!(listed("a.gz.gz", &gz(&gz(b"x"))), ["a: x"]);
    assert_eq!(listed("empty.gz", &gz(b"")), ["empty: "]);
    assert_eq!(listed("a.gz", &[gz(b"tape"), vec![0; 70_000]].concat()), ["a: tape"]);
    let trailing = [&gz(b"text")[..], b"more"].concat();
    assert_eq!(refused("a.gz", &trailing, &["a"]), because("a.gz", Refusal::Damaged(Damage::Corrupt)));
    assert_eq!(refused("a.gz", b"\x1F\x8B", &[]), because("a.gz", Refusal::Damaged(Damage::Cut)));
    let mut wrong = gz(b"text");
    let crc = wrong.len() - 8;
    wrong[crc] ^= 1;
    assert_eq!(refused("a.gz", &wrong, &["a"]), because("a.gz", Refusal::Damaged(Damage::Corrupt)));
}

#[test]
fn tars_of_every_age_are_read() {
    let long = format!("{}/{}.log", "namespace/".repeat(15), "p".repeat(120));
    let files: &Files<'_> = &[("./a.txt", b"a"), (&long, b"long"), ("b/日志.txt", "日志".as_bytes()), ("empty", b"")];
    let normal = long.replace("//", "/");
    let tree = ["a.txt: a".to_owned(), format!("{normal}: long"), "b/日志.txt: 日志".to_owned(), "empty: ".to_owned()];
    let below = |name: &str| tree.iter().map(|it| format!("{name}/{it}")).collect::<Vec<_>>();
    assert_eq!(listed("x.tar", &tar_of(files)), below("x.tar"));
    assert_eq!(listed("x.tgz", &gz(&tar_of(files))), below("x.tgz"));

    let mut builder = tar::Builder::new(Vec::new());
    // ustar keeps a long folder apart.
    let mut ustar = tar::Header::new_ustar();
    ustar.set_path(format!("{}/{}", "f".repeat(120), "n".repeat(90))).unwrap();
    ustar.set_size(1);
    ustar.set_cksum();
    builder.append(&ustar, &b"u"[..]).unwrap();
    // The oldest has no magic.
    let mut old = tar::Header::new_old();
    old.set_path("old.txt").unwrap();
    old.set_size(3);
    old.set_cksum();
    builder.append(&old, &b"old"[..]).unwrap();
    // pax outdoes the header, for one file.
    builder.append_pax_extensions([("mtime", &b"1.5"[..]), ("path", "路径/p.json".as_bytes()), ("size", b"4")]).unwrap();
    builder.append(&raw_header(b"short", tar::EntryType::Regular, 4), &b"pax\n"[..]).unwrap();
    builder.append(&raw_header(b"global", tar::EntryType::XGlobalHeader, 13), &b"13 path=lost\n"[..]).unwrap();
    let mut large = raw_header(b"binary-size", tar::EntryType::Regular, 0);
    large.as_old_mut().size = [0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2];
    large.set_cksum();
    builder.append(&large, &b"ok"[..]).unwrap();
    let bytes = builder.into_inner().unwrap();
    let prefixed = format!("x/{}/{}: u", "f".repeat(120), "n".repeat(90));
    assert_eq!(listed("x", &bytes), [&prefixed, "x/old.txt: old", "x/路径/p.json: pax\n", "x/binary-size: ok"]);
    // Alone the oldest is known by its checksum, and one may follow another.
    assert_eq!(listed("x", &[&bytes[1024..2048], &[0; 1024], &tar_of(TWO)].concat())[..2], ["x/old.txt: old", &two("x")[0]]);
}

#[test]
fn what_is_no_file_of_a_tar_is_passed_over() {
    let mut builder = tar::Builder::new(Vec::new());
    builder.append(&raw_header(b"folder/", tar::EntryType::Directory, 0), &[][..]).unwrap();
    for (name, target) in [("current.log", "/var/log/a.log"), ("bin/sh", "dash")] {
        builder.append_link(&mut raw_header(b"", tar::EntryType::Symlink, 0), name, target).unwrap();
    }
    builder.append_link(&mut raw_header(b"", tar::EntryType::Link, 0), "again.txt", "a.txt").unwrap();
    for (name, kind) in [(&b"fifo"[..], tar::EntryType::Fifo), (b"null", tar::EntryType::Char), (b"sda", tar::EntryType::Block)] {
        builder.append(&raw_header(name, kind, 0), &[][..]).unwrap();
    }
    for name in ["__MACOSX/a", "x/.DS_Store", "x/._a.txt"] {
        builder.append_data(&mut raw_header(b"", tar::EntryType::Regular, 1), name, &b"j"[..]).unwrap();
    }
    // GNU's sparse file, with one more block of holes; pax's; and a type that nobody knows.
    let mut sparse = raw_header(b"sparse", tar::EntryType::GNUSparse, 3);
    sparse.as_gnu_mut().unwrap().isextended = [1];
    sparse.set_cksum();
    builder.append(&sparse, [&[0; 512][..], b"abc"].concat().as_slice()).unwrap();
    builder.append_pax_extensions([("GNU.sparse.major", &b"1"[..])]).unwrap();
    builder.append(&raw_header(b"pax-sparse", tar::EntryType::Regular, 3), &b"abc"[..]).unwrap();
    builder.append(&raw_header(b"odd", tar::EntryType::new(b'Z'), 3), &b"abc"[..]).unwrap();
    builder.append_data(&mut raw_header(b"", tar::EntryType::Regular, 4), "last.txt", &b"last"[..]).unwrap();
    let all = [
        ("x/current.log", Refusal::Link),
        ("x/sparse", Refusal::Sparse),
        ("x/pax-sparse", Refusal::Sparse),
        ("x/odd", Refusal::UnknownType(b'Z')),
    ];
    assert_eq!(refused("x", &builder.into_inner().unwrap(), &["x/last.txt"]), all.map(|(path, why)| (path.to_owned(), why)));
}

#[test]
fn zips_of_every_kind_are_read() {
    for options in [options(Stored), options(Deflated), options(Deflated).large_file(true), options(Stored).large_file(true)] {
        assert_eq!(listed("z.zip", &zip_of(TWO, options)), two("z.zip"));
    }
    assert_eq!(listed("z", &streamed_zip(TWO)), two("z"));
    assert_eq!(listed("z", &zip_of(&[], options(Stored))), [""; 0]);
    let mut writer = zip::ZipWriter::new(Cursor::new(zip_of(TWO, options(Deflated))));
    writer.set_raw_comment([b"PK\x05\x06 is a mark, too; ", &[b'c'; 3000][..]].concat().into()).unwrap();
    writer.add_directory("folder/", options(Stored)).unwrap();
    writer.start_file("__MACOSX/._a", options(Stored)).unwrap();
    writer.start_file("日志\\a.txt", options(Stored)).unwrap();
    writer.write_all(b"n").unwrap();
    assert_eq!(listed("z", &writer.finish().unwrap().into_inner()), ["z/日志/a.txt: n"]);
    // Bytes before and after it.
    let unpacks_itself = [b"MZ a program\0", &zip_of(TWO, options(Deflated))[..]].concat();
    assert_eq!(listed("z.exe", &unpacks_itself), two("z.exe"));
    assert_eq!(listed("z", &[&zip_of(TWO, options(Deflated))[..], b"\r\n"].concat()), two("z"));
    // A name in GBK, of which only the ASCII letters are certain.
    let mut gbk = zip_of(&[("abcd.txt", b"x")], options(Stored));
    for sign in [&b"PK\x01\x02"[..], b"PK\x03\x04"] {
        let name = last(&gbk, sign) + if sign[2] == 1 { 46 } else { 30 };
        gbk[name..name + 4].copy_from_slice(b"\xC8\xD5\xD6\xBE");
    }
    assert_eq!(listed("z", &gbk), ["z/\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}.txt: x"]);
}

/// A zip64 with a file behind a gap of five gigabytes, and a tar with a file of nine: only what is in between lacks.
struct Gap {
    pieces: Vec<(u64, Vec<u8>)>,
    size: u64,
}

impl Origin for Gap {
    fn size(&self) -> u64 {
        self.size
    }

    fn read_at(&self, at: u64, into: &mut [u8]) -> io::Result<usize> {
        let count = into.len().min(usize::try_from(self.size.saturating_sub(at)).unwrap());
        for (into, at) in into[..count].iter_mut().zip(at..) {
            let piece = self.pieces.iter().find(|(from, bytes)| at >= *from && at - from < bytes.len() as u64);
            *into = piece.map_or(0, |(from, bytes)| bytes[usize::try_from(at - from).unwrap()]);
        }
        Ok(count)
    }
}

#[test]
fn places_beyond_four_gigabytes_are_found() {
    let far = 5 << 30;
    let zip = zip_of(&[("near", b"1"), ("far", b"2")], options(Stored));
    let directory = zip.windows(4).position(|it| it == b"PK\x01\x02").unwrap();
    let second = last(&zip[..directory], b"PK\x03\x04");
    let record = last(&zip, b"PK\x01\x02");
    let end = last(&zip, b"PK\x05\x06");
    let mut records = zip[directory..end].to_vec();
    let at = record - directory;
    records[at + 30..at + 32].copy_from_slice(&12_u16.to_le_bytes());
    records[at + 42..at + 46].fill(0xFF);
    records.extend_from_slice(&[1, 0, 8, 0]);
    records.extend_from_slice(&u64::to_le_bytes(far));
    let from = far + (directory - second) as u64;
    let until = from + records.len() as u64;
    let mut tail = [&zip[second..directory], &records, b"PK\x06\x06", &44_u64.to_le_bytes(), &[0; 12]].concat();
    for number in [2, 2, records.len() as u64, from, 0x0706_4B50, until] {
        tail.extend_from_slice(&number.to_le_bytes());
    }
    tail.extend_from_slice(&1_u32.to_le_bytes());
    tail.extend_from_slice(&[&b"PK\x05\x06\0\0\0\0"[..], &[0xFF; 12], &[0; 2]].concat());
    let size = far + tail.len() as u64;
    let gap = Gap { pieces: vec![(0, zip[..second].to_vec()), (far, tail)], size };
    let (files, refused) = look("z", &gap, Limits::default());
    assert_eq!((files.iter().map(line).collect::<Vec<_>>(), refused), (vec!["z/near: 1".to_owned(), "z/far: 2".to_owned()], vec![]));

    let large = 9 << 30;
    let head = raw_header(b"large", tar::EntryType::Regular, large);
    let after = tar_of(&[("after.txt", b"a")]);
    let size = 512 + large + after.len() as u64;
    let gap = Gap { pieces: vec![(0, head.as_bytes().to_vec()), (512 + large, after)], size };
    let mut seen = Vec::new();
    let refused = unpack("x", &gap, Limits::default(), &mut |file| {
        seen.push((file.path, file.size));
        ControlFlow::Continue(())
    });
    assert_eq!((seen, refused), (vec![("x/large".to_owned(), Some(large)), ("x/after.txt".to_owned(), Some(1))], vec![]));
}

#[test]
fn archives_in_archives_are_opened() {
    let inner = tar_of(&[("deep.log.gz", &gz(b"deep"))]);
    let zip = zip_of(&[("in.tar.gz", &gz(&inner)), ("z.txt", b"z")], options(Deflated));
    let outer = gz(&tar_of(&[("first.txt", b"1"), ("z.zip", &zip), ("in.tar", &inner), ("last.json.gz", &gz(b"{}"))]));
    let all = ["/first.txt: 1", "/z.zip/in.tar.gz/deep.log: deep", "/z.zip/z.txt: z", "/in.tar/deep.log: deep", "/last.json: {}"];
    assert_eq!(listed("b.tgz", &outer), all.map(|it| format!("b.tgz{it}")));
    // Three deep and no more; the gzip around one does not count.
    let four = [&inner[..]; 3].iter().fold(inner.clone(), |inside, _| gz(&tar_of(&[("a.tgz", &inside), ("b.txt", b"b")])));
    let shown = ["x/a.tgz/a.tgz/b.txt", "x/a.tgz/b.txt", "x/b.txt"];
    assert_eq!(refused("x", &four, &shown), because("x/a.tgz/a.tgz/a.tgz", Refusal::TooDeep(3)));
    let layers = (0..5).fold(b"x".to_vec(), |inside, _| gz(&inside));
    assert_eq!(refused("x", &layers, &[]), because("x", Refusal::TooDeep(3)));
    // A zip in a stream is held as a whole.
    let limits = Limits { held: zip.len() as u64 - 1, ..Limits::default() };
    for archive in [tar_of(&[("z.zip", &zip), ("b.txt", b"b")]), tar_of(&[("z.zip", &gz(&zip)), ("b.txt", b"b")])] {
        let (files, refused) = look("x", &archive, limits);
        assert_eq!((files.len(), refused), (1, because("x/z.zip", Refusal::TooLargeInside(limits.held))));
    }
}

#[test]
fn whatever_is_cut_off_what_came_before_is_shown() {
    let files: &Files<'_> = &[("a.txt", b"first"), ("b/c.json", &[b'{'; 700]), ("b/d.log", b"the last of them")];
    let archives = [
        ("tar", tar_of(files)),
        ("tar.gz", gz(&tar_of(files))),
        ("stored zip", zip_of(files, options(Stored))),
        ("deflated zip", zip_of(files, options(Deflated))),
        ("streamed zip", streamed_zip(files)),
        ("nested", gz(&tar_of(&[("z.zip", &zip_of(files, options(Deflated))), ("t.tgz", &gz(&tar_of(files)))]))),
    ];
    for (kind, bytes) in archives {
        let (all, refused) = look("x", &bytes, Limits::default());
        assert_eq!(refused, [], "{kind}");
        // Before that it is no tar yet; zeros at the end of one say nothing.
        let shortest = if kind == "tar" { 512 } else { 4 };
        for length in shortest..bytes.len() {
            let (files, refused) = look("x", &bytes[..length].to_vec(), Limits::default());
            let harmless = kind == "tar" && bytes.len() - length <= 512;
            assert_eq!(refused.is_empty(), harmless, "{kind} of {length} bytes: {refused:?}");
            assert!(files.len() <= all.len());
            for (cut, full) in files.iter().zip(&all) {
                // Of so few bytes nobody can tell that they are a tar's.
                let unknown = !cut.whole && cut.bytes.len() < 512 && full.path.starts_with(&cut.path);
                let same = cut.path == full.path && full.bytes.starts_with(&cut.bytes);
                assert!(unknown || same, "{kind} of {length} bytes: {cut:?}");
                assert!(cut.whole || cut == files.last().unwrap(), "{kind} of {length} bytes");
            }
        }
    }
}

#[test]
fn a_download_that_broke_off_shows_most_of_a_zip() {
    for bytes in [zip_of(TWO, options(Deflated)), zip_of(TWO, options(Stored)), streamed_zip(TWO)] {
        let directory = bytes.windows(4).position(|it| it == b"PK\x01\x02").unwrap();
        let (files, refused) = look("z", &bytes[..directory + 20].to_vec(), Limits::default());
        assert_eq!(files.iter().map(line).collect::<Vec<_>>(), two("z"));
        assert_eq!(refused, because("z", Refusal::Damaged(Damage::NoDirectory)));
    }
}

#[test]
fn the_end_of_an_inner_zip_is_not_taken_for_that_of_the_outer() {
    let inner = zip_of(TWO, options(Stored));
    let outer = zip_of(&[("a.txt", b"a"), ("in.zip", &inner), ("b.txt", b"b")], options(Stored));
    let until = outer.windows(4).position(|it| it == b"PK\x05\x06").unwrap() + 22;
    let (files, refused) = look("z", &outer[..until].to_vec(), Limits::default());
    let all = [&["z/a.txt: a".to_owned()][..], &two("z/in.zip")].concat();
    assert_eq!((files.iter().map(line).collect::<Vec<_>>(), refused), (all, because("z", Refusal::Damaged(Damage::NoDirectory))));
}

#[test]
fn bombs_are_left_alone() {
    let bomb = Refusal::Bomb(500);
    // Two gigabytes of zeros in two megabytes.
    let some = gz(&vec![0; 4 << 20]);
    let many = some.repeat(512);
    let mut read = 0;
    let refused = unpack("zeros.gz", &many, Limits::default(), &mut |file| {
        read += io::copy(file.content, &mut io::sink()).unwrap_or(0);
        ControlFlow::Continue(())
    });
    assert_eq!(worded(refused), because("zeros.gz", bomb));
    assert_eq!(read, 0, "the copy ends in an error");

    // A small one beside good files, with limits as small.
    let limits = Limits { spare: 1 << 10, ..Limits::default() };
    let zeros = vec![0; 4 << 20];
    let names = |files: &[Shown]| files.iter().map(|it| (it.path.clone(), it.whole)).collect::<Vec<_>>();
    let around: &Files<'_> = &[("a.txt", b"a"), ("bomb.gz", &gz(&zeros)), ("z.txt", b"z")];
    let bombed = ["x/a.txt", "x/bomb", "x/z.txt"].map(|it| (it.to_owned(), it != "x/bomb"));
    for archive in [tar_of(around), gz(&tar_of(around)), zip_of(around, options(Stored))] {
        let (files, refused) = look("x", &archive, limits);
        assert_eq!((names(&files), refused), (bombed.to_vec(), because("x/bomb.gz", bomb)));
        assert!(files[1].bytes.len() > 1 << 10 && files[1].bytes.len() < 4 << 20);
    }
    let (files, refused) = look("x", &zip_of(&[("bomb", &zeros), ("z.txt", b"z")], options(Deflated)), limits);
    assert_eq!((names(&files).len(), files[1].whole, refused), (2, true, because("x/bomb", bomb)));
    // Layers that are modest by themselves are none in sum.
    let (_, refused) = look("x", &gz(&gz(&some.repeat(64))), limits);
    assert_eq!(refused, because("x", bomb));

    // Honest, but more than was asked for.
    let limits = Limits { total: 100_000, ..Limits::default() };
    let text: Vec<u8> = (0..60_000_u32).flat_map(|n| n.wrapping_mul(2_654_435_761).to_le_bytes()).take(90_000).collect();
    let files: &Files<'_> = &[("a", &text), ("b", &text), ("c", &text)];
    let (shown, refused) = look("x", &zip_of(files, options(Deflated)), limits);
    assert_eq!(
        (names(&shown), refused),
        (vec![("x/a".to_owned(), true), ("x/b".to_owned(), false)], because("x/b", Refusal::TooLarge(100_000)))
    );
    let (shown, refused) = look("x", &gz(&tar_of(files)), limits);
    assert_eq!((shown.len(), refused), (2, because("x", Refusal::TooLarge(100_000))));
}

#[test]
fn crowds_are_cut_short() {
    let names: Vec<String> = (0..50).map(|n| format!("{n}.txt")).collect();
    let files: Vec<(&str, &[u8])> = names.iter().map(|it| (it.as_str(), &b"x"[..])).collect();
    let limits = Limits { entries: 20, ..Limits::default() };
    for archive in [tar_of(&files), zip_of(&files, options(Stored)), tar_of(&[("z", &zip_of(&files, options(Stored)))])] {
        let (shown, refused) = look("x", &archive, limits);
        assert_eq!((shown.len().div_ceil(2), refused.len(), refused[0].1), (10, 1, Refusal::TooManyEntries(20)));
    }
    let mut builder = tar::Builder::new(Vec::new());
    for _ in 0..50 {
        builder.append(&raw_header(b"../up", tar::EntryType::Regular, 0), &[][..]).unwrap();
    }
    let (_, refused) = look("x", &builder.into_inner().unwrap(), Limits { listed: 5, ..Limits::default() });
    assert_eq!((refused.len(), refused.last()), (6, Some(&("x".to_owned(), Refusal::More(45)))));
}

#[test]
fn names_that_lead_astray_are_refused() {
    for name in ["../up.txt", "a/../../up.txt", "/etc/passwd", "C:\\a.txt", "d:/a.txt", "..\\up.txt"] {
        let mut builder = tar::Builder::new(Vec::new());
        builder.append(&raw_header(name.as_bytes(), tar::EntryType::Regular, 1), &b"x"[..]).unwrap();
        builder.append(&raw_header(b"good.txt", tar::EntryType::Regular, 1), &b"x"[..]).unwrap();
        let trick = because(&format!("x/{name}"), Refusal::PathTrick);
        assert_eq!(refused("x", &builder.into_inner().unwrap(), &["x/good.txt"]), trick);
    }
    let mut builder = tar::Builder::new(Vec::new());
    for path in [&b"a\0b"[..], "日".repeat(1400).as_bytes()] {
        builder.append_pax_extensions([("path", path)]).unwrap();
        builder.append(&raw_header(b"x", tar::EntryType::Regular, 1), &b"x"[..]).unwrap();
    }
    let tricks = refused("x", &builder.into_inner().unwrap(), &[]);
    assert_eq!((tricks.len(), tricks[0].0.as_str(), tricks[1].1), (2, "x/a\u{FFFD}b", Refusal::PathTrick));
    let mut zip = zip_of(&[("aa/b.txt", b"x"), ("good.txt", b"x")], options(Stored));
    let name = zip.windows(4).position(|it| it == b"PK\x01\x02").unwrap() + 46;
    zip[name..name + 2].copy_from_slice(b"..");
    assert_eq!(refused("x", &zip, &["x/good.txt"]), because("x/../b.txt", Refusal::PathTrick));
}

#[test]
fn what_a_zip_keeps_to_itself_is_named() {
    let zip = zip_of(&[("a.txt", b"secret"), ("b.txt", b"open")], options(Stored));
    let record = zip.windows(4).position(|it| it == b"PK\x01\x02").unwrap();
    let changed = |at: usize, byte: u8| {
        let mut zip = zip.clone();
        zip[record + at] = byte;
        zip
    };
    let open = ["x/b.txt"];
    assert_eq!(refused("x", &changed(8, 1), &open), because("x/a.txt", Refusal::Encrypted));
    for method in [1, 9, 12, 14, 93, 95, 98] {
        assert_eq!(refused("x", &changed(10, method), &open), because("x/a.txt", Refusal::UnknownMethod(u16::from(method))));
    }
    // A checksum or a size that is wrong, and a place where no file is.
    for at in [16, 24] {
        assert_eq!(refused("x", &changed(at, 99), &["x/a.txt", "x/b.txt"]), because("x/a.txt", Refusal::Damaged(Damage::Corrupt)));
    }
    assert_eq!(refused("x", &changed(43, 99), &open), because("x/a.txt", Refusal::Damaged(Damage::Corrupt)));
    // Both records point at the first file; a first file that reaches over the second.
    let second = last(&zip, b"PK\x01\x02");
    let mut overlapping = zip.clone();
    overlapping[second + 42..second + 46].fill(0);
    assert_eq!(refused("x", &overlapping, &["x/a.txt"]), because("x", Refusal::Overlap(1)));
    let mut reaching = zip.clone();
    for field in [20, 24] {
        reaching[record + field] = 60;
    }
    assert_eq!(refused("x", &reaching, &["x/a.txt"])[0], ("x".to_owned(), Refusal::Overlap(1)));
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    writer.add_symlink("current.log", "a.log", options(Stored)).unwrap();
    writer.add_symlink("bin/sh", "dash", options(Stored)).unwrap();
    assert_eq!(refused("x", &writer.finish().unwrap().into_inner(), &[]), because("x/current.log", Refusal::Link));
}

#[test]
fn a_visitor_may_stop_and_need_not_read() {
    let files: &Files<'_> = &[("a", &[b'a'; 3000]), ("b.gz", &gz(&vec![b'b'; 100_000])), ("c", b"c"), ("d", b"d")];
    let plain = tar_of(files);
    for archive in [plain.clone(), gz(&plain), zip_of(files, options(Deflated)), streamed_zip(files), gz(&zip_of(files, options(Stored)))] {
        for read in [0, 1, 600] {
            let mut paths = Vec::new();
            let refused = unpack("x", &archive, Limits::default(), &mut |file| {
                file.content.read_exact(&mut vec![0; read.min(file.path.len() - 2)]).unwrap();
                paths.push(file.path);
                if paths.len() == 3 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            });
            assert_eq!((paths, refused), (vec!["x/a".to_owned(), "x/b".to_owned(), "x/c".to_owned()], vec![]));
        }
    }
}

/// Bytes that come one by one, and at some place no more.
struct Poor {
    bytes: Vec<u8>,
    until: Cell<u64>,
}

impl Origin for Poor {
    fn size(&self) -> u64 {
        self.bytes.len() as u64
    }

    fn read_at(&self, at: u64, into: &mut [u8]) -> io::Result<usize> {
        if at >= self.until.get() { Err(io::ErrorKind::PermissionDenied.into()) } else { self.bytes.read_at(at, &mut into[..1]) }
    }
}

#[test]
fn an_input_that_fails_is_named_once() {
    for bytes in [tar_of(TWO), gz(&tar_of(TWO)), zip_of(TWO, options(Deflated)), gz(&tar_of(&[("z", &streamed_zip(TWO))]))] {
        let poor = Poor { until: Cell::new(u64::MAX), bytes: bytes.clone() };
        assert_eq!(look("x", &poor, Limits::default()), look("x", &bytes, Limits::default()), "however little comes at a time");
        for until in 0..bytes.len() as u64 {
            poor.until.set(until);
            assert_eq!(look("x", &poor, Limits::default()).1, because("x", Refusal::Unreadable), "from {until} on");
        }
    }
}

/// Few files with names of few letters, and bytes that pack well or not at all.
fn some_files() -> impl Strategy<Value = Vec<(String, Vec<u8>)>> {
    let name = prop_oneof!["[ab]{1,3}(/[ab]{1,3}){0,3}", "[a-c日]{1,9}/(n/){30,60}[a-z]{1,120}\\.log"];
    let bytes = prop_oneof![
        proptest::collection::vec(any::<u8>(), 0..1500),
        (any::<u8>(), 0_usize..5000).prop_map(|(byte, count)| vec![byte; count])
    ];
    // A number makes names differ, and is no archive's first byte.
    let unlike = |(at, (name, bytes)): (usize, (String, Vec<u8>))| (format!("{at}{name}"), [vec![b' '], bytes].concat());
    proptest::collection::vec((name, bytes), 0..8).prop_map(move |files| files.into_iter().enumerate().map(unlike).collect())
}

fn borrowed(files: &[(String, Vec<u8>)]) -> Vec<(&str, &[u8])> {
    files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect()
}

/// What ours finds, in the form of the judges.
fn found(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let (files, refused) = look("x", &bytes.to_vec(), Limits::default());
    assert_eq!(refused, []);
    files.into_iter().map(|it| (it.path["x/".len()..].to_owned(), it.bytes)).collect()
}

fn judged_tar(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = tar::Archive::new(bytes);
    let read = |entry: io::Result<tar::Entry<'_, &[u8]>>| {
        let (mut entry, mut bytes) = (entry.unwrap(), Vec::new());
        entry.read_to_end(&mut bytes).unwrap();
        (String::from_utf8(entry.path_bytes().into_owned()).unwrap(), bytes)
    };
    archive.entries().unwrap().map(read).collect()
}

fn judged_zip(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut files = Vec::new();
    for index in 0..archive.len() {
        let (mut entry, mut bytes) = (archive.by_index(index).unwrap(), Vec::new());
        entry.read_to_end(&mut bytes).unwrap();
        files.push((String::from_utf8(entry.name_raw().to_vec()).unwrap(), bytes));
    }
    files
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn ours_lists_what_the_judges_list(files in some_files().prop_filter("an empty tar has no first byte", |it| !it.is_empty())) {
        let tar = tar_of(&borrowed(&files));
        prop_assert_eq!(found(&tar), judged_tar(&tar));
        prop_assert_eq!(found(&gz(&tar)), &files[..]);
        for zip in [zip_of(&borrowed(&files), options(Stored)), zip_of(&borrowed(&files), options(Deflated)), streamed_zip(&borrowed(&files))] {
            prop_assert_eq!(found(&zip), judged_zip(&zip));
            prop_assert_eq!(found(&zip), &files[..]);
        }
    }

    #[test]
    fn no_bytes_end_in_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..3000), sign in 0_usize..4) {
        let begin = [&b""[..], b"PK\x03\x04", b"PK\x05\x06", b"\x1F\x8B\x08\0\0\0\0\0\0\0"][sign];
        look("x", &[begin, &bytes].concat(), Limits::default());
    }

    #[test]
    fn no_damage_ends_in_a_panic(files in some_files(), hits in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12), kind in 0_usize..6) {
        let files = borrowed(&files);
        let mut bytes = match kind {
            0 => tar_of(&files),
            1 => gz(&tar_of(&files)),
            2 => zip_of(&files, options(Stored)),
            3 => zip_of(&files, options(Deflated).large_file(true)),
            4 => streamed_zip(&files),
            _ => tar_of(&[("z", &zip_of(&files, options(Deflated))), ("t", &gz(&tar_of(&files)))]),
        };
        for (at, byte) in hits {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        look("x", &bytes, Limits::default());
    }
}
