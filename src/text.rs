//! The two languages of the product and the texts that exist in both.
//! A leaf: knows nothing of Kubernetes. A text with one language missing does not compile.

use std::fmt::{Display, Write as _};
use std::str::Split;

use crate::crosses;
/// A language the page speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Simplified Chinese (简体中文).
    Zh,
}

impl Lang {
    /// Both, in the order in which the page offers them.
    pub const ALL: [Self; 2] = [Self::En, Self::Zh];

    /// The BCP 47 tag, as for the `lang` attribute.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Zh => "zh-CN",
        }
    }

    /// The language of a BCP 47 tag such as `zh-Hans-CN` or `en_US`; `None` if the page does not speak it.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        match primary.to_ascii_lowercase().as_str() {
            "zh" => Some(Self::Zh),
            "en" => Some(Self::En),
            _ => None,
        }
    }
}

/// A fixed text in both languages; made by [`text!`](crate::text!). One string with a mark between them: with two, every text
/// of the page would need a second address and length, which compress badly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text(&'static str);

impl Text {
    /// Both languages, as the macro joins them.
    pub const fn joined(both: &'static str) -> Self {
        Self(both)
    }

    /// The text in one language.
    #[inline(never)]
    pub fn get(self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.en(),
            Lang::Zh => self.zh(),
        }
    }

    /// English.
    pub fn en(self) -> &'static str {
        parted(self.0).0
    }

    /// 简体中文.
    pub fn zh(self) -> &'static str {
        parted(self.0).1
    }

    /// The same as an owned phrase.
    #[inline(never)]
    pub fn phrase(self) -> Phrase {
        let (en, zh) = parted(self.0);
        Phrase { en: en.to_owned(), zh: zh.to_owned() }
    }
}

/// Between the parts that the macros join.
const MARK: char = '\u{1f}';

fn parted(both: &str) -> (&str, &str) {
    both.split_once(MARK).unwrap_or_default()
}

/// A text with values filled in, in both languages; made by [`phrase!`](crate::phrase).
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Phrase {
    /// English.
    pub en: String,
    /// 简体中文.
    pub zh: String,
}

crosses! { struct Phrase { en, zh } }

impl Phrase {
    /// The phrase in one language.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::Zh => &self.zh,
        }
    }

    /// Two templates and the names of the values, joined, with `{name}` replaced by the value of that name; what
    /// [`phrase!`](crate::phrase) expands to.
    #[inline(never)]
    pub fn fill(joined: &str, values: &[&dyn Display]) -> Self {
        let mut parts = joined.split(MARK);
        let (en, zh) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        Self { en: filled(en, &parts, values), zh: filled(zh, &parts, values) }
    }

    /// A name that is the same in both languages.
    pub fn same(name: impl Into<String>) -> Self {
        let en = name.into();
        Self { zh: en.clone(), en }
    }
}

/// Replaces each `{name}`; the macro has checked that there is a value for it.
fn filled(template: &str, names: &Split<'_, char>, values: &[&dyn Display]) -> String {
    let mut out = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        out.push_str(before);
        let value = names.clone().position(|have| have == name).and_then(|at| values.get(at));
        debug_assert!(value.is_some(), "`{{{name}}}` takes no format options");
        if let Some(value) = value {
            // Writing to a string does not fail.
            let _ = write!(out, "{value}");
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// A number as both languages write it: with commas between the thousands from five digits on, `8000`, `65,301`.
pub fn thousands(number: u64) -> String {
    let digits = number.to_string();
    if digits.len() < 5 {
        return digits;
    }
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

impl From<Text> for Phrase {
    fn from(text: Text) -> Self {
        text.phrase()
    }
}

/// A [`Phrase`] from two format strings over the same named values, each of which must use all of them.
///
/// ```
/// let p = porthole::phrase!("{n} pods", "{n} 个 Pod", n = 3);
/// assert_eq!((p.en.as_str(), p.zh.as_str()), ("3 pods", "3 个 Pod"));
/// ```
///
/// The format strings are checked by the compiler but filled in at run time by one shared function: a `format!` for each
/// language and text would make up a good part of the WebAssembly.
#[macro_export]
macro_rules! phrase {
    ($en:literal, $zh:literal $(,)?) => {
        $crate::text::Phrase::fill($crate::both!($en, $zh), &[])
    };
    ($en:literal, $zh:literal $(, $name:ident = $value:expr)+ $(,)?) => {{
        // Never called: the compiler rejects an unknown value, and one that a language leaves out.
        $(let $name = &$value;)+
        let _checked = || (::std::format_args!($en $(, $name = $name)+).as_str().is_some(), ::std::format_args!($zh $(, $name = $name)+).as_str().is_some());
        $crate::text::Phrase::fill($crate::both!($en, $zh $(, $name)+), &[$($name as &dyn ::std::fmt::Display),+])
    }};
}

/// Two literals as one, and the names of their values, with the mark that parts them again.
#[doc(hidden)]
#[macro_export]
macro_rules! both {
    ($en:literal, $zh:literal $(, $name:ident)*) => {
        ::std::concat!($en, "\u{1f}", $zh $(, "\u{1f}", stringify!($name))*)
    };
}

/// Whether a word in small letters is part of a text, whatever the case of its letters. Of ASCII nothing is allocated.
pub fn contains(text: &str, word: &str) -> bool {
    if !text.is_ascii() {
        return text.to_lowercase().contains(word);
    }
    let (text, word) = (text.as_bytes(), word.as_bytes());
    let Some(first) = word.first() else { return true };
    text.windows(word.len()).any(|it| it.first().is_some_and(|byte| byte.eq_ignore_ascii_case(first)) && it.eq_ignore_ascii_case(word))
}

/// A [`Text`] from two literals.
#[macro_export]
macro_rules! text {
    ($en:literal, $zh:literal $(,)?) => {
        $crate::text::Text::joined($crate::both!($en, $zh))
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart() {
        for (number, text) in [(0, "0"), (8000, "8000"), (65_301, "65,301"), (1_234_567, "1,234,567")] {
            assert_eq!(thousands(number), text);
        }
    }
}
