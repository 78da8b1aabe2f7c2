//! Which entries of a history tell of a discussion that is held to have been.
//!
//! In: entries, oldest first. Out: those that say that there was a discussion, without those of which a later
//! entry (`corrects`, `discussed: false`) says that there was none. An entry that puts another one right tells
//! of the day of that one: nothing happened on its own but that somebody noticed.

use super::date::Date;
use super::issue::Event;

/// The discussions of a history, as far as it has been read.
#[derive(Clone, Debug, Default)]
pub struct Discussions<'e> {
    entries: Vec<(&'e Event, bool)>,
    held: usize,
}

impl<'e> Discussions<'e> {
    /// Those of a history, or of what it held by a day.
    pub fn of(history: impl IntoIterator<Item = &'e Event>) -> Self {
        let mut discussions = Discussions::default();
        for event in history {
            discussions.enter(event);
        }
        discussions
    }

    /// Reads the next entry, and says whether the issue is held to have been discussed after it.
    pub fn enter(&mut self, event: &'e Event) -> bool {
        let mut itself = event.discussed;
        if let Some(on) = event.corrects {
            if event.discussed {
                itself = !self.confirm(on);
            } else if event.takes_back_discussion() {
                self.take_back(on);
            }
        }
        self.held += usize::from(itself);
        self.entries.push((event, itself));
        self.any()
    }

    /// Whether there was any.
    pub fn any(&self) -> bool {
        self.held > 0
    }

    /// The entries that tell of one, oldest first.
    pub fn held(&self) -> impl DoubleEndedIterator<Item = &'e Event> + '_ {
        self.entries.iter().filter(|(_, held)| *held).map(|(event, _)| *event)
    }

    /// Marks what is put right as a discussion; `false` where no entry above has the date.
    fn confirm(&mut self, on: Date) -> bool {
        let corrected = self.corrected(on);
        if let Some(&first) = corrected.last()
            && !corrected.iter().any(|n| self.entries[*n].1)
        {
            self.entries[first].1 = true;
            self.held += 1;
        }
        !corrected.is_empty()
    }

    fn take_back(&mut self, on: Date) {
        for n in self.corrected(on) {
            self.held -= usize::from(std::mem::take(&mut self.entries[n].1));
        }
    }

    /// The entries of a date, the latest first, and where one of them puts another one right, that one too.
    fn corrected(&self, on: Date) -> Vec<usize> {
        let mut of = on;
        let mut corrected = Vec::new();
        for (n, (earlier, _)) in self.entries.iter().enumerate().rev() {
            if earlier.on == of {
                corrected.push(n);
                of = earlier.corrects.unwrap_or(of);
            }
        }
        corrected
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::access::Visibility;
    use crate::model::issue::{Agreement, Work};

    fn entry(on: &str, discussed: Option<bool>, corrects: Option<&str>) -> Event {
        Event {
            on: on.parse().unwrap(),
            at: None,
            discussed: discussed.unwrap_or(false),
            stated_discussed: discussed,
            agreement: Agreement::NoneYet,
            work: Work::NoEvidence,
            stated_agreement: None,
            stated_work: None,
            positions: Vec::new(),
            asserted_by: None,
            evidence: Vec::new(),
            note: None,
            visibility: Visibility::Public,
            own: Visibility::Public,
            corrects: corrects.map(|on| on.parse().unwrap()),
        }
    }

    fn held(history: &[Event]) -> Vec<String> {
        Discussions::of(history).held().map(|event| event.on.to_string()).collect()
    }

    #[test]
    fn a_discussion_that_was_none_is_taken_back_and_can_be_put_back() {
        let met = entry("2020-02-29", Some(true), None);
        let none = entry("2020-06-01", Some(false), Some("2020-02-29"));
        let after_all = entry("2020-07-01", Some(true), Some("2020-06-01"));
        assert_eq!(held(&[met.clone(), none.clone()]), [""; 0]);
        assert!(!Discussions::of(&[met.clone(), none.clone()]).any());
        assert_eq!(held(&[met.clone(), none.clone(), after_all]), ["2020-02-29"]);
        let again = entry("2020-06-02", Some(true), None);
        assert_eq!(held(&[met, none, again]), ["2020-06-02"]);
    }

    #[test]
    fn a_correction_of_something_else_leaves_the_discussion_where_it_was() {
        let met = entry("2020-02-29", Some(true), None);
        let silent = entry("2020-06-01", None, Some("2020-02-29"));
        assert_eq!(held(&[met.clone(), silent]), ["2020-02-29"]);
        let reworded = entry("2020-06-01", Some(true), Some("2020-02-29"));
        assert_eq!(held(&[met.clone(), reworded.clone()]), ["2020-02-29"]);
        let neither = entry("2020-07-01", Some(false), Some("2020-06-01"));
        assert_eq!(held(&[met, reworded, neither]), [""; 0]);
    }

    #[test]
    fn one_entry_of_several_on_a_day_may_put_another_right() {
        let met = entry("2020-02-29", Some(true), None);
        let none = entry("2020-02-29", Some(false), Some("2020-02-29"));
        assert_eq!(held(&[met.clone(), none]), [""; 0]);
        let of_nothing = entry("2020-06-01", Some(true), Some("2019"));
        assert_eq!(held(&[met, of_nothing]), ["2020-02-29", "2020-06-01"]);
    }
}
