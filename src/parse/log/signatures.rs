//! The catalogue of what log lines mean: a table of text, read once, and a search for all of it in one pass over a line.

use std::sync::OnceLock;

use crate::order::sort_by_key;
use crate::parse::record::{Level, LogOf};

const TABLE: &str = include_str!("signatures.txt");
static SIGNATURES: OnceLock<Signatures> = OnceLock::new();

/// So many bytes of a wording are looked for first.
const KEY: usize = 8;
/// Bits in the sieve that nearly every place of a line falls through; a power of two.
const SIEVE: usize = 1 << 14;

/// One way in which a line says it.
struct Wording {
    id: &'static str,
    /// The programs that say it; empty: any.
    programs: &'static str,
    /// Whether the program has to be known.
    strict: bool,
    /// Whether a line that says all is well still says it.
    info: bool,
    /// Words that must all be there, the most telling first; after `!` those that must not.
    words: &'static str,
}

/// Every wording, found by the first bytes of its first word.
pub struct Signatures {
    wordings: Vec<Wording>,
    /// First bytes and wording, sorted.
    keys: Vec<(u64, usize)>,
    sieve: Vec<u64>,
}

/// The catalogue.
pub fn signatures() -> &'static Signatures {
    SIGNATURES.get_or_init(|| Signatures::read(TABLE))
}

impl Signatures {
    fn read(table: &'static str) -> Self {
        let mut wordings = Vec::new();
        let (mut id, mut programs, mut strict) = ("", "", false);
        for line in table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            if !line.starts_with(' ') {
                let (name, of) = line.split_once('@').unwrap_or((line, ""));
                (id, strict, programs) = (name.trim(), of.starts_with('!'), of.trim_start_matches('!').trim());
                continue;
            }
            let words = line.trim();
            let (info, words) = words.strip_prefix("+ ").map_or((false, words), |words| (true, words));
            wordings.push(Wording { id, programs, strict, info, words });
        }
        let mut keys: Vec<(u64, usize)> = wordings.iter().enumerate().map(|(at, it)| (key(it.first()), at)).collect();
        sort_by_key(&mut keys, |it| *it);
        let mut sieve = vec![0; SIEVE / 64];
        for (key, _) in &keys {
            let slot = slot(*key);
            if let Some(bits) = sieve.get_mut(slot / 64) {
                *bits |= 1 << (slot % 64);
            }
        }
        Self { wordings, keys, sieve }
    }

    /// What a line means: of several meanings the first of the table.
    pub fn find(&self, text: &str, level: Level, of: &LogOf<'_>) -> Option<&'static str> {
        let sieve: &[u64; SIEVE / 64] = self.sieve.first_chunk()?;
        let mut best: Option<usize> = None;
        let mut window = 0_u64;
        for (at, byte) in text.bytes().enumerate() {
            window = window << 8 | u64::from(fold(byte));
            let slot = slot(window);
            if sieve.get(slot / 64).is_some_and(|bits| bits >> (slot % 64) & 1 == 1) {
                self.candidates(window, text, at + 1, level, of, &mut best);
            }
        }
        best.and_then(|at| self.wordings.get(at)).map(|it| it.id)
    }

    /// Those wordings whose first word begins with the bytes before `end`.
    #[inline(never)]
    fn candidates(&self, window: u64, text: &str, end: usize, level: Level, of: &LogOf<'_>, best: &mut Option<usize>) {
        let from = self.keys.partition_point(|(key, _)| *key < window);
        let same = self.keys.get(from..).unwrap_or_default().iter().take_while(|(key, _)| *key == window);
        for (_, at) in same {
            let Some(wording) = self.wordings.get(*at).filter(|_| best.is_none_or(|best| *at < best)) else { continue };
            let gate = level != Level::Debug && (level != Level::Info || wording.info);
            if gate && begins(text, end.saturating_sub(KEY), wording.first()) && wording.rest_holds(text) && wording.is_of(of) {
                *best = Some(*at);
            }
        }
    }
}

impl Wording {
    fn first(&self) -> &'static str {
        self.words.split(['&', '!']).next().unwrap_or_default().trim()
    }

    fn rest_holds(&self, text: &str) -> bool {
        let (with, without) = self.words.split_once(" ! ").unwrap_or((self.words, ""));
        let has = |word: &str| contains(text, word.trim());
        with.split('&').skip(1).all(has) && !(!without.is_empty() && without.split('&').any(has))
    }

    /// Whether the program is one that says it.
    fn is_of(&self, of: &LogOf<'_>) -> bool {
        if self.programs.is_empty() {
            return true;
        }
        // What runs all parts in one process says what they say.
        let all = |program: &str| ["k3s", "rke2", "k0s", "kubelite", "microk8s"].iter().any(|name| program.starts_with(name));
        // In a journal the name is the machine's.
        let pod = of.name.filter(|_| of.namespace.is_some() || of.program.is_none());
        if of.program.is_some_and(all) || !self.strict && of.program.is_none() && pod.is_none() {
            return true;
        }
        let named = |have: Option<&str>, name: &str| {
            have.and_then(|it| it.strip_prefix(name)).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
        };
        self.programs.split(' ').any(|name| named(of.program, name) || named(pod, name))
    }
}

/// Letters small, so that case does not matter; a few signs fall together.
const fn fold(byte: u8) -> u8 {
    byte | 0x20
}

fn key(word: &str) -> u64 {
    word.bytes().take(KEY).fold(0, |key, byte| key << 8 | u64::from(fold(byte)))
}

/// Where in the sieve a key lies.
const fn slot(key: u64) -> usize {
    (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 50) as usize
}

/// Whether a word stands at a place, in whatever case.
fn begins(text: &str, at: usize, word: &str) -> bool {
    text.as_bytes().get(at..at + word.len()).is_some_and(|it| it.eq_ignore_ascii_case(word.as_bytes()))
}

fn contains(text: &str, word: &str) -> bool {
    text.as_bytes().windows(word.len().max(1)).any(|it| it.eq_ignore_ascii_case(word.as_bytes()))
}

/// Every id, in the order of the table, each once.
pub fn ids() -> Vec<&'static str> {
    let mut ids: Vec<&'static str> = Vec::new();
    for it in &signatures().wordings {
        if !ids.contains(&it.id) {
            ids.push(it.id);
        }
    }
    ids
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_wording_can_be_found() {
        assert!(signatures().wordings.len() > 100);
        for it in &signatures().wordings {
            let words = it.first();
            assert!(words.len() >= KEY, "{}: `{words}` is too short to be looked for", it.id);
            assert!(it.words.is_ascii() && !it.words.bytes().any(|byte| byte.is_ascii_uppercase()), "{}: {}", it.id, it.words);
            assert!(!it.words.split(['&', '!']).any(|word| word.trim().is_empty()), "{}: {}", it.id, it.words);
        }
    }

    #[test]
    fn every_wording_is_reached() {
        let mut hidden = Vec::new();
        for it in &signatures().wordings {
            let (with, _) = it.words.split_once(" ! ").unwrap_or((it.words, ""));
            let text = with.split('&').map(str::trim).collect::<Vec<_>>().join(" , ");
            let programs = if it.programs.is_empty() { vec![None, Some("app")] } else { it.programs.split(' ').map(Some).collect() };
            for program in programs {
                let found = signatures().find(&text, Level::Error, &LogOf { program, ..LogOf::default() });
                if found != Some(it.id) {
                    hidden.push(format!("{}: {} of {program:?} is {found:?}", it.id, it.words));
                }
            }
        }
        assert!(hidden.is_empty(), "{hidden:#?}");
    }

    #[test]
    fn ids_are_kebab_case() {
        for id in ids() {
            assert!(
                !id.is_empty()
                    && id.split('-').all(|part| !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())),
                "{id}"
            );
        }
    }
}
