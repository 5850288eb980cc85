//! Feeds.

#![no_main]

#[path = "../../crates/reader/tests/properties/mod.rs"]
mod properties;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    properties::check(&[b"<?xml version=\"1.0\"?><rss><channel>", bytes].concat());
});
