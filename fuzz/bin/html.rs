#![no_main]

libfuzzer_sys::fuzz_target!(init: targets::html::check(b""), |bytes: &[u8]| targets::html::check(bytes));
