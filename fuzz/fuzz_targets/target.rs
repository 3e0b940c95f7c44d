//! A fuzz target: the check that has the name of this program, over bytes that libFuzzer makes up.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| namesieve_fuzz::run(env!("CARGO_BIN_NAME"), data));
