//! [`Block`]s → Markdown for an issue or a chat. Whatever the paste held is shown as text: it can open no tag, link, mention or fence.

use crate::share::document::{Block, Command, Quotation};
use crate::share::words;
use crate::text::Lang;

/// Renders blocks as GitHub-flavoured Markdown.
pub fn markdown(blocks: &[Block], lang: Lang) -> String {
    let mut page = String::new();
    let mut in_list = false;
    for block in blocks {
        let item = matches!(block, Block::Item { .. });
        let continues = item && in_list;
        if !page.is_empty() && !continues {
            page.push('\n');
        }
        in_list = item;
        page.push_str(&render(block, lang));
        page.push('\n');
    }
    page
}

fn render(block: &Block, lang: Lang) -> String {
    match block {
        Block::Title(text) => format!("**{}**", spoken(text)),
        Block::Heading { severity: Some(severity), text } => match lang {
            Lang::En => format!("## {}: {}", words::severity(*severity).en(), spoken(text)),
            Lang::Zh => format!("## {}：{}", words::severity(*severity).zh(), spoken(text)),
        },
        Block::Heading { severity: None, text } => format!("## {}", spoken(text)),
        Block::Label(text) => format!("### {}", spoken(text)),
        Block::Statement { text, tag, .. } => format!("**{}** · {}", spoken(text), spoken(tag)),
        Block::Paragraph(text) => spoken(text),
        Block::Item { depth, text } => format!("{}- {}", "  ".repeat(*depth), spoken(text)),
        Block::Quotes(quotations) => fenced("text", &quotations.iter().map(quotation).collect::<Vec<_>>().join("\n")),
        Block::Commands(commands) => fenced("sh", &commands.iter().map(command).collect::<Vec<_>>().join("\n")),
    }
}

fn quotation(it: &Quotation) -> String {
    if it.note.is_empty() { format!("{}\n  {}", it.place, it.text) } else { format!("{}  ({})\n  {}", it.place, it.note, it.text) }
}

fn command(it: &Command) -> String {
    let node = it.node.as_ref().map(|node| format!("[{node}] ")).unwrap_or_default();
    let comment = format!("{node}{}", it.purpose);
    if comment.is_empty() { it.command.clone() } else { format!("# {}\n{}", comment.trim_end(), it.command) }
}

/// A code block whose fence is longer than any run of backticks inside.
fn fenced(language: &str, text: &str) -> String {
    let fence = "`".repeat(longest_run(text).max(2) + 1);
    format!("{fence}{language}\n{text}\n{fence}")
}

fn longest_run(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}

/// Running text: what stands between a pair of single backticks stays code, all else is escaped.
fn spoken(text: &str) -> String {
    let parts: Vec<&str> = text.split('`').collect();
    let paired = parts.len() % 2 == 1 && longest_run(text) < 2;
    if !paired {
        return guard_start(&escape(text));
    }
    let spans = parts.iter().enumerate().map(|(at, part)| if at % 2 == 1 { format!("`{part}`") } else { escape(part) });
    guard_start(&spans.collect::<String>())
}

/// Escapes what begins markup anywhere in a line.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            // A zero-width space: no backslash stops GitHub from notifying a person.
            '@' => escaped.push_str("@\u{200B}"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '$' => {
                escaped.push('\\');
                escaped.push(c);
            }
            c => escaped.push(c),
        }
    }
    escaped
}

/// Escapes what begins a heading, a list or a rule at the start of a line.
fn guard_start(text: &str) -> String {
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    let (number, rest) = text.split_at(digits);
    if digits > 0 && rest.starts_with(['.', ')']) {
        return format!("{number}\\{rest}");
    }
    if text.starts_with(['#', '-', '+', '=']) { format!("\\{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_in_running_text_is_shown_as_text() {
        for (text, shown) in [
            ("<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)&gt;"),
            ("a|b [x](http://y) *z* __w__ ~~v~~", "a\\|b \\[x\\](http://y) \\*z\\* \\_\\_w\\_\\_ \\~\\~v\\~\\~"),
            ("# not a heading", "\\# not a heading"),
            ("1. not a list", "1\\. not a list"),
            ("ping @team", "ping @\u{200B}team"),
            ("run `kubectl get pods -A | head`, then wait", "run `kubectl get pods -A | head`, then wait"),
            ("an odd ` tick <b>", "an odd \\` tick &lt;b&gt;"),
            ("a ``` fence", "a \\`\\`\\` fence"),
        ] {
            assert_eq!(spoken(text), shown);
        }
    }

    #[test]
    fn a_fence_is_longer_than_what_it_holds() {
        let quotes = Block::Quotes(vec![Quotation { place: "p:1".into(), text: "```` <script>".into(), note: String::new() }]);
        assert_eq!(markdown(&[quotes], Lang::En), "`````text\np:1\n  ```` <script>\n`````\n");
    }
}
