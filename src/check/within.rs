//! What the rules find in an archive in another language → what of it is about the words of translations.
//!
//! In: the translations of a language, and findings. Out: whether a finding is about words that the translation
//! itself has: a link in its text, an image without words. What it takes from its original is told there.

use std::collections::BTreeMap;

use crate::diag::{Finding, Spot};
use crate::model::archive::Archive;

/// The translations of a language by their files: where the text begins, where they have one, and the fields of
/// which they give the words.
pub(super) struct Within<'a>(BTreeMap<&'a str, (Option<usize>, Vec<&'static str>)>);

impl<'a> Within<'a> {
    /// Those of a language.
    pub(super) fn of(archive: &'a Archive, language: &str) -> Self {
        let of = archive.translations().iter().filter(|one| *one.language == *language);
        Within(
            of.filter_map(|one| {
                let (record, original) = (&one.record, archive.get(&one.record.id)?);
                let own_body = record.body.text() != original.body.text();
                let mut fields = Vec::new();
                fields.extend((record.title != original.title).then_some("title"));
                fields.extend((record.summary != original.summary).then_some("summary"));
                Some((&*record.source.file, (own_body.then_some(record.source.body_at), fields)))
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
            Spot::Field(path) | Spot::Key(path) => path.root().is_some_and(|root| fields.contains(&root)),
            Spot::Words(words) => words.field.is_none() && body_at.is_some(),
            Spot::File | Spot::Line(..) => false,
        }
    }
}
