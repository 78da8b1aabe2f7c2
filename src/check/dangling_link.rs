//! A link to a record that is not there.
//!
//! In: what the reader could not resolve. Out: a finding a link. The exporter's `missing-item` has a
//! rule of its own, and so has a part that a record lacks.

use std::collections::HashMap;
use std::sync::LazyLock;

use jiff::civil;

use super::{Check, each};
use crate::diag::{Bearing, Finding, Rule, Severity};
use crate::model::archive::Archive;
use crate::model::id::RecordId;
use crate::model::record::{Dangling, Unresolved};
use crate::model::text;

pub(super) static CHECK: Check = Check { rule: &RULE, run };

static RULE: Rule = Rule {
    code: "dangling_link",
    severity: Severity::Warning,
    summary: "a link to a record that is not there",
    explanation: "\
The record names another one that the archive does not hold. Readers are shown nothing in its place, and evidence that cannot be followed is no evidence.

```yaml
organisation_link: [town-hal]     # there is content/organisations/town-hall.md
```

Write the slug of a record that exists (`town-hall`): the name of its file without `.md`. Where the field names no collection, write `<collection>/<slug>`, as in `workshops/2018-07-03-first-meeting`. If the record is yet to come, make it: `annals new organisations \"Town Hall\"`.
",
};

fn run(archive: &Archive, _today: civil::Date, findings: &mut Vec<Finding>) {
    let titles: LazyLock<HashMap<(&str, String), &RecordId>, _> = LazyLock::new(|| {
        let records = archive.records().iter();
        records.map(|record| ((record.id.collection(), record.title.to_lowercase()), &record.id)).collect()
    });
    for record in archive.records() {
        for dangling in &record.dangling {
            let Some((message, mut help)) = words(dangling) else { continue };
            // Who writes the title means the record.
            if let Unresolved::NoSuchRecord { collection: Some(collection), nearest: None } = &dangling.why
                && let Some(id) = titles.get(&(&**collection, dangling.written.to_lowercase()))
            {
                help = format!("that is the title of `{id}`: write `{}`", id.slug());
            }
            let spot = each::own_spot(record, dangling.path.clone());
            let bearing = missing(dangling).map_or(Bearing::None, |id| Bearing::Misses(id.into()));
            findings.push(Finding::new(&RULE, &record.source.file, spot, message).help(help).bears(bearing));
        }
    }
}

/// The collection and the name of a record that is not there.
fn named(dangling: &Dangling) -> Option<(&str, &str)> {
    let written = dangling.written.as_str();
    let Unresolved::NoSuchRecord { collection, .. } = &dangling.why else { return None };
    let (place, slug) = match (collection, written.split_once('/')) {
        (_, Some((place, slug))) => (place, slug),
        (Some(collection), None) => (&**collection, written),
        (None, None) => ("", written),
    };
    Some((place, slug.split('#').next().unwrap_or(slug)))
}

/// The record that is not there, as another fault may say why: `issues/lamps`.
fn missing(dangling: &Dangling) -> Option<String> {
    named(dangling).map(|(place, slug)| format!("{place}/{slug}"))
}

fn words(dangling: &Dangling) -> Option<(String, String)> {
    let written = &dangling.written;
    Some(match &dangling.why {
        Unresolved::MissingItem | Unresolved::Unread => return None,
        Unresolved::NoSuchRecord { nearest, .. } => {
            let (place, slug) = named(dangling)?;
            let message = match place {
                "" => format!("there is no record `{slug}`"),
                place => format!("there is no record `{place}/{slug}`"),
            };
            let help = match nearest {
                Some(nearest) => format!("did you mean `{nearest}`?"),
                None if place.is_empty() => "write `<collection>/<slug>`, or take the link out".to_owned(),
                None => {
                    format!("write content/{place}/{}.md, or take the link out", text::slug(slug))
                }
            };
            (message, help)
        }
        Unresolved::NoSuchAirtableId => (
            format!("no record has the Airtable id `{written}`"),
            "export the table it is in too, or take the id out".to_owned(),
        ),
        Unresolved::NotAReference => (
            format!("`{written}` is not the name of a record"),
            "write `<collection>/<slug>`, as in `papers/agenda`".to_owned(),
        ),
    })
}
