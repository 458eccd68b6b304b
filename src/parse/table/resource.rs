//! What a table lists: by the user's word, its columns, the command, the file's name; and how surely.

use crate::parse::format::{Context, Sure};
use crate::parse::table::header::Header;
use crate::parse::table::kinds::identify;
use crate::phrase;
use crate::text::Phrase;

/// What a table lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resource {
    /// Plural name; empty if nothing tells it.
    pub name: String,
    /// How surely.
    pub sure: Sure,
    /// Which other readings fit.
    pub doubt: Option<Phrase>,
    /// Whether it shows usage, as of `kubectl top`.
    pub usage: bool,
}

/// Words that stand in the first row of one of two kinds whose columns are the same.
const WORDS: &[(&str, &[&str])] =
    &[("namespaces", &["Active", "Terminating"]), ("nodes", &["Ready", "NotReady", "Ready,SchedulingDisabled"])];

/// Decides. `row` is the first row.
pub fn resource(header: &Header, row: &str, context: &Context) -> Resource {
    let columns: Vec<&str> = header.columns.iter().map(|column| column.name.as_str()).collect();
    let usage = columns.iter().any(|column| column.starts_with("CPU(cores)"));
    let certain = |name: &str| Resource { name: name.to_owned(), sure: Sure::Certain, doubt: None, usage };
    if let Some(told) = context.told.as_ref().and_then(|told| told.resource.as_deref()) {
        return certain(told);
    }
    let fitting = identify(&columns);
    if let Some(asked) = fitting.iter().find(|it| context.asked.resources.iter().any(|asked| asked == **it)) {
        return certain(asked);
    }
    match (fitting.as_slice(), context.asked.resource()) {
        // The columns are better proof than the command (`get all`); the command names custom resources.
        ([one], _) => certain(one),
        ([], Some(asked)) => certain(asked),
        ([], None) => Resource { sure: Sure::Guessed, ..certain("") },
        (several, _) => {
            let says = |words: &&[&str]| row.split_whitespace().any(|word| words.contains(&word));
            let by_word = WORDS.iter().find(|(name, words)| several.contains(name) && says(words));
            by_word.map_or_else(|| doubtful(several, &context.path, usage), |(name, _)| certain(name))
        }
    }
}

/// Several kinds have such columns: the file's name may tell, else the most common one is taken and the others are named.
fn doubtful(several: &[&'static str], path: &str, usage: bool) -> Resource {
    let file = path.rsplit('/').next().unwrap_or(path).to_ascii_lowercase();
    let by_file = several.iter().find(|it| file.contains(**it));
    if let Some(name) = by_file {
        return Resource { name: (*name).to_owned(), sure: Sure::Likely, doubt: None, usage };
    }
    // Of many kinds none is more likely than the others.
    let name = several.first().copied().filter(|_| several.len() <= 3).unwrap_or_default();
    let doubt = if name.is_empty() {
        phrase!(
            "Tables of several kinds have such columns ({kinds}): nothing tells which it is. Name the kind, or paste the command as well.",
            "多种资源的表格都有这样的列（{kinds}），无法判断是哪一种。请指定资源类型，或把命令一起粘贴。",
            kinds = several.join(", "),
        )
    } else {
        phrase!(
            "Tables of several kinds have such columns ({kinds}): it was taken for {name}. If that is wrong, name the kind, or paste the command as well.",
            "多种资源的表格都有这样的列（{kinds}），这里当作 {name}。如果不对，请指定资源类型，或把命令一起粘贴。",
            kinds = several.join(", "),
            name = name,
        )
    };
    Resource { name: name.to_owned(), sure: Sure::Guessed, doubt: Some(doubt), usage }
}
