#![no_main]

libfuzzer_sys::fuzz_target!(init: targets::patterns::check(b""), |bytes: &[u8]| targets::patterns::check(bytes));
