//! A strict little reader of XML without namespaces, comments or declarations: it takes less than XML allows.

/// A start tag.
pub struct Element {
    /// Its name.
    pub name: String,
    /// Names and unescaped values.
    pub attributes: Vec<(String, String)>,
}

/// The start tags of a document in their order; what is wrong with it otherwise.
pub fn read(text: &str) -> Result<Vec<Element>, String> {
    let mut elements = Vec::new();
    let mut open: Vec<String> = Vec::new();
    let mut rest = text.trim();
    while let Some(tag) = rest.strip_prefix('<') {
        let (inside, after) = cut(tag)?;
        if let Some(name) = inside.strip_prefix('/') {
            if open.pop().as_deref() != Some(name) {
                return Err(format!("</{name}> closes nothing"));
            }
        } else {
            let (inside, empty) = inside.strip_suffix('/').map_or((inside, false), |it| (it, true));
            let (name, attributes) = inside.split_once(' ').unwrap_or((inside, ""));
            if name.is_empty() || !name.chars().all(|c| c.is_ascii_alphanumeric()) {
                return Err(format!("<{name}> is no name"));
            }
            if !empty {
                open.push(name.to_owned());
            }
            elements.push(Element { name: name.to_owned(), attributes: attributes_of(attributes)? });
        }
        let content = after.find('<').unwrap_or(after.len());
        unescaped(&after[..content])?;
        rest = &after[content..];
        if open.is_empty() && !rest.is_empty() {
            return Err(format!("after the end: {rest}"));
        }
    }
    if open.is_empty() && rest.is_empty() { Ok(elements) } else { Err(format!("not closed: {open:?} {rest}")) }
}

/// Up to the end of the tag, quotes observed.
fn cut(tag: &str) -> Result<(&str, &str), String> {
    let mut quoted = false;
    for (at, c) in tag.char_indices() {
        match c {
            '"' => quoted = !quoted,
            '>' if !quoted => return Ok((&tag[..at], &tag[at + 1..])),
            '<' => return Err(format!("< in a tag: {tag}")),
            _ => {}
        }
    }
    Err(format!("a tag without end: {tag}"))
}

fn attributes_of(mut text: &str) -> Result<Vec<(String, String)>, String> {
    let mut attributes: Vec<(String, String)> = Vec::new();
    while !text.trim().is_empty() {
        let (name, value) = text.trim_start().split_once("=\"").ok_or_else(|| format!("no attribute: {text}"))?;
        let (value, after) = value.split_once('"').ok_or_else(|| format!("a value without end: {value}"))?;
        if !name.chars().all(|c| c.is_ascii_alphabetic()) || attributes.iter().any(|(it, _)| it == name) {
            return Err(format!("attribute {name}"));
        }
        attributes.push((name.to_owned(), unescaped(value)?));
        text = after;
    }
    Ok(attributes)
}

fn unescaped(text: &str) -> Result<String, String> {
    if let Some(bad) = text.chars().find(|c| c.is_control() && !matches!(c, '\n' | '\t') || matches!(c, '\u{fffe}' | '\u{ffff}')) {
        return Err(format!("{bad:?} is no character of XML"));
    }
    if text.contains("]]>") {
        return Err("]]> in text".to_owned());
    }
    let mut pieces = text.split('&');
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (entity, after) = piece.split_once(';').ok_or_else(|| format!("a bare &: {piece}"))?;
        out.push(match entity {
            "lt" => '<',
            "gt" => '>',
            "amp" => '&',
            "quot" => '"',
            "#10" => '\n',
            other => return Err(format!("&{other}; is not known")),
        });
        out += after;
    }
    Ok(out)
}
