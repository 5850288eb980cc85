#![no_main]

libfuzzer_sys::fuzz_target!(init: targets::model::check(b""), |bytes: &[u8]| targets::model::check(bytes));
