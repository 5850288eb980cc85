#![no_main]

libfuzzer_sys::fuzz_target!(init: targets::robots::check(b""), |bytes: &[u8]| targets::robots::check(bytes));
