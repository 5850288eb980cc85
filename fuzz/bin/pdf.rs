#![no_main]

libfuzzer_sys::fuzz_target!(init: targets::pdf::check(b""), |bytes: &[u8]| targets::pdf::check(bytes));
