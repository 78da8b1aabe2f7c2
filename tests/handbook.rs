//! The handbook, `docs/`: an archive made by Annals itself. What in it can be generated from the code
//! is, and this says when it is stale.
//!
//! `ANNALS_BLESS=1 cargo nextest run handbook` writes it anew: read what changed before you keep it.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use annals::model::config::Config;
use annals::model::schema::{COMMON, FieldType, Schema};
use annals::read::json_schema::{NESTED, SETTINGS};

use crate::harness::Site;
use crate::views;

fn docs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs")
}

/// A page of the reference: its file, what is in it.
fn pages() -> Vec<(&'static str, String)> {
    vec![
        ("reference/commands", commands()),
        ("reference/fields", fields()),
        ("reference/settings", settings()),
        ("reference/faults", faults()),
        ("reference/views", views::page()),
    ]
}

/// The start of a generated page.
fn head(title: &str, order: u32, summary: &str) -> String {
    format!(
        "---\ntitle: {title}\nsummary: {summary}\norder: {order}\n# Generated from the code: `ANNALS_BLESS=1 cargo nextest run \
         --features full handbook` writes it anew.\n---\n\n"
    )
}

/// Text in a cell of a table, which is no markup.
fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('<', "\\<").replace('\n', " ")
}

fn commands() -> String {
    let mut out =
        head("Commands", 1, "Every command with its options, as `annals help COMMAND` prints them.");
    let mut program = annals::cli::grammar().term_width(100);
    program.build();
    out.push_str(
        "The root of the archive is the nearest folder upwards that holds `annals.yaml`. Exit status: 0 clean, 1 findings \
         of level error (or warnings under `--strict`), 2 could not run. Findings go to standard error, results to standard \
         output. Colours are left out under `NO_COLOR` and where the output is no terminal.\n\n",
    );
    out.push_str("## With every command\n\n| option | |\n| --- | --- |\n");
    for option in program.get_arguments().filter(|option| option.is_global_set()) {
        argument(&mut out, option);
    }
    let mut commands = Vec::new();
    for command in program.get_subcommands().filter(|command| command.get_name() != "help") {
        commands.push((format!("annals {}", command.get_name()), command));
        for below in command.get_subcommands().filter(|below| below.get_name() != "help") {
            commands.push((format!("annals {} {}", command.get_name(), below.get_name()), below));
        }
    }
    for (name, command) in commands {
        let about = command.get_about().map(ToString::to_string).unwrap_or_default();
        writeln!(out, "\n## {name}\n\n{}.", cell(&about)).unwrap();
        let mut own: Vec<_> = command
            .get_arguments()
            .filter(|option| {
                !option.is_global_set() && !matches!(option.get_id().as_str(), "help" | "version")
            })
            .collect();
        own.sort_by_key(|option| !option.is_positional());
        if !own.is_empty() {
            out.push_str("\n| argument | |\n| --- | --- |\n");
            own.iter().for_each(|option| argument(&mut out, option));
        }
        for example in examples(command) {
            writeln!(out, "\n```console\n$ {example}\n```").unwrap();
        }
    }
    out
}

/// The examples of a command's help.
pub fn examples(command: &clap::Command) -> Vec<String> {
    let help = command.get_after_help().map(ToString::to_string).unwrap_or_default();
    let after = help.split_once("Example").map_or("", |(_, after)| after);
    after.lines().skip(1).map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
}

fn argument(out: &mut String, option: &clap::Arg) {
    let values = option.get_value_names().unwrap_or_default().join(" ");
    let takes_value = option.get_action().takes_values();
    let name = match option.get_long() {
        Some(long) if takes_value => format!("--{long} {values}"),
        Some(long) => format!("--{long}"),
        None => values,
    };
    let name = match option.get_short() {
        Some(short) => format!("-{short}, {name}"),
        None => name,
    };
    let mut about = option.get_help().map(ToString::to_string).unwrap_or_default();
    let words: Vec<_> =
        option.get_possible_values().iter().map(|word| format!("`{}`", word.get_name())).collect();
    if takes_value && !words.is_empty() {
        write!(about, ": {}", words.join(", ")).unwrap();
    }
    let defaults: Vec<_> = option.get_default_values().iter().map(|word| word.to_string_lossy()).collect();
    if takes_value && !defaults.is_empty() && !about.contains("[default") {
        write!(about, " [default: {}]", defaults.join(", ")).unwrap();
    }
    writeln!(out, "| `{}` | {} |", cell(&name), cell(&about)).unwrap();
}

/// The type of a field, in words.
fn kind(kind: &FieldType) -> String {
    let shape = kind.to_string();
    let (word, of) = shape.split_once(' ').unwrap_or((&shape, ""));
    let records = if of.is_empty() { "records".to_owned() } else { format!("`{of}`") };
    match (kind, word) {
        (FieldType::Link(Some(to)), _) => format!("one or more of `{to}`"),
        (_, "words" | "text") => "text".to_owned(),
        (_, "texts") => "one or more texts".to_owned(),
        (_, "day" | "date") => "date".to_owned(),
        (_, "count") => "whole number".to_owned(),
        (_, "tag") => "one or more tags".to_owned(),
        (_, "boolean") => "yes or no".to_owned(),
        (_, "url") => "web address".to_owned(),
        (_, "attachment") => "one or more files".to_owned(),
        (_, "reference") => format!("one of {records}"),
        (_, "references") => format!("one or more of {records}"),
        (_, "documents") => format!("one or more of {records}, or words"),
        (_, "log_references") => format!("one or more of {records}, or numbers of the action log"),
        (_, "parties") => "names, or `organisations`".to_owned(),
        (_, "interval") => "stretch of time".to_owned(),
        (_, "numbers") => "numbers and ranges".to_owned(),
        (_, word) => word.to_owned(),
    }
}

fn fields() -> String {
    let mut out = head(
        "Fields",
        2,
        "What the front matter of each kind of record may say. `annals schema` says the same to editors.",
    );
    out.push_str(
        "A record is a Markdown file, `content/<collection>/<slug>.md`, whose front matter stands between two lines of \
         `---`. A reference is `<collection>/<slug>`, or `<collection>/<slug>#<part>` for a part of it; a bare slug is enough \
         where the field names its collection. Dates are as coarse as they are known: `2018`, `2018-07`, `2018-07-03`, \
         `2018-07/2020-05`. Fields that nobody declared are kept and shown under “Other details”.\n\n## Every record\n\n\
         | field | what it is for |\n| --- | --- |\n",
    );
    for (key, label, help) in COMMON {
        writeln!(out, "| `{key}` | {label}: {} |", cell(help)).unwrap();
    }
    // Declared by some collections as a field of their own, understood in all.
    out.push_str("| `attachments` | Attachments: the files that belong to it, and the pictures that its text shows |\n");
    for collection in Schema::of(&Config::titled("Reference")).collections() {
        writeln!(out, "\n## {} (`content/{}/`)\n", collection.label, collection.name).unwrap();
        if collection.fields.is_empty() {
            out.push_str("Nothing beside what every record may say.\n");
            continue;
        }
        out.push_str("| field | is | what it is for |\n| --- | --- | --- |\n");
        for field in &collection.fields {
            let help = if field.help.is_empty() { &field.label } else { field.help };
            writeln!(out, "| `{}` | {} | {} |", field.key, kind(&field.kind), cell(help)).unwrap();
        }
    }
    out.push_str("\n## Values with keys of their own\n");
    for (name, keys) in NESTED {
        writeln!(out, "\n### {}\n\n| key | what it is for |\n| --- | --- |", name.replace('_', " ")).unwrap();
        for (key, _, help) in *keys {
            let needed = if key.starts_with('!') { " (needed)" } else { "" };
            writeln!(out, "| `{}`{needed} | {} |", key.trim_start_matches('!'), cell(help)).unwrap();
        }
    }
    out
}

fn settings() -> String {
    let mut out = head("Settings", 3, "Every key of `annals.yaml`. A misspelt one is an error.");
    out.push_str("`*` is a name of your own: of a collection, a field, an initialism.\n\n| key | what it is for | when left out | as in |\n| --- | --- | --- | --- |\n");
    for setting in SETTINGS {
        writeln!(
            out,
            "| `{}` | {} | {} | `{}` |",
            setting.path,
            cell(setting.help),
            if setting.default.is_empty() { "nothing".to_owned() } else { cell(setting.default) },
            cell(setting.example)
        )
        .unwrap();
    }
    out
}

fn faults() -> String {
    let mut out = head(
        "Faults",
        4,
        "Everything that reading, checking, importing, typesetting and the leak scan look for, and how it is mended.",
    );
    out.push_str(
        "An error stops a build; a warning does with `--strict`; a remark is only told. `annals rules CODE` prints the same. \
         (Marks of redaction have a blank between their brackets here: they count in code too.)\n",
    );
    for rule in annals::commands::rules::catalogue() {
        writeln!(
            out,
            "\n## {}\n\n*{}*: {}.\n\n{}",
            rule.code,
            rule.severity,
            rule.summary,
            rule.explanation.trim()
        )
        .unwrap();
    }
    out.replace("[[", "[ [")
}

#[test]
fn the_reference_is_what_the_code_says() {
    let mut stale = Vec::new();
    for (name, text) in pages() {
        let file = docs().join("content").join(name).with_extension("md");
        if std::env::var_os("ANNALS_BLESS").is_some() {
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(&file, &text).unwrap();
        }
        if std::fs::read_to_string(&file).ok().as_deref() != Some(&text) {
            stale.push(name);
        }
    }
    assert!(
        stale.is_empty(),
        "stale: {stale:?}. Run `ANNALS_BLESS=1 cargo nextest run --features full handbook` and read what changed in docs/content/reference"
    );
}

#[test]
fn the_handbook_checks_clean_and_builds() {
    let site = Site::copy_of(&docs());
    // A remark (an initialism in the words of a new rule) may stand.
    let ran = site.run(&["--message-format", "short", "check", "--strict", "--today", "2026-11-22"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let built = site.build();
    let commands = built.page("reference/commands.html");
    assert!(commands.contains("id=\"annals-init\""), "the reference has no anchor for a command");
    // Every link between its pages leads somewhere.
    let files = built.files();
    for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        let page = String::from_utf8_lossy(bytes);
        for href in page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            let (target, _) = href.split_once('#').unwrap_or((href, ""));
            if target.is_empty() || target.contains(':') || target.starts_with('/') || path == "404.html" {
                continue;
            }
            let folder = Path::new(path).parent().unwrap().join(target);
            let mut parts: Vec<String> = Vec::new();
            for part in folder.iter().map(|part| part.to_string_lossy().into_owned()) {
                match part.as_str() {
                    ".." => drop(parts.pop()),
                    "." => {}
                    _ => parts.push(part),
                }
            }
            let target = parts.join("/").split('?').next().unwrap().to_owned();
            assert!(files.contains_key(&target), "{path} links to {href}, which is not there");
        }
    }
}
