//! Findings for people: what is said in the same words of one file after the other is said once.
//!
//! In: findings. Out: fewer, of which the first of its kind tells how often it is so. Machines get each one.

use std::collections::{BTreeMap, BTreeSet};

use super::print::{self, Show};
use crate::cli::MessageFormat::Human;
use crate::diag::Finding;

/// So many are told one by one.
pub(super) const FEW: usize = 3;

/// What two findings have in common that say the same.
type Same = (&'static str, String, Option<String>);

/// Says once what stands more than a few times, at the first of the files, and where each is told.
pub(super) fn gather(findings: &mut Vec<Finding>, show: Show) {
    // Of what a public log may not have, each place is told and no words: those are not counted together.
    if show.format != Human || show.overheard {
        return;
    }
    findings.sort_by(|a, b| (&a.file, &a.spot).cmp(&(&b.file, &b.spot)));
    let same = |one: &Finding| -> Same { (one.rule.code, one.message.clone(), one.help.clone()) };
    let mut counts: BTreeMap<Same, usize> = BTreeMap::new();
    for finding in findings.iter() {
        *counts.entry(same(finding)).or_default() += 1;
    }
    counts.retain(|_, count| *count > FEW);
    let mut said: BTreeSet<Same> = BTreeSet::new();
    findings.retain_mut(|finding| {
        let same = same(finding);
        let Some(count) = counts.get(&same) else { return true };
        let is_first = said.insert(same);
        finding.message = format!("{count} times, here first: {}", finding.message);
        let help = finding.help.take().map(|help| format!("{help}; ")).unwrap_or_default();
        finding.help = Some(format!("{help}`annals check --message-format short` lists each"));
        is_first
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
