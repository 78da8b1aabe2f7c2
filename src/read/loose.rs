//! Documents in the folder of a collection that are no records, and no attachments of any.
//!
//! In: the places of files, and the records that were read. Out: a finding a document that nobody would ever see. Pictures,
//! data, what may be the source that a record was made from (`.pdf`) and what an editor's program leaves behind are passed over.

use std::collections::HashSet;
use std::sync::Arc;

use super::faults;
use crate::diag::{Bearing, Finding, Spot};
use crate::model::record::Record;

/// Endings of what people write texts in.
const TEXTS: &[&str] = &["doc", "docx", "htm", "html", "mdown", "mkd", "odt", "rtf", "text", "txt"];

/// What is told of a document at a place below a folder of records, as far as no record names it.
pub(super) fn finding(parts: &[String], root: &str) -> Option<Finding> {
    let [collection, name] = parts else { return None };
    let (stem, extension) = name.rsplit_once('.')?;
    if !TEXTS.contains(&&*extension.to_ascii_lowercase()) || name.starts_with('~') {
        return None;
    }
    let file: Arc<str> = format!("{root}/{collection}/{name}").into();
    let message = format!("a file that ends in `.{extension}` is no record, and no record has it attached");
    let help = match stem.rsplit_once('.') {
        // What a program adds that shows no endings.
        Some((stem, "md")) => format!("call it `{stem}.md`"),
        _ => format!("name it in `attachments` of a record; if it is one itself, write it as `{stem}.md`"),
    };
    let bearing = match stem.rsplit_once('.') {
        Some((stem, "md")) => Bearing::Misplaces(format!("{collection}/{stem}").into()),
        // A record that cannot be read may name it.
        _ => Bearing::Counts,
    };
    let mut finding = Finding::new(&faults::STRAY_FILE, &file, Spot::File, message).help(help).bears(bearing);
    finding.show("");
    Some(finding)
}

/// Takes out of the findings those of files that a record has attached.
pub(super) fn attached(findings: &mut Vec<Finding>, records: &[Record]) {
    let is_stray = |one: &Finding| std::ptr::eq(one.rule, &raw const faults::STRAY_FILE);
    if !findings.iter().any(is_stray) {
        return;
    }
    let files = records.iter().flat_map(|record| record.attachments().map(|(_, _, file)| file));
    let named: HashSet<&str> = files.filter_map(|one| one.file.as_ref()).map(|file| &*file.path).collect();
    findings.retain(|one| !is_stray(one) || !named.contains(&*one.file));
}
