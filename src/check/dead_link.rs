//! A link or a picture in a text that leads nowhere.
//!
//! In: the texts of records. Out: a finding an address that names no record, no file of its own record and no
//! page of the site. Whether the web has what it is asked for is not looked up; references in fields are
//! `dangling_link`.

use std::collections::HashMap;
use std::sync::LazyLock;

use jiff::civil;

use super::{Check, texts};
use crate::diag::{Finding, Rule, Severity};
use crate::model::alias;
use crate::model::archive::Archive;
use crate::model::id::RecordId;
use crate::model::links;
use crate::model::record::Record;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "dead_link",
    severity: Severity::Warning,
    summary: "a link or a picture in a text that leads nowhere",
    explanation: "\
The page shows the words of the link alone, and of a picture its description: readers cannot see that there was to be more.

```markdown
See [the minutes](minutes.docx) and [the first issue](../issues/who-may-serch.md).
```

Name a record that is there (`../issues/who-may-search.md`, `issues/who-may-search`), a file that this record has in `attachments`, a page of the site (`/progress.html`), or a whole address (`https://…`).
",
};

fn run(archive: &Archive, _today: civil::Date, findings: &mut Vec<Finding>) {
    let base = archive.config().base_url.as_deref();
    let old: LazyLock<HashMap<RecordId, &RecordId>, _> = LazyLock::new(|| {
        let mut old = HashMap::new();
        for record in archive.records() {
            old.extend(alias::names(&record.aliases, base).into_iter().map(|was| (was, &record.id)));
        }
        old
    });
    for record in archive.records() {
        for (place, text) in texts::each(record, links::may_lead) {
            for written in links::with_spaces(text) {
                let what = if written.is_picture { "picture" } else { "link" };
                let message = format!("`{}` makes no {what}: it has a space in it", written.destination);
                let finding = Finding::new(&RULE, &record.source.file, place.spot(written.at), message);
                findings.push(finding.help(format!(
                    "write `%20` for each space, or put it in angle brackets: `<{}>`",
                    written.destination
                )));
            }
            for written in links::written(text) {
                if !leads_nowhere(archive, record, base, &written) {
                    continue;
                }
                let what = if written.is_picture { "picture" } else { "link" };
                let message = format!("the {what} `{}` leads nowhere", written.destination);
                let named = links::named(base, &record.id, &written.destination);
                let help = match named.and_then(|to| old.get(&to.id)) {
                    Some(now) => format!("that record is `{now}` now"),
                    None if written.is_picture => {
                        "put the file beside the record and name it in `attachments`".to_owned()
                    }
                    None => {
                        "name a record, a file in `attachments`, or a whole address: `https://…`".to_owned()
                    }
                };
                let spot = place.spot(written.at);
                findings.push(Finding::new(&RULE, &record.source.file, spot, message).help(help));
            }
        }
    }
}

/// A part of the same page is not looked for: the program gives a page parts of its own.
fn leads_nowhere(archive: &Archive, record: &Record, base: Option<&str>, written: &links::Written) -> bool {
    let to = &*written.destination;
    let is_file = || record.attachments().any(|(_, _, attachment)| links::names_file(attachment, to));
    if written.is_picture {
        return !links::is_elsewhere(base, to) && !is_file();
    }
    let names_a_record =
        || links::named(base, &record.id, to).is_some_and(|to| archive.index_of(&to.id).is_some());
    !(to.is_empty()
        || to.starts_with('#')
        || links::is_elsewhere(base, to)
        || names_a_record()
        || is_file()
        || links::is_page(base, to))
}
