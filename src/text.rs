//! The two languages of the product and the texts that exist in both.
//! A leaf: knows nothing of Kubernetes. A text with one language missing does not compile.

use serde::{Deserialize, Serialize};

/// A language the page speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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

/// A fixed text in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    /// English.
    pub en: &'static str,
    /// 简体中文.
    pub zh: &'static str,
}

impl Text {
    /// The text in both languages.
    pub const fn new(en: &'static str, zh: &'static str) -> Self {
        Self { en, zh }
    }

    /// The text in one language.
    pub const fn get(self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.en,
            Lang::Zh => self.zh,
        }
    }

    /// The same as an owned phrase.
    pub fn phrase(self) -> Phrase {
        Phrase { en: self.en.to_owned(), zh: self.zh.to_owned() }
    }
}

/// A text with values filled in, in both languages; made by [`phrase!`](crate::phrase).
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Phrase {
    /// English.
    pub en: String,
    /// 简体中文.
    pub zh: String,
}

impl Phrase {
    /// The phrase in one language.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::Zh => &self.zh,
        }
    }

    /// A name that is the same in both languages.
    pub fn same(name: impl Into<String>) -> Self {
        let en = name.into();
        Self { zh: en.clone(), en }
    }
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
#[macro_export]
macro_rules! phrase {
    ($en:literal, $zh:literal $(, $name:ident = $value:expr)* $(,)?) => {{
        $(let $name = &$value;)*
        $crate::text::Phrase {
            en: ::std::format!($en $(, $name = $name)*),
            zh: ::std::format!($zh $(, $name = $name)*),
        }
    }};
}

/// A [`Text`] from two literals.
#[macro_export]
macro_rules! text {
    ($en:literal, $zh:literal $(,)?) => {
        $crate::text::Text::new($en, $zh)
    };
}
