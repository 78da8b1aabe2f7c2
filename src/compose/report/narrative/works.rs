//! The works that a report cites, and those that its histories name as evidence.
//!
//! In: a scope and its texts. Out: what stands in the text for each citation, in order, and the list
//! of works in the style of the archive. A work is a key of the bibliography, or a record.

use std::collections::{BTreeSet, VecDeque};

use hayagriva::Entry;

use super::super::name;
use super::super::scope::Scope;
use super::super::title::cited;
use super::super::tree::{Inline, Target, plain};
use super::reference::{Wrong, misses, missing, nearest};
use super::{Said, Source, bounds, faults};
use crate::compose::citing::{self, Cited, InText, Printed, Span, Style};
use crate::model::id::{RecordId, Ref};
use crate::model::kinds::Kind;
use crate::model::mention::{Item, What};
use crate::model::record::Record;
use crate::model::text::slug;

/// A work in the list.
#[derive(Clone, Debug, PartialEq)]
pub(in super::super) struct Listed {
    /// Its anchor.
    pub(in super::super) id: String,
    /// Its record, where it is one.
    pub(in super::super) record: Option<Ref>,
    /// How the list gives it.
    pub(in super::super) words: Vec<Inline>,
}

/// The works of a report, printed.
pub(super) struct Works<'s> {
    entries: Vec<Entry>,
    records: Vec<Option<RecordId>>,
    /// What stands for each citation, in the order of the texts.
    said: VecDeque<Result<(InText, Vec<usize>), Wrong>>,
    list: Vec<(usize, Vec<Span>)>,
    cited: BTreeSet<String>,
    scope: &'s Scope<'s>,
}

impl<'s> Works<'s> {
    /// Finds and prints every work.
    pub(super) fn of(scope: &'s Scope<'s>, sources: &[Source<'_>]) -> Self {
        let mut works = Works {
            entries: Vec::new(),
            records: Vec::new(),
            said: VecDeque::new(),
            list: Vec::new(),
            cited: BTreeSet::new(),
            scope,
        };
        let mut places: Vec<Result<Cited<'_>, Wrong>> = Vec::new();
        let mut cited = 0;
        for mention in sources.iter().flat_map(|source| &source.mentions) {
            let (items, in_text): (&[Item], bool) = match &mention.what {
                Ok(What::Citation(items)) => (items, false),
                Ok(What::InText(item)) => (std::slice::from_ref(item), true),
                _ => continue,
            };
            cited += items.len();
            if cited > bounds::CITED {
                places.push(Err(bounds::too_many_cited()));
                break;
            }
            let found: Result<Vec<_>, Wrong> =
                items.iter().map(|item| Ok((works.place(&item.key)?, item))).collect();
            places.push(found.map(|items| Cited { items, in_text }));
        }
        works.cited = works.entries.iter().map(|entry| entry.key().to_owned()).collect();
        for record in evidence(scope) {
            works.add_record(&record);
        }
        works.print(places);
        works
    }

    fn print(&mut self, places: Vec<Result<Cited<'_>, Wrong>>) {
        if self.entries.is_empty() && places.is_empty() {
            return;
        }
        let style = Style::of(self.scope.edition.works().style());
        let cited: Vec<Cited<'_>> = places
            .iter()
            .filter_map(|place| place.as_ref().ok())
            .map(|place| Cited { items: place.items.clone(), in_text: place.in_text })
            .collect();
        let Printed { citations, list } =
            style.map(|style| style.print(&self.entries, &cited)).unwrap_or_default();
        let mut citations = citations.into_iter();
        let said = places.into_iter().map(|place| {
            let works = place?.items.into_iter().map(|(work, _)| work).collect();
            Ok((citations.next().unwrap_or(InText { words: Vec::new(), note: None }), works))
        });
        self.said = said.collect();
        self.list = list;
    }

    /// What stands in place of the next citation.
    pub(super) fn next(&mut self) -> Result<Said, Wrong> {
        let (InText { words, note }, works) = match self.said.pop_front() {
            Some(said) => said?,
            None => return Ok(Said::Line(Vec::new())),
        };
        let line = |spans: &[Span]| self.line(spans, &works);
        Ok(match &note {
            Some(note) => Said::Noted(line(&words), line(note)),
            None => Said::Line(line(&words)),
        })
    }

    /// Every work in the order of the style.
    pub(super) fn listed(&self) -> Vec<Listed> {
        let listed = self.list.iter().map(|(work, spans)| {
            let record = self.records[*work].clone().map(Ref::to);
            let words = match &record {
                Some(to) => {
                    let words = titled(spans, &self.title(to), to);
                    [cited(self.scope.edition.words(), words), self.day(to)].concat()
                }
                None => cited(self.scope.edition.words(), self.line(spans, &[])),
            };
            Listed { id: self.anchor(*work), record, words }
        });
        listed.collect()
    }

    /// The keys that the texts cite.
    pub(super) fn keys(&self) -> BTreeSet<String> {
        self.cited.clone()
    }

    fn title(&self, to: &Ref) -> String {
        self.scope.edition.get(&to.id).map_or_else(String::new, |record| title(self.scope, record))
    }

    /// The day of a meeting or a paper: there are several in most years, and few styles give it.
    fn day(&self, to: &Ref) -> Vec<Inline> {
        let record = self.scope.edition.get(&to.id);
        let is_dated =
            |record: &&std::sync::Arc<Record>| matches!(record.kind, Kind::Workshop(_) | Kind::Paper(_));
        match record.filter(is_dated).and_then(|record| record.date()).filter(|date| date.day().is_some()) {
            Some(date) => {
                vec![Inline::Text(" ".to_owned()), Inline::Date(date), Inline::Text(".".to_owned())]
            }
            None => Vec::new(),
        }
    }

    fn anchor(&self, work: usize) -> String {
        match &self.records[work] {
            Some(id) => format!("ref-{}-{}", id.collection(), id.slug()),
            None => format!("ref-{}", slug(self.entries[work].key())),
        }
    }

    /// Spans as a line; those of a citation lead to the list.
    fn line(&self, spans: &[Span], works: &[usize]) -> Vec<Inline> {
        let mut line: Vec<Inline> = Vec::new();
        for span in spans {
            let here =
                span.item.and_then(|item| works.get(item)).map(|work| Target::Here(self.anchor(*work)));
            match (line.last_mut(), piece(span, here)) {
                // One link a work, however its words are set.
                (Some(Inline::Link(words, to)), Inline::Link(more, target)) if *to == target => {
                    words.extend(more);
                }
                (_, piece) => line.push(piece),
            }
        }
        line
    }

    /// The place of a work among all, by its key: a work of the bibliography, else a record.
    fn place(&mut self, key: &str) -> Result<usize, Wrong> {
        let edition = self.scope.edition;
        if let Some(work) = edition.works().get(key) {
            if let Some(at) =
                (0..self.entries.len()).find(|n| self.records[*n].is_none() && self.entries[*n].key() == key)
            {
                return Ok(at);
            }
            self.entries.push(work.entry.clone());
            self.records.push(None);
            return Ok(self.entries.len() - 1);
        }
        let id = match RecordId::parse(key).filter(|_| key.contains('/')) {
            Some(id) => edition.get(&id).map(|record| record.id.clone()),
            None => self.bare(key),
        };
        match id {
            Some(id) => Ok(self.add_record(&id)),
            None => Err(self.unknown(key)),
        }
    }

    /// A record by its slug alone, where it is the only source, paper or workshop of that name.
    fn bare(&self, slug: &str) -> Option<RecordId> {
        let collections = ["sources", "papers", "workshops", "reports"];
        let mut found = collections
            .into_iter()
            .filter_map(|collection| RecordId::parse(&format!("{collection}/{slug}")))
            .filter(|id| self.scope.edition.get(id).is_some());
        let first = found.next()?;
        found.next().is_none().then_some(first)
    }

    fn unknown(&self, key: &str) -> Wrong {
        let edition = self.scope.edition;
        if key.contains('/') {
            let (message, help) = missing(edition, key);
            return Wrong { rule: &faults::UNKNOWN_WORK, message, help, bearing: misses(key) };
        }
        let records = ["sources", "papers"].into_iter().flat_map(|name| edition.collection(name));
        let slugs = records.map(|index| edition.record(index).id.slug());
        let keys = edition.works().all().iter().map(|work| work.entry.key());
        let help = nearest(key, keys.chain(slugs)).map_or_else(
            || "add it to content/references.yaml, or write a backslash before the `@` where no work is meant".to_owned(),
            |near| format!("did you mean `@{near}`?"),
        );
        let message = format!("there is no work `{key}`");
        Wrong { rule: &faults::UNKNOWN_WORK, message, help, bearing: misses(key) }
    }

    fn add_record(&mut self, id: &RecordId) -> usize {
        if let Some(at) = self.records.iter().position(|known| known.as_ref() == Some(id)) {
            return at;
        }
        if let Some(record) = self.scope.edition.get(id) {
            self.entries.push(citing::of_record(self.scope.edition, record, &title(self.scope, record)));
            self.records.push(Some(id.clone()));
        }
        self.entries.len().saturating_sub(1)
    }
}

/// A list of works gives a meeting its whole title.
fn title(scope: &Scope<'_>, record: &Record) -> String {
    match &record.kind {
        Kind::Workshop(_) => record.title.clone(),
        _ => plain(scope.edition.words(), &name::of_record(scope.edition, record)),
    }
}

/// The records that histories and actions name as evidence, sorted.
fn evidence(scope: &Scope<'_>) -> BTreeSet<RecordId> {
    super::super::back::cited(scope).into_keys().collect()
}

fn piece(span: &Span, here: Option<Target>) -> Inline {
    let words = vec![Inline::Text(span.words.clone())];
    let words = match (span.italic, span.bold) {
        (true, _) => vec![Inline::Emphasis(words)],
        (false, true) => vec![Inline::Strong(words)],
        _ => words,
    };
    match (here, &span.url) {
        (Some(target), _) => Inline::Link(words, target),
        (None, Some(url)) => Inline::Link(words, Target::Web(url.clone())),
        (None, None) => words.into_iter().next().unwrap_or(Inline::Text(String::new())),
    }
}

/// The words of a record in the list, its title a link to it, however the style sets it.
fn titled(spans: &[Span], title: &str, to: &Ref) -> Vec<Inline> {
    let title = title.to_ascii_lowercase();
    let is_title = |span: &&Span| span.url.is_none() && span.words.to_ascii_lowercase().contains(&title);
    let at = spans.iter().position(|span| is_title(&span) && !title.is_empty());
    // A style that abbreviates titles has its slanted words linked, or its first.
    let at = at
        .or_else(|| spans.iter().position(|span| span.italic && span.url.is_none()))
        .or_else(|| spans.iter().position(|span| span.url.is_none()));
    let Some(at) = at else { return spans.iter().map(|span| piece(span, None)).collect() };
    let span = &spans[at];
    let start = span.words.to_ascii_lowercase().find(&title).unwrap_or(0);
    let end = if is_title(&span) { start + title.len() } else { span.words.len() };
    let part = |words: &str| piece(&Span { words: words.to_owned(), ..span.clone() }, None);
    let (before, name, after) = (&span.words[..start], &span.words[start..end], &span.words[end..]);
    let mut line: Vec<Inline> = spans[..at].iter().map(|span| piece(span, None)).collect();
    line.extend((!before.is_empty()).then(|| part(before)));
    let link = Inline::Link(vec![Inline::Text(name.to_owned())], Target::Record(to.clone()));
    line.push(Inline::Title(vec![link]));
    line.extend((!after.is_empty()).then(|| part(after)));
    line.extend(spans[at + 1..].iter().map(|span| piece(span, None)));
    line
}
