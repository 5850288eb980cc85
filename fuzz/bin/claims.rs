#![no_main]

libfuzzer_sys::fuzz_target!(init: targets::claims::check(b""), |bytes: &[u8]| targets::claims::check(bytes));
