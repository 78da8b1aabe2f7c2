//! Numbers of participants → numbers that single nobody out.
//!
//! In: who took part, and below what a number is small. Out: the same, where a small number is told
//! as "fewer than …", and a sum from which one could be worked out is not told. It is done here,
//! so that nothing after this room can print what it never had.

use crate::model::kinds::{Count, Participants};
use crate::model::value::{Field, Value};

/// Hides numbers below `small`, and the sum where it would give one away. Tells whether that changed
/// anything.
pub(super) fn hide(participants: &mut Participants, small: u32) -> bool {
    let before = (participants.count, participants.groups.clone());
    let sum = participants.count.and_then(exactly);
    let (mut told, mut hidden, mut unknown) = (0u32, 0u32, false);
    for (_, count) in &mut participants.groups {
        match count.and_then(exactly) {
            Some(n) if n < small => {
                *count = Some(Count::FewerThan(small));
                hidden += 1;
            }
            Some(n) => told = told.saturating_add(n),
            None => unknown = true,
        }
    }
    if let Some(sum) = sum {
        let rest = sum.saturating_sub(told);
        // Whoever is in no group that has its number told is a cell too: a small one, if they are few.
        let is_cell = !participants.groups.is_empty() && (hidden > 0 || unknown || rest > 0);
        if sum < small {
            participants.count = Some(Count::FewerThan(small));
        } else if is_cell
            && (rest < small || hidden > 0 && possible(rest, hidden, unknown, small) < LEAST.min(small))
        {
            participants.count = Some(Count::NotGiven);
        }
    }
    before != (participants.count, participants.groups.clone())
}

/// Of so many numbers at least a hidden one must still be able to be any.
const LEAST: u32 = 3;

/// How many numbers a hidden group may still have for a reader who knows what all the groups not told
/// exactly have together, and takes it that a group that is named was there.
fn possible(rest: u32, hidden: u32, unknown: bool, small: u32) -> u32 {
    let most = small.saturating_sub(1);
    let others = if unknown { u32::MAX } else { (hidden - 1).saturating_mul(most) };
    let (low, high) = (rest.saturating_sub(others).max(1), rest.saturating_sub(hidden - 1).min(most));
    if low > high { 0 } else { high - low + 1 }
}

fn exactly(count: Count) -> Option<u32> {
    match count {
        Count::Exactly(n) => Some(n),
        Count::FewerThan(_) | Count::NotGiven => None,
    }
}

/// The same for the number that a component of a case has in a field of its own.
pub(super) fn hide_field(field: &mut Field, small: u32) -> bool {
    if &*field.key != "number_of_participants" {
        return false;
    }
    let (Value::Number(text) | Value::Text(text)) = &field.value else { return false };
    let is_small = text.trim().parse::<f64>().is_ok_and(|n| n < f64::from(small));
    if is_small {
        field.value = Value::Text(Count::FewerThan(small).to_string());
    }
    is_small
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is left of a sum and of groups, where fewer than five are few.
    fn left(sum: Option<u32>, groups: &[Option<u32>]) -> String {
        let groups = groups.iter().map(|n| ("Group".into(), n.map(Count::Exactly))).collect();
        let mut told = Participants { count: sum.map(Count::Exactly), groups, names: Vec::new() };
        hide(&mut told, 5);
        let words = |count: Option<Count>| count.map_or("?".to_owned(), |count| count.to_string());
        let groups: Vec<String> = told.groups.iter().map(|(_, count)| words(*count)).collect();
        format!("{}: {}", words(told.count), groups.join(", "))
    }

    #[test]
    fn a_small_group_cannot_be_worked_out() {
        assert_eq!(left(Some(24), &[Some(20), Some(4)]), "not given: 20, fewer than 5");
        // Two groups that have two people together are a few people too, and two that have eight have four each.
        for (sum, few) in [(22, [1, 1]), (21, [1, 0]), (24, [2, 2]), (28, [4, 4])] {
            assert_eq!(
                left(Some(sum), &[Some(20), Some(few[0]), Some(few[1])]),
                "not given: 20, fewer than 5, fewer than 5"
            );
        }
        assert_eq!(left(Some(21), &[Some(20), Some(1), None]), "not given: 20, fewer than 5, ?");
        // Five groups of five people who were all there have one each.
        let ones = [Some(20), Some(1), Some(1), Some(1), Some(1), Some(1)];
        assert!(left(Some(25), &ones).starts_with("not given"));
    }

    #[test]
    fn those_of_whom_no_number_is_told_are_a_group_too() {
        // A group without its number has what the others leave, and so have those whom no group names.
        assert_eq!(left(Some(24), &[Some(20), None]), "not given: 20, ?");
        assert_eq!(left(Some(20), &[Some(20), None]), "not given: 20, ?");
        assert_eq!(left(Some(24), &[Some(20), None, None]), "not given: 20, ?, ?");
        assert_eq!(left(Some(24), &[Some(21)]), "not given: 21");
        assert_eq!(left(Some(24), &[Some(19), None]), "24: 19, ?");
        assert_eq!(left(Some(24), &[Some(19)]), "24: 19");
    }

    #[test]
    fn a_sum_that_gives_nothing_away_stays() {
        assert_eq!(left(Some(26), &[Some(20), Some(3), Some(3)]), "26: 20, fewer than 5, fewer than 5");
        assert_eq!(left(Some(24), &[Some(19), Some(5)]), "24: 19, 5");
        assert_eq!(left(Some(24), &[]), "24: ");
        // Groups that have more than their sum are a fault of the record, told by `groups_exceed_count`.
        assert_eq!(left(Some(24), &[Some(19), Some(9)]), "24: 19, 9");
        assert_eq!(left(Some(24), &[None, Some(4)]), "24: ?, fewer than 5");
        assert_eq!(left(None, &[Some(3)]), "?: fewer than 5");
    }

    #[test]
    fn a_small_sum_is_small() {
        assert_eq!(left(Some(4), &[]), "fewer than 5: ");
        assert_eq!(left(Some(0), &[None]), "fewer than 5: ?");
    }

    #[test]
    fn a_component_has_its_number_hidden_too() {
        let mut field = Field {
            key: "number_of_participants".into(),
            value: Value::Number("4".to_owned()),
            declared: true,
        };
        assert!(hide_field(&mut field, 5));
        assert_eq!(field.value, Value::Text("fewer than 5".to_owned()));
        field.value = Value::Number("70".to_owned());
        assert!(!hide_field(&mut field, 5));
    }
}
