//! What the rules find in an archive in another language → what of it is about the words of translations.
//!
//! In: the translations of a language, and findings. Out: whether a finding is about words that the translation
//! itself has: a link in its text, an image without words, a name in a note. What it takes from its original is told there.

use std::collections::{BTreeMap, BTreeSet};

use super::shown;
use super::texts::{self, Place};
use crate::diag::{FieldPath, Finding, Spot};
use crate::model::archive::Archive;
use crate::model::record::Record;

/// The translations of a language by their files: where the text begins, where they have one, and the fields of
/// which they give the words.
pub(super) struct Within<'a>(BTreeMap<&'a str, (Option<usize>, Vec<FieldPath>)>);

impl<'a> Within<'a> {
    /// Those of a language.
    pub(super) fn of(archive: &'a Archive, language: &str) -> Self {
        let of = archive.translations().iter().filter(|one| *one.language == *language);
        Within(
            of.filter_map(|one| {
                let (record, original) = (&one.record, archive.get(&one.record.id)?);
                let own_body = record.body.text() != original.body.text();
                // The texts of both stand at the same places; those of the original alone are not told again.
                let theirs: BTreeSet<(String, &str)> =
                    fields(archive, original).map(|(path, text)| (path.to_string(), text)).collect();
                let own = fields(archive, record)
                    .filter_map(|(path, text)| (!theirs.contains(&(path.to_string(), text))).then_some(path));
                Some((&*record.source.file, (own_body.then_some(record.source.body_at), own.collect())))
            })
            .collect(),
        )
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a finding is about words of a translation.
    pub(super) fn has(&self, finding: &Finding) -> bool {
        let Some((body_at, fields)) = self.0.get(&*finding.file) else { return false };
        match &finding.spot {
            Spot::Byte(at) => body_at.is_some_and(|start| *at >= start),
            Spot::Field(path) | Spot::Key(path) => fields.contains(path),
            Spot::Words(words) => words.field.is_none() && body_at.is_some(),
            Spot::File | Spot::Line(..) => false,
        }
    }
}

/// The texts of the fields of a record, each with its place; some twice.
fn fields<'r>(archive: &Archive, record: &'r Record) -> impl Iterator<Item = (FieldPath, &'r str)> {
    let all = texts::each(record, |_| true).into_iter().chain(shown::texts(archive, record));
    all.filter_map(|(place, text)| match place {
        Place::Field(path) => Some((path, text)),
        Place::Body(_) => None,
    })
}
