#![no_main]

libfuzzer_sys::fuzz_target!(init: targets::days::check(b""), |bytes: &[u8]| targets::days::check(bytes));
