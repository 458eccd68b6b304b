#![no_main]

use libfuzzer_sys::fuzz_target;
use tree::Tree;
use tree::json::{Filter, read};

fuzz_target!(|bytes: &[u8]| {
    if let Ok(text) = std::str::from_utf8(bytes) {
        let mut tree = Tree::default();
        let _ = read(text, 0, 0, Filter::default(), &mut tree);
        porthole_fuzz::text(text);
        porthole_fuzz::text(&format!("{{\"kind\":\"List\",\"items\":[{{\"kind\":\"Pod\",\"metadata\":{{\"name\":\"a\",\"x\":{text}}}}}]}}"));
    }
});
