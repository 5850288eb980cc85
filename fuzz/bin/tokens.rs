#![no_main]

libfuzzer_sys::fuzz_target!(init: targets::tokens::check(b""), |bytes: &[u8]| targets::tokens::check(bytes));
