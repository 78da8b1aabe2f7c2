//! Findings for people: what is said in the same words of one file after the other is said once.
//!
//! In: findings. Out: fewer, of which the first of its kind tells how often it is so. Machines get each one.

use std::collections::{BTreeMap, BTreeSet};

use super::print::{self, Show};
use crate::cli::MessageFormat::Human;
use crate::diag::Finding;

/// So many are told one by one.
const FEW: usize = 3;

/// What two findings have in common that say the same.
type Same = (&'static str, String, Option<String>);

/// Says once what stands more than a few times, at the first of the files, and where each is told.
pub(super) fn gather(findings: &mut Vec<Finding>, show: Show) {
    // Of what a public log may not have, each place is told and no words: those are not counted together.
    if show.format != Human || show.overheard {
        return;
    }
    findings.sort_by(|a, b| (&a.file, &a.spot).cmp(&(&b.file, &b.spot)));
    let same =
        |one: &Finding| -> Option<Same> { Some((one.rule.code, one.message.clone(), one.help.clone())) };
    once(findings, same, |help| {
        let help = help.map(|help| format!("{help}; ")).unwrap_or_default();
        format!("{help}`annals check --message-format short` lists each")
    });
}

/// Of findings that are the same, and more than a few, leaves the first, which says how many there are; `help` is what
/// to do about them, out of what to do about one. What is the same as nothing is left as it is.
pub(super) fn once<K: Ord>(
    findings: &mut Vec<Finding>,
    same: impl Fn(&Finding) -> Option<K>,
    help: impl Fn(Option<String>) -> String,
) {
    let mut counts: BTreeMap<K, usize> = BTreeMap::new();
    for key in findings.iter().filter_map(&same) {
        *counts.entry(key).or_default() += 1;
    }
    counts.retain(|_, count| *count > FEW);
    let mut said: BTreeSet<K> = BTreeSet::new();
    findings.retain_mut(|finding| {
        let Some(key) = same(finding) else { return true };
        let Some(count) = counts.get(&key) else { return true };
        finding.message = format!("{count} times, here first: {}", finding.message);
        finding.help = Some(help(finding.help.take()));
        said.insert(key)
    });
}

/// Says how many findings wait until records can be read that are left out now.
pub(super) fn waiting(show: Show, count: usize) {
    if count > 0 {
        let found = print::counted(count, "finding");
        let line =
            format!("{found} held back that may only follow from what could not be read: mend that first");
        print::notice(show, &line);
    }
}
