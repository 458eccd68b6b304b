#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    porthole_fuzz::session(bytes);
    if let Ok(text) = std::str::from_utf8(bytes) {
        porthole_fuzz::text(text);
    }
});
