//! `&Archive` → findings: one rule a file.
//!
//! In: the archive as it was read, and the day. Out: findings, in no particular order. A rule looks
//! and tells; it mends nothing, and every one of them is linear in the archive.

mod action_gap;
mod action_listed_twice;
mod action_without_owner;
mod addresses;
mod agreement_without_discussion;
mod another_promise;
pub mod append_only;
mod attachment_cleaned;
mod attachment_is_pointer;
mod attachment_misnamed;
mod attachment_missing;
mod attachment_not_looked_into;
mod attachment_tells;
mod broken_mark;
pub mod cited_passages;
mod closed_field_of_nothing;
mod confidential_in_public_repository;
mod confusable_owners;
mod correction_of_nothing;
mod dangling_link;
mod dangling_part;
mod dated_before_raised;
mod dated_in_future;
mod dead_link;
mod description_differs;
mod discussed_at_planned;
mod draft_in_report;
mod duplicate_action_number;
mod duplicate_alias;
mod each;
mod edition_not_frozen;
mod erratum_of_nothing;
mod event_without_evidence;
mod evidence_from_later;
mod groups_exceed_count;
mod heading_jump;
mod history_out_of_order;
mod identifying_stub;
mod image_without_text;
mod issue_without_topic;
mod judgement_outlived;
mod links;
mod lock_of_nothing;
mod look;
mod look_alike_letters;
mod meeting_on_another_day;
mod milestone_repeat_unmarked;
mod missing_item;
mod missing_section;
mod missing_translation;
mod misspelt;
mod named_position;
mod number_without_workshop;
mod one_sided_link;
mod outdated_translation;
mod overdue_action;
mod owners;
mod period_twice;
mod periods_overlap;
mod previous_cycle;
mod previous_not_named;
mod private_reference;
mod repeated_h1;
mod replies;
mod report_count_disagrees;
mod report_period_missing;
mod settings;
mod shown;
mod sign_off_incomplete;
mod similar_owners;
mod state_out_of_order;
mod texts;
mod topic_not_public;
mod undeclared_reason;
mod undefined_initialism;
mod unjoined_log_entry;
mod unknown_collection;
mod unknown_facet;
mod unknown_field;
mod unknown_log_number;
mod unread_mention;
mod unreleased_marking;
mod unsigned_name;
mod untold_state;
mod withheld_in_address;
mod within;
mod words;
mod workshop_number_twice;

use jiff::civil;
use rayon::prelude::*;

pub(crate) use self::unknown_collection::meant as collection_meant;
use crate::diag::{Finding, Rule};
use crate::model::archive::Archive;

/// A rule and the function that looks for its fault.
#[derive(Debug)]
pub struct Check {
    /// What is looked for.
    pub rule: &'static Rule,
    /// Looks for it in the whole archive, as at a day.
    pub run: fn(&Archive, civil::Date, &mut Vec<Finding>),
}

/// Every rule, sorted by code.
pub static CHECKS: &[&Check] = &[
    &action_gap::CHECK,
    &action_listed_twice::CHECK,
    &action_without_owner::CHECK,
    &agreement_without_discussion::CHECK,
    &another_promise::CHECK,
    &attachment_cleaned::CHECK,
    &attachment_is_pointer::CHECK,
    &attachment_misnamed::CHECK,
    &attachment_missing::CHECK,
    &attachment_not_looked_into::CHECK,
    &attachment_tells::CHECK,
    &broken_mark::CHECK,
    &closed_field_of_nothing::CHECK,
    &confidential_in_public_repository::CHECK,
    &confusable_owners::CHECK,
    &correction_of_nothing::CHECK,
    &dangling_link::CHECK,
    &dangling_part::CHECK,
    &dated_before_raised::CHECK,
    &dated_in_future::CHECK,
    &dead_link::CHECK,
    &description_differs::CHECK,
    &discussed_at_planned::CHECK,
    &draft_in_report::CHECK,
    &duplicate_action_number::CHECK,
    &duplicate_alias::CHECK,
    &edition_not_frozen::CHECK,
    &erratum_of_nothing::CHECK,
    &event_without_evidence::CHECK,
    &evidence_from_later::CHECK,
    &groups_exceed_count::CHECK,
    &heading_jump::CHECK,
    &history_out_of_order::CHECK,
    &identifying_stub::CHECK,
    &image_without_text::CHECK,
    &issue_without_topic::CHECK,
    &judgement_outlived::CHECK,
    &lock_of_nothing::CHECK,
    &look_alike_letters::CHECK,
    &meeting_on_another_day::CHECK,
    &milestone_repeat_unmarked::CHECK,
    &missing_item::CHECK,
    &missing_section::CHECK,
    &missing_translation::CHECK,
    &named_position::CHECK,
    &number_without_workshop::CHECK,
    &one_sided_link::CHECK,
    &outdated_translation::CHECK,
    &overdue_action::CHECK,
    &period_twice::CHECK,
    &periods_overlap::CHECK,
    &previous_cycle::CHECK,
    &previous_not_named::CHECK,
    &private_reference::CHECK,
    &repeated_h1::CHECK,
    &report_count_disagrees::CHECK,
    &report_period_missing::CHECK,
    &sign_off_incomplete::CHECK,
    &similar_owners::CHECK,
    &state_out_of_order::CHECK,
    &topic_not_public::CHECK,
    &undeclared_reason::CHECK,
    &undefined_initialism::CHECK,
    &unjoined_log_entry::CHECK,
    &unknown_collection::CHECK,
    &unknown_facet::CHECK,
    &unknown_field::CHECK,
    &unknown_log_number::CHECK,
    &unread_mention::CHECK,
    &unreleased_marking::CHECK,
    &unsigned_name::CHECK,
    &untold_state::CHECK,
    &withheld_in_address::CHECK,
    &workshop_number_twice::CHECK,
];

/// Everything the rules find, in no particular order; in the words of translations, too.
pub fn run(archive: &Archive, today: civil::Date) -> Vec<Finding> {
    let mut findings = looked(archive, today);
    for language in archive.config().languages.iter().skip(1) {
        let within = within::Within::of(archive, language);
        if !within.is_empty() {
            let found = looked(&archive.speaking(language), today);
            findings.extend(found.into_iter().filter(|finding| within.has(finding)));
        }
    }
    findings
}

fn looked(archive: &Archive, today: civil::Date) -> Vec<Finding> {
    let look = |check: &&Check| {
        let mut findings = Vec::new();
        (check.run)(archive, today, &mut findings);
        findings
    };
    CHECKS.par_iter().flat_map_iter(look).collect()
}

/// The fault that [`exposed`] finds.
pub const EXPOSED: &str = "confidential_in_public_repository";

/// Whether a fault of this code follows from what other records say of somebody: who takes part, how an owner is
/// written elsewhere.
pub fn of_other_records(code: &str) -> bool {
    ["confusable_owners", "named_position", "sign_off_incomplete", "similar_owners", "unsigned_name"]
        .contains(&code)
}

/// Only what in a folder whose source everybody can read refers to a record that lies in another one.
pub fn refers_to_private(archive: &Archive) -> Vec<Finding> {
    let mut findings = Vec::new();
    (private_reference::CHECK.run)(archive, civil::Date::MAX, &mut findings);
    findings
}

/// Only what is confidential in a folder whose source everybody can read; embargoes apart.
pub fn exposed(archive: &Archive) -> Vec<Finding> {
    let mut findings = Vec::new();
    (confidential_in_public_repository::CHECK.run)(archive, civil::Date::MAX, &mut findings);
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_sorted_and_each_stands_once() {
        let codes: Vec<&str> = CHECKS.iter().map(|check| check.rule.code).collect();
        assert!(codes.is_sorted_by(|a, b| a < b), "{codes:?}");
    }

    #[test]
    fn every_rule_explains_itself() {
        for Check { rule, .. } in CHECKS {
            let first = rule.summary.chars().next().unwrap();
            assert!(first.is_lowercase() && !rule.summary.ends_with('.'), "{}: summary", rule.code);
            assert!(rule.explanation.contains("```"), "{}: no example of the fault", rule.code);
            let after = rule.explanation.splitn(3, "```").nth(2).unwrap_or_default();
            assert!(after.trim().len() > 20, "{}: no word on how to mend it", rule.code);
        }
    }
}
