//! The first hour of an editor: a whole archive out of nothing, what publishes it, and what editors
//! read.

use std::path::Path;

use serde_json::Value;

use crate::harness::{Ran, Site};

const TODAY: &str = "2026-11-22";

fn started(arguments: &[&str]) -> (tempfile::TempDir, Ran) {
    let around = tempfile::tempdir().unwrap();
    let ran = Site::at(around.path()).run(&[&["init", "forum"], arguments].concat());
    (around, ran)
}

fn assert_clean(site: &Site) {
    // Neither before it begins nor long after it ended is anything of the example late or missing.
    for today in ["2024-01-01", TODAY, "2050-01-01"] {
        let ran = site.run(&["--message-format", "short", "check", "--strict", "--today", today]);
        // Before it begins, what happened in it has not come yet, and that is all.
        let is_early = today < "2024-05-02";
        let told = ran.stderr.lines().find(|line| !is_early || !line.contains("warning[dated_in_future]"));
        assert_eq!((ran.status, told), (i32::from(is_early), None), "as at {today}:\n{}", ran.stderr);
    }
}

#[test]
fn an_archive_out_of_nothing_checks_clean_and_builds() {
    let (around, ran) = started(&[]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(ran.stdout.contains("annals build"), "says nothing of what to do next:\n{}", ran.stdout);
    let site = Site::at(&around.path().join("forum"));
    assert_clean(&site);
    let ran = site.run(&["build", "--today", TODAY, "--no-pdf", "--strict"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""), "{}", ran.stderr);
    // One of each kind, and plainly an example.
    let folders = std::fs::read_dir(site.root().join("content")).unwrap();
    let collections: Vec<_> = folders.map(|folder| folder.unwrap()).collect();
    for folder in &collections {
        let name = folder.file_name().into_string().unwrap();
        let page = site.root().join("output/public").join(&name).join("index.html");
        let page =
            std::fs::read_to_string(&page).unwrap_or_else(|fault| panic!("{}: {fault}", page.display()));
        assert!(page.contains("Example:"), "{name} is not marked as an example");
    }
    // Errata belong to a signed edition, which an example has not.
    let built_in = annals::model::schema::Schema::of(&annals::model::config::Config::titled("x"));
    assert_eq!(collections.len() + 1, built_in.collections().len());
    // A record of ones own beside it.
    let ran = site.run(&["new", "issues", "Who pays for the lights?"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let file = site.root().join("content/issues/who-pays-for-the-lights.md");
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, text.replace("\n# topic:", "\ntopic: walking-and-cycling\n# topic:")).unwrap();
    assert_clean(&site);
}

#[test]
fn a_folder_with_something_in_it_is_refused() {
    let site = Site::new();
    let before = std::fs::read(site.root().join("annals.yaml")).unwrap();
    let ran = site.run(&["init", "."]);
    assert_eq!(ran.status, 2);
    assert!(
        ran.stderr.contains("is not empty (there is annals.yaml in it), and nothing was written"),
        "{}",
        ran.stderr
    );
    assert_eq!(std::fs::read(site.root().join("annals.yaml")).unwrap(), before);
    assert!(!site.root().join("content").exists());
}

/// The command lines of `annals` in a workflow, with the commands around them left out.
fn commands(workflow: &Value) -> Vec<String> {
    let mut found = Vec::new();
    match workflow {
        Value::Object(keys) => {
            for (key, value) in keys {
                match value {
                    Value::String(script) if key == "run" => found.extend(script.lines().map(str::to_owned)),
                    Value::Array(lines) if key.ends_with("script") => {
                        found.extend(lines.iter().filter_map(Value::as_str).map(str::to_owned));
                    }
                    value => found.extend(commands(value)),
                }
            }
        }
        Value::Array(items) => found.extend(items.iter().flat_map(commands)),
        _ => {}
    }
    found.retain(|line| line.starts_with("annals "));
    found
}

/// The words of a command line, quotes taken off, up to a redirection.
fn words(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for letter in line.chars() {
        match letter {
            '"' => quoted = !quoted,
            ' ' if !quoted => words.push(String::new()),
            letter => words.last_mut().unwrap().push(letter),
        }
    }
    words.into_iter().take_while(|word| word != ">").collect()
}

#[test]
fn the_workflows_parse_and_name_only_what_there_is() {
    for (ci, files, count) in [
        ("github", &[".github/workflows/check.yml", ".github/workflows/publish.yml"][..], 4),
        ("gitlab", &[".gitlab-ci.yml"][..], 4),
    ] {
        let (around, ran) = started(&["--ci", ci]);
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        let root = around.path().join("forum");
        let mut run = Vec::new();
        for file in files {
            let text = std::fs::read_to_string(root.join(file)).unwrap();
            assert!(!text.contains("{{version}}") && !text.contains("{{repository}}"), "{file}");
            // Nothing by name from a registry in which the name is anybody's.
            assert!(text.contains("install --locked --features pdf --git \"$ANNALS_FROM\""), "{file}");
            // Files that are kept in Git LFS are fetched.
            assert_eq!(
                text.matches("actions/checkout@").count(),
                text.matches("lfs: true").count(),
                "{file}"
            );
            let workflow: Value = serde_yaml::from_str(&text).unwrap();
            run.extend(commands(&workflow));
        }
        assert_eq!(run.len(), count, "{ci}: {run:#?}");
        for line in &run {
            // What the host says when it runs.
            let line = line.replace("${{ steps.pages.outputs.base_url }}", "https://example.org");
            let line = line.replace("$CI_PAGES_URL", "https://example.org");
            let parsed = annals::cli::grammar().try_get_matches_from(words(&line));
            assert!(parsed.is_ok(), "{ci}: {line}: {}", parsed.unwrap_err());
        }
        let said = run.join("\n");
        for needed in ["check --against", "diff ", "--format md", "--audience public", "--base-url"] {
            assert!(said.contains(needed), "{ci} says nothing of {needed}:\n{said}");
        }
        assert_clean(&Site::at(&root));
    }
}

#[test]
fn what_the_workflow_of_a_merge_does_is_done() {
    let (around, _) = started(&["--ci", "github"]);
    let site = Site::at(&around.path().join("forum"));
    let git = |arguments: &[&str]| {
        let mut git = std::process::Command::new("git");
        git.current_dir(site.root()).args(["-c", "user.name=T", "-c", "user.email=t@example.org"]);
        let done = git.args(arguments).output().unwrap();
        assert!(done.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&done.stderr));
    };
    git(&["init", "-q", "-b", "main"]);
    git(&["add", "."]);
    git(&["commit", "-q", "-m", "The example"]);
    let issue = site.root().join("content/issues/footway-on-both-sides.md");
    let text = std::fs::read_to_string(&issue).unwrap();
    let entry =
        "- on: 2024-06-11\n  agreement: agreed\n  work: done\n  evidence: [artefacts/footway-counts]\n---\n";
    let (front, body) = text.rsplit_once("---\n").unwrap();
    std::fs::write(&issue, format!("{front}{entry}{body}")).unwrap();
    git(&["commit", "-q", "-a", "-m", "Settled"]);
    // As in check.yml.
    let ran = site.run(&["--message-format", "github", "check", "--against", "HEAD^1"]);
    assert_eq!((ran.status, ran.stderr.contains("::error")), (0, false), "{}", ran.stderr);
    let ran = site.run(&["diff", "HEAD^1", "HEAD", "--format", "md"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(
        ran.stdout.contains("footway-on-both-sides") && ran.stdout.contains("resolved"),
        "{}",
        ran.stdout
    );
    // And a fault is told at its line.
    std::fs::write(&issue, text.replace("agreement: partly-agreed", "agreement: partly")).unwrap();
    let ran = site.run(&["--message-format", "github", "check"]);
    assert_eq!(ran.status, 1);
    let place = "::error file=content/issues/footway-on-both-sides.md,line=";
    assert!(ran.stderr.contains(place), "{}", ran.stderr);
}

#[test]
fn what_editors_read_is_there_for_every_collection() {
    let (around, _) = started(&[]);
    let root = around.path().join("forum");
    let read = |file: &str| -> Value {
        serde_json::from_str(&std::fs::read_to_string(root.join(".vscode").join(file)).unwrap()).unwrap()
    };
    let settings = read("settings.json");
    let schemas = settings["yaml.schemas"].as_object().unwrap();
    for (file, pattern) in schemas {
        let schema = read(file.strip_prefix("./.vscode/").unwrap());
        assert!(schema["$schema"].is_string(), "{file}");
        let collection = pattern.as_str().unwrap().strip_prefix("/content/");
        let collection = collection.map(|rest| rest.strip_suffix("/*.md").unwrap());
        assert_eq!(file, &format!("./.vscode/{}.schema.json", collection.unwrap_or("annals.yaml")));
    }
    let built_in = annals::model::schema::Schema::of(&annals::model::config::Config::titled("x"));
    assert_eq!(schemas.len(), built_in.collections().len() + 1);
    assert!(read("annals.code-snippets")["Issue (a whole record)"]["body"].is_array());
    // `annals schema --out` writes the same again.
    let before = std::fs::read(root.join(".vscode/issues.schema.json")).unwrap();
    std::fs::remove_file(root.join(".vscode/issues.schema.json")).unwrap();
    let ran = Site::at(&root).run(&["schema", "--out", ".vscode"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert_eq!(std::fs::read(root.join(".vscode/issues.schema.json")).unwrap(), before);
    assert!(Path::new(env!("CARGO_MANIFEST_DIR")).join("starter/vscode/settings.json").exists());
}

#[test]
fn what_lies_open_is_said_once_of_many_records() {
    let (around, _) = started(&[]);
    let site = Site::at(&around.path().join("forum"));
    let log = (1..9).map(|n| format!("{n},Count the people once more for reason {n},Council,Live\n"));
    let log: String = ["Number,Action,Owner,Status\n".to_owned()].into_iter().chain(log).collect();
    site.write(
        "annals.yaml",
        std::fs::read_to_string(site.root().join("annals.yaml"))
            .unwrap()
            .replace("actions: {visibility: public}", "actions: {visibility: members}"),
    );
    site.write("log.csv", log);
    let ran = site.run(&["import", "log.csv", "--as", "action-log", "--dry-run"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let told = ran.stderr.matches("confidential_in_public_repository").count();
    assert_eq!(told, 1, "{}", ran.stderr);
    assert!(ran.stderr.contains("Nothing was written. Without --dry-run: 8 new"), "{}", ran.stderr);
    assert!(
        ran.stderr.contains("8 times, here first: a record that is not for the public"),
        "{}",
        ran.stderr
    );
    // Programs are told each.
    let ran =
        site.run(&["--message-format", "short", "import", "log.csv", "--as", "action-log", "--dry-run"]);
    assert_eq!(ran.stderr.matches("confidential_in_public_repository").count(), 8, "{}", ran.stderr);
}

#[test]
fn what_is_to_be_typed_next_can_be_pasted() {
    let around = tempfile::tempdir().unwrap();
    let ran = Site::at(around.path()).run(&["init", "Jahres bericht ü"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(ran.stdout.contains("\n  cd \"Jahres bericht ü\"\n"), "{}", ran.stdout);
    // What the report of a fresh archive says is English, with one issue in it.
    let site = Site::at(&around.path().join("Jahres bericht ü"));
    let told = site.run(&["report", "2024", "--format", "md"]).stdout;
    assert!(told.contains("this report tells of one issue, none of them resolved"), "{told}");
}
