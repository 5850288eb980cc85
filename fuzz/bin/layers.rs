#![no_main]

libfuzzer_sys::fuzz_target!(init: targets::layers::check(b""), |bytes: &[u8]| targets::layers::check(bytes));
