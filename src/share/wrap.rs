//! Lines of a given width, in terminal columns. Knows that Chinese is two columns wide and may break anywhere but before
//! its closing and after its opening punctuation; knows nothing of what the text says.

/// Marks that may not begin a line.
const CLOSING: &str = "，。、；：？！）》」』】”’…";
/// Marks that may not end one.
const OPENING: &str = "（《「『【“‘";

/// Columns that a text takes in a terminal.
pub fn columns(text: &str) -> usize {
    text.chars().map(|c| if wide(c) { 2 } else { 1 }).sum()
}

/// Breaks a text into lines of at most `width` columns; a word that is wider has a line of its own.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for (spaced, unit) in units(text) {
        let gap = if spaced && !line.is_empty() { " " } else { "" };
        if !line.is_empty() && columns(&line) + gap.len() + columns(&unit) > width {
            lines.push(std::mem::take(&mut line));
        } else {
            line.push_str(gap);
        }
        line.push_str(&unit);
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// What may not be broken: words, and single Chinese characters with the punctuation that clings to them.
/// Each with whether a space stands before it.
fn units(text: &str) -> Vec<(bool, String)> {
    let mut units: Vec<(bool, String)> = Vec::new();
    let mut spaced = false;
    let mut joins = false;
    for c in text.chars() {
        if c.is_whitespace() {
            (spaced, joins) = (true, false);
            continue;
        }
        let clings = CLOSING.contains(c) || joins || units.last().is_some_and(|(_, unit)| unit.ends_with(|last| OPENING.contains(last)));
        match units.last_mut() {
            Some((_, unit)) if clings && !spaced => unit.push(c),
            _ => units.push((spaced, c.to_string())),
        }
        spaced = false;
        joins = !wide(c);
        if wide(c) && !OPENING.contains(c) {
            joins = false;
        }
    }
    units
}

/// East Asian wide and full-width characters (Unicode, annex 11), as far as Chinese and its punctuation go.
fn wide(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{303E}' | '\u{3041}'..='\u{A4CF}' | '\u{AC00}'..='\u{D7A3}' | '\u{F900}'..='\u{FAFF}'
        | '\u{FE30}'..='\u{FE6F}' | '\u{FF01}'..='\u{FF60}' | '\u{FFE0}'..='\u{FFE6}' | '\u{1F300}'..='\u{1FAFF}' | '\u{20000}'..='\u{3FFFD}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_breaks_at_spaces() {
        assert_eq!(wrap("the third  etcd member is missing", 12), ["the third", "etcd member", "is missing"]);
        assert_eq!(wrap("kube-apiserver-lab-00002 is down", 10), ["kube-apiserver-lab-00002", "is down"]);
        assert_eq!(wrap("", 10), Vec::<String>::new());
    }

    #[test]
    fn chinese_breaks_anywhere_but_around_its_marks() {
        assert_eq!(wrap("第三个成员不见了，集群没有余量。", 16), ["第三个成员不见", "了，集群没有余", "量。"]);
        assert_eq!(wrap("节点 lab-1 上没有 etcd（静态 Pod）。", 18), ["节点 lab-1 上没有", "etcd（静态 Pod）。"]);
    }

    #[test]
    fn nothing_is_lost_and_nothing_is_too_wide() {
        let text = "API Server 的 etcd 地址是 https://127.0.0.1:2379，也就是说它只连接本节点上的 etcd（“堆叠”拓扑）；本节点没有 etcd。";
        for width in 24..60 {
            let lines = wrap(text, width);
            assert!(lines.iter().all(|line| columns(line) <= width), "{width}: {lines:?}");
            let bare = |text: &str| text.replace(' ', "");
            assert_eq!(bare(&lines.concat()), bare(text), "{width}");
        }
    }
}
