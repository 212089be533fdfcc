//! The fuzzer's way into `vault_backup`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| ebb_fuzz::vault_backup(bytes));
