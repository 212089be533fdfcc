//! The fuzzer's way into `seal_open`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| ebb_fuzz::seal_open(bytes));
