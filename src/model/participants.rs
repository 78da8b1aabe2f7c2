//! Who is declared as a participant, and who has signed to be named.
//!
//! In: the records of an archive or of an edition. Out: `Names`: the participants, the forms in which
//! each may be named, where they are named in a text, and whether that is signed for. Declared are the
//! named participants of workshops, those who registered an interest, and records that say
//! `participant:`. It does not decide what is shown.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use jiff::civil;

use super::access::SignOff;
use super::archive::Archive;
use super::config::Config;
use super::id::RecordId;
use super::kinds::Kind;
use super::name_forms::{self, Forms, Gathered, folded, pieces};
use super::record::Record;

/// What a record says of itself as a participant.
#[derive(Clone, Debug, PartialEq, Eq, Default, Hash)]
pub struct Participation {
    /// The group that stands in for the name without sign-off.
    pub group: Option<Arc<str>>,
    /// Initialisms and other names.
    pub known_as: Vec<Arc<str>>,
}

/// The participants that an archive names.
#[derive(Debug, Default)]
pub struct Names {
    people: Vec<Person>,
    /// Whose each whole form is, in small letters.
    by_form: BTreeMap<String, BTreeSet<usize>>,
    gathered: Gathered,
    forms: Forms,
    /// The groups that records name, in small letters.
    groups: BTreeSet<String>,
}

/// A participant: a person or an organisation.
#[derive(Debug)]
pub struct Person {
    /// The name as it was first written.
    pub name: Arc<str>,
    /// The group that stands in for it.
    pub group: Option<Arc<str>>,
    /// The name in small plain letters.
    plain: String,
    /// What it signed in a record of its own for the whole archive.
    everywhere: Vec<SignOff>,
}

/// Words that stand in for a name whose group nobody gave.
pub const STAND_IN: &str = "a participant";

/// Where a participant is named in a text.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Named {
    /// The bytes.
    pub at: Range<usize>,
    /// Whom the words may mean, by their places in [`Names::people`]; never empty.
    pub who: Vec<usize>,
}

/// Where in a record a name stands.
#[derive(Clone, Copy, Debug)]
pub struct Place<'r> {
    /// The record, whose sign-offs count.
    pub record: &'r Record,
    /// The field, `body` for what is below the front matter.
    pub key: &'r str,
    /// The passage of the body, from 1.
    pub passage: Option<usize>,
}

impl<'r> Place<'r> {
    /// Where the write-up of a workshop says who is responsible for its action of this number.
    pub fn of_owner(workshop: &'r Record, number: Option<u32>) -> Self {
        let passage = workshop.body.write_up().and_then(|write_up| {
            let written = write_up.actions.iter().find(|action| Some(action.number) == number)?;
            workshop.body.outline().passage_around(written.responsible_at.as_ref()?.start)
        });
        Place { record: workshop, key: "body", passage }
    }
}

impl Names {
    /// The participants that the records of an archive declare, known by their names in each of its languages.
    pub fn of_archive(archive: &Archive) -> Self {
        let others = archive.translations().iter().map(|one| &*one.record).chain(archive.spoken_over());
        Names::gathered(archive.config(), archive.records().iter().map(|record| &**record), others)
    }

    /// The participants that records declare.
    pub fn of<'r>(config: &Config, records: impl Iterator<Item = &'r Record> + Clone) -> Self {
        Names::gathered(config, records, std::iter::empty())
    }

    fn gathered<'r>(
        config: &Config,
        records: impl Iterator<Item = &'r Record> + Clone,
        others: impl Iterator<Item = &'r Record>,
    ) -> Self {
        let mut names = Names::default();
        let mut by_record: BTreeMap<&RecordId, usize> = BTreeMap::new();
        // Records of their own come first: they tell what else a participant is called.
        for record in records.clone() {
            let Some(declared) = &record.participant else { continue };
            let who = names.add(config, &record.title, declared.group.as_ref(), &declared.known_as);
            let everywhere = record.access.sign_offs.iter().filter(|signed| signed.is_for("archive"));
            names.people[who].everywhere.extend(everywhere.cloned());
            by_record.insert(&record.id, who);
        }
        for other in others {
            if let (Some(declared), Some(who)) = (&other.participant, by_record.get(&other.id)) {
                names.also(config, *who, &other.title, &declared.known_as);
            }
        }
        names.groups = records.clone().flat_map(groups_of).map(plain).collect();
        for record in records {
            match &record.kind {
                Kind::Workshop(workshop) => {
                    for one in &workshop.participants.names {
                        for name in pieces(&one.name) {
                            names.add(config, name, one.group.as_ref(), &one.known_as);
                        }
                    }
                }
                Kind::Interest(interest) => {
                    // A group may stand there itself.
                    let by = interest.registered_by.as_deref().map(str::trim);
                    for by in by.into_iter().flat_map(pieces) {
                        if !names.groups.contains(&plain(by)) {
                            names.add(config, by, interest.group.as_ref(), &[]);
                        }
                    }
                }
                _ => {}
            }
        }
        names.forms = Forms::of(&names.gathered);
        names
    }

    fn add(&mut self, config: &Config, name: &str, group: Option<&Arc<str>>, known_as: &[Arc<str>]) -> usize {
        let known = match self.called(name) {
            none if none.is_empty() => self.gathered.titled(name),
            known => known,
        };
        let who = match known.as_slice() {
            [one] => *one,
            _ => {
                let (name, plain) = (name.trim().into(), plain(name));
                self.people.push(Person { name, group: None, plain, everywhere: Vec::new() });
                self.people.len() - 1
            }
        };
        let person = &mut self.people[who];
        person.group = person.group.take().or_else(|| group.cloned());
        self.also(config, who, name, known_as);
        who
    }

    /// Takes what else a participant is called.
    fn also(&mut self, config: &Config, who: usize, name: &str, known_as: &[Arc<str>]) {
        let plain_name = plain(name);
        let initialisms = config
            .glossary
            .iter()
            .filter(|(_, meaning)| plain(meaning) == plain_name)
            .map(|(short, _)| &**short);
        let others: Vec<&str> = known_as.iter().map(|name| &**name).chain(initialisms).collect();
        for name in std::iter::once(name).chain(others) {
            let forms = self.gathered.add(name, who);
            for form in forms.iter().map(|form| form.to_lowercase()).chain([plain(name)]) {
                self.by_form.entry(form).or_default().insert(who);
            }
        }
    }

    /// Whether nobody is declared.
    pub fn is_empty(&self) -> bool {
        self.people.is_empty()
    }

    /// The participants, in the order in which they are declared.
    pub fn people(&self) -> &[Person] {
        &self.people
    }

    /// Whom a name means that stands by itself, as in a list of participants: those of this name, or of one of
    /// their other names; of two in one entry, both. Whoever registered by this very name is meant alone.
    pub fn who(&self, name: &str) -> Vec<usize> {
        let whole = self.called(name);
        if !whole.is_empty() {
            return whole;
        }
        let mut who: Vec<usize> = match pieces(name).as_slice() {
            [_] => self
                .owners(name)
                .into_iter()
                .filter(|named| named.is_all_of(name))
                .flat_map(|n| n.who)
                .collect(),
            several => several.iter().flat_map(|piece| self.called(piece)).collect(),
        };
        who.sort_unstable();
        who.dedup();
        who
    }

    /// Those who are called so, by a whole form of their names.
    fn called(&self, name: &str) -> Vec<usize> {
        let plain = plain(name);
        let find = |form: &str| {
            let all: Vec<usize> = self.by_form.get(form).into_iter().flatten().copied().collect();
            let own = all.iter().copied().find(|who| self.people[*who].plain == form);
            own.map_or(all, |own| vec![own])
        };
        let exact = find(&plain);
        if !exact.is_empty() {
            return exact;
        }
        let mut other = Gathered::default();
        let forms: BTreeSet<usize> =
            other.add(name, 0).iter().flat_map(|form| find(&form.to_lowercase())).collect();
        forms.into_iter().collect()
    }

    /// The words that stand in for names.
    pub fn stand_in(&self, who: &[usize]) -> &str {
        let groups: BTreeSet<Option<&str>> =
            who.iter().map(|who| self.people[*who].group.as_deref()).collect();
        match groups.first() {
            Some(Some(group)) if groups.len() == 1 => group,
            _ => STAND_IN,
        }
    }

    /// Names as they may be told to editors: `Ann Walker` or `Bo Walker`.
    pub fn listed(&self, who: &[usize]) -> String {
        who.iter().map(|who| format!("`{}`", self.people[*who].name)).collect::<Vec<_>>().join(" or ")
    }

    /// Where participants are named in a text as it is written or as it is shown: whole words, possessives
    /// and plurals too.
    pub fn find(&self, text: &str) -> Vec<Named> {
        self.forms.find(text).into_iter().map(|(at, who)| Named { at, who }).collect()
    }

    /// The same in a text that says who somebody is: a family name that stands there alone is a participant's too.
    pub fn owners(&self, text: &str) -> Vec<Named> {
        let mut found = self.find(text);
        let parts = text.split([',', ';', '/', '&', '|', '\n', '(', ')', '<', '>']);
        for word in parts.flat_map(|part| part.split(" and ")) {
            let word = word.trim_matches(|sign: char| !sign.is_alphanumeric());
            let start = word.as_ptr() as usize - text.as_ptr() as usize;
            let (at, name) = (start..start + word.len(), plain(word));
            let who = self.gathered.family(&name);
            let is_name = word.starts_with(char::is_uppercase) && !self.groups.contains(&name);
            let is_new = found.iter().all(|named| named.at.end <= at.start || at.end <= named.at.start);
            if is_name && is_new && !who.is_empty() {
                found.push(Named { at, who });
            }
        }
        found.sort_by_key(|named| named.at.start);
        found
    }

    /// Whether all whom a name may mean have signed, by a day, to be named at a place.
    pub fn may_be_told(&self, who: &[usize], place: Place<'_>, today: civil::Date) -> bool {
        who.iter().all(|who| self.has_signed(*who, place, today))
    }

    /// The same for every place: what they signed in records of their own.
    pub fn may_be_told_everywhere(&self, who: &[usize], today: civil::Date) -> bool {
        let signed = |who: usize, signed: &SignOff| signed.is_in_force(today) && self.is_by(signed, who);
        who.iter().all(|who| self.people[*who].everywhere.iter().any(|one| signed(*who, one)))
    }

    fn has_signed(&self, who: usize, place: Place<'_>, today: civil::Date) -> bool {
        let signed = |signed: &SignOff| {
            signed.is_in_force(today) && signed.covers_place(place) && self.is_by(signed, who)
        };
        place.record.access.sign_offs.iter().any(signed) || self.may_be_told_everywhere(&[who], today)
    }

    /// Whether a sign-off is somebody's. Words that several are called by are nobody's; two names in one entry are two.
    fn is_by(&self, signed: &SignOff, who: usize) -> bool {
        self.called(&signed.who) == [who]
            || pieces(&signed.who).into_iter().any(|piece| self.who(piece) == [who])
    }

    /// Whether a record that declares a participant may be public: only where the participant signed
    /// for it. Records that declare none may.
    pub fn may_show(&self, record: &Record, today: civil::Date) -> bool {
        let place = Place { record, key: "title", passage: None };
        let is_signed = |who: Vec<usize>| !who.is_empty() && self.may_be_told(&who, place, today);
        record.participant.is_none() || is_signed(self.who(&record.title))
    }

    /// The text with the names that may not be told at a place replaced by what stands in for them;
    /// `None` where there are none.
    pub fn masked(&self, text: &str, may_be_told: &dyn Fn(&Named) -> bool) -> Option<String> {
        self.without(text, self.find(text), may_be_told)
    }

    /// The same of a text that says who somebody is.
    pub fn masked_owners(&self, text: &str, may_be_told: &dyn Fn(&Named) -> bool) -> Option<String> {
        self.without(text, self.owners(text), may_be_told)
    }

    fn without(
        &self,
        text: &str,
        mut found: Vec<Named>,
        may_be_told: &dyn Fn(&Named) -> bool,
    ) -> Option<String> {
        found.retain(|named| !may_be_told(named));
        if found.is_empty() {
            return None;
        }
        let (mut now, mut done) = (String::with_capacity(text.len()), 0);
        for named in found {
            now.push_str(&text[done..named.at.start]);
            now.push_str(self.stand_in(&named.who));
            done = named.at.end;
        }
        now.push_str(&text[done..]);
        Some(now)
    }
}

impl Named {
    /// Whether there is nothing else in a text.
    fn is_all_of(&self, text: &str) -> bool {
        let is_sign = |rest: Option<&str>| rest.is_some_and(|rest| !rest.contains(char::is_alphanumeric));
        is_sign(text.get(..self.at.start)) && is_sign(text.get(self.at.end..))
    }
}

/// The forms of a registered name that are no common words wherever they stand: whole names of several words, and a
/// family name behind a title or before a given name.
pub fn written(name: &str) -> Vec<String> {
    pieces(name).into_iter().flat_map(name_forms::written).filter(|form| form != name).collect()
}

/// A name in small plain letters.
fn plain(name: &str) -> String {
    folded(name).text.trim().to_lowercase()
}

fn groups_of(record: &Record) -> Vec<&str> {
    match &record.kind {
        Kind::Workshop(workshop) => {
            let named = workshop.participants.names.iter().filter_map(|one| one.group.as_deref());
            workshop.participants.groups.iter().map(|(group, _)| &**group).chain(named).collect()
        }
        Kind::Interest(interest) => interest.group.as_deref().into_iter().collect(),
        _ => record.participant.iter().filter_map(|declared| declared.group.as_deref()).collect(),
    }
}

#[cfg(test)]
mod tests;
