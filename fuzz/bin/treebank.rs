#![no_main]

libfuzzer_sys::fuzz_target!(init: targets::treebank::check(b""), |bytes: &[u8]| targets::treebank::check(bytes));
