#![no_main]

libfuzzer_sys::fuzz_target!(init: targets::consulted::check(b""), |bytes: &[u8]| targets::consulted::check(bytes));
