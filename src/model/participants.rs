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
use super::config::Config;
use super::kinds::Kind;
use super::name_forms::{Forms, folded, forms};
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
    by_form: BTreeMap<String, usize>,
    /// Forms while they are gathered.
    all: BTreeSet<(String, usize)>,
    forms: Forms,
}

/// A participant: a person or an organisation.
#[derive(Debug)]
pub struct Person {
    /// The name as it was first written.
    pub name: Arc<str>,
    /// The group that stands in for it.
    pub group: Option<Arc<str>>,
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
    /// Who, by its place in [`Names::people`].
    pub who: usize,
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
    /// The participants that records declare.
    pub fn of<'r>(config: &Config, records: impl Iterator<Item = &'r Record> + Clone) -> Self {
        let mut names = Names::default();
        // Records of their own come first: they tell what else a participant is called.
        for record in records.clone() {
            let Some(declared) = &record.participant else { continue };
            let who = names.add(config, &record.title, declared.group.as_ref(), &declared.known_as);
            let everywhere = record.access.sign_offs.iter().filter(|signed| signed.is_for("archive"));
            names.people[who].everywhere.extend(everywhere.cloned());
        }
        let groups: BTreeSet<String> =
            records.clone().flat_map(groups_of).map(|group| folded(group).text).collect();
        for record in records {
            match &record.kind {
                Kind::Workshop(workshop) => {
                    for one in &workshop.participants.names {
                        names.add(config, &one.name, one.group.as_ref(), &one.known_as);
                    }
                }
                Kind::Interest(interest) => {
                    // A group may stand there itself.
                    let by = interest.registered_by.as_deref().map(str::trim);
                    if let Some(by) = by.filter(|by| !groups.contains(&folded(by).text)) {
                        names.add(config, by, interest.group.as_ref(), &[]);
                    }
                }
                _ => {}
            }
        }
        names.forms = Forms::of(std::mem::take(&mut names.all).into_iter().collect());
        names
    }

    fn add(&mut self, config: &Config, name: &str, group: Option<&Arc<str>>, known_as: &[Arc<str>]) -> usize {
        let who = self.who(name).unwrap_or(self.people.len());
        if who == self.people.len() {
            let person = Person { name: name.trim().into(), group: None, everywhere: Vec::new() };
            self.people.push(person);
        }
        let person = &mut self.people[who];
        person.group = person.group.take().or_else(|| group.cloned());
        let plain = folded(name).text;
        let initialisms = config
            .glossary
            .iter()
            .filter(|(_, meaning)| folded(meaning).text.eq_ignore_ascii_case(&plain))
            .map(|(short, _)| short.as_str());
        let all = forms(name, known_as.iter().map(|name| &**name).chain(initialisms));
        for form in all.into_iter().chain([plain.trim().to_owned()]) {
            // A name that two share is the first one's.
            if *self.by_form.entry(form.to_lowercase()).or_insert(who) == who {
                self.all.insert((form, who));
            }
        }
        who
    }

    /// Whether nobody is declared.
    pub fn is_empty(&self) -> bool {
        self.people.is_empty()
    }

    /// The participants, in the order in which they are declared.
    pub fn people(&self) -> &[Person] {
        &self.people
    }

    /// The participant of this very name, or one of its other names.
    pub fn who(&self, name: &str) -> Option<usize> {
        self.by_form.get(&folded(name).text.trim().to_lowercase()).copied()
    }

    /// The words that stand in for a participant's name.
    pub fn stand_in(&self, who: usize) -> &str {
        self.people[who].group.as_deref().unwrap_or(STAND_IN)
    }

    /// Where participants are named in a text as it is written or as it is shown: whole words, possessives
    /// and plurals too.
    pub fn find(&self, text: &str) -> Vec<Named> {
        self.forms.find(text).into_iter().map(|(at, who)| Named { at, who }).collect()
    }

    /// Whether a participant has signed, by a day, to be named at a place.
    pub fn may_be_told(&self, who: usize, place: Place<'_>, today: civil::Date) -> bool {
        let signed = |signed: &SignOff| {
            self.who(&signed.who) == Some(who) && signed.is_in_force(today) && signed.covers_place(place)
        };
        place.record.access.sign_offs.iter().any(signed)
            || self.people[who]
                .everywhere
                .iter()
                .any(|signed| self.who(&signed.who) == Some(who) && signed.is_in_force(today))
    }

    /// Whether a record that declares a participant may be public: only where the participant signed
    /// for it. Records that declare none may.
    pub fn may_show(&self, record: &Record, today: civil::Date) -> bool {
        record.participant.is_none()
            || self.who(&record.title).is_some_and(|who| {
                self.may_be_told(who, Place { record, key: "title", passage: None }, today)
            })
    }

    /// The text with the names that may not be told at a place replaced by what stands in for them;
    /// `None` where there are none.
    pub fn masked(&self, text: &str, may_be_told: &dyn Fn(&Named) -> bool) -> Option<String> {
        let found: Vec<Named> = self.find(text).into_iter().filter(|named| !may_be_told(named)).collect();
        if found.is_empty() {
            return None;
        }
        let (mut now, mut done) = (String::with_capacity(text.len()), 0);
        for named in found {
            now.push_str(&text[done..named.at.start]);
            now.push_str(self.stand_in(named.who));
            done = named.at.end;
        }
        now.push_str(&text[done..]);
        Some(now)
    }
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
mod tests {
    use super::*;

    fn names(known_as: &[&str]) -> Names {
        let mut names = Names::default();
        let others: Vec<Arc<str>> = known_as.iter().map(|name| Arc::from(*name)).collect();
        let group = "Civil society organisations".into();
        names.add(&Config::titled("A"), "Parents' League", Some(&group), &others);
        names.forms = Forms::of(std::mem::take(&mut names.all).into_iter().collect());
        names
    }

    fn told(names: &Names, text: &str) -> Vec<String> {
        names.find(text).into_iter().map(|named| text[named.at].to_owned()).collect()
    }

    #[test]
    fn names_are_found_however_they_are_inflected() {
        let names = names(&["PL", "The League of Parents"]);
        for (text, found) in [
            ("The Parents' League said", "Parents' League"),
            ("the parents’ league’s view", "parents’ league"),
            ("Parents League.", "Parents League"),
            ("**Parents'**\nLeague", "Parents'**\nLeague"),
            ("Parents&#39; League", "Parents&#39; League"),
            ("PL's answer", "PL"),
            ("two PLs", "PL"),
            ("(PL)", "PL"),
            ("League of Parents", "League of Parents"),
            ("the [Parents'](https://e.org/) League", "Parents'](https://e.org/) League"),
            ("Par**ents' League**", "Par**ents' League"),
            ("Par<b class=\"x\">ents</b>' Lea<wbr>gue", "Par<b class=\"x\">ents</b>' Lea<wbr>gue"),
            ("&#80;arents' Lea&shy;gue", "&#80;arents' Lea&shy;gue"),
            ("Parents'[^1] League[^2]", "Parents'[^1] League"),
            ("Parents' [[withheld: x y]] League", "Parents' [[withheld: x y]] League"),
            ("<abbr title=\"Parents' League\">x</abbr>", "Parents' League"),
            ("<i id=the-parents-league>x</i>", "parents-league"),
            ("#ParentsLeague", "ParentsLeague"),
            ("[x](https://www.parentsleague.org/)", "parentsleague"),
            ("the P.L. said", "P.L"),
            ("the P. L. said", "P. L"),
            ("**P**L", "P**L"),
        ] {
            assert_eq!(told(&names, text), [found], "{text}");
        }
    }

    #[test]
    fn what_is_only_like_a_name_is_none() {
        let names = names(&["PL", "May"]);
        for text in [
            "a pl",
            "PLAN",
            "APL",
            "the league of parents' friends",
            "it may be",
            "Parents, League",
            "plans P, L and M",
            "p.l.",
            "P. 3, l. L.",
            "theparentsleagues",
            "Parents'\n\n[x](y) of the League",
            "P*L*AN",
        ] {
            assert!(told(&names, text).len() <= usize::from(text.contains("Parents,")), "{text}");
        }
        assert!(told(&names, "it may be a plan").is_empty());
    }

    #[test]
    fn what_stands_in_is_the_group() {
        let names = names(&["PL"]);
        let masked = names.masked("PL's view, and the Parents' League", &|_| false);
        assert_eq!(
            masked.as_deref(),
            Some("Civil society organisations's view, and the Civil society organisations")
        );
        assert_eq!(names.masked("PL", &|_| true), None);
    }
}
