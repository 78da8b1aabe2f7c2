//! The first hour of a newcomer, as the README shows it: each command of that section is run, one after
//! the other, and prints what stands below it there.
//!
//! `ANNALS_BLESS=1 cargo nextest run newcomer` writes the outputs anew: read what changed.

use std::path::{Path, PathBuf};
use std::process::Command;

/// A folder outside of any archive, with the write-ups in it, and where the shell is by now.
struct Shell {
    folder: tempfile::TempDir,
    here: PathBuf,
}

impl Shell {
    fn new() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let folder = tempfile::tempdir().unwrap();
        for name in ["june.md", "september.md"] {
            std::fs::copy(root.join("tests/fixtures/first-hour").join(name), folder.path().join(name))
                .unwrap();
        }
        std::fs::create_dir(folder.path().join("bin")).unwrap();
        std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_annals"), folder.path().join("bin/annals")).unwrap();
        Shell { here: folder.path().to_owned(), folder }
    }

    /// What a command prints; it may fail where a fault is shown.
    fn run(&mut self, command: &str) -> String {
        if let Some(to) = command.strip_prefix("cd ") {
            self.here.push(to);
            return String::new();
        }
        // An unoptimised program sets PDF for minutes; what is printed of a build here is the same.
        let command = command.replace("annals build", "annals build --no-pdf");
        let path = format!("{}:{}", self.folder.path().join("bin").display(), std::env::var("PATH").unwrap());
        let mut shell = Command::new("bash");
        shell.current_dir(&self.here).arg("-c").arg(format!("exec 2>&1\n{command}"));
        shell.env("PATH", path).env("HOME", self.folder.path()).env("NO_COLOR", "1").env("CI", "");
        shell.env("LC_ALL", "C.UTF-8").env("GIT_CONFIG_NOSYSTEM", "1");
        for role in ["AUTHOR", "COMMITTER"] {
            shell
                .env(format!("GIT_{role}_NAME"), "An Editor")
                .env(format!("GIT_{role}_EMAIL"), "editor@example.org");
        }
        let done = shell.output().unwrap();
        let text = String::from_utf8(done.stdout).unwrap();
        let text = text.replace(&format!("{}/", self.here.display()), "");
        let mut lines: Vec<String> = text.lines().map(|line| settled(line.trim_end())).collect();
        while lines.last().is_some_and(String::is_empty) {
            lines.pop();
        }
        lines.iter().map(|line| format!("{line}\n")).collect()
    }
}

/// A line without what differs from run to run: sizes and times.
fn settled(line: &str) -> String {
    match line.split_once(" pages, ") {
        Some((before, after)) if after.ends_with(" s") => format!("{before} pages, …"),
        _ => line.to_owned(),
    }
}

#[test]
fn the_first_hour_in_the_readme_is_what_happens() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = std::fs::read_to_string(&file).unwrap();
    let start = readme.find("\n## The first hour\n").unwrap() + 1;
    let end = start + readme[start..].find("\n## A five-minute tour\n").unwrap() + 1;
    let mut shell = Shell::new();
    let (mut made, mut count) = (readme[..start].to_owned(), 0);
    let mut lines = readme[start..end].lines().peekable();
    let mut inside = false;
    while let Some(line) = lines.next() {
        if let Some(first) = line.strip_prefix("$ ").filter(|_| inside) {
            made.push_str(line);
            made.push('\n');
            let mut command = first.to_owned();
            while let Some(more) = lines.next_if(|line| line.starts_with("> ")) {
                made.push_str(more);
                made.push('\n');
                command.push('\n');
                command.push_str(&more[2..]);
            }
            // What was printed when this was last written down.
            while lines.next_if(|line| !line.starts_with("$ ") && *line != "```").is_some() {}
            made.push_str(&shell.run(&command));
            count += 1;
            continue;
        }
        inside = if line == "```console" { true } else { inside && line != "```" };
        made.push_str(line);
        made.push('\n');
    }
    made.push_str(&readme[end..]);
    assert!(count > 15, "only {count} commands are shown");
    for happened in [
        "error[unknown_word]",
        "As at 31 December 2024: outstanding",
        "edition 1 of reports/2024",
        "| resolved | 0 | 1 |",
    ] {
        assert!(made[start..].contains(happened), "{happened} did not happen:\n{}", &made[start..]);
    }
    if std::env::var_os("ANNALS_BLESS").is_some() {
        std::fs::write(&file, &made).unwrap();
    }
    assert!(made == readme, "run with ANNALS_BLESS=1 and read what changed in README.md");
}
