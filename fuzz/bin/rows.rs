#![no_main]

libfuzzer_sys::fuzz_target!(init: targets::rows::check(b""), |bytes: &[u8]| targets::rows::check(bytes));
