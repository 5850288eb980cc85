//! Text that has lost its HTML.

#![no_main]

#[path = "../../crates/reader/tests/properties/mod.rs"]
mod properties;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    properties::check(format!("Envoys meet\n\n{text}").as_bytes());
});
