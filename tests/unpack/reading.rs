//! What is shown of whole archives of every kind.

use std::io::{self, Cursor, Write};
use std::ops::ControlFlow;

use zip::CompressionMethod::{Deflated, Stored};

use crate::support::*;
use porthole::ingest::origin::Origin;
use porthole::ingest::unpack::{Damage, Limits, Refusal, unpack};

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
