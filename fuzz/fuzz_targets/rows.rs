//! Rows of JSON and of tables.

#![no_main]

#[path = "../../crates/reader/tests/properties/mod.rs"]
mod properties;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    properties::check(&[b"{\"text\": \"", bytes].concat());
    properties::check(&[b"title,date,text\n", bytes].concat());
});
