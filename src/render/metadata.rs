//! What a page says of itself to programs: reference managers, search engines, harvesters.
//!
//! In: what the frame of a page says of it, the facts that "Cite this" prints, and the record. Out:
//! elements for the page's `head`: Highwire's `citation_*`, Dublin Core, Open Graph, FAIR
//! Signposting links, and schema.org as JSON-LD. All say one thing in several vocabularies, so all are
//! written from one `About`. What is not known is left out.

mod json_ld;

use super::chrome::license;
use super::files;
use super::html::{escape, machine_date};
use super::place::Place;
use super::press::{Press, Sheet};
use crate::compose::citing::Formats;
use crate::model::kinds::{Editor, Kind, Report};
use crate::model::record::Record;

/// What is told of a page.
#[derive(Debug)]
pub(crate) struct About<'p> {
    press: &'p Press<'p>,
    place: Place<'p>,
    title: &'p str,
    description: Option<&'p str>,
    url: Option<&'p str>,
    crumbs: &'p [(&'p str, String)],
    /// The address of the licence, or else its expression.
    licence: Option<String>,
    /// The language of its title: where that is not translated, not the one of the page around it.
    language: &'p str,
    /// The record that the page is of, and how it is cited.
    of: Option<(&'p Record, &'p Formats)>,
}

impl<'p> About<'p> {
    /// What is told of a page at this address.
    pub(crate) fn of(
        press: &'p Press<'p>,
        place: Place<'p>,
        sheet: &'p Sheet<'p>,
        url: Option<&'p str>,
    ) -> Self {
        let config = press.edition().config();
        About {
            press,
            place,
            title: sheet.of.map_or(sheet.title, |(_, facts)| &facts.title),
            description: sheet.description,
            url,
            crumbs: sheet.crumbs,
            licence: config
                .licence
                .as_deref()
                .map(|spdx| license(spdx).href.unwrap_or_else(|| spdx.to_owned())),
            language: sheet
                .of
                .and_then(|(index, _)| press.foreign(index, sheet.title))
                .unwrap_or(&config.language),
            of: sheet.of.map(|(index, facts)| (&**press.record(index), facts)),
        }
    }

    /// The elements, one a line.
    pub(crate) fn elements(&self) -> String {
        let mut out = String::with_capacity(2_560);
        if self.of.is_some() {
            self.highwire(&mut out);
        }
        self.dublin_core(&mut out);
        self.open_graph(&mut out);
        self.signposting(&mut out);
        self.feed(&mut out);
        json_ld::write(self, &mut out);
        out
    }

    fn report(&self) -> Option<&'p Report> {
        match &self.of?.0.kind {
            Kind::Report(report) => Some(report),
            _ => None,
        }
    }

    /// The editors that are named as authors.
    fn editors(&self) -> impl Iterator<Item = &'p Editor> {
        let editors = self.report().map_or(&[][..], |report| &report.editors);
        editors.iter().filter(|editor| self.authors().contains(&editor.name))
    }

    fn authors(&self) -> &'p [String] {
        self.of.map_or(&[], |(_, facts)| &facts.authors)
    }

    /// The day, month or year of the page as its citation has it.
    fn date(&self) -> Option<String> {
        let (_, facts) = self.of?;
        Some(facts.date.and_then(machine_date).unwrap_or_else(|| facts.year.to_string()))
    }

    fn version(&self) -> Option<String> {
        self.of?.1.edition.map(|edition| edition.to_string())
    }

    fn site(&self) -> &'p str {
        &self.press.edition().config().title
    }

    fn base(&self) -> Option<&'p str> {
        self.press.edition().config().base_url.as_deref()
    }

    fn publisher(&self) -> &'p str {
        self.press.edition().config().publisher.as_deref().unwrap_or(self.site())
    }

    fn language(&self) -> &'p str {
        self.language
    }

    fn highwire(&self, out: &mut String) {
        let mut add = |name: &str, content: &str| meta("name", "citation_", name, content, out);
        add("title", self.title);
        self.authors().iter().for_each(|author| add("author", author));
        if let Some(date) = self.date() {
            add("publication_date", &date.replace('-', "/"));
        }
        add("language", self.language());
        match self.version() {
            Some(version) => {
                add("technical_report_institution", self.publisher());
                add("technical_report_number", &format!("edition {version}"));
            }
            None => add("publisher", self.publisher()),
        }
        if let Some(url) = self.url {
            add("public_url", url);
            if let Some(pdf) = self.pdf() {
                add("pdf_url", &pdf);
            }
        }
    }

    /// The address of the page's PDF on the web.
    fn pdf(&self) -> Option<String> {
        self.press.for_print(self.place.path())?;
        match self.report() {
            // The file of an edition stays beside the address at which it is cited, which every language shares.
            Some(_) => {
                let config = self.press.edition().config();
                let own = format!("{}{}", config.address()?, config.folder_of(&config.language));
                let below = self.url?.strip_prefix(&own)?;
                Some(format!("{}{below}report.pdf", config.address()?))
            }
            None => self.press.shared_address(&super::beside(self.place.path())),
        }
    }

    /// Whether it is the page of a compiled report.
    fn is_compiled(&self) -> bool {
        let index = self.of.and_then(|(record, _)| self.press.edition().index_of(&record.id));
        index.is_some_and(|index| self.press.site.report_of(index).is_some())
    }

    fn dublin_core(&self, out: &mut String) {
        let mut add = |name: &str, content: &str| meta("name", "dcterms.", name, content, out);
        add("title", self.title);
        self.authors().iter().for_each(|author| add("creator", author));
        if let Some(date) = self.date() {
            add("date", &date);
        }
        add("publisher", self.publisher());
        add("language", self.language());
        if let Some(licence) = &self.licence {
            add("license", licence);
        }
        if let Some(version) = self.version() {
            add("hasVersion", &version);
        }
        if let Some(url) = self.url {
            add("identifier", url);
        }
    }

    fn open_graph(&self, out: &mut String) {
        let mut add = |name: &str, content: &str| meta("property", "og:", name, content, out);
        add("title", self.title);
        add("type", if self.of.is_some() { "article" } else { "website" });
        add("site_name", self.site());
        if let Some(description) = self.description {
            add("description", super::press::cut(description, 200));
        }
        if let Some(url) = self.url {
            add("url", url);
        }
    }

    /// Typed links by which a harvester finds its way (signposting.org/FAIR, level 1).
    fn signposting(&self, out: &mut String) {
        let mut add = |rel: &str, media: &str, href: &str| {
            out.push_str("<link rel=\"");
            out.push_str(rel);
            if !media.is_empty() {
                out.push_str("\" type=\"");
                out.push_str(media);
            }
            out.push_str("\" href=\"");
            escape(href, out);
            out.push_str("\">\n");
        };
        let Some((record, _)) = self.of else {
            // The research object describes the archive in whole: a record leads to it by `collection`.
            if matches!(self.place.path(), "index.html" | "data/index.html") {
                let file = self.press.shared(self.place, "ro-crate-metadata.json");
                add("describedby", "application/ld+json", &file);
            }
            return;
        };
        if let Some(url) = self.url {
            add("cite-as", "", url);
        }
        add("type", "", "https://schema.org/AboutPage");
        add("type", "", &format!("https://schema.org/{}", json_ld::kind(record)));
        for orcid in self.editors().filter_map(|editor| editor.orcid.as_ref()) {
            add("author", "", &orcid_address(orcid));
        }
        // A link leads somewhere: what is no address is said in words alone.
        if let Some(licence) = self.licence.as_ref().filter(|licence| licence.starts_with("https://")) {
            add("license", "", licence);
        }
        if self.is_compiled() {
            add("item", "application/json", "report.json");
        }
        if let Some((name, _)) = self.press.for_print(self.place.path()) {
            add("item", "application/pdf", &name);
        }
        for (_, _, attachment) in record.attachments() {
            if let Some(file) = &attachment.file {
                add("item", "", &self.press.shared(self.place, &files::address(attachment, file)));
            }
        }
        if let Some(base) = self.base() {
            add("collection", "text/html", base);
        }
    }
}

impl About<'_> {
    /// The feed that follows this page alone, where it has one: a list, or an issue.
    fn feed(&self, out: &mut String) {
        let path = match self.of {
            Some((record, _)) if matches!(record.kind, Kind::Issue(_)) => {
                self.place.path().strip_suffix(".html").map(|path| format!("{path}.xml"))
            }
            Some(_) => None,
            None => {
                let folder = self.place.path().strip_suffix("/index.html");
                let listed = |folder: &&str| {
                    self.press.site.listings.iter().any(|listing| &*listing.collection == *folder)
                };
                folder.filter(listed).map(|folder| format!("{folder}/feed.xml"))
            }
        };
        let Some(path) = path else { return };
        out.push_str("<link rel=\"alternate\" type=\"application/atom+xml\" title=\"");
        escape(self.title, out);
        out.push_str("\" href=\"");
        escape(&self.place.href(&crate::compose::address::url(&path)), out);
        out.push_str("\">\n");
    }
}

fn orcid_address(id: &str) -> String {
    format!("https://orcid.org/{id}")
}

fn meta(attribute: &str, vocabulary: &str, name: &str, content: &str, out: &mut String) {
    out.push_str("<meta ");
    out.push_str(attribute);
    out.push_str("=\"");
    out.push_str(vocabulary);
    out.push_str(name);
    out.push_str("\" content=\"");
    escape(content, out);
    out.push_str("\">\n");
}
