//! The states that an action had, kept when a document tells a newer one.
//!
//! In: the front matter of an action as an importer would have it, and as it stands in the archive. Out: the
//! former with `earlier`. A record holds one state; what it was before is needed by every report that speaks as
//! at an earlier day.

use serde_yaml::{Mapping, Value};

/// A state and its day, as written.
type Told = (String, String);

const KEY: &str = "earlier";

/// Keeps the states of the record that stands in the archive.
pub(super) fn keep(front: &mut Mapping, stands: &Mapping) {
    let mut all = listed(stands);
    all.extend(superseded(stands, front, &all));
    put(front, all);
}

/// Keeps a state that was told by another document of an earlier day.
pub(super) fn add(front: &mut Mapping, state: &str, on: &str) {
    put(front, vec![(state.to_owned(), on.to_owned())]);
}

/// Keeps the earlier states that another document tells.
pub(super) fn join(front: &mut Mapping, other: &Mapping) {
    put(front, listed(other));
}

/// The state that a record has, where another one takes its place. Of one state that is told again the first
/// day counts.
fn superseded(stands: &Mapping, front: &Mapping, earlier: &[Told]) -> Option<Told> {
    let (state, on) = (text(stands, "state")?, text(stands, "state_on")?);
    let (next, next_on) = (text(front, "state")?, text(front, "state_on")?);
    let last = earlier.last().map_or("open", |(state, _)| state.as_str());
    let is_news = state != next || last != state;
    (on < next_on && is_news).then_some((state, on))
}

/// Adds states to those that a record has, each once and oldest first, beside the state that holds.
fn put(front: &mut Mapping, mut all: Vec<Told>) {
    all.extend(listed(front));
    let now = text(front, "state_on");
    all.retain(|(_, on)| now.as_ref().is_none_or(|now| on < now));
    all.sort_by(|(_, one), (_, other)| one.cmp(other));
    all.dedup();
    let mut entries: Vec<(Value, Value)> = std::mem::take(front).into_iter().collect();
    entries.retain(|(key, _)| key.as_str() != Some(KEY));
    let one = |(state, on): Told| {
        let pairs = [("state", state), ("on", on)].map(|(key, word)| (key.into(), word.into()));
        Value::Mapping(Mapping::from_iter(pairs))
    };
    if !all.is_empty() {
        let all = Value::Sequence(all.into_iter().map(one).collect());
        let place = entries.iter().position(|(key, _)| key.as_str() == Some("state_on"));
        entries.insert(place.map_or(entries.len(), |n| n + 1), (KEY.into(), all));
    }
    *front = Mapping::from_iter(entries);
}

fn listed(front: &Mapping) -> Vec<Told> {
    let items = front.get(KEY).and_then(Value::as_sequence).into_iter().flatten();
    items
        .filter_map(Value::as_mapping)
        .filter_map(|one| Some((text(one, "state")?, text(one, "on")?)))
        .collect()
}

fn text(front: &Mapping, key: &str) -> Option<String> {
    let words = super::merge::plain(front.get(key)?);
    (!words.is_empty()).then_some(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(stands: &str, now: &str) -> String {
        let read = |text: &str| serde_yaml::from_str::<Mapping>(text).unwrap();
        let mut front = read(now);
        keep(&mut front, &read(stands));
        let states: Vec<String> = listed(&front).iter().map(|(state, on)| format!("{state} {on}")).collect();
        states.join(", ")
    }

    #[test]
    fn every_state_is_kept_once_with_its_first_day() {
        let open = "{state: open, state_on: 2018-07-03}";
        let begun = "{state: in-progress, state_on: 2019-05-01, earlier: [{state: open, on: 2018-07-03}]}";
        assert_eq!(kept(open, "{state: completed, state_on: 2019-07-11}"), "open 2018-07-03");
        assert_eq!(
            kept(begun, "{state: completed, state_on: 2020-07-11}"),
            "open 2018-07-03, in-progress 2019-05-01"
        );
        // What is still so needs no second day, and what is told again adds nothing.
        assert_eq!(kept(open, "{state: open, state_on: 2019-07-11}"), "");
        assert_eq!(kept(begun, "{state: in-progress, state_on: 2019-05-01}"), "open 2018-07-03");
        let again = "{state: in-progress, state_on: 2020-07-11}";
        assert_eq!(kept(begun, again), "open 2018-07-03, in-progress 2019-05-01");
        let later = "{state: in-progress, state_on: 2020-07-11, \
                     earlier: [{state: open, on: 2018-07-03}, {state: in-progress, on: 2019-05-01}]}";
        assert_eq!(
            kept(later, "{state: in-progress, state_on: 2021-07-11}"),
            "open 2018-07-03, in-progress 2019-05-01"
        );
        // Reopened, and an older document again.
        assert_eq!(
            kept("{state: completed, state_on: 2019-07}", "{state: open, state_on: 2020-01}"),
            "completed 2019-07"
        );
        assert_eq!(kept(begun, "{state: open, state_on: 2018-07-03}"), "");
        // A state without a day takes nothing's place.
        assert_eq!(kept(begun, "{state: completed}"), "open 2018-07-03");
    }
}
