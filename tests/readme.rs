//! What the README shows of the program is what the program prints.
//!
//! `ANNALS_BLESS=1 cargo test` writes the transcripts anew: read what changed before you keep it.

use std::path::Path;
use std::process::Command;

/// The commands whose whole output stands in the README.
const SHOWN: &[&str] = &["$ annals explain ", "$ annals diff "];

#[test]
fn the_transcripts_in_the_readme_are_what_the_program_prints() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let file = root.join("README.md");
    let readme = std::fs::read_to_string(&file).unwrap();
    let mut made = String::new();
    let (mut skipping, mut shown) = (false, 0);
    // Another archive, and another test: newcomer.rs.
    let mut elsewhere = false;
    for line in readme.lines() {
        if line.starts_with("## ") {
            elsewhere = line == "## The first hour";
        }
        if line == "```" {
            skipping = false;
        }
        if skipping {
            continue;
        }
        made.push_str(line);
        made.push('\n');
        if !elsewhere && SHOWN.iter().any(|command| line.starts_with(command)) {
            let arguments: Vec<&str> = line.split_whitespace().skip(2).collect();
            let mut command = Command::new(env!("CARGO_BIN_EXE_annals"));
            let ran = command.current_dir(root).args(&arguments).env("NO_COLOR", "1").output().unwrap();
            assert!(ran.status.success(), "{line}: {}", String::from_utf8_lossy(&ran.stderr));
            made.push_str(&String::from_utf8(ran.stdout).unwrap());
            (skipping, shown) = (true, shown + 1);
        }
    }
    assert!(shown >= 2, "the README shows {shown} transcripts");
    if std::env::var_os("ANNALS_BLESS").is_some() {
        std::fs::write(&file, &made).unwrap();
    }
    assert!(made == readme, "run with ANNALS_BLESS=1 and read what changed in README.md");
}
