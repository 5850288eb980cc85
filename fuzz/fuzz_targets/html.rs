//! HTML pages.

#![no_main]

#[path = "../../crates/reader/tests/properties/mod.rs"]
mod properties;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    properties::check(&[b"<!doctype html><body>", bytes].concat());
});
