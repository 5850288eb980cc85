#![no_main]

libfuzzer_sys::fuzz_target!(init: targets::addresses::check(b""), |bytes: &[u8]| targets::addresses::check(bytes));
