#![no_main]

use libfuzzer_sys::fuzz_target;

// Begins with what such a text begins with, so that its reader is reached at once.
fuzz_target!(|bytes: &[u8]| {
    if let Ok(text) = std::str::from_utf8(bytes) {
        porthole_fuzz::text(&format!("{}{text}", "Name:         web-1\nNamespace:    shop\n"));
        porthole_fuzz::text(text);
    }
});
