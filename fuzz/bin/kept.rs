#![no_main]

libfuzzer_sys::fuzz_target!(init: targets::kept::check(b""), |bytes: &[u8]| targets::kept::check(bytes));
