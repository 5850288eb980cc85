#![no_main]

libfuzzer_sys::fuzz_target!(init: targets::config::check(b""), |bytes: &[u8]| targets::config::check(bytes));
