//! Bytes in any encoding, with a declaration or without.

#![no_main]

#[path = "../../crates/reader/tests/properties/mod.rs"]
mod properties;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    properties::check(bytes);
    for declared in ["utf-8", "utf-16", "windows-1251", "shift_jis", "iso-2022-jp", "gb18030"] {
        let page = format!("<html><meta charset={declared}><body><p>");
        properties::check(&[page.as_bytes(), bytes].concat());
    }
});
