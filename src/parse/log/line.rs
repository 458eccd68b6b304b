//! One line of a log: its time, level and message, in whatever way its program writes them.

/// Whether a line of JSON is one of a log, not an object.
pub fn is_json_log(text: &str) -> bool {
    let has = |key: &str| text.contains(key);
    text.starts_with('{')
        && text.ends_with('}')
        && (has("\"msg\":") || has("\"message\":") || has("\"level\":"))
        && !has("\"apiVersion\":")
        && !has("\"kind\":")
        && !has("\"metadata\":")
}
