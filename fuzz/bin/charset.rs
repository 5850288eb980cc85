#![no_main]

libfuzzer_sys::fuzz_target!(init: targets::charset::check(b""), |bytes: &[u8]| targets::charset::check(bytes));
