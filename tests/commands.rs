//! The command line as its users meet it: every example of the help is run, completions and manual pages
//! name every command, and what is printed is plain where nobody looks at it on a terminal.

use std::process::Command;

use crate::handbook::examples;
use crate::harness::Site;

/// Every command with its own help, those below others included.
fn all() -> Vec<clap::Command> {
    let mut program = annals::cli::grammar();
    program.build();
    let mut all = vec![program.clone()];
    for command in program.get_subcommands().filter(|command| command.get_name() != "help") {
        all.push(command.clone());
        all.extend(command.get_subcommands().filter(|below| below.get_name() != "help").cloned());
    }
    all
}

/// Examples that need what a test has not got, and where they are run.
const ELSEWHERE: &[(&str, &str)] = &[
    ("AIRTABLE_TOKEN=pat… annals pull --dry-run", "tests/pull.rs has a base to ask"),
    ("annals serve --audience members", "tests/serving.rs is a browser, and ends it"),
    (
        "annals new --translate cy issues/who-may-search",
        "tests/translating.rs has an archive in two languages",
    ),
    ("annals diff 2018-2019#edition-1 2018-2019#edition-2", "tests/editions.rs has two frozen editions"),
];

/// Half a minute: it reads and builds the real archive a dozen times, as the examples do.
#[test]
fn every_command_has_an_example_and_every_example_runs() {
    let site = Site::real();
    // What the examples speak of: documents to import, drafts that came back, a branch to compare with.
    site.write("write-up.docx", std::fs::read(docx(&site)).unwrap());
    site.write("log.xlsx", "Number,Action,Owner,Status\n1,Count the people,Council,Live\n");
    for draft in ["back/ana.docx", "back/ben.docx"] {
        site.write(draft, std::fs::read(docx(&site)).unwrap());
    }
    // A theme of its own would be there already.
    std::fs::remove_dir_all(site.root().join("themes")).unwrap();
    let git = |arguments: &[&str]| {
        let mut git = Command::new("git");
        git.current_dir(site.root()).args(["-c", "user.name=T", "-c", "user.email=t@example.org"]);
        assert!(git.args(arguments).output().unwrap().status.success(), "git {arguments:?}");
    };
    git(&["init", "-q", "-b", "main"]);
    git(&["add", "annals.yaml", "content"]);
    git(&["commit", "-q", "-m", "The archive"]);
    git(&["update-ref", "refs/remotes/origin/main", "HEAD"]);
    let mut ran = 0;
    for command in all() {
        let examples = examples(&command);
        assert!(!examples.is_empty(), "{} has no example", command.get_name());
        for example in examples {
            if ELSEWHERE.iter().any(|(known, _)| *known == example) {
                continue;
            }
            ran += 1;
            run(&site, &example);
        }
    }
    assert!(ran > 15, "only {ran} examples were run");
}

/// Some Word file.
fn docx(site: &Site) -> std::path::PathBuf {
    let file = site.root().join("draft.docx");
    if !file.exists() {
        let done = site.run(&["report", "2018-2019", "--format", "docx", "--out", "draft.docx"]);
        assert_eq!(done.status, 0, "{}", done.stderr);
    }
    file
}

/// Runs an example; a PDF would be set for minutes by an unoptimised program, and is left out.
fn run(site: &Site, example: &str) {
    let mut words: Vec<&str> = Vec::new();
    for (n, piece) in example.split('"').enumerate() {
        if n % 2 == 1 { words.push(piece) } else { words.extend(piece.split_whitespace()) }
    }
    assert_eq!(words.remove(0), "annals", "{example}");
    words.truncate(words.iter().position(|word| *word == ">").unwrap_or(words.len()));
    if words.contains(&"build") {
        words.push("--no-pdf");
    }
    let ran = site.run(&words);
    // What it is told of may be at fault (the documents here are not what they are called), but it ran.
    let faulty = words.contains(&"import");
    assert!(ran.status == 0 || faulty && ran.status == 1, "{example}: {}\n{}", ran.status, ran.stderr);
    assert!(
        !ran.stdout.is_empty() || !ran.stderr.is_empty() || words.contains(&"--out"),
        "{example} says nothing"
    );
}

#[test]
fn completions_and_manual_pages_name_every_command() {
    let site = Site::new();
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let ran = site.run(&["completions", shell]);
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        for word in ["explain", "message-format", "init"] {
            assert!(ran.stdout.contains(word), "{shell}: no {word}");
        }
    }
    let page = site.run(&["man"]).stdout;
    assert!(page.starts_with(".ie") || page.contains(".TH annals 1"), "{}", &page[..80]);
    assert_eq!(site.run(&["man", "--out", "man"]).status, 0);
    for command in all().iter().skip(1).map(|command| command.get_name().to_owned()) {
        let own = site.root().join(format!("man/annals-{command}.1"));
        let told = page.contains(&format!("annals\\-{command}(1)"));
        let below_another = ["list", "show", "eject"].contains(&&*command);
        assert!(below_another || told && own.is_file(), "the manual has nothing of {command}");
    }
}

#[test]
fn no_colours_where_nobody_looks_or_nobody_wants_them() {
    let site = Site::new().record("issues/a", "title: A\ntopik: b", "");
    let check = |variables: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_annals"));
        command.current_dir(site.root()).arg("check").env_remove("NO_COLOR").env_remove("CI");
        variables.iter().for_each(|name| {
            command.env(name, "1");
        });
        let done = command.output().unwrap();
        String::from_utf8(done.stderr).unwrap() + &String::from_utf8(done.stdout).unwrap()
    };
    // A pipe is no terminal.
    let piped = check(&[]);
    assert!(piped.contains("unknown_field") && !piped.contains('\u{1b}'), "{piped}");
    // Asked for, they are there; and NO_COLOR is asked first.
    assert!(check(&["CLICOLOR_FORCE"]).contains('\u{1b}'));
    let refused = check(&["CLICOLOR_FORCE", "NO_COLOR"]);
    assert!(!refused.contains('\u{1b}'), "{refused}");
}

/// What a command prints on a terminal of this width.
fn on_terminal(site: &Site, columns: u32, command: &str) -> String {
    let program = env!("CARGO_BIN_EXE_annals");
    let line = format!("stty cols {columns} rows 40; NO_COLOR=1 {program} {command}");
    let done =
        Command::new("script").current_dir(site.root()).args(["-qec", &line, "/dev/null"]).output().unwrap();
    String::from_utf8(done.stdout).unwrap().replace('\r', "")
}

#[test]
fn a_narrow_terminal_is_not_overrun() {
    let long = Site::new().record(
        "issues/a",
        &format!("title: A\nnote_that_nobody_declared: {}", "a long line of words ".repeat(12)),
        "",
    );
    for command in ["help build", "help", "help diff"] {
        for line in on_terminal(&long, 50, command).lines().filter(|line| !line.contains("annals ")) {
            assert!(line.chars().count() <= 50, "{command}: {line}");
        }
    }
    let told = on_terminal(&long, 50, "check");
    let source = told.lines().find(|line| line.contains("| note_that")).unwrap_or_default();
    assert!(!source.is_empty() && source.chars().count() <= 50, "{told}");
    let issue = "title: A\ntopic: t\nhistory:\n- {on: 2018-12-05, agreement: agreed, work: not-started, note: \"A note of some length, in words.\"}";
    let site = Site::new().record("topics/t", "title: T", "").record("issues/a", issue, "");
    let told = on_terminal(&site, 40, "explain a");
    assert!(told.contains("Rule") && told.lines().all(|line| line.chars().count() <= 40), "{told}");
    // Where no terminal is, the line is told as a whole.
    assert!(long.run(&["check"]).stderr.lines().any(|line| line.chars().count() > 100));
}

#[test]
fn what_is_found_many_times_is_said_once_to_people_and_each_time_to_programs() {
    let mut site = Site::new();
    for n in 0..5 {
        site = site.record(&format!("issues/i{n}"), &format!("title: Question {n}"), "");
    }
    let human = site.run(&["check"]);
    assert_eq!(human.stderr.matches("issue_without_topic").count(), 1, "{}", human.stderr);
    assert!(human.stderr.contains("5 times, here first: the issue belongs to no topic"), "{}", human.stderr);
    assert!(human.stderr.contains("content/issues/i0.md"), "{}", human.stderr);
    assert!(human.stderr.contains("`annals check --message-format short` lists each"), "{}", human.stderr);
    assert!(human.stderr.contains("5 warnings"), "{}", human.stderr);
    for format in ["short", "json", "github"] {
        let told = site.run(&["--message-format", format, "check"]).stderr;
        assert_eq!(told.matches("issue_without_topic").count(), 5, "{told}");
        assert!(!told.contains("here first"), "{told}");
    }
}

#[test]
fn a_program_that_reads_json_is_told_in_json_that_annals_could_not_run() {
    let site = Site::new().record("pages/about", "title: About", "Words.");
    let ran = site.run(&["--message-format", "json", "report", "nowhere"]);
    assert_eq!(ran.status, 2);
    let lines: Vec<serde_json::Value> =
        ran.stderr.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let [told] = &lines[..] else { panic!("{lines:?}") };
    assert_eq!((&told["code"], &told["severity"]), (&"could_not_run".into(), &"error".into()));
    assert!(told["message"].as_str().unwrap().contains("nowhere"), "{told}");
    let plain = site.run(&["report", "nowhere"]);
    assert!(plain.stderr.starts_with("annals: "), "{}", plain.stderr);
}

#[test]
fn the_date_in_an_action_log_is_that_of_the_register() {
    let site = Site::new().file(
        "log.csv",
        "Number,Action,Owner,Date raised,Status\n7,Send the map,Northmere Council,12 June 2019,Live\n",
    );
    let ran = site.run(&["import", "log.csv", "--as", "action-log"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let record = std::fs::read_to_string(site.root().join("content/actions/log-007.md")).unwrap();
    assert!(record.contains("raised: 2019-06-12\n") && !record.contains("note:"), "{record}");
    let built = site.build();
    let register = built.page("actions/index.html");
    assert!(register.contains("12 June 2019") && !register.contains("Not known"), "{register}");
    assert!(built.page("actions/log-007.html").contains("12 June 2019"));
}

#[test]
fn a_slip_on_the_command_line_is_told_in_our_words() {
    let site = Site::new();
    let git = Command::new("git").current_dir(site.root()).args(["init", "-q"]).output().unwrap();
    assert!(git.status.success());
    for (arguments, said) in [
        (&["--root", "dosc", "check"][..], "no folder dosc: --root names an archive"),
        (&["check", "--today", "tomorrow"], "write a day as year, month and day: 2026-12-31"),
        (&["theme", "eject", "templates/foot.html"], "did you mean templates/parts/foot.html?"),
        (&["theme", "show", "Foot.html"], "did you mean templates/parts/foot.html?"),
        (&["diff", "01/01/2024", "31/12/2024"], "a day is written as 2024-12-31"),
    ] {
        let ran = site.run(arguments);
        assert_eq!(ran.status, 2, "{arguments:?}: {}", ran.stderr);
        assert!(ran.stderr.contains(said), "{arguments:?}: {}", ran.stderr);
    }
}
