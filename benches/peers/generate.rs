//! `generate FOLDER RECORDS SEED`: writes the generated archive of the benchmarks (`../generator.rs`) into
//! a folder. Compiled by `rustc` alone, in a second, since it needs no crate.

#[path = "../generator.rs"]
mod generator;

fn main() {
    let words: Vec<String> = std::env::args().collect();
    let [_, folder, records, seed] = words.as_slice() else { panic!("generate FOLDER RECORDS SEED") };
    generator::write(
        std::path::Path::new(folder),
        records.parse().expect("a number of records"),
        seed.parse().expect("a seed"),
    );
}
