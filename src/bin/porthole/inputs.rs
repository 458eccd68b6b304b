//! Paths → named inputs, which are read where they lie. Knows files and folders; nothing of what is in them.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use porthole::ingest::origin::Origin;
use porthole::phrase;
use porthole::text::Phrase;

/// One input.
pub struct Input {
    /// A name that no other input has.
    pub name: String,
    /// Its content.
    pub origin: Box<dyn Origin>,
}

/// A file on disk.
struct OnDisk {
    file: RefCell<fs::File>,
    size: u64,
}

impl Origin for OnDisk {
    fn size(&self) -> u64 {
        self.size
    }

    fn read_at(&self, at: u64, into: &mut [u8]) -> io::Result<usize> {
        let mut file = self.file.borrow_mut();
        file.seek(SeekFrom::Start(at))?;
        file.read(into)
    }
}

/// A file, opened. What is no file of a known size (a pipe, `<(kubectl …)`) is read into memory.
fn open(path: &Path) -> io::Result<Box<dyn Origin>> {
    let mut file = fs::File::open(path)?;
    let metadata = file.metadata()?;
    if metadata.is_file() && metadata.len() > 0 {
        return Ok(Box::new(OnDisk { file: RefCell::new(file), size: metadata.len() }));
    }
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes)?;
    Ok(Box::new(bytes))
}

/// Reads files, folders with all that is below them, and standard input (`-`), in the order given.
pub fn read(paths: &[PathBuf]) -> Result<Vec<Input>, Phrase> {
    let mut names = BTreeSet::new();
    let mut inputs = Vec::new();
    for path in paths {
        if path.as_os_str() == "-" {
            let mut bytes = Vec::new();
            io::stdin().lock().read_to_end(&mut bytes).map_err(|error| unreadable(path, &error))?;
            inputs.push(Input { name: unique(&mut names, "stdin", path), origin: Box::new(bytes) });
            continue;
        }
        for (name, file) in files(path).map_err(|error| unreadable(path, &error))? {
            let origin = open(&file).map_err(|error| unreadable(&file, &error))?;
            inputs.push(Input { name: unique(&mut names, &name, &file), origin });
        }
    }
    Ok(inputs)
}

/// The files behind a path with their names: a file's own name, or its path from the folder's parent on.
fn files(path: &Path) -> io::Result<Vec<(String, PathBuf)>> {
    if !fs::metadata(path)?.is_dir() {
        return Ok(vec![(own_name(path), path.to_owned())]);
    }
    // `.` and `..` have no name of their own.
    let named = if path.file_name().is_some() { path.to_owned() } else { fs::canonicalize(path)? };
    let mut found = Vec::new();
    walk(path, &own_name(&named), &mut found)?;
    Ok(found)
}

/// All files below a folder, sorted by name; hidden ones and links to folders (which may form a circle) are left out.
fn walk(folder: &Path, prefix: &str, found: &mut Vec<(String, PathBuf)>) -> io::Result<()> {
    let mut entries = fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        let name = own_name(&path);
        if name.starts_with('.') {
            continue;
        }
        let name = format!("{prefix}/{name}");
        if entry.file_type()?.is_dir() {
            walk(&path, &name, found)?;
        } else if fs::metadata(&path).is_ok_and(|it| it.is_file()) {
            found.push((name, path));
        }
    }
    Ok(())
}

fn own_name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// `name` if it is free, else the path as it was given, else that with a number.
fn unique(names: &mut BTreeSet<String>, name: &str, path: &Path) -> String {
    let full = path.to_string_lossy();
    let numbered = (2_u32..).map(|n| format!("{full} ({n})"));
    let free = [name.to_owned(), full.to_string()].into_iter().chain(numbered).find(|it| !names.contains(it)).unwrap_or_default();
    names.insert(free.clone());
    free
}

fn unreadable(path: &Path, error: &io::Error) -> Phrase {
    phrase!("cannot read {path}: {why}", "无法读取 {path}：{why}", path = path.display(), why = error)
}
