//! `tests/fuzzed/properties/query.rs`, led by libFuzzer; the terms of each text go into the file that `ANNALS_TERMS` names, a
//! line for each, where it is set: `fuzz/query.js` compares them with those of the page.

#![no_main]

#[path = "../../tests/fuzzed/properties/mod.rs"]
mod properties;

use std::io::Write as _;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    properties::query::hold(bytes);
    if let Some(file) = std::env::var_os("ANNALS_TERMS") {
        let terms = annals::render::search_terms(std::str::from_utf8(bytes).unwrap_or_default());
        let mut file = std::fs::OpenOptions::new().append(true).create(true).open(file).unwrap();
        writeln!(file, "{}", terms.join(" ")).unwrap();
    }
});
