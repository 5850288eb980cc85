#![no_main]

libfuzzer_sys::fuzz_target!(init: targets::links::check(b""), |bytes: &[u8]| targets::links::check(bytes));
