//! What a final edition said, against what the records say of it now.
//!
//! In: the frozen editions, and the report compiled as at the day on which it was frozen. Out: the
//! passages that differ, and findings on them. An edition never depends on `today`: what was under
//! embargo when it was frozen is under embargo in the comparison too.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::compose::Site;
use crate::diag::{Bearing, FieldPath, Finding, Rule, Severity, Spot, Words};
use crate::model::as_signed::Otherwise;
use crate::model::cited::RULE as CITED_PASSAGE_CHANGED;
use crate::model::id::RecordId;
use crate::model::kinds::Kind;
use crate::model::lock::{Form, Frozen, FrozenIssue, Lock, Passage};
use crate::model::record::Record;
use crate::model::withdrawal::as_withdrawn;

use super::hanging::Hanging;
use super::passages::{PROGRAM, issues, passages};
use super::renamed::Renamed;
use super::telling::{STAYS, excerpt, help, is_apparatus, is_matrix, is_new_term};

/// The faults that are found here.
pub static RULES: &[&Rule] = &[&EDITION_CHANGED, &EDITION_REWORDED, &CITED_PASSAGE_CHANGED];

pub(super) static EDITION_CHANGED: Rule = Rule {
    code: "edition_changed",
    severity: Severity::Error,
    summary: "a final edition would no longer say what was frozen",
    explanation: "\
A final edition is quoted by the numbers of its paragraphs. Its lock holds what each of them says; the records now say something else, so a reader who follows a citation would find other words.

```yaml
# content/issues/retention.md, after edition 1 was frozen
history:
- {on: 2018-12-05, discussed: true, agreement: not-agreed}   # it was: agreed
```

What came on record after the edition was frozen is no change of it, as far as a date can tell: what is `released` later, under an embargo until later, raised, announced or dated later, and a topic that had no issue yet. A discussion that was put off is a second entry that says when it was announced, a publication that was put off keeps the day before, and words of the matrix keep the day until which they held:

```yaml
next_discussion:                                    # an issue or a topic
- 2019-09-11
- {on: 2020-02-05, announced: 2019-09-20}
due: 2020-05                                        # a milestone
earlier: [{due: 2019-10, until: 2019-10-31}]
narrative:                                          # a topic
- {text: The draft is due., until: 2019-12-31}
- {text: The draft is out., on: 2020-01-01}
```

A record that was renamed is followed by its `aliases`. Where no date can tell, give the new record `embargo:` with a day after that on which the edition was frozen; a day that is over keeps nothing from its readers.

Where a record that the edition tells of may not be seen any more, `annals report <slug> --withdraw issues/x --reason KEY` takes its words out of the edition and leaves marks; its numbers stay.

Undo the change where it was a slip. Where the edition was wrong, leave the past entry as it is, add one that `corrects:` it, and record an erratum (`annals new errata \"…\"`). Where more is to be said, start a new edition: raise `edition` and set `status: draft`; the old edition stays where it is.
",
};

pub(super) static EDITION_REWORDED: Rule = Rule {
    code: "edition_reworded",
    severity: Severity::Remark,
    summary: "a final edition would be worded otherwise, and say the same",
    explanation: "\
The program that froze the edition was another version, or the glossary has changed since, more is withheld in the archive, a topic has another title, or an issue stands under another topic. What the edition says of no issue has changed and no word of its editors, but some words have.

```yaml
annals: 0.1.0      # the version that froze it
```

Nothing needs to be done: readers are shown the words that were frozen. A new edition will have the new words.
",
};

/// A passage that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Difference<'p> {
    /// As it was frozen; `None` where it is new.
    pub then: Option<&'p Passage>,
    /// As it is now; `None` where it is gone.
    pub now: Option<&'p Passage>,
}

/// What differs between two rows of passages, in the order of the first and then of the second.
/// Passages are matched by their lasting names; a number that moved is a difference too.
pub(super) fn differences<'p>(then: &'p [Passage], now: &'p [Passage]) -> Vec<Difference<'p>> {
    let mut by_name: BTreeMap<&str, &Passage> = now.iter().map(|one| (&*one.id, one)).collect();
    let mut found = Vec::new();
    for old in then {
        let new = by_name.remove(&*old.id);
        if new != Some(old) {
            found.push(Difference { then: Some(old), now: new });
        }
    }
    let added = now.iter().filter(|one| by_name.contains_key(&*one.id));
    found.extend(added.map(|new| Difference { then: None, now: Some(new) }));
    found
}

impl<'p> Difference<'p> {
    /// The passage as it was, or as it is where it was not.
    pub(super) fn passage(&self) -> Option<&'p Passage> {
        self.then.or(self.now)
    }

    /// Whether it is of this voice, and only there now or only there then.
    fn came_or_went(&self, voice: &str) -> bool {
        let is_of = self.passage().is_some_and(|passage| passage.voice.as_deref() == Some(voice));
        is_of && (self.then.is_none() || self.now.is_none())
    }

    /// Whether it says what it said, under another number.
    fn only_moved(&self) -> bool {
        matches!((self.then, self.now), (Some(then), Some(now)) if then.hash() == now.hash())
    }

    /// What happened to it: `changed`, `is gone`, `is new`, `has another number`.
    fn what(&self) -> &'static str {
        match (self.then, self.now) {
            (Some(_), Some(_)) if self.only_moved() => "has another number",
            (Some(then), Some(now)) if then.id != now.id => "has other words",
            (Some(_), Some(_)) => "has changed",
            (Some(_), None) => "is gone",
            (None, _) => "is new",
        }
    }
}

/// Whether a report of the site says what was frozen as its edition. One that was not frozen, or not
/// for this audience, has nothing to differ from.
pub fn stands(site: &Site, index: usize) -> bool {
    stands_in(site, index).is_none()
}

/// The frozen edition that is shown in place of a report, since the report would be worded otherwise
/// by now.
pub(super) fn stands_in<'s>(site: &'s Site, index: usize) -> Option<&'s Frozen> {
    let id = &site.edition.record(site.reports()[index].record).id;
    let lock = site.edition.lock_of(id).filter(|lock| lock.audience == site.edition.audience().up_to());
    let frozen = lock?.edition(site.reports()[index].title.edition)?;
    // What was signed stays in the language in which it was.
    let same = frozen.language == site.edition.words().language() && frozen.passages == passages(site, index);
    (!same).then_some(frozen)
}

/// What is wrong with a report whose edition is frozen, in a site made as at the day on which it was, with the
/// records that were withdrawn from it since, and without what hangs on what is not known.
pub fn faults(
    site: &Site,
    lock: &Lock,
    withdrawn: &[&Arc<Record>],
    hanging: &Hanging,
    findings: &mut Vec<Finding>,
) {
    let edition = site.edition;
    let Some(index) = position(site, lock) else { return };
    let report = &site.reports()[index];
    let record = edition.record(report.record);
    let Kind::Report(kind) = &record.kind else { return };
    let file = &record.source.file;
    let newest = lock.newest().map_or(0, |frozen| frozen.edition);
    if kind.edition < newest || kind.edition == newest && !kind.is_final {
        let message = match kind.is_final {
            _ if kind.edition < newest => {
                format!("edition {newest} is frozen, and the report says `edition: {}`", kind.edition)
            }
            _ => format!("edition {newest} is frozen, so it is no draft any more"),
        };
        let spot = Spot::Field(FieldPath::key(if kind.is_final { "edition" } else { "status" }));
        let help = format!("for a new edition write `edition: {}`", newest + 1);
        findings.push(Finding::new(&EDITION_CHANGED, file, spot, message).help(help));
        return;
    }
    let Some(frozen) = lock.edition(kind.edition) else { return };
    let renamed = Renamed::since(site, frozen);
    let mut now = renamed.back(passages(site, index));
    as_withdrawn(frozen, &mut now, withdrawn);
    hanging.settle(frozen, &mut now);
    let differences = differences(&frozen.passages, &now);
    let mut told_now = Vec::new();
    let is_as_was = says_the_same(site, index, frozen, &renamed);
    told(site, frozen, file, &differences, &renamed, &is_as_was, &mut told_now);
    // What an edition would say now hangs on every record that it counts, and on every word of theirs.
    findings.extend(told_now.into_iter().map(|one| one.bears(Bearing::Compares)));
    cited(site, lock, frozen, &renamed, findings);
}

/// The place of a lock's report among those of a site.
pub(super) fn position(site: &Site, lock: &Lock) -> Option<usize> {
    site.reports().iter().position(|report| site.edition.record(report.record).id == lock.report)
}

/// The issues of which another program says what was frozen, whatever its words for it: the heading, the row of
/// the rule and the evidence are the same.
fn says_the_same(site: &Site, index: usize, frozen: &Frozen, renamed: &Renamed) -> BTreeSet<RecordId> {
    if frozen.program == PROGRAM {
        return BTreeSet::new();
    }
    let now = issues(&site.reports()[index], &|index| site.edition.record(index).id.clone());
    let is_same = |was: &&FrozenIssue| {
        let Some(id) = was.issue.as_ref().map(|id| renamed.now(id)) else { return false };
        now.iter().any(|now| {
            now.issue.as_ref() == Some(&id)
                && (now.heading, &now.rule, &now.evidence) == (was.heading, &was.rule, &was.evidence)
        })
    };
    frozen.issues.iter().filter(is_same).filter_map(|was| was.issue.clone()).collect()
}

/// Passages that the newest edition cites, and that are other ones by now.
fn cited(site: &Site, lock: &Lock, frozen: &Frozen, renamed: &Renamed, findings: &mut Vec<Finding>) {
    for cited in &frozen.cited {
        let (name, part) = cited.passage.split_once('#').unwrap_or((&cited.passage, ""));
        let record = RecordId::parse(name).and_then(|id| site.edition.get(&renamed.now(&id)));
        let Some((record, other)) = record.and_then(|record| Some((record, cited.other(&record.body)?)))
        else {
            continue;
        };
        let message = format!(
            "`{}#{part}`, cited as evidence by edition {} of `{}`, is another passage now: {}",
            record.id, frozen.edition, lock.report, other.words
        );
        let spot = Spot::Words(Box::new(Words { field: None, words: other.stretch, nth: 0 }));
        let finding = Finding::new(&CITED_PASSAGE_CHANGED, &record.source.file, spot, message);
        findings.push(finding.help(other.help).bears(Bearing::Compares));
    }
}

/// What an edition only words in another way than the records do now.
pub fn reworded(lock: &Lock, otherwise: Vec<Otherwise>) -> impl Iterator<Item = Finding> {
    let edition = lock.newest().map_or(0, |frozen| frozen.edition);
    otherwise.into_iter().map(move |Otherwise { file, key, was }| {
        let message = format!("edition {edition} of `{}` {was}", lock.report);
        Finding::new(&EDITION_REWORDED, &file, Spot::Field(FieldPath::key(key)), message).help(STAYS)
    })
}

/// So many places are named in one finding.
const MOST: usize = 6;

/// One finding an issue and a paragraph of the editors, and one on all that follows from them.
fn told(
    site: &Site,
    frozen: &Frozen,
    file: &Arc<str>,
    differences: &[Difference<'_>],
    renamed: &Renamed,
    is_as_was: &BTreeSet<RecordId>,
    findings: &mut Vec<Finding>,
) {
    let help = help(frozen);
    let mut derived: Vec<&Difference<'_>> = Vec::new();
    let before = findings.len();
    let differences = &paired(differences);
    for difference in differences {
        let Some(passage) = difference.passage() else { continue };
        let words = format!("{} of edition {} {}", passage.name(), frozen.edition, difference.what());
        let edition = Spot::Field(FieldPath::key("edition"));
        match passage.form {
            // What only moved follows from what came or went before it.
            _ if difference.only_moved() => derived.push(difference),
            Form::Issue(_) => {
                let issue = RecordId::new("issues", passage.id.strip_prefix("issue-").unwrap_or(&passage.id));
                if is_as_was.contains(&issue) {
                    derived.push(difference);
                    continue;
                }
                let (file, spot) = match site.edition.get(&renamed.now(&issue)) {
                    Some(record) => (&record.source.file, Spot::Field(FieldPath::key("history"))),
                    None => (file, edition),
                };
                let title = passage.title.as_deref().unwrap_or_default();
                let message = format!("{words}: “{title}”{}", excerpt(difference));
                findings.push(Finding::new(&EDITION_CHANGED, file, spot, message).help(&*help));
            }
            // Whether the matrix's words stand there is for the program to say; what they are is not.
            _ if frozen.program != PROGRAM && difference.came_or_went("matrix") => derived.push(difference),
            _ if passage.voice.as_deref().is_some_and(|voice| voice != "records") => {
                let message = format!("{words}{}", excerpt(difference));
                findings.push(Finding::new(&EDITION_CHANGED, file, edition, message).help(&*help));
            }
            _ => derived.push(difference),
        }
    }
    let of_apparatus = |one: &&Difference<'_>| {
        !one.only_moved()
            && one.passage().is_some_and(|passage| is_apparatus(&passage.id) || is_matrix(passage))
    };
    let (apparatus, derived): (Vec<_>, Vec<_>) = derived.into_iter().partition(of_apparatus);
    // A first term takes the sentence away that there is none, and with it a number.
    let first_term = findings.len() == before && apparatus.iter().any(|one| is_new_term(one));
    let reworded = findings.len() == before && frozen.program != PROGRAM;
    let spot = || Spot::Field(FieldPath::key("edition"));
    let mut tell = |rule: &'static Rule, of: &[&Difference<'_>], help: &str| {
        let Some(first) = of.first() else { return };
        let mut names: Vec<String> =
            of.iter().take(MOST).filter_map(|one| one.passage().map(Passage::name)).collect();
        if of.len() > MOST {
            names.push(format!("{} more", of.len() - MOST));
        }
        let message = match of {
            [_] => {
                format!("{} of edition {} {}{}", names.concat(), frozen.edition, first.what(), excerpt(first))
            }
            _ => format!("edition {} says something else in {}", frozen.edition, names.join(", ")),
        };
        findings.push(Finding::new(rule, file, spot(), message).help(help));
    };
    tell(&EDITION_REWORDED, &apparatus, STAYS);
    // Numbers that moved follow from what came or went before them.
    let (moved, changed): (Vec<_>, Vec<_>) = derived.into_iter().partition(|one| one.only_moved());
    let reworded = reworded || changed.is_empty() && first_term;
    let derived = if changed.is_empty() { moved } else { changed };
    if reworded {
        tell(&EDITION_REWORDED, &derived, STAYS);
    } else {
        tell(&EDITION_CHANGED, &derived, &help);
    }
}

/// A paragraph of the editors is named by its words, so that one with other words is gone, and another is new:
/// where both have one number, that is told as one difference.
fn paired<'p>(differences: &[Difference<'p>]) -> Vec<Difference<'p>> {
    let number = |passage: Option<&'p Passage>| {
        let theirs = |one: &&Passage| one.voice.as_deref().is_some_and(|voice| voice != "records");
        passage.filter(theirs).and_then(|one| one.number.as_deref())
    };
    let came = |one: &&Difference<'p>| one.then.is_none();
    let mut new: BTreeMap<&str, &Passage> =
        differences.iter().filter(came).filter_map(|one| Some((number(one.now)?, one.now?))).collect();
    let mut taken: Vec<&str> = Vec::new();
    let mut made: Vec<Difference<'p>> = differences.to_vec();
    for gone in made.iter_mut().filter(|one| one.now.is_none()) {
        gone.now = number(gone.then).and_then(|number| new.remove(number));
        taken.extend(gone.now.map(|now| &*now.id));
    }
    made.retain(|one| one.then.is_some() || one.now.is_none_or(|now| !taken.contains(&&*now.id)));
    made
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passage(number: &str, id: &str, text: &str) -> Passage {
        let (number, voice) = (Some(number.to_owned()), Some("records".to_owned()));
        Passage {
            form: Form::Paragraph,
            number,
            id: id.to_owned(),
            voice,
            title: None,
            text: text.to_owned(),
        }
    }

    #[test]
    fn what_changed_went_came_and_moved_is_told_apart() {
        let then = [passage("1", "a", "One."), passage("2", "b", "Two."), passage("3", "c", "Three.")];
        let now = [passage("1", "a", "One!"), passage("2", "c", "Three."), passage("3", "d", "Four.")];
        let told: Vec<String> = differences(&then, &now)
            .iter()
            .map(|one| format!("{} {}", one.passage().unwrap().id, one.what()))
            .collect();
        assert_eq!(told, ["a has changed", "b is gone", "c has another number", "d is new"]);
        assert!(differences(&then, &then).is_empty());
    }

    #[test]
    fn an_excerpt_shows_where_the_words_part() {
        let (then, now) = (passage("1", "a", "It was agreed."), passage("1", "a", "It was refused."));
        let difference = Difference { then: Some(&then), now: Some(&now) };
        assert_eq!(excerpt(&difference), "; it said “It was agreed.”, and says “It was refused.”");
    }
}
