//! The fuzzer's way into `event_v1`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| ebb_fuzz::event_v1(bytes));
