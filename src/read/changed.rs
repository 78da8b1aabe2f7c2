//! When the file of each record last changed, by the history of the repository that it lies in.
//!
//! In: the root and the folders of records. Out: a day for each file, by its path below the root. `git` is
//! asked once for the history of a folder and once for what was changed since; where there is no `git`, no
//! repository or no answer, no file has a day. Nor has a file that was changed since the last commit, or one
//! whose last change lies before the history that a shallow clone has: the day of its first commit is that of
//! no change. The same commit gives the same days on any machine, for they are days of the committer.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::git::ask;
use crate::model::config::Root;
use crate::model::date::Date;

/// Days by the path of their file, relative to the root.
pub(super) fn days(root: &Path, folders: &[Root]) -> BTreeMap<String, Date> {
    let mut days = BTreeMap::new();
    for folder in folders {
        let Some(found) = of_folder(&root.join(&*folder.path)) else { continue };
        days.extend(found.into_iter().map(|(file, day)| (format!("{}/{file}", folder.path), day)));
    }
    days
}

fn of_folder(folder: &Path) -> Option<BTreeMap<String, Date>> {
    let log = ["-c", "log.showSignature=false", "log", "--format=%x01%cs %D", "--decorate-refs=refs/none"];
    let names = ["--name-only", "-z", "--no-renames", "--relative", "--", "."];
    let told = ask(folder, &[&log[..], &names[..]].concat()).ok()?;
    let changed =
        ["diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", "--relative", "HEAD", "--", "."];
    let changed = ask(folder, &changed).ok()?;
    let changed: BTreeSet<&[u8]> = changed.split(|byte| *byte == 0).collect();
    Some(read(&told).into_iter().filter(|(file, _)| !changed.contains(file.as_bytes())).collect())
}

/// Reads the log: each commit by its day and whether the history was cut off at it, then its files.
fn read(log: &[u8]) -> BTreeMap<String, Date> {
    let mut days: BTreeMap<String, Option<Date>> = BTreeMap::new();
    let mut day: Option<Date> = None;
    for piece in log.split(|byte| *byte == 0) {
        let Ok(piece) = std::str::from_utf8(piece) else { continue };
        let piece = piece.trim_start_matches('\n');
        if let Some(head) = piece.strip_prefix('\u{1}') {
            let (written, marks) = head.split_once(' ').unwrap_or((head, ""));
            let is_cut_off = marks.split(", ").any(|mark| mark == "grafted");
            day = written.parse().ok().filter(|_| !is_cut_off);
        } else if !piece.is_empty() {
            // The newest commit comes first; one without a day still says that no older one counts.
            days.entry(piece.to_owned()).or_insert(day);
        }
    }
    days.into_iter().filter_map(|(file, day)| Some((file, day?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_commit_of_a_file_counts_and_one_at_the_cut_does_not() {
        let log = "\u{1}2020-01-03 \0\nb.md\0a/é c.md\0\u{1}2020-01-02 \0\nb.md\0\u{1}2020-01-01 grafted\0\na/é c.md\0old.md\0";
        let days = read(log.as_bytes());
        let told: Vec<String> = days.iter().map(|(file, day)| format!("{file} {day}")).collect();
        assert_eq!(told, ["a/é c.md 2020-01-03", "b.md 2020-01-03"]);
        assert!(read(b"").is_empty());
    }
}
