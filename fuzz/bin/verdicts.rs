#![no_main]

libfuzzer_sys::fuzz_target!(init: targets::verdicts::check(b""), |bytes: &[u8]| targets::verdicts::check(bytes));
