//! `content/references.yaml`, `content/*.bib` and the style of citations → `Works`.
//!
//! In: the root, texts that stand in the place of files, and the settings. Out: works and findings. What cannot be understood in one entry
//! hides nothing of the others where the format lets it: an entry of YAML is read on its own.
#![expect(clippy::disallowed_methods, reason = "read/ reads files")]

use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::sync::Arc;

use anyhow::Context as _;
use hayagriva::citationberg::IndependentStyle;
use hayagriva::io::{self, BibLaTeXError};

use super::records::Texts;
use super::{bib_bounds, bounds, config, faults, file, style_bounds};
use crate::diag::{FieldPath, Finding, Spot};
use crate::model::config::Config;
use crate::model::works::{Style, Work, Works};
use crate::source;

/// Reads what can be cited.
pub(super) fn works(
    root: &Path,
    over: &Texts,
    config: &Config,
    findings: &mut Vec<Finding>,
) -> anyhow::Result<Works> {
    let mut entries = Vec::new();
    let mut files = files(root, findings)?;
    for (file, text) in over {
        if file.strip_prefix("content/").is_some_and(is_named) {
            files.insert(file.clone(), text.clone().into_bytes());
        }
    }
    for (file, text) in files {
        let file: Arc<str> = file.into();
        let Ok(text) = source::text(text) else {
            findings.push(fault(&file, Spot::File, "the file is not UTF-8 text".to_owned()));
            continue;
        };
        let before = entries.len();
        if file.ends_with(".bib") {
            bib(&file, &text, &mut entries, findings);
        } else {
            yaml(&file, &text, &mut entries, findings);
        }
        twice(&entries, before, findings);
    }
    Ok(Works::new(entries, style(root, over, config, findings)?))
}

/// Whether a file in `content/` holds works by its name.
fn is_named(name: &str) -> bool {
    let is_bib = name.ends_with(".bib") && !name.starts_with('.') && !name.contains('/');
    is_bib || matches!(name, "references.yaml" | "references.yml")
}

/// `references.yaml` and every `.bib` beside it, in the order of their names.
fn files(root: &Path, findings: &mut Vec<Finding>) -> anyhow::Result<BTreeMap<String, Vec<u8>>> {
    let content = root.join("content");
    let mut files = BTreeMap::new();
    let Ok(folder) = std::fs::read_dir(&content) else { return Ok(files) };
    for entry in folder {
        let name = entry.with_context(|| format!("cannot read {}", content.display()))?.file_name();
        let name = name.to_string_lossy().into_owned();
        if is_named(&name) {
            let file = format!("content/{name}");
            match file::bytes(&content.join(&name), &content, file::LARGEST)? {
                Ok(bytes) => drop(files.insert(file, bytes)),
                Err(unfit) => findings.push(unfit.finding(&file.into())),
            }
        }
    }
    Ok(files)
}

/// Every top-level key with what is indented below it, read on its own.
fn yaml(file: &Arc<str>, text: &str, entries: &mut Vec<Work>, findings: &mut Vec<Finding>) {
    for (line, entry) in blocks(text) {
        if let Err(not_yaml) = bounds::before(entry) {
            let spot = Spot::Line(line + not_yaml.line - 1, not_yaml.column);
            findings.push(fault(file, spot, not_yaml.message));
            continue;
        }
        match io::from_yaml_str(entry) {
            Ok(library) => entries.extend(library.iter().map(|entry| Work {
                entry: entry.clone(),
                file: Arc::clone(file),
                line,
            })),
            Err(error) => {
                let below = error.location().map_or(0, |place| place.line().saturating_sub(1));
                let column = error.location().map_or(1, |place| place.column());
                let message = error.to_string();
                let message =
                    message.split(" at line ").next().unwrap_or(&message).trim_end_matches('.').to_owned();
                findings.push(fault(file, Spot::Line(line + below, column), message));
            }
        }
    }
}

/// The entries of a YAML file: each starts at a line that is not indented.
fn blocks(text: &str) -> Vec<(usize, &str)> {
    let mut starts: Vec<(usize, usize)> = Vec::new();
    let mut at = 0;
    for (n, line) in text.split_inclusive('\n').enumerate() {
        let starts_entry = !line.starts_with([' ', '\t', '#', '\n', '-', '}']) && !line.trim().is_empty();
        if starts_entry {
            starts.push((n + 1, at));
        }
        at += line.len();
    }
    let ends = starts.iter().skip(1).map(|(_, at)| *at).chain([text.len()]);
    starts.iter().zip(ends).map(|((line, start), end)| (*line, &text[*start..end])).collect()
}

fn bib(file: &Arc<str>, text: &str, entries: &mut Vec<Work>, findings: &mut Vec<Finding>) {
    if let Some((at, message)) = bib_bounds::excess(text) {
        findings.push(fault(file, Spot::Byte(at), message));
        return;
    }
    match io::from_biblatex_str(text) {
        Ok(library) => {
            let lines = keyed(text);
            entries.extend(library.iter().map(|entry| Work {
                entry: entry.clone(),
                file: Arc::clone(file),
                line: lines.get(entry.key()).copied().unwrap_or(1),
            }));
        }
        Err(errors) => findings.extend(errors.into_iter().map(|error| {
            let span = match &error {
                BibLaTeXError::Parse(error) => error.span.start,
                BibLaTeXError::Type(error) => error.span.start,
            };
            fault(file, Spot::Byte(span), error.to_string().trim_end_matches('.').to_owned())
        })),
    }
}

/// The line on which each entry of BibLaTeX begins, by its key.
fn keyed(text: &str) -> HashMap<&str, usize> {
    let mut lines = HashMap::new();
    for (n, line) in text.lines().enumerate() {
        let entry = line.trim_start().strip_prefix('@').and_then(|rest| rest.split_once('{'));
        if let Some((key, _)) = entry.and_then(|(_, rest)| rest.split_once(',')) {
            lines.entry(key.trim()).or_insert(n + 1);
        }
    }
    lines
}

/// Tells of keys that stand in an earlier file, or twice in one.
fn twice(entries: &[Work], from: usize, findings: &mut Vec<Finding>) {
    let mut first: HashMap<&str, &Work> = HashMap::with_capacity(entries.len());
    for (n, work) in entries.iter().enumerate() {
        let known = *first.entry(work.entry.key()).or_insert(work);
        if n >= from && !std::ptr::eq(known, work) {
            let message = format!(
                "`{}` stands in {}:{} too; the first one counts",
                work.entry.key(),
                known.file,
                known.line
            );
            findings.push(fault(&work.file, Spot::Line(work.line, 1), message));
        }
    }
}

fn fault(file: &Arc<str>, spot: Spot, message: String) -> Finding {
    Finding::new(&faults::BAD_WORK, file, spot, message)
        .help("`annals rules bad_work` shows an entry that is right")
}

/// The style of `report.style`: a name, or a file of the site's own.
fn style(root: &Path, over: &Texts, config: &Config, findings: &mut Vec<Finding>) -> anyhow::Result<Style> {
    let name = config.report.style.trim();
    let mut fault = |message: String, help: String| {
        let spot = Spot::Field(FieldPath::key("report").then("style"));
        findings.push(Finding::new(&faults::UNKNOWN_STYLE, &config::FILE.into(), spot, message).help(help));
        Ok(Style::default())
    };
    if !name.ends_with(".csl") {
        return match Style::named(name) {
            Some(style) => Ok(style),
            None => {
                let near = Style::names()
                    .map(|known| (strsim::damerau_levenshtein(name, known), known))
                    .min()
                    .map_or("harvard", |(_, known)| known);
                fault(format!("there is no citation style `{name}`"), format!("did you mean `{near}`?"))
            }
        };
    }
    let help = "give the path of the file from the folder of `annals.yaml`".to_owned();
    if name.starts_with('/') || name.split('/').any(|part| part == "..") {
        return fault(format!("`{name}` lies outside this archive"), help);
    }
    let laid_over = over.get(name).map(|text| text.clone().into_bytes());
    let read = |path: &Path| file::bytes(path, root, file::LARGEST).ok()?.ok();
    let Some(bytes) = laid_over.or_else(|| read(&root.join(name))) else {
        return fault(format!("there is no file `{name}`"), help);
    };
    let xml = String::from_utf8_lossy(&bytes);
    if let Some(excess) = style_bounds::excess(&xml) {
        return fault(format!("`{name}` is not read: {excess}"), "take another style".to_owned());
    }
    match IndependentStyle::from_xml(&xml) {
        Ok(style) => Ok(Style::Own(Arc::new(style))),
        Err(error) => fault(
            format!("`{name}` is not a citation style: {error}"),
            "it has to be an independent style of the Citation Style Language 1.0.2".to_owned(),
        ),
    }
}
