#![no_main]

libfuzzer_sys::fuzz_target!(init: targets::table::check(b""), |bytes: &[u8]| targets::table::check(bytes));
