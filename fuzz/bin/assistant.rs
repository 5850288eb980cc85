#![no_main]

libfuzzer_sys::fuzz_target!(init: targets::assistant::check(b""), |bytes: &[u8]| targets::assistant::check(bytes));
