#![no_main]

libfuzzer_sys::fuzz_target!(init: targets::feed::check(b""), |bytes: &[u8]| targets::feed::check(bytes));
