//! Browsing by two facets at once: for each pair of values that some record has, the records.
//!
//! In: the facets, and the pairs of them that the configuration names. Out: `Pairs`, in which only
//! values that meet are found; every record is looked at once a pair of facets.

use std::collections::BTreeMap;

use super::facets::Facet;
use crate::model::config::Config;

/// What pages there are for, where the configuration does not say: themes by method, topics by heading.
const USUAL: [[&str; 2]; 2] = [["theme_tag", "methods_tag"], ["topic", "heading"]];

/// Two facets whose values meet.
#[derive(Debug, PartialEq, Eq)]
pub struct Pair {
    /// The first, by index: its values' pages are the folders of the pair's pages.
    pub first: usize,
    /// The second, by index.
    pub second: usize,
    /// Where they meet, in the order of the values of both.
    pub meetings: Vec<Meeting>,
}

/// A value of each facet, and what has both.
#[derive(Debug, PartialEq, Eq)]
pub struct Meeting {
    /// The value of the first facet, by index.
    pub first: usize,
    /// The value of the second facet, by index.
    pub second: usize,
    /// The records, in the order of the first value's.
    pub records: Vec<usize>,
}

impl Pair {
    /// The address of the page of a meeting: `tags/<facet>/<value>/<facet>/<value>.html`.
    pub fn address(&self, facets: &[Facet], meeting: &Meeting) -> String {
        let (one, two) = (&facets[self.first], &facets[self.second]);
        let (first, second) = (&one.terms[meeting.first], &two.terms[meeting.second]);
        format!("tags/{}/{}/{}/{}.html", one.slug, first.slug, two.slug, second.slug)
    }
}

/// The pairs of the facets that the configuration names, those without a meeting left out.
pub(super) fn pairs(config: &Config, facets: &[Facet], records: usize) -> Vec<Pair> {
    let place = |key: &str| facets.iter().position(|facet| &*facet.key == key);
    let named: Vec<[&str; 2]> = match &config.facet_pairs {
        Some(pairs) => pairs.iter().map(|[one, two]| [&**one, &**two]).collect(),
        None => USUAL.to_vec(),
    };
    let mut known = Vec::new();
    for [one, two] in named {
        if let (Some(first), Some(second)) = (place(one), place(two))
            && first != second
            && !known.contains(&(first, second))
            && !known.contains(&(second, first))
        {
            known.push((first, second));
        }
    }
    let pair = |(first, second): (usize, usize)| Pair {
        first,
        second,
        meetings: meetings(&facets[first], &facets[second], records),
    };
    known.into_iter().map(pair).filter(|pair| !pair.meetings.is_empty()).collect()
}

fn meetings(one: &Facet, two: &Facet, records: usize) -> Vec<Meeting> {
    let mut values: Vec<Vec<usize>> = vec![Vec::new(); records];
    for (second, term) in two.terms.iter().enumerate() {
        term.records.iter().for_each(|record| values[*record].push(second));
    }
    let mut meetings = Vec::new();
    for (first, term) in one.terms.iter().enumerate() {
        let mut met: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for &record in &term.records {
            values[record].iter().for_each(|second| met.entry(*second).or_default().push(record));
        }
        meetings.extend(met.into_iter().map(|(second, records)| Meeting { first, second, records }));
    }
    meetings
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::compose::fixture::{Fixture, names, record};
    use crate::compose::site;

    fn edition(pairs: Option<Vec<[&str; 2]>>) -> crate::audience::Edition {
        Fixture::new()
            .configured(|config| {
                config.facets = ["theme_tag", "methods_tag", "topic"].map(Arc::from).to_vec();
                config.facet_pairs =
                    pairs.map(|pairs| pairs.into_iter().map(|pair| pair.map(Arc::from)).collect());
            })
            .with(
                record("cases/a", "Zed")
                    .tagged("theme_tag", &["Water", "Fire"])
                    .tagged("methods_tag", &["Jury"]),
            )
            .with(
                record("cases/b", "Alpha")
                    .tagged("theme_tag", &["Water"])
                    .tagged("methods_tag", &["Jury", "Poll"]),
            )
            .with(record("cases/c", "Beta").tagged("theme_tag", &["Fire"]))
            .edition("2019-07-11")
    }

    #[test]
    fn only_values_that_meet_have_a_page() {
        let edition = edition(None);
        let site = site(&edition);
        assert_eq!(site.pairs.len(), 1);
        let pair = &site.pairs[0];
        let shown: Vec<_> = pair
            .meetings
            .iter()
            .map(|meeting| (pair.address(&site.facets, meeting), names(&edition, &meeting.records).join(" ")))
            .collect();
        let at = |rest: &str| format!("tags/theme_tag/{rest}.html");
        assert_eq!(
            shown,
            [
                (at("fire/methods_tag/jury"), "cases/a".to_owned()),
                (at("water/methods_tag/jury"), "cases/b cases/a".to_owned()),
                (at("water/methods_tag/poll"), "cases/b".to_owned()),
            ]
        );
    }

    #[test]
    fn the_configuration_names_the_pairs_and_each_counts_once() {
        let of = |pairs| {
            site(&edition(Some(pairs))).pairs.iter().map(|pair| (pair.first, pair.second)).collect::<Vec<_>>()
        };
        assert_eq!(of(vec![["methods_tag", "theme_tag"], ["theme_tag", "methods_tag"]]), [(1, 0)]);
        assert_eq!(
            of(vec![["theme_tag", "theme_tag"], ["theme_tag", "nothing"], ["topic", "theme_tag"]]),
            []
        );
        assert_eq!(of(vec![]), []);
    }
}
