//! The names by which the module calls the glue. wasm-bindgen ends each in a hash that keeps crates apart; here there is one
//! of everything, and hashes are what compresses worst.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

/// The number of the import section in a module.
const IMPORTS: u8 = 2;
/// Length of a hash, in hexadecimal digits.
const HASH: usize = 16;

/// Module and glue with short names for the same functions.
pub fn shorten(module: &[u8], glue: &str) -> io::Result<(Vec<u8>, String)> {
    let sections = sections(module).ok_or_else(|| io::Error::other("the module cannot be read"))?;
    let names = sections.imports.iter().map(|import| import.name);
    let mut taken: BTreeSet<String> = names.clone().map(str::to_owned).collect();
    let mut short = BTreeMap::new();
    let mut glue = glue.to_owned();
    for name in names {
        let Some(base) = without_hash(name).filter(|_| !short.contains_key(name)) else { continue };
        let free = (1..).map(|number| if number == 1 { base.to_owned() } else { format!("{base}_{number}") });
        let Some(new) = free.into_iter().find(|it| !taken.contains(it)) else { continue };
        glue = glue.replace(name, &new);
        taken.insert(new.clone());
        short.insert(name, new);
    }
    let mut imports = Vec::new();
    number(sections.imports.len(), &mut imports);
    for import in &sections.imports {
        let name = short.get(import.name).map_or(import.name, String::as_str);
        for text in [import.from, name] {
            number(text.len(), &mut imports);
            imports.extend_from_slice(text.as_bytes());
        }
        imports.extend_from_slice(import.what);
    }
    let mut out = sections.before.to_vec();
    if !sections.imports.is_empty() {
        out.push(IMPORTS);
        number(imports.len(), &mut out);
        out.append(&mut imports);
    }
    out.extend_from_slice(sections.after);
    Ok((out, glue))
}

/// The name before its hash, if it ends in one.
fn without_hash(name: &str) -> Option<&str> {
    let (base, hash) = name.rsplit_once('_')?;
    (hash.len() == HASH && hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))).then_some(base)
}

/// A module around its imports.
struct Sections<'a> {
    before: &'a [u8],
    imports: Vec<Import<'a>>,
    after: &'a [u8],
}

/// One import.
struct Import<'a> {
    from: &'a str,
    name: &'a str,
    /// Its kind and type, as they stand.
    what: &'a [u8],
}

/// `None` for what is no module, or imports what a page's module does not: only functions and globals are expected.
fn sections(module: &[u8]) -> Option<Sections<'_>> {
    let mut rest = module.strip_prefix(b"\0asm\x01\0\0\0")?;
    while let Some((id, mut inside)) = rest.split_first() {
        let before = module.get(..module.len() - rest.len())?;
        let length = take_number(&mut inside)?;
        let (section, after) = inside.split_at_checked(length)?;
        if *id == IMPORTS {
            return Some(Sections { before, imports: imports(section)?, after });
        }
        rest = after;
    }
    Some(Sections { before: module, imports: Vec::new(), after: &[] })
}

fn imports(mut section: &[u8]) -> Option<Vec<Import<'_>>> {
    let count = take_number(&mut section)?;
    let imports = (0..count).map(|_| {
        let (from, name) = (take_text(&mut section)?, take_text(&mut section)?);
        let what = section;
        let (kind, rest) = section.split_first()?;
        section = rest;
        match kind {
            // A function: its type.
            0 => drop(take_number(&mut section)?),
            // A global: its type and whether it changes.
            3 => section = section.get(2..)?,
            _ => return None,
        }
        Some(Import { from, name, what: what.get(..what.len() - section.len())? })
    });
    let imports = imports.collect::<Option<Vec<_>>>()?;
    section.is_empty().then_some(imports)
}

fn take_text<'a>(bytes: &mut &'a [u8]) -> Option<&'a str> {
    let length = take_number(bytes)?;
    let (text, rest) = bytes.split_at_checked(length)?;
    *bytes = rest;
    std::str::from_utf8(text).ok()
}

/// A number as WebAssembly writes it: seven bits a byte, the lowest first.
fn take_number(bytes: &mut &[u8]) -> Option<usize> {
    let mut number = 0;
    for shift in (0..32).step_by(7) {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= usize::from(byte & 0x7f) << shift;
        if *byte < 0x80 {
            return Some(number);
        }
    }
    None
}

fn number(mut number: usize, out: &mut Vec<u8>) {
    while number >= 0x80 {
        out.push(number.to_le_bytes()[0] | 0x80);
        number >>= 7;
    }
    out.push(number.to_le_bytes()[0]);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module with an empty type section before and a custom section after its imports.
    fn module(imports: &[(&str, &str, &[u8])]) -> Vec<u8> {
        let mut section = Vec::new();
        number(imports.len(), &mut section);
        for (from, name, what) in imports {
            for text in [from, name] {
                number(text.len(), &mut section);
                section.extend_from_slice(text.as_bytes());
            }
            section.extend_from_slice(what);
        }
        let mut module = b"\0asm\x01\0\0\0\x01\x01\0\x02".to_vec();
        number(section.len(), &mut module);
        module.extend(section);
        module.extend_from_slice(b"\0\x03\x01ab");
        module
    }

    #[test]
    fn hashes_go_and_names_stay_apart() {
        let long = module(&[
            ("./page_bg.js", "__wbg_new_0123456789abcdef", &[0, 0x80, 0x01]),
            ("./page_bg.js", "__wbg_new_fedcba9876543210", &[0, 7]),
            ("./page_bg.js", "__wbindgen_memory", &[3, 0x7f, 0]),
            ("./page_bg.js", "__wbg_new_2", &[0, 7]),
        ]);
        let glue = "{ __wbg_new_0123456789abcdef: a, __wbg_new_fedcba9876543210: b, __wbindgen_memory: c, __wbg_new_2: d }";
        let (short, glue) = shorten(&long, glue).unwrap();
        assert_eq!(glue, "{ __wbg_new: a, __wbg_new_3: b, __wbindgen_memory: c, __wbg_new_2: d }");
        let expected = module(&[
            ("./page_bg.js", "__wbg_new", &[0, 0x80, 0x01]),
            ("./page_bg.js", "__wbg_new_3", &[0, 7]),
            ("./page_bg.js", "__wbindgen_memory", &[3, 0x7f, 0]),
            ("./page_bg.js", "__wbg_new_2", &[0, 7]),
        ]);
        assert_eq!(short, expected);
    }

    #[test]
    fn a_module_without_imports_stays_as_it_is() {
        let module = b"\0asm\x01\0\0\0\0\x03\x01ab";
        assert_eq!(shorten(module, "glue").unwrap(), (module.to_vec(), "glue".to_owned()));
    }

    #[test]
    fn what_is_no_module_is_an_error() {
        let whole = module(&[("a", "b", &[0, 1])]);
        for broken in [&b"\0asm"[..], b"<html>", &whole[..whole.len() - 8]] {
            assert!(shorten(broken, "").is_err(), "{broken:?}");
        }
        assert!(shorten(&module(&[("a", "b", &[2, 0, 1])]), "").is_err(), "a memory");
    }
}
