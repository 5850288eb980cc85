#![no_main]

libfuzzer_sys::fuzz_target!(init: targets::tables::check(b""), |bytes: &[u8]| targets::tables::check(bytes));
