//! Lines that only set a quoted output apart: fences of Markdown, markup of trackers and forums.

/// Whether the line is such a mark.
pub fn is_fence(line: &str) -> bool {
    let line = line.trim();
    // Nearly every line ends here.
    if !line.starts_with(['`', '~', '{', '[', '<']) {
        return false;
    }
    if line.starts_with("```") || line.starts_with("~~~") {
        return true;
    }
    let lower = line.to_ascii_lowercase();
    [
        "{code",
        "{noformat",
        "{panel",
        "[code",
        "[/code",
        "<pre",
        "</pre",
        "<code",
        "</code",
        "<details",
        "</details",
        "<summary",
        "</summary",
    ]
    .iter()
    .any(|mark| lower.starts_with(mark) && line.len() < 120 && line.ends_with(['}', ']', '>']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_trackers_and_forums() {
        for line in ["```bash", "   ~~~", "{code:bash}", "{noformat}", "[code]", "</pre>", "<details><summary>kubectl get po</summary>"] {
            assert!(is_fence(line), "{line}");
        }
        for line in ["NAME   READY", "{", "[root@node ~]# ls", "{\"kind\":\"Pod\"}", "<none>"] {
            assert!(!is_fence(line), "{line}");
        }
    }
}
