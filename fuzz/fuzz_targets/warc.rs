//! Web archives: a record whose header and content are anything.

#![no_main]

#[path = "../../crates/reader/tests/properties/mod.rs"]
mod properties;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    properties::check(&[b"WARC/1.0\r\nWARC-Type: response\r\n", bytes].concat());
});
