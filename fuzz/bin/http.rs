#![no_main]

libfuzzer_sys::fuzz_target!(init: targets::http::check(b""), |bytes: &[u8]| targets::http::check(bytes));
