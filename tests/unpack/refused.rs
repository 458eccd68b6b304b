//! What is damaged, too large or not to be trusted: named, and the rest is shown.

use std::cell::Cell;
use std::io::{self, Cursor};
use std::ops::ControlFlow;

use zip::CompressionMethod::{Deflated, Stored};

use crate::support::*;
use porthole::ingest::origin::Origin;
use porthole::ingest::unpack::{Damage, Limits, Refusal, unpack};

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
