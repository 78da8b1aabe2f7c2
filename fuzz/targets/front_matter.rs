//! `tests/fuzzed/properties/front_matter.rs`, led by libFuzzer.

#![no_main]

#[path = "../../tests/fuzzed/properties/mod.rs"]
mod properties;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| properties::front_matter::hold(bytes));
