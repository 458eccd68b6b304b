//! Puts a style sheet and what it imports into one text, in the order of the imports.
//! Knows `@import "file.css";` on a line of its own, nothing else of CSS.

use std::io;
use std::path::Path;

use crate::parts::text;

/// The style sheet with its imports in place.
pub fn bundle(sheet: &Path) -> io::Result<String> {
    let folder = sheet.parent().unwrap_or(Path::new("."));
    let mut bundled = String::new();
    for line in text(sheet)?.lines() {
        match imported(line) {
            Some(Ok(name)) => bundled += &bundle(&folder.join(name))?,
            Some(Err(reason)) => return Err(io::Error::other(format!("{}: {reason}: {line}", sheet.display()))),
            None => {
                bundled += line;
                bundled.push('\n');
            }
        }
    }
    Ok(bundled)
}

/// The file that a line imports, if it is an import.
fn imported(line: &str) -> Option<Result<&str, &'static str>> {
    let rest = line.trim().strip_prefix("@import")?;
    let name = rest.trim().strip_suffix(';').map(str::trim).and_then(|it| {
        let it = it.strip_prefix("url(").and_then(|it| it.strip_suffix(')')).unwrap_or(it);
        it.strip_prefix('"').and_then(|it| it.strip_suffix('"')).or_else(|| it.strip_prefix('\'').and_then(|it| it.strip_suffix('\'')))
    });
    Some(match name {
        Some(name) if name.contains("://") || name.starts_with("//") => Err("the page loads nothing from elsewhere"),
        Some(name) => Ok(name),
        None => Err("write imports as @import \"file.css\"; on a line of their own"),
    })
}

#[cfg(test)]
mod tests {
    use super::imported;

    #[test]
    fn imports_are_recognised_in_each_spelling() {
        for line in ["@import \"a.css\";", "  @import 'a.css' ;", "@import url(\"a.css\");"] {
            assert_eq!(imported(line), Some(Ok("a.css")), "{line}");
        }
        assert_eq!(imported("a { color: red }"), None);
    }

    #[test]
    fn an_import_that_cannot_be_inlined_is_an_error() {
        for line in ["@import \"https://example.com/a.css\";", "@import \"a.css\" print;", "@import \"a.css\"; b {}"] {
            assert!(imported(line).is_some_and(|it| it.is_err()), "{line}");
        }
    }
}
