//! The fuzzer's way into `import_csv`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| ebb_fuzz::import_csv(bytes));
