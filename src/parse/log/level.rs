//! The words by which programs say how bad a line is.

use crate::parse::record::Level;

/// No word of a level is longer.
const LONGEST: usize = 9;

/// Words of each level, in small letters.
const WORDS: &[(&str, Level)] = &[
    ("info", Level::Info),
    ("warn", Level::Warning),
    ("error", Level::Error),
    ("warning", Level::Warning),
    ("debug", Level::Debug),
    ("err", Level::Error),
    ("fatal", Level::Fatal),
    ("notice", Level::Info),
    ("trace", Level::Debug),
    ("critical", Level::Fatal),
    ("inf", Level::Info),
    ("wrn", Level::Warning),
    ("dbg", Level::Debug),
    ("crit", Level::Fatal),
    ("panic", Level::Fatal),
    ("dpanic", Level::Fatal),
    ("emerg", Level::Fatal),
    ("alert", Level::Fatal),
    ("severe", Level::Error),
    ("log", Level::Info),
    ("fine", Level::Debug),
    ("ftl", Level::Fatal),
    // What logrus prints on a terminal.
    ("erro", Level::Error),
    ("debu", Level::Debug),
    ("fata", Level::Fatal),
];

/// The level that a word names, however it is written; `None` if it names none.
pub fn word(text: &str) -> Option<Level> {
    if text.is_empty() || text.len() > LONGEST {
        return None;
    }
    WORDS.iter().find(|(word, _)| word.eq_ignore_ascii_case(text)).map(|(_, level)| *level)
}

/// The level that a word in capital letters names: `error` may be any word of a message, `ERROR` is hardly.
pub fn capitals(text: &str) -> Option<Level> {
    text.bytes().all(|byte| byte.is_ascii_uppercase()).then(|| word(text)).flatten()
}

/// The level of klog, capnslog and their like: one letter.
pub fn letter(letter: u8) -> Option<Level> {
    match letter {
        b'I' | b'N' => Some(Level::Info),
        b'W' => Some(Level::Warning),
        b'E' => Some(Level::Error),
        b'F' | b'C' => Some(Level::Fatal),
        b'D' => Some(Level::Debug),
        _ => None,
    }
}

/// The level in a field of JSON or logfmt: a word, a letter, or a number as bunyan and pino write it.
pub fn field(value: &str) -> Option<Level> {
    let number = |value: &str| match value.parse::<u32>().ok()? {
        10 | 20 => Some(Level::Debug),
        30 => Some(Level::Info),
        40 => Some(Level::Warning),
        50 => Some(Level::Error),
        60 => Some(Level::Fatal),
        _ => None,
    };
    match value.as_bytes() {
        [one] => letter(one.to_ascii_uppercase()),
        _ => word(value).or_else(|| number(value)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_by_words_letters_and_numbers() {
        for (text, level) in
            [("warn", Some(Level::Warning)), ("WARNING", Some(Level::Warning)), ("Error", Some(Level::Error)), ("errors", None), ("", None)]
        {
            assert_eq!(word(text), level, "{text}");
        }
        assert_eq!((capitals("ERROR"), capitals("error"), capitals("Error")), (Some(Level::Error), None, None));
        assert_eq!(
            (field("50"), field("W"), field("200"), field("info")),
            (Some(Level::Error), Some(Level::Warning), None, Some(Level::Info))
        );
    }
}
