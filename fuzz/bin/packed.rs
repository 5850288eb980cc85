#![no_main]

libfuzzer_sys::fuzz_target!(init: targets::packed::check(b""), |bytes: &[u8]| targets::packed::check(bytes));
