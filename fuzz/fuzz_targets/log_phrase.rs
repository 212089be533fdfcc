//! The fuzzer's way into `log_phrase`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| ebb_fuzz::log_phrase(bytes));
