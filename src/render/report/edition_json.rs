//! `report.json` of a frozen edition: what its lock holds, as data.
//!
//! In: a site, a lock and one of its editions. Out: bytes. The fields that
//! `report.json` has too mean the same here; what was not frozen (the topics, the states of actions) is
//! not in it. A link to what its reader cannot see any more is only its words, as on the page.

use std::borrow::Cow;

use serde::Serialize;

use crate::audience::links::{Fate, rewritten};
use crate::compose::Site;
use crate::model::id::RecordId;
use crate::model::lock::{Form, Frozen, Lock};
use crate::model::standing::{Counts, Heading};

#[derive(Serialize)]
struct Edition<'f> {
    slug: &'f str,
    edition: u32,
    status: &'static str,
    counts: Counted,
    title: &'f str,
    as_of: String,
    date: Option<String>,
    frozen_on: String,
    program: &'f str,
    language: &'f str,
    seal: String,
    issues: Vec<Issue<'f>>,
    /// What was taken out of it since.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    withdrawn: Vec<Withdrawn<'f>>,
    passages: Vec<Passage<'f>>,
}

#[derive(Serialize)]
struct Counted {
    resolved: usize,
    unresolved: usize,
    outstanding: usize,
    set_aside: usize,
}

#[derive(Serialize)]
struct Issue<'f> {
    /// Nothing where it was withdrawn.
    issue: Option<&'f str>,
    heading: &'static str,
    rule: &'f str,
    evidence: Vec<&'f str>,
    paragraph: &'f str,
}

#[derive(Serialize)]
struct Withdrawn<'f> {
    on: String,
    reason: &'f str,
    /// By the lasting names of passages.
    passages: &'f [String],
}

#[derive(Serialize)]
struct Passage<'f> {
    is: &'static str,
    number: Option<&'f str>,
    id: &'f str,
    voice: Option<&'f str>,
    heading: Option<&'static str>,
    title: Option<&'f str>,
    /// Markdown; its links are the names of records.
    text: Cow<'f, str>,
    sha256: String,
}

/// A frozen edition as JSON, indented, ending in a line feed.
///
/// # Errors
/// None that content can cause.
pub(crate) fn edition_json(site: &Site, lock: &Lock, frozen: &Frozen) -> anyhow::Result<Vec<u8>> {
    let is_there = |name: &str| {
        let id = name.split('#').next().and_then(RecordId::parse);
        id.is_some_and(|id| site.edition.get(&id).is_some() || site.addresses.renamed(&id).is_some())
    };
    let fate = |to: &str| {
        let stays = to.starts_with('#') || to.contains(':') || is_there(to);
        if stays { Fate::Stays } else { Fate::Words }
    };
    let counts: Counts = frozen.issues.iter().map(|said| said.heading).collect();
    let edition = Edition {
        slug: lock.report.slug(),
        edition: frozen.edition,
        status: "final",
        counts: Counted {
            resolved: counts.of(Heading::Resolved),
            unresolved: counts.of(Heading::Unresolved),
            outstanding: counts.of(Heading::Outstanding),
            set_aside: counts.of(Heading::SetAside),
        },
        title: &frozen.title,
        as_of: frozen.as_of.to_string(),
        date: frozen.date.map(|date| date.to_string()),
        frozen_on: frozen.frozen_on.to_string(),
        program: &frozen.program,
        language: &frozen.language,
        seal: frozen.seal(),
        issues: frozen
            .issues
            .iter()
            .map(|said| Issue {
                issue: said.issue.as_ref().map(RecordId::as_str),
                heading: said.heading.as_str(),
                rule: &said.rule,
                evidence: said.evidence.iter().map(String::as_str).filter(|name| is_there(name)).collect(),
                paragraph: &said.paragraph,
            })
            .collect(),
        withdrawn: frozen
            .withdrawn
            .iter()
            .map(|one| Withdrawn { on: one.on.to_string(), reason: &one.reason, passages: &one.passages })
            .collect(),
        passages: frozen
            .passages
            .iter()
            .map(|one| Passage {
                is: one.form.as_str(),
                number: one.number.as_deref(),
                id: &one.id,
                voice: one.voice.as_deref(),
                heading: if let Form::Issue(heading) = one.form { Some(heading.as_str()) } else { None },
                title: one.title.as_deref(),
                text: rewritten(&one.text, &fate).map_or(Cow::Borrowed(&*one.text), Cow::Owned),
                sha256: one.hash(),
            })
            .collect(),
    };
    let mut bytes = serde_json::to_vec_pretty(&edition)?;
    bytes.push(b'\n');
    Ok(bytes)
}
