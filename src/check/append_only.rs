//! The histories of issues against those of an earlier revision: nothing of the past may be rewritten.
//!
//! In: the archive as it was and as it is, and the day. Out: a finding an entry that was changed or
//! taken out without another one that `corrects:` it, and one a frozen edition that is gone or was
//! frozen anew. Who may see an entry is not what happened, and may change.

use std::sync::Arc;

use jiff::civil;

use crate::diag::{FieldPath, Finding, Rule, Severity, Spot};
use crate::model::archive::Archive;
use crate::model::issue::{Event, Issue};
use crate::model::kinds::Kind;
use crate::model::record::Record;
use crate::model::renamed::Renamed;

/// The fault that is found here, by `annals check --against`.
pub static RULE: Rule = Rule {
    code: "history_rewritten",
    severity: Severity::Error,
    summary: "a past entry of a history was changed or taken out",
    explanation: "\
The history of an issue is only ever added to: what was recorded was recorded, and reports and letters rest on it. `annals check --against REVISION` compares every past entry with the revision; who may see it may change, what it says may not. A record that was renamed is followed by its `aliases`. Frozen editions of reports are held to the same.

```yaml
history:
- {on: 2018-12-05, discussed: true, agreement: not-agreed}   # it was: agreed
```

Put the entry back as it was. If it was wrong, add one that says so: `{on: 2019-09-02, corrects: 2018-12-05, agreement: not-agreed, note: …}`.
",
};

/// What of the past was rewritten since an earlier revision.
pub fn append_only(before: &Archive, now: &Archive, today: civil::Date) -> Vec<Finding> {
    let mut findings = Vec::new();
    // A record that was renamed is the same one, and is followed wherever it is named.
    let renamed = Renamed::between(before.records().iter(), now.records(), now.config().base_url.as_deref());
    for record in before.records() {
        let Kind::Issue(was) = &record.kind else { continue };
        match now.get(renamed.now(&record.id)).map(|record| (record, &record.kind)) {
            Some((record, Kind::Issue(issue))) => {
                rewritten(&renamed.issue(was), record, issue, today, &mut findings);
            }
            _ if was.history.is_empty() => {}
            _ => {
                let message = format!("`{}` is gone, and its history with it", record.id);
                let finding = Finding::new(&RULE, &record.source.file, Spot::File, message);
                let help = format!(
                    "bring the file back; an issue that is closed stays on record, and one that was renamed says \
                     `aliases: [{}]`",
                    record.id
                );
                findings.push(finding.help(help));
            }
        }
    }
    locks(before, now, &mut findings);
    findings
}

fn rewritten(was: &Issue, record: &Record, issue: &Issue, today: civil::Date, findings: &mut Vec<Finding>) {
    let is_new = |event: &&Event| !was.history.iter().any(|old| same(old, event));
    // Each new entry corrects one: a second one of the same day needs another.
    let mut corrected: Vec<_> =
        issue.history.iter().filter(is_new).filter_map(|event| event.corrects).collect();
    for old in was.history.iter().filter(|old| old.on.earliest() <= today) {
        let stays = issue.history.iter().any(|event| same(old, event));
        if stays {
            continue;
        }
        if let Some(at) = corrected.iter().position(|on| *on == old.on) {
            corrected.swap_remove(at);
            continue;
        }
        // What stands in its place: a new entry of the same date, first of the same meeting.
        let of_the_day =
            || issue.history.iter().enumerate().filter(|(_, event)| event.on == old.on && is_new(event));
        let place = of_the_day().find(|(_, event)| event.at == old.at).or_else(|| of_the_day().next());
        let (spot, message) = match place {
            Some((n, _)) => (
                FieldPath::key("history").at(n),
                format!(
                    "the entry of {} was changed: {}",
                    old.on,
                    changed(old, place.map(|(_, event)| event))
                ),
            ),
            None => (FieldPath::key("history"), format!("the entry of {} was taken out", old.on)),
        };
        let finding = Finding::new(&RULE, &record.source.file, Spot::Field(spot), message);
        findings.push(finding.help(format!(
            "put it back as it was; if it was wrong, add an entry with `corrects: {}`",
            old.on
        )));
    }
}

/// Whether two entries say the same of what happened.
fn same(a: &Event, b: &Event) -> bool {
    keys(a, b).is_empty()
}

/// The keys in which two entries differ.
fn keys(a: &Event, b: &Event) -> Vec<&'static str> {
    let said = |event: &Event| -> Vec<(Arc<str>, String)> {
        event.positions.iter().map(|one| (Arc::clone(&one.party), one.view.clone())).collect()
    };
    let parts = [
        ("on", a.on == b.on),
        ("at", a.at == b.at),
        ("discussed", (a.discussed, a.takes_back_discussion()) == (b.discussed, b.takes_back_discussion())),
        ("agreement", a.stated_agreement == b.stated_agreement),
        ("work", a.stated_work == b.stated_work),
        ("positions", said(a) == said(b)),
        ("asserted_by", a.asserted_by == b.asserted_by),
        ("evidence", a.evidence == b.evidence),
        ("note", a.note == b.note),
        ("corrects", a.corrects == b.corrects),
    ];
    parts.into_iter().filter(|(_, same)| !same).map(|(key, _)| key).collect()
}

fn changed(old: &Event, new: Option<&Event>) -> String {
    let keys = new.map_or_else(Vec::new, |new| keys(old, new));
    keys.iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(", ")
}

fn locks(before: &Archive, now: &Archive, findings: &mut Vec<Finding>) {
    for old in before.locks() {
        let lock = now.locks().iter().find(|lock| lock.file == old.file);
        for frozen in &old.editions {
            let (number, report) = (frozen.edition, &old.report);
            let message = match lock.and_then(|lock| lock.edition(number)) {
                Some(kept) if kept.seal() == frozen.seal() => continue,
                Some(_) => format!("edition {number} of `{report}` was frozen a second time"),
                None => format!("edition {number} of `{report}` is frozen no more"),
            };
            let finding = Finding::new(&RULE, &old.file, Spot::File, message);
            findings
                .push(finding.help("bring the lock back as it was; what changed goes into a new edition"));
        }
    }
}
