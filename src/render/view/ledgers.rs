//! The register of what is withheld, and the ledger of sign-offs.

use std::collections::BTreeMap;

use serde::Serialize;

use super::super::html::{Html, capital, escaped, none, time};
use super::super::links::reason;
use super::super::place::Place;
use super::super::press::{Press, Sheet};
use super::{Link, count};
use crate::audience::Audience;

#[derive(Debug, Serialize)]
struct Register {
    lede: String,
    reasons: Vec<Reason>,
    note: &'static str,
}

#[derive(Debug, Serialize)]
struct Reason {
    key: String,
    words: String,
    count: usize,
    places: Vec<Link>,
}

/// The register of what is withheld on purpose: how often for each reason, and where.
pub(crate) fn withheld(press: &Press, place: Place) -> anyhow::Result<String> {
    let edition = press.edition();
    let mut reasons: BTreeMap<&str, (usize, Vec<Link>)> = BTreeMap::new();
    for one in edition.withheld() {
        let (number, places) = reasons.entry(&one.reason).or_default();
        *number += one.count;
        if let Some(index) = edition.index_of(&one.record) {
            let title = &press.record(index).title;
            let words = if one.count > 1 { format!("{title} ({})", one.count) } else { title.clone() };
            places.push(Link { href: press.href(place, index), words });
        }
    }
    let all: usize = edition.withheld().iter().map(|one| one.count).sum();
    let view = Register {
        lede: format!(
            "{} withheld on purpose. Each leaves a mark where it stood, with its reason, and is counted here.",
            capital(&count(all, "passage or field is", "passages or fields are"))
        ),
        reasons: reasons
            .into_iter()
            .map(|(key, (count, places))| Reason {
                key: key.to_owned(),
                words: capital(reason(edition, key)),
                count,
                places,
            })
            .collect(),
        note: match edition.audience() {
            Audience::Public => {
                "What has never been released to the public is not marked and not counted: a count would tell \
                 what there is."
            }
            Audience::Members => "What is private is not marked and not counted.",
        },
    };
    let sheet = Sheet {
        title: "Register of what is withheld",
        description: Some("What is withheld from this archive on purpose, counted by reason."),
        section: "",
        crumbs: &[],
        of: None,
    };
    press.print(place, &sheet, "withheld.html", &view)
}

#[derive(Debug, Serialize)]
struct Ledger {
    lede: String,
    signed: Vec<Signed>,
    waiting: Vec<Waiting>,
}

#[derive(Debug, Serialize)]
struct Signed {
    id: String,
    who: String,
    href: String,
    title: String,
    covers: Html,
    when: Html,
}

#[derive(Debug, Serialize)]
struct Waiting {
    id: String,
    who: String,
    href: String,
    title: String,
    shown: String,
}

/// The ledger of sign-offs, which only the members' edition has.
pub(crate) fn sign_offs(press: &Press, place: Place) -> anyhow::Result<String> {
    let ledger = &press.site.sign_offs;
    let signed = ledger.signed.iter().map(|(index, signed)| Signed {
        id: press.record(*index).id.as_str().to_owned(),
        who: signed.who.trim().to_owned(),
        href: press.href(place, *index),
        title: press.record(*index).title.clone(),
        covers: Html::new(&match (&signed.covers, &signed.parts) {
            (Some(_), Some(parts)) if parts.is_empty() => none("nothing that is known"),
            (_, Some(parts)) if parts.iter().any(|part| &**part == "archive") => escaped("every record"),
            (Some(parts), Some(_)) => escaped(&format!("only {parts}")),
            (Some(words), None) => escaped(words),
            (None, _) => escaped("the whole record"),
        }),
        when: Html::new(&signed.on.map_or_else(|| none("Not recorded"), time)),
    });
    let waiting = ledger.waiting.iter().map(|(index, who, shown)| Waiting {
        id: press.record(*index).id.as_str().to_owned(),
        who: who.clone(),
        href: press.href(place, *index),
        title: press.record(*index).title.clone(),
        shown: shown.clone(),
    });
    let view = Ledger {
        lede: format!(
            "Which participants agreed to be named in public, where and since when. {}, and {} for one.",
            capital(&count(ledger.signed.len(), "sign-off is on record", "sign-offs are on record")),
            count(ledger.waiting.len(), "name waits", "names wait"),
        ),
        signed: signed.collect(),
        waiting: waiting.collect(),
    };
    let sheet = Sheet {
        title: "Ledger of sign-offs",
        description: Some("Which participants agreed to be named in public, where and since when."),
        section: "",
        crumbs: &[],
        of: None,
    };
    press.print(place, &sheet, "sign-offs.html", &view)
}
