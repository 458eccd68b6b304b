//! The same files as the crates `tar` and `zip` find, and no panic whatever the bytes.

use std::io::{self, Cursor, Read};

use proptest::prelude::*;
use zip::CompressionMethod::{Deflated, Stored};

use crate::support::*;
use porthole::ingest::unpack::Limits;

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
