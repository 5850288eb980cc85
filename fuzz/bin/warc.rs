#![no_main]

libfuzzer_sys::fuzz_target!(init: targets::warc::check(b""), |bytes: &[u8]| targets::warc::check(bytes));
