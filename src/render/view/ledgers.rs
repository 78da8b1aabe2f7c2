//! The register of what is withheld, and the ledger of sign-offs.

use std::collections::BTreeMap;

use serde::Serialize;

use super::super::html::{Html, capital, escaped, none};
use super::super::links::reason;
use super::super::place::Place;
use super::super::press::{Press, Sheet};
use super::{Link, count};
use crate::audience::Audience;
use crate::model::words::args;

#[derive(Debug, Serialize)]
struct Register {
    lede: String,
    reasons: Vec<Reason>,
    note: String,
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
        lede: capital(&count(press.words(), all, "withheld-lede")),
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
            Audience::Public => press.words().say("withheld-note-public"),
            Audience::Members => press.words().say("withheld-note-members"),
        }
        .to_owned(),
    };
    let sheet = Sheet {
        title: press.words().say("register-of-withheld"),
        description: Some(press.words().say("withheld-describe")),
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
            (Some(_), Some(parts)) if parts.is_empty() => none(press.words().say("signed-nothing")),
            (_, Some(parts)) if parts.iter().any(|part| &**part == "archive") => {
                escaped(press.words().say("signed-every-record"))
            }
            (Some(parts), Some(_)) => escaped(&press.words().fill("signed-only", args![parts = parts])),
            (Some(words), None) => escaped(words),
            (None, _) => escaped(press.words().say("signed-whole")),
        }),
        when: Html::new(
            &signed.on.map_or_else(|| none(press.words().say("not-recorded")), |on| press.time(on)),
        ),
    });
    let waiting = ledger.waiting.iter().map(|(index, who, shown)| Waiting {
        id: press.record(*index).id.as_str().to_owned(),
        who: who.clone(),
        href: press.href(place, *index),
        title: press.record(*index).title.clone(),
        shown: shown.clone(),
    });
    let view = Ledger {
        lede: press.words().fill(
            "sign-offs-lede",
            args![
                signed = capital(&count(press.words(), ledger.signed.len(), "n-sign-offs")),
                waiting = count(press.words(), ledger.waiting.len(), "n-names-wait")
            ],
        ),
        signed: signed.collect(),
        waiting: waiting.collect(),
    };
    let sheet = Sheet {
        title: press.words().say("ledger-of-sign-offs"),
        description: Some(press.words().say("sign-offs-describe")),
        section: "",
        crumbs: &[],
        of: None,
    };
    press.print(place, &sheet, "sign-offs.html", &view)
}
