//! Names of participants in what the public sees → a finding for each that nobody signed for.
//!
//! In: a text of a record or of the settings, an address, and the names. Out: findings at their places. Which records
//! are looked at is for the rule to say.

use std::sync::Arc;

use jiff::civil;

use super::{each, settings, texts};
use crate::diag::{FieldPath, Finding, Rule, Spot};
use crate::model::access::Visibility;
use crate::model::archive::Archive;
use crate::model::participants::{Named, Names, Place};
use crate::model::passages::{self, Mark};
use crate::model::record::Record;

/// Looks for names that nobody signed for.
pub(super) struct Look<'a> {
    /// The rule that is broken then.
    pub(super) rule: &'static Rule,
    /// The names.
    pub(super) names: &'a Names,
    /// The day by which they are to have signed.
    pub(super) today: civil::Date,
    /// What was found.
    pub(super) findings: &'a mut Vec<Finding>,
}

impl Look<'_> {
    /// In a text of a record.
    pub(super) fn text(&mut self, record: &Record, place: &texts::Place<'_>, text: &str) {
        let visible = passages::visible(text, Visibility::Public, Mark::Markdown);
        for named in self.names.find(&visible.text) {
            let at = visible.source_of(named.at.start);
            let (key, passage) = match place {
                texts::Place::Body(_) => ("body", record.body.outline().passage_around(at)),
                texts::Place::Field(path) => (path.root().unwrap_or_default(), None),
            };
            let found = &visible.text[named.at.clone()];
            self.tell(&named, Place { record, key, passage }, found, place.spot(at));
        }
    }

    /// Where a write-up says who promised something, the name of a family alone is a name.
    pub(super) fn owners(&mut self, record: &Record) {
        let Some(write_up) = record.body.write_up() else { return };
        let body = record.body.text();
        let hidden: Vec<_> = passages::hidden(body, Visibility::Public).into_iter().collect();
        for cell in write_up.actions.iter().filter_map(|action| action.responsible_at.clone()) {
            let Some(text) = body.get(cell.clone()) else { continue };
            let known = self.names.find(text);
            for named in self.names.owners(text).into_iter().filter(|named| !known.contains(named)) {
                let at = cell.start + named.at.start;
                if !hidden.iter().any(|range| range.contains(&at)) {
                    let place =
                        Place { record, key: "body", passage: record.body.outline().passage_around(at) };
                    self.tell(&named, place, &text[named.at.clone()], each::body_spot(record, at));
                }
            }
        }
    }

    /// The name of the file is an address that everybody sees, and old addresses are some too.
    pub(super) fn addresses(&mut self, record: &Record) {
        let aliases = record.aliases.iter().enumerate();
        let aliases =
            aliases.map(|(n, alias)| (&**alias, "aliases", Spot::Field(FieldPath::key("aliases").at(n))));
        for (address, key, spot) in aliases.chain([(record.id.slug(), "title", Spot::File)]) {
            for named in self.names.find(address) {
                let place = Place { record, key, passage: None };
                self.tell(&named, place, &address[named.at.clone()], spot.clone());
            }
        }
    }

    /// In what `annals.yaml` says to readers.
    pub(super) fn settings(&mut self, archive: &Archive) {
        for settings::Text { path, text, term } in settings::texts(archive) {
            // What an initialism stands for may be a name as a whole: then it is one too, and looked for.
            let is_name = term.is_some() && !self.names.who(text).is_empty();
            for named in self.names.find(text).into_iter().filter(|_| !is_name) {
                let is_signed = self.names.may_be_told_everywhere(&named.who, self.today);
                if !is_signed && term.is_none_or(|term| settings::is_used(archive, term)) {
                    let spot = Spot::Field(path.clone());
                    let found = self.finding(&settings::FILE.into(), &named, &text[named.at.clone()], spot);
                    self.findings.push(found);
                }
            }
        }
    }

    fn tell(&mut self, named: &Named, place: Place<'_>, found: &str, spot: Spot) {
        if !self.names.may_be_told(&named.who, place, self.today) {
            let found = self.finding(&place.record.source.file, named, found, spot);
            self.findings.push(found);
        }
    }

    fn finding(&self, file: &Arc<str>, named: &Named, found: &str, spot: Spot) -> Finding {
        let found = found.split_whitespace().collect::<Vec<_>>().join(" ");
        let message = match named.who.as_slice() {
            [_] => format!("`{found}` is named in public and has not signed this off"),
            all => format!(
                "`{found}` is named in public, may be {}, and not all of them have signed this off",
                self.names.listed(all)
            ),
        };
        let group = self.names.stand_in(&named.who);
        let help =
            format!("write `{group}` in its place, keep it to members, or add the sign-off to this record");
        Finding::new(self.rule, file, spot, message).help(help)
    }
}
