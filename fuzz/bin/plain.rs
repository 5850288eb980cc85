#![no_main]

libfuzzer_sys::fuzz_target!(init: targets::plain::check(b""), |bytes: &[u8]| targets::plain::check(bytes));
