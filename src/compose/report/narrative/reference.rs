//! Cross-references to records.
//!
//! In: a scope and a name as it was written. Out: a link, or what is wrong. An issue and an action of
//! the report are led to within it; anything else to its own page.

use std::sync::Arc;

use super::super::name;
use super::super::scope::Scope;
use super::super::tree::{Inline, Target};
use super::faults;
use crate::audience::{Audience, Edition};
use crate::diag::{Bearing, Rule};
use crate::model::id::{RecordId, Ref};
use crate::model::kinds::Kind;

/// What is wrong with a mention.
#[derive(Debug)]
pub(super) struct Wrong {
    pub(super) rule: &'static Rule,
    pub(super) message: String,
    pub(super) help: String,
    /// What it has to do with records that are left out.
    pub(super) bearing: Bearing,
}

/// A link to a record or a part of it.
pub(super) fn record(scope: &Scope<'_>, written: &str) -> Result<Vec<Inline>, Wrong> {
    let to = find(scope.edition, written).map_err(|(message, help)| Wrong {
        rule: &faults::UNRESOLVED_REFERENCE,
        message,
        help,
        bearing: misses(written),
    })?;
    let words = name::line(scope.edition, &to);
    let in_report = to.part.is_none()
        && to.id.collection() == "issues"
        && scope.issues.iter().any(|stand| stand.record.id == to.id);
    let target = if in_report { Target::Here(format!("issue-{}", to.id.slug())) } else { Target::Record(to) };
    Ok(scope.among_narrators(vec![Inline::Link(words, target)]))
}

/// The record of this name, or what is wrong and what may be meant.
pub(super) fn find(edition: &Edition, written: &str) -> Result<Ref, (String, String)> {
    let (id, part) = match written.split_once('#') {
        Some((id, part)) => (id, Some(part)),
        None => (written, None),
    };
    let Some(known) = RecordId::parse(id).filter(|id| edition.get(id).is_some()) else {
        return Err(missing(edition, id));
    };
    let to = Ref { id: known, part: part.map(Arc::from) };
    if let Some(part) = part {
        // A part that the record has not would be led to without a word.
        if !has_part(edition, &to) {
            return Err((
                format!("`{id}` has no part `{part}`"),
                "its parts are its headings, `p-1`, `p-2` …".to_owned(),
            ));
        }
    }
    Ok(to)
}

fn has_part(edition: &Edition, to: &Ref) -> bool {
    let (Some(record), Some(part)) = (edition.get(&to.id), to.part.as_deref()) else { return false };
    let entry = part.strip_prefix("event-").and_then(|n| n.parse::<usize>().ok());
    let is_entry = match (&record.kind, entry) {
        (Kind::Issue(issue), Some(n)) => n >= 1 && n <= issue.history.len(),
        _ => false,
    };
    is_entry || record.body.has_part(part)
}

/// What is missing is the record of this name, whatever part of it is meant.
pub(super) fn misses(written: &str) -> Bearing {
    Bearing::Misses(written.split('#').next().unwrap_or(written).into())
}

/// What is said of a record that is not there.
pub(super) fn missing(edition: &Edition, id: &str) -> (String, String) {
    let message = match edition.audience() {
        Audience::Members => format!("there is no record `{id}`"),
        Audience::Public => format!("the public edition has no record `{id}`"),
    };
    let collection = id.split('/').next().unwrap_or_default();
    let names = edition.records().iter().filter(|record| record.id.collection() == collection);
    // The name of its collection is no part of the slip.
    let slug = id.split_once('/').map_or(id, |(_, slug)| slug);
    let near = nearest(slug, names.map(|record| record.id.slug())).map(|near| format!("{collection}/{near}"));
    let near = near.or_else(|| {
        nearest(id, edition.records().iter().map(|record| record.id.as_str())).map(str::to_owned)
    });
    let seen = match edition.audience() {
        Audience::Members => String::new(),
        Audience::Public => {
            let today = edition.today();
            format!("it may be for members, or not be public yet on {today}, as at which this is made; ")
        }
    };
    let help = near.map_or_else(
        || {
            format!(
                "{seen}a record is named as `<collection>/<slug>`, and the report's readers have to be able to see it"
            )
        },
        |near| format!("{seen}did you mean `{near}`?"),
    );
    (message, help)
}

/// The known word nearest to a mistyped one, if one is near.
pub(super) fn nearest<'k>(written: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    let limit = (written.chars().count() / 3).max(1);
    known
        .map(|name| (strsim::damerau_levenshtein(written, name), name))
        .filter(|(distance, _)| *distance <= limit)
        .min()
        .map(|(_, name)| name)
}
