//! What templates see, read out of the source of the views: every struct that is serialised, its
//! fields, and the comments on them. A page of the handbook is made of it.
//!
//! A reader of lines, not of Rust: it knows the shapes that this code is written in, and stops where it
//! meets another.

use std::fmt::Write as _;
use std::path::Path;

/// A struct that a template sees.
struct Seen {
    name: String,
    about: String,
    fields: Vec<(String, String, String)>,
}

/// The page of the handbook.
pub fn page() -> String {
    let mut out = String::from(
        "---\ntitle: What templates see\nsummary: Every view of the built-in theme with its fields, for authors of themes.\n\
         order: 5\n# Generated from the code: `ANNALS_BLESS=1 cargo nextest run --features full handbook` writes it \
         anew.\n---\n\n\
         A template has its own view as `page` and the frame of the site as `site`; what stands in `<head>` is `head`. \
         Markup is ready and is printed as it is; text is escaped. Where a file of the source has several structs, `page` is \
         `View`, or the first.\n",
    );
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/render");
    let mut files: Vec<_> =
        std::fs::read_dir(src.join("view")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.insert(0, src.join("chrome.rs"));
    files.push(src.join("report/view.rs"));
    files.push(src.join("report/pieces.rs"));
    files.push(src.join("cite.rs"));
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        let source = text.split("#[cfg(test)]").next().unwrap();
        let structs = structs(source);
        if structs.is_empty() {
            continue;
        }
        let templates = templates(source);
        let stem = file.file_stem().unwrap().to_string_lossy();
        let folder = file.parent().unwrap().file_name().unwrap().to_string_lossy();
        let title = match (&*stem, &*folder) {
            ("chrome", _) => "The frame: `site`".to_owned(),
            ("mod", _) => "Shared by many pages".to_owned(),
            (stem, "report") => format!("In `report.html`: {stem}"),
            (stem, _) if templates.is_empty() => format!("Shared: {stem}"),
            _ => templates.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", "),
        };
        let about: Vec<_> = source
            .lines()
            .map_while(|line| line.strip_prefix("//!"))
            .map(str::trim)
            .take_while(|line| !line.is_empty())
            .collect();
        writeln!(out, "\n## {title}\n\n{}", about.join(" ")).unwrap();
        for Seen { name, about, fields } in structs {
            let about = if about.is_empty() { String::new() } else { format!(": {about}") };
            writeln!(out, "\n### {name}{about}\n\n| field | is |\n| --- | --- |").unwrap();
            for (field, kind, about) in fields {
                let about = if about.is_empty() { String::new() } else { format!(". {about}") };
                writeln!(out, "| `{field}` | {}{about} |", words(&kind).replace('|', "\\|")).unwrap();
            }
        }
    }
    out
}

/// The templates that a view is printed with.
fn templates(source: &str) -> Vec<String> {
    let mut found = Vec::new();
    for line in source.lines().filter(|line| line.contains("print(") || line.contains(".part(")) {
        let quoted = line.split('"').nth(1).filter(|name| name.ends_with(".html"));
        found.extend(quoted.map(str::to_owned).filter(|name| !name.is_empty()));
    }
    found.dedup();
    found
}

fn structs(source: &str) -> Vec<Seen> {
    let mut seen = Vec::new();
    let mut lines = source.lines().peekable();
    let mut about = String::new();
    while let Some(line) = lines.next() {
        let line = line.trim_end();
        if let Some(comment) = line.strip_prefix("/// ") {
            join(&mut about, comment);
        } else if line.starts_with("#[derive(") && line.contains("Serialize") {
            let header = lines.by_ref().find(|line| !line.starts_with("#[")).unwrap_or_default();
            let Some((_, rest)) = header.split_once("struct ") else {
                about.clear();
                continue;
            };
            let name: String = rest.chars().take_while(|letter| letter.is_alphanumeric()).collect();
            let mut fields = Vec::new();
            let mut comment = String::new();
            while header.trim_end().ends_with('{') {
                let Some(line) = lines.next().map(str::trim).filter(|line| *line != "}") else { break };
                if let Some(words) = line.strip_prefix("/// ") {
                    join(&mut comment, words);
                } else if let Some((field, kind)) = line.trim_end_matches(',').split_once(": ") {
                    let field = field.rsplit(' ').next().unwrap_or(field);
                    fields.push((field.to_owned(), kind.to_owned(), std::mem::take(&mut comment)));
                }
            }
            seen.push(Seen { name, about: std::mem::take(&mut about), fields });
        } else if !line.starts_with("#[") {
            about.clear();
        }
    }
    seen
}

fn join(text: &mut String, more: &str) {
    if !text.is_empty() {
        text.push(' ');
    }
    text.push_str(more.trim_end_matches('.'));
}

/// A type in words.
fn words(kind: &str) -> String {
    let inside = |outer: &str| kind.strip_prefix(outer).and_then(|rest| rest.strip_suffix('>'));
    if let Some(inner) = inside("Option<") {
        return format!("{}, or nothing", words(inner));
    }
    if let Some(inner) = inside("Vec<") {
        return format!("list of {}", words(inner));
    }
    match kind.trim_start_matches("&'static ").trim_start_matches("&'v ").trim_start_matches("&'a ") {
        "Html" => "markup".to_owned(),
        "String" | "str" | "Arc<str>" => "text".to_owned(),
        "bool" => "yes or no".to_owned(),
        "usize" | "u32" | "u64" | "i64" => "number".to_owned(),
        other => format!("`{}`", other.split('<').next().unwrap_or(other)),
    }
}

#[test]
fn every_template_of_the_theme_that_has_a_view_is_told() {
    let page = page();
    let themes = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default/templates");
    let mut untold = Vec::new();
    for entry in std::fs::read_dir(themes).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        // The base of all others is filled by them.
        if name.ends_with(".html") && name != "base.html" && !page.contains(&format!("`{name}`")) {
            untold.push(name);
        }
    }
    assert!(untold.is_empty(), "no view is told of {untold:?}");
    for field in ["| `positions` | list of `Position` |", "| `editorial` | `Editorial`, or nothing |"] {
        assert!(page.contains(field), "{field}");
    }
}
