//! The press: what every page needs at hand while it is made.
//!
//! In: the site, the theme, and what is common to all pages, made ready once. Out: links and words
//! as markup, and whole pages by template. Nothing here decides what a page says.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, OnceLock};

use serde::Serialize;

use super::chrome::Chrome;
use super::cite::CiteView;
use super::files::size;
pub(crate) use super::html::cut;
use super::html::{Html, link, replaced, time};
use super::links::Away;
use super::markdown;
use super::metadata::About;
use super::own_sentence::Own;
use super::place::Place;
use super::sides::{Alternate, Languages, Way};
use super::theme::Theme;
use crate::audience::reads::{self, Reads};
use crate::audience::{Audience, Edition};
use crate::compose::Site;
use crate::compose::citing::{Formats, PageCitations};
use crate::compose::facets::Facet;
use crate::compose::report::name;
use crate::model::date::Date;
use crate::model::glossary::Glossary;
use crate::model::id::Ref;
use crate::model::record::Record;
use crate::model::words::args;
use crate::model::words::{Words, is_right_to_left};

/// Stands for the way to the site's base in markup that pages in different folders print. No text
/// has it: YAML refuses control characters.
const ANYWHERE: &str = "\u{1}";

/// What every page needs at hand.
#[derive(Debug)]
pub(crate) struct Press<'s> {
    /// What is to be published.
    pub(crate) site: &'s Site<'s>,
    theme: &'s Theme,
    /// The size of each PDF, by its address.
    pub(crate) pdfs: BTreeMap<String, u64>,
    /// Whether the texts of the site can be searched.
    pub(crate) search: bool,
    /// Whether a page has everything that is to be read of its record: paper has no second page.
    pub(crate) whole: bool,
    chrome: Arc<Chrome>,
    /// The languages of the site, where it has several.
    pub(crate) languages: Arc<Languages>,
    /// The address of a value of a facet, by the facet's key and the value.
    terms: HashMap<(&'s str, &'s str), String>,
    /// The collections that each facet has values of, by the facet's index.
    collections: Vec<BTreeSet<&'s str>>,
    /// The sentence on each record, made once: titles, descriptions and lists print it.
    pub(super) sentences: Vec<OnceLock<(Option<String>, Reads)>>,
    pub(super) own: Own,
    /// The entry of each record in lists of its collection, and in lists that mix collections:
    /// rendered once, with `ANYWHERE` for the way to the site's base, and printed on every list.
    cards: [Vec<OnceLock<(String, Reads)>>; 2],
    /// The edition's day.
    today: Html,
    /// How to cite a page: made when the first page asks.
    citations: OnceLock<PageCitations>,
    /// What initials stand for.
    pub(crate) glossary: Glossary,
}

/// What the frame of a page says of it.
#[derive(Debug)]
pub(crate) struct Sheet<'v> {
    /// Its title.
    pub(crate) title: &'v str,
    /// A sentence on it, plain text; cut where it is long.
    pub(crate) description: Option<&'v str>,
    /// The collection or page that leads to it, as the navigation has it.
    pub(crate) section: &'v str,
    /// The way to it from the home page, without both ends: words and addresses.
    pub(crate) crumbs: &'v [(&'v str, String)],
    /// The record that the page is of, and how it is cited, where it is a record's.
    pub(crate) of: Option<(usize, &'v Formats)>,
}

#[derive(Serialize)]
struct Head<'v> {
    lang: &'v str,
    /// Whether it is written from right to left.
    rtl: bool,
    title: &'v str,
    site: &'v str,
    description: Option<&'v str>,
    canonical: Option<String>,
    /// The language of the title, where it is not the page's.
    spoken: Option<&'v str>,
    /// The language of citations, where it is not the site's.
    cited: Option<&'static str>,
    /// The way to the site's base.
    base: String,
    /// The way to what all languages share: `assets/` is there.
    shared: String,
    /// The page in every language of the site, where it has several: for readers, and for programs.
    languages: Vec<Way>,
    alternates: Vec<Alternate>,
    /// That the words of the page are not translated, or not lately.
    told: Option<Html>,
    home: String,
    crumbs: Vec<Crumb<'v>>,
    /// The page for print.
    pdf: Option<Html>,
    here: Html,
    noindex: bool,
    /// What the page says of itself to programs.
    metadata: Html,
    /// How to cite the page, where the page does not say so itself.
    cite: Option<CiteView>,
}

/// The templates of pages that are of no record and are not cited by their address all the same: one
/// says itself how, the other nobody cites.
const CITED_OTHERWISE: [&str; 2] = ["404.html", "citations.html"];

#[derive(Serialize)]
struct Crumb<'v> {
    words: &'v str,
    href: String,
}

impl<'s> Press<'s> {
    /// A press for a site.
    pub(crate) fn new(site: &'s Site<'s>, theme: &'s Theme) -> anyhow::Result<Self> {
        let mut terms = HashMap::new();
        for facet in &site.facets {
            for term in &facet.terms {
                terms.insert((&*facet.key, &*term.label), facet.term_address(term));
            }
        }
        let ids: Vec<_> = site.edition.ids().collect();
        let collections = site.facets.iter().map(|facet| {
            let of = facet.terms.iter().flat_map(|term| &term.records);
            of.map(|index| ids[*index].collection()).collect()
        });
        let collections = collections.collect();
        let cards = || ids.iter().map(|_| OnceLock::new()).collect();
        Ok(Press {
            site,
            theme,
            pdfs: BTreeMap::new(),
            search: false,
            whole: false,
            chrome: Arc::new(Chrome::new(site, theme)?),
            languages: Arc::default(),
            terms,
            collections,
            sentences: ids.iter().map(|_| OnceLock::new()).collect(),
            own: Own::of(site.edition),
            cards: [cards(), cards()],
            today: Html::new(&time(site.edition.words(), Date::from_day(site.edition.today()))),
            citations: OnceLock::new(),
            glossary: Glossary::of(&site.edition.config().glossary),
        })
    }

    /// What may be seen.
    pub(crate) fn edition(&self) -> &'s Edition {
        self.site.edition
    }

    /// The words of the interface.
    pub(crate) fn words(&self) -> &'s Words {
        self.site.edition.words()
    }

    /// For whom the edition is, in words for what is no page: nothing where it is for everybody.
    pub(crate) fn rights(&self) -> Option<&'s str> {
        (self.edition().audience() == Audience::Members).then(|| self.words().say("members-rights"))
    }

    /// A date as markup, in the site's language.
    pub(crate) fn time(&self, date: Date) -> String {
        time(self.words(), date)
    }

    /// A record by its index.
    pub(crate) fn record(&self, index: usize) -> &'s Arc<Record> {
        self.site.edition.record(index)
    }

    /// The path of the site's base on its server, `/` where it is not known.
    pub(crate) fn root(&self) -> &str {
        self.chrome.root()
    }

    /// A whole page.
    pub(crate) fn print(
        &self,
        place: Place,
        sheet: &Sheet,
        template: &str,
        view: &impl Serialize,
    ) -> anyhow::Result<String> {
        let config = self.edition().config();
        let (frame, top) = self.chrome.around(place, sheet.section);
        // A page has the address at which it is cited: that of a final edition stays when another comes.
        let canonical = match sheet.of {
            Some((_, facts)) => facts.url.clone(),
            None => self.canonical(place.path()),
        };
        let metadata = About::of(self, place, sheet, canonical.as_deref()).elements();
        let head = Head {
            lang: &config.language,
            rtl: is_right_to_left(&config.language),
            title: sheet.title,
            site: &config.title,
            description: sheet.description.map(|words| cut(words, 200)),
            canonical,
            spoken: sheet.of.and_then(|(index, _)| self.foreign(index, sheet.title)),
            cited: (!self.words().is_english()).then_some("en"),
            base: place.base().into_owned(),
            shared: self.shared(place, ""),
            languages: self.languages.ways(self, place),
            alternates: self.languages.alternates(self, place),
            told: sheet.of.and_then(|(index, _)| self.languages.note(self, place, index)),
            home: place.href("index.html"),
            crumbs: sheet
                .crumbs
                .iter()
                .map(|(words, address)| Crumb { words, href: place.href(address) })
                .collect(),
            pdf: self.for_print(place.path()).map(|(href, words)| Html::new(&link(&href, &words))),
            here: self.here(sheet),
            metadata: Html::new(&metadata),
            noindex: self.edition().audience() == Audience::Members || place.depth().is_none(),
            cite: (sheet.of.is_none() && !CITED_OTHERWISE.contains(&template))
                .then(|| self.cited(place, sheet)),
        };
        let mut context = tera::Context::new();
        context.insert("head", &head);
        context.insert("page", view);
        context.insert_value("frame_head", frame.head.value());
        context.insert_value("frame_top", top.value());
        context.insert_value("frame_foot", frame.foot.value());
        let page = self.theme.render(template, &context, place.path())?;
        Ok(super::abbr::mark(page, &self.glossary))
    }

    /// The file for print of a page, where it has one: the way there, and words that say how large it is.
    pub(crate) fn for_print(&self, path: &str) -> Option<(String, String)> {
        let address = super::beside(path);
        let bytes = self.pdfs.get(&address)?;
        let name = address.rsplit('/').next().unwrap_or(&address).to_owned();
        let href = match self.edition().config().is_main() {
            true => crate::compose::address::url(&name).into_owned(),
            false => self.shared(Place::at(path), &crate::compose::address::url(&address)),
        };
        let (words, config) = (self.words(), self.edition().config());
        let size = size(words, *bytes);
        // What is printed is in the main language alone.
        let told = match config.is_main() {
            true => words.fill("for-print", args![size = size]),
            false => {
                let language = config.main_language();
                let name =
                    words.find("language-called", language).or_else(|| words.find("language", language));
                words.fill("for-print-in", args![size = size, language = name.unwrap_or(language)])
            }
        };
        Some((href, told))
    }

    /// How to cite the page of a record.
    pub(crate) fn citation(&self, place: Place, index: usize) -> Formats {
        self.citations().page(self.edition(), self.record(index), self.canonical(place.path()))
    }

    /// How to cite pages, which depends on every record, and hardly ever changes: whoever wants to know
    /// what a page depends on asks what it came to.
    pub(crate) fn citations(&self) -> &PageCitations {
        self.citations.get_or_init(|| reads::apart(|| PageCitations::of(self.edition())).0)
    }

    /// How to cite a page that is made of many records.
    fn cited(&self, place: Place, sheet: &Sheet) -> CiteView {
        let url = self.canonical(place.path());
        let id = place.path().strip_suffix(".html").unwrap_or(place.path());
        let facts = match id {
            "index" => self.citations().site(self.edition(), url),
            _ => self.citations().listing(self.edition(), sheet.title, url),
        };
        CiteView::new(id, &facts)
    }

    /// A part of a page, by a template of its own.
    pub(crate) fn part(&self, place: Place, template: &str, view: &impl Serialize) -> anyhow::Result<Html> {
        let mut context = tera::Context::new();
        context.insert("page", view);
        Ok(Html::new(self.theme.render(template, &context, place.path())?.trim()))
    }

    /// The address of a page on the web, where the site's is known. A folder's own page goes by the
    /// folder.
    pub(crate) fn canonical(&self, path: &str) -> Option<String> {
        let base = self.edition().config().base_url.as_deref()?;
        let path = match path.strip_suffix("index.html") {
            Some(folder) if folder.is_empty() || folder.ends_with('/') => folder,
            _ => path,
        };
        Some(format!("{base}{}", crate::compose::address::url(path)))
    }

    /// The way to a record.
    pub(crate) fn href(&self, place: Place, index: usize) -> String {
        place.href(self.site.addresses.record(index))
    }

    /// A link to a record, by its title.
    pub(crate) fn link(&self, place: Place, index: usize) -> String {
        self.linked(index, &self.href(place, index), &self.record(index).title)
    }

    /// A link to a record or a part of it, by the record's title and what the part is.
    pub(crate) fn reference(&self, place: Place, to: &Ref) -> Option<String> {
        let index = self.edition().index_of(&to.id)?;
        if to.part.is_none() {
            return Some(self.link(place, index));
        }
        let address = self.site.addresses.reference(self.edition(), to)?;
        let record = self.record(index);
        let mut words = record.title.clone();
        if let Some((_, part)) = address.split_once('#') {
            words.push_str(", ");
            words.push_str(&self.part_name(record, part));
        }
        Some(self.linked(index, &place.href(&address), &words))
    }

    /// The name of a part of a record: `passage 14`, or a heading's own words.
    pub(crate) fn part_name(&self, record: &Record, part: &str) -> String {
        match name::numbered(part) {
            Some((kind, number)) => self.words().fill(&format!("part-{kind}"), args![number = number]),
            None => name::of_part(self.words(), record, part),
        }
    }

    /// Links to records or their parts.
    pub(crate) fn references<'r>(&self, place: Place, to: impl IntoIterator<Item = &'r Ref>) -> Vec<Html> {
        to.into_iter().filter_map(|to| self.reference(place, to)).map(|markup| Html::new(&markup)).collect()
    }

    /// The way to the page of a facet's value; `None` where the field is no facet.
    pub(crate) fn term(&self, place: Place, key: &str, value: &str) -> Option<String> {
        self.terms.get(&(key, value)).map(|address| place.href(address))
    }

    /// The words of `annals.yaml` as markup.
    pub(crate) fn config_line(&self, place: Place, text: &str) -> Html {
        Html::new(&markdown::line(text, &Away { edition: self.edition(), place }))
    }

    /// The facets that records of a collection have values of.
    pub(crate) fn facets_of(&self, collection: &str) -> impl Iterator<Item = &'s Facet> {
        let facets = self.site.facets.iter().zip(&self.collections);
        facets.filter(move |(_, collections)| collections.contains(collection)).map(|(facet, _)| facet)
    }

    /// The edition's day, as markup.
    pub(crate) fn today(&self) -> Html {
        self.today.clone()
    }

    /// A record in a list, made at most once for lists of its collection and once for `mixed` ones.
    pub(crate) fn card(
        &self,
        place: Place,
        index: usize,
        mixed: bool,
        make: impl FnOnce(Place) -> anyhow::Result<Html>,
    ) -> anyhow::Result<Html> {
        let kept = &self.cards[usize::from(mixed)][index];
        let (card, reads) = match kept.get() {
            Some(card) => card,
            None => {
                let (card, reads) = reads::apart(|| make(Place::anywhere(place.path(), ANYWHERE)));
                let card = card?.as_str().to_owned();
                kept.get_or_init(|| (card, reads))
            }
        };
        reads.again();
        Ok(Html::new(&replaced(card, ANYWHERE, &place.base())))
    }
}
