#![no_main]

libfuzzer_sys::fuzz_target!(init: targets::memory::check(b""), |bytes: &[u8]| targets::memory::check(bytes));
