//! The archive's files as they were in a revision of its git repository.
//!
//! In: the root and a revision as `git` understands it. Out: the texts of `annals.yaml` and of the
//! records, locks and works in `content/`, by their path below the root. The program `git` is asked, and
//! only to read: no file is written and the working folder and the index stay as they are.

use std::collections::BTreeMap;
use std::io::{Read as _, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail};

/// The texts of an archive in a revision.
pub(super) fn texts(root: &Path, revision: &str) -> Result<BTreeMap<String, String>> {
    let commit = ask(
        root,
        &["rev-parse", "--verify", "--quiet", "--end-of-options", &format!("{revision}^{{commit}}")],
    )
    .with_context(|| format!("git knows no revision {revision} here{}", why(root, revision)))?;
    let commit = String::from_utf8_lossy(&commit).trim().to_owned();
    // Paths are told relative to the root, which need not be the repository's.
    let listed = ask(root, &["ls-tree", "-r", "-z", &commit])?;
    let mut files = Vec::new();
    for entry in listed.split(|byte| *byte == 0).filter(|entry| !entry.is_empty()) {
        let entry = String::from_utf8_lossy(entry).into_owned();
        // `100644 blob <object>\t<path>`; links and submodules are no records.
        let Some((about, path)) = entry.split_once('\t') else { continue };
        let mut about = about.split(' ');
        let (mode, kind, object) = (about.next(), about.next(), about.next());
        let is_text = [".md", ".yaml", ".yml", ".bib", ".csl"].iter().any(|end| path.ends_with(end));
        let is_text = is_text && !path.contains("/.") && !path.starts_with("content/assets/");
        if let (Some(mode), Some("blob"), Some(object), true) = (mode, kind, object, is_text)
            && mode.starts_with("100")
        {
            files.push((path.to_owned(), object.to_owned()));
        }
    }
    if !files.iter().any(|(path, _)| path == "annals.yaml") {
        bail!("there was no annals.yaml in revision {revision}");
    }
    contents(root, files)
}

/// What is probably the matter with a revision that is not there.
fn why(root: &Path, revision: &str) -> &'static str {
    let is_shallow =
        ask(root, &["rev-parse", "--is-shallow-repository"]).is_ok_and(|said| said.starts_with(b"true"));
    let is_day = revision.split('/').count() == 3
        && revision.bytes().all(|byte| byte == b'/' || byte.is_ascii_digit());
    match (is_day, is_shallow) {
        (true, _) => " (a day is written as 2024-12-31)",
        (_, true) => {
            " (this clone is shallow: it has the newest revisions alone; `git fetch --unshallow` brings the others, \
             and in a workflow `fetch-depth: 0`)"
        }
        _ => "",
    }
}

fn git(root: &Path, arguments: &[&str]) -> Command {
    let mut git = Command::new("git");
    // No program that a repository's own settings name is run.
    git.arg("-C").arg(root).args(["-c", "core.fsmonitor=false"]).args(arguments);
    // Neither may a repository be found elsewhere than here, nor may a question hang the program.
    git.env_remove("GIT_DIR").env_remove("GIT_WORK_TREE").env("GIT_TERMINAL_PROMPT", "0");
    // What a partial clone left on the server stays there.
    git.env("GIT_NO_LAZY_FETCH", "1");
    git
}

/// What `git` answers.
pub(super) fn ask(root: &Path, arguments: &[&str]) -> Result<Vec<u8>> {
    let done = git(root, arguments).output().context("cannot run git, which reads revisions")?;
    if !done.status.success() {
        let said = String::from_utf8_lossy(&done.stderr);
        let said = if said.trim().is_empty() { "it says no more" } else { said.trim() };
        bail!("git {}: {said}", arguments.join(" "));
    }
    Ok(done.stdout)
}

/// The contents of objects, all asked for in one run.
fn contents(root: &Path, files: Vec<(String, String)>) -> Result<BTreeMap<String, String>> {
    let mut git = git(root, &["cat-file", "--batch"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .context("cannot run git, which reads revisions")?;
    let (stdin, stdout) = (git.stdin.take(), git.stdout.take());
    let (Some(mut stdin), Some(mut stdout)) = (stdin, stdout) else { bail!("git takes no questions") };
    let asked: String = files.iter().map(|(_, object)| format!("{object}\n")).collect();
    // Asked from a thread of its own: git stops answering while its answers are not read.
    let asking = std::thread::spawn(move || stdin.write_all(asked.as_bytes()));
    let mut answer = Vec::new();
    stdout.read_to_end(&mut answer).context("git broke off")?;
    if asking.join().is_err() || !git.wait().context("git broke off")?.success() {
        bail!("git broke off");
    }
    let mut texts = BTreeMap::new();
    let mut rest = answer.as_slice();
    for (path, _) in files {
        // `<object> blob <size>`, a line feed, so many bytes, and a line feed.
        let line = rest.iter().position(|byte| *byte == b'\n').context("git answered short")?;
        let (head, body) = rest.split_at(line);
        let size =
            String::from_utf8_lossy(head).rsplit(' ').next().and_then(|size| size.parse::<usize>().ok());
        let size = size.with_context(|| format!("git did not give {path}"))?;
        let bytes = body.get(1..size + 1).context("git answered short")?;
        texts.insert(path, String::from_utf8_lossy(bytes).into_owned());
        rest = body.get(size + 2..).unwrap_or_default();
    }
    Ok(texts)
}
