//! `reports/*.lock.yaml` in every folder of records → the locks of reports.
//!
//! In: the texts of the files. Out: `Lock`s whose seals are whole, and findings on those that are
//! not. A lock that cannot be trusted is left out, and the finding is an error, so that nothing is
//! published from it. What the lock means for a report is for `check` and `render` to say.

#![expect(clippy::disallowed_methods, reason = "read/ reads files")]

mod written;

use std::path::Path;
use std::sync::Arc;

use anyhow::Context as _;
use jiff::civil;

use self::written::{Written, WrittenCited, WrittenEdition, WrittenIssue, WrittenPassage, WrittenWithdrawal};
use super::records::Texts;
use super::{bounds, conflict, faults, file};
use crate::diag::{FieldPath, Finding, Spot};
use crate::model::access::Visibility;
use crate::model::cited::Cited;
use crate::model::config::Root;
use crate::model::date::Date;
use crate::model::id::RecordId;
use crate::model::lock::{ENGLISH, Form, Frozen, FrozenIssue, Lock, Passage};
use crate::model::standing::Heading;
use crate::model::withdrawal::Withdrawal;

/// How the file of a lock ends.
pub(super) const ENDING: &str = ".lock.yaml";

/// What is put between the report's slug and the ending where a lock is for members.
const MEMBERS: &str = ".members";

/// The first lines of every lock.
const HEAD: &str = "\
# What the final editions of this report say, frozen by `annals report --freeze`. Never edit this file:
# `annals check` tells when a letter of it was changed. For a new edition raise `edition` in the report.
";

/// The file of the lock of a report in a folder of records, relative to the root.
pub(super) fn file_of(records: &str, report: &RecordId, audience: Visibility) -> String {
    format!("{records}/{}", named(report, audience))
}

fn named(report: &RecordId, audience: Visibility) -> String {
    let members = if audience == Visibility::Public { "" } else { MEMBERS };
    format!("reports/{}{members}{ENDING}", report.slug())
}

/// The locks on disk, in these folders of records; those among `over` are read in their place.
pub(super) fn on_disk(
    root: &Path,
    folders: &[Root],
    over: &Texts,
    findings: &mut Vec<Finding>,
) -> anyhow::Result<Vec<Lock>> {
    let mut texts = Texts::new();
    for records in folders {
        let folder = root.join(&*records.path).join("reports");
        if !folder.is_dir() {
            continue;
        }
        let read = || format!("cannot read {}", folder.display());
        for entry in std::fs::read_dir(&folder).with_context(read)? {
            let entry = entry.with_context(read)?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.ends_with(ENDING) && !name.starts_with('.') {
                let file = format!("{}/reports/{name}", records.path);
                match file::bytes(&entry.path(), &root.join(&*records.path), file::LARGEST_LOCK)? {
                    Ok(bytes) => drop(texts.insert(file, String::from_utf8_lossy(&bytes).into_owned())),
                    Err(unfit) => findings.push(unfit.finding(&file.into())),
                }
            }
        }
    }
    let over = over.iter().filter(|(file, _)| file.ends_with(ENDING));
    texts.extend(over.map(|(file, text)| (file.clone(), text.clone())));
    Ok(in_texts(&texts, findings))
}

/// The locks among texts by their file.
pub(super) fn in_texts(texts: &Texts, findings: &mut Vec<Finding>) -> Vec<Lock> {
    let mut locks: Vec<Lock> = Vec::new();
    for (file, text) in texts.iter().filter(|(file, _)| file.ends_with(ENDING)) {
        match lock(&file.as_str().into(), &crate::source::normalise(text.clone())) {
            Ok(lock) => {
                match locks.iter().find(|one| (&one.report, one.audience) == (&lock.report, lock.audience)) {
                    Some(first) => {
                        let why = format!("{} is the lock of the same report", first.file);
                        findings.push(broken(&lock.file, Spot::File, &why));
                    }
                    None => locks.push(lock),
                }
            }
            Err(found) => findings.extend(found),
        }
    }
    locks
}

/// The lock in the text of a file.
pub(super) fn lock(file: &Arc<str>, text: &str) -> Result<Lock, Vec<Finding>> {
    if let Some(at) = conflict::first(text) {
        return Err(vec![conflict::finding(file, Spot::Byte(at))]);
    }
    bounds::before(text).map_err(|at| vec![broken(file, Spot::Line(at.line, at.column), &at.message)])?;
    let written: Written = serde_yaml::from_str(text).map_err(|error| {
        let (line, column) = error.location().map_or((1, 1), |at| (at.line().max(1), at.column().max(1)));
        vec![broken(file, Spot::Line(line, column), &error.to_string())]
    })?;
    let report = RecordId::parse(&written.report).filter(|id| id.collection() == "reports");
    let audience = Visibility::parse(&written.audience).filter(|one| *one != Visibility::Private);
    let (Some(report), Some(audience)) = (&report, audience) else {
        let key = if report.is_none() { "report" } else { "audience" };
        let why = format!("its `{key}` is not as the program writes it");
        return Err(vec![broken(file, Spot::Field(FieldPath::key(key)), &why)]);
    };
    let report = report.clone();
    let name = named(&report, audience);
    if file.strip_suffix(name.as_str()).is_none_or(|folder| !folder.ends_with('/')) {
        let message = format!("it is the lock of `{report}` for {}", written.audience);
        let help = format!("call the file `{name}`");
        return Err(vec![Finding::new(&faults::BROKEN_LOCK, file, Spot::File, message).help(help)]);
    }
    if written.editions.is_empty() {
        return Err(vec![broken(file, Spot::Field(FieldPath::key("editions")), "it holds no edition")]);
    }
    let (mut editions, mut findings) = (Vec::new(), Vec::new());
    for (n, edition) in written.editions.into_iter().enumerate() {
        match self::edition(file, n, edition) {
            Ok(edition) => editions.push(edition),
            Err(found) => findings.extend(found),
        }
    }
    let risen = editions.windows(2).all(|pair| matches!(pair, [a, b] if a.edition < b.edition));
    if !risen {
        let path = FieldPath::key("editions");
        findings.push(broken(file, Spot::Field(path), "its editions are not in the order of their numbers"));
    }
    if findings.is_empty() {
        Ok(Lock { file: Arc::clone(file), report, audience, editions })
    } else {
        Err(findings)
    }
}

fn broken(file: &Arc<str>, spot: Spot, why: &str) -> Finding {
    let message = format!("the lock cannot be read: {why}");
    Finding::new(&faults::BROKEN_LOCK, file, spot, message).help(RESTORE)
}

const RESTORE: &str =
    "bring the file back as it was frozen, say with `git checkout`; it is never edited by hand";

fn edition(file: &Arc<str>, n: usize, written: WrittenEdition) -> Result<Frozen, Vec<Finding>> {
    let path = FieldPath::key("editions").at(n);
    let amiss = |key: &str| {
        vec![broken(
            file,
            Spot::Field(path.clone().then(key)),
            &format!("`{key}` is not as it is written by the program"),
        )]
    };
    let day = |key: &str, text: &str| text.parse::<civil::Date>().map_err(|_| amiss(key));
    let date = written.date.map(|text| text.parse::<Date>().map_err(|_| amiss("date"))).transpose()?;
    let mut issues = Vec::with_capacity(written.issues.len());
    for issue in written.issues {
        let WrittenIssue { issue, heading, rule, paragraph, evidence } = issue;
        let issue = issue.map(|name| RecordId::parse(&name).ok_or(())).transpose();
        let (Ok(issue), Some(heading)) = (issue, Heading::parse(&heading)) else {
            return Err(amiss("issues"));
        };
        issues.push(FrozenIssue { issue, heading, rule, paragraph, evidence });
    }
    let mut withdrawn = Vec::with_capacity(written.withdrawn.len());
    for entry in written.withdrawn {
        let WrittenWithdrawal { on, reason, seal_before: before, record, passages } = entry;
        withdrawn.push(Withdrawal { on: day("withdrawn", &on)?, reason, passages, record, before });
    }
    let mut findings = Vec::new();
    let mut passages = Vec::with_capacity(written.passages.len());
    for (at, passage) in written.passages.into_iter().enumerate() {
        let here = path.clone().then("passages").at(at);
        let sha256 = passage.sha256.clone();
        let Some(passage) = self::passage(passage) else { return Err(amiss("passages")) };
        if passage.hash() != sha256 {
            let message = format!("{} of edition {} was edited by hand", passage.name(), written.edition);
            let spot = Spot::Field(here.then("text"));
            findings.push(Finding::new(&faults::EDITED_LOCK, file, spot, message).help(RESTORE));
        }
        passages.push(passage);
    }
    let frozen = Frozen {
        edition: written.edition,
        date,
        frozen_on: day("frozen_on", &written.frozen_on)?,
        as_of: day("as_of", &written.as_of)?,
        program: written.annals,
        language: written.language.unwrap_or_else(|| ENGLISH.to_owned()),
        title: written.title,
        authors: written.authors,
        facts: written.facts,
        issues,
        withdrawn,
        cited: written
            .cited
            .into_iter()
            .map(|WrittenCited { passage, sha256, words }| Cited { passage, words, sha256 })
            .collect(),
        passages,
    };
    if findings.is_empty() && frozen.seal() != written.seal {
        let message =
            format!("the seal of edition {} is broken: the lock was edited by hand", frozen.edition);
        let spot = Spot::Field(path.then("seal"));
        findings.push(Finding::new(&faults::EDITED_LOCK, file, spot, message).help(RESTORE));
    }
    if findings.is_empty() { Ok(frozen) } else { Err(findings) }
}

fn passage(written: WrittenPassage) -> Option<Passage> {
    let WrittenPassage { is, level, heading, number, id, sha256: _, voice, title, text } = written;
    let form = match (&*is, level, heading) {
        ("heading", Some(level), None) => Form::Heading(level),
        ("issue", None, Some(heading)) => Form::Issue(Heading::parse(&heading)?),
        ("paragraph", None, None) => Form::Paragraph,
        ("table", None, None) => Form::Table,
        _ => return None,
    };
    Some(Passage { form, number, id, voice, title, text })
}

/// A lock as the text of its file; it reads back as the same lock.
///
/// # Errors
/// None that content can cause.
pub(super) fn text(lock: &Lock) -> anyhow::Result<String> {
    let written = Written {
        report: lock.report.to_string(),
        audience: lock.audience.as_str().to_owned(),
        editions: lock.editions.iter().map(write).collect(),
    };
    Ok(format!("{HEAD}{}", serde_yaml::to_string(&written)?))
}

fn write(frozen: &Frozen) -> WrittenEdition {
    WrittenEdition {
        edition: frozen.edition,
        date: frozen.date.map(|date| date.to_string()),
        frozen_on: frozen.frozen_on.to_string(),
        as_of: frozen.as_of.to_string(),
        annals: frozen.program.clone(),
        language: (frozen.language != ENGLISH).then(|| frozen.language.clone()),
        seal: frozen.seal(),
        title: frozen.title.clone(),
        authors: frozen.authors.clone(),
        facts: frozen.facts.clone(),
        issues: frozen
            .issues
            .iter()
            .map(|issue| WrittenIssue {
                issue: issue.issue.as_ref().map(ToString::to_string),
                heading: issue.heading.as_str().to_owned(),
                rule: issue.rule.clone(),
                paragraph: issue.paragraph.clone(),
                evidence: issue.evidence.clone(),
            })
            .collect(),
        withdrawn: frozen
            .withdrawn
            .iter()
            .cloned()
            .map(|Withdrawal { on, reason, passages, record, before }| WrittenWithdrawal {
                on: on.to_string(),
                reason,
                seal_before: before,
                record,
                passages,
            })
            .collect(),
        cited: frozen
            .cited
            .iter()
            .cloned()
            .map(|Cited { passage, words, sha256 }| WrittenCited { passage, sha256, words })
            .collect(),
        passages: frozen.passages.iter().map(write_passage).collect(),
    }
}

fn write_passage(passage: &Passage) -> WrittenPassage {
    let (level, heading) = match passage.form {
        Form::Heading(level) => (Some(level), None),
        Form::Issue(heading) => (None, Some(heading.as_str().to_owned())),
        Form::Paragraph | Form::Table => (None, None),
    };
    WrittenPassage {
        is: passage.form.as_str().to_owned(),
        level,
        heading,
        number: passage.number.clone(),
        id: passage.id.clone(),
        sha256: passage.hash(),
        voice: passage.voice.clone(),
        title: passage.title.clone(),
        text: passage.text.clone(),
    }
}

#[cfg(test)]
mod tests;
