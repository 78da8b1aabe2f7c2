//! A record in a public repository that refers to one that is kept elsewhere.
//!
//! In: the references and links of records in folders marked `public_repository`. Out: a finding a
//! reference to a record in a folder that is not.

use jiff::civil;

use super::{Check, each, links, texts};
use crate::diag::{Finding, Rule, Severity, Spot};
use crate::model::archive::Archive;
use crate::model::id::RecordId;
use crate::model::links::named;
use crate::model::record::Record;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "private_reference",
    severity: Severity::Error,
    summary: "a record in a public repository that refers to one kept in private",
    explanation: "\
A public repository shows its source, whatever the site hides: a reference from there tells that the private record exists, and what it is called. Private records may refer to public ones, never the other way round.

```yaml
# content/cases/street.md, in a folder with `public_repository: true`
sources_link: [interview-with-a-parent]     # a record in ../private
```

Make the reference in the private record, and leave it out here.
",
};

fn run(archive: &Archive, _today: civil::Date, findings: &mut Vec<Finding>) {
    let config = archive.config();
    if config.roots.iter().all(|root| !root.public_repository) {
        return;
    }
    let is_open =
        |record: &Record| config.root_of(&record.source.file).is_some_and(|root| root.public_repository);
    let is_private = |id: &RecordId| archive.get(id).is_some_and(|record| !is_open(record));
    for record in each::files(archive).filter(|record| is_open(record)) {
        let mut report = |id: &RecordId, spot: Spot| {
            let message = format!("`{id}` is not in a public repository, and this record is");
            let finding = Finding::new(&RULE, &record.source.file, spot, message);
            findings.push(finding.help("leave the reference out here, and make it in the private record"));
        };
        for (path, link) in links::with_paths(record) {
            if is_private(&link.id) {
                report(&link.id, Spot::Field(path));
            }
        }
        for (place, text) in texts::each(record, |text| text.contains("](") || text.contains("]:")) {
            for (at, to) in destinations(text) {
                let link = named(config.base_url.as_deref(), &record.id, &to);
                if let Some(link) = link.filter(|link| is_private(&link.id)) {
                    report(&link.id, place.spot(at));
                }
            }
        }
    }
}

/// The addresses of the links and pictures of a text, and where they begin.
fn destinations(text: &str) -> Vec<(usize, String)> {
    use pulldown_cmark::{Event, Parser, Tag};

    let events = Parser::new_ext(text, crate::model::text::markdown()).into_offset_iter();
    let links = events.filter_map(|(event, at)| match event {
        Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
            Some((at.start, dest_url.into_string()))
        }
        _ => None,
    });
    links.collect()
}
