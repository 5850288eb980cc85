#![no_main]

libfuzzer_sys::fuzz_target!(init: targets::mail::check(b""), |bytes: &[u8]| targets::mail::check(bytes));
