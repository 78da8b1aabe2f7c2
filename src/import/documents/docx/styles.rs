//! The styles and numberings of a Word document: which paragraphs are headings and list items.

use std::collections::BTreeMap;

use super::super::block::Marker;
use super::xml::{Element, Xml};

/// How a paragraph looks.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Looks {
    /// The level of a heading.
    pub(super) heading: Option<u8>,
    /// The numbering of a list item; 0 takes an item out of its list.
    pub(super) list: Option<u32>,
    /// How deep the item is, from 0.
    pub(super) level: u8,
}

impl Looks {
    /// Sets the level of a heading from `w:outlineLvl`, which counts from 0; 9 is body text.
    pub(super) fn outline(&mut self, value: &str) {
        self.heading = value.parse::<u8>().ok().filter(|level| *level < 6).map(|level| level + 1);
    }
}

/// The styles and numberings of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    looks: BTreeMap<String, Looks>,
    /// Styles whose words are struck out, and whose words are hidden, or are so no more.
    struck: BTreeMap<String, bool>,
    hidden: BTreeMap<String, bool>,
    based_on: BTreeMap<String, String>,
    /// Which abstract numbering a numbering uses.
    abstracts: BTreeMap<u32, u32>,
    /// The format of each level of an abstract numbering.
    formats: BTreeMap<(u32, u8), String>,
    /// The last number given at each level of a numbering.
    counts: BTreeMap<(u32, u8), u32>,
}

/// Styles are based on others; a chain longer than this is a circle.
const LONGEST_CHAIN: usize = 12;

impl Styles {
    /// Reads `styles.xml` and `numbering.xml`; what is damaged in them is as if it were not there.
    pub(super) fn read(styles: &str, numbering: &str) -> Self {
        let mut read = Styles::default();
        read.styles(styles);
        read.numbering(numbering);
        read
    }

    fn styles(&mut self, text: &str) {
        let mut xml = Xml::of(text);
        let mut id = String::new();
        while let Ok(Some(element)) = xml.next() {
            let Element::Open(name, attributes) = element else { continue };
            let value =
                |key: &str| attributes.iter().find(|(name, _)| name == key).map(|(_, value)| value.clone());
            let looks = |styles: &mut BTreeMap<String, Looks>, change: &dyn Fn(&mut Looks)| {
                change(styles.entry(id.clone()).or_default());
            };
            match name.as_str() {
                "style" => id = value("styleId").unwrap_or_default(),
                "name" => {
                    let name = value("val").unwrap_or_default().to_lowercase();
                    looks(&mut self.looks, &|looks| named(&name, looks));
                }
                "basedOn" => {
                    self.based_on.insert(id.clone(), value("val").unwrap_or_default());
                }
                "strike" | "dstrike" => {
                    self.struck.insert(id.clone(), is_on(value("val").as_deref()));
                }
                "vanish" => {
                    self.hidden.insert(id.clone(), is_on(value("val").as_deref()));
                }
                "outlineLvl" => {
                    looks(&mut self.looks, &|looks| looks.outline(&value("val").unwrap_or_default()))
                }
                "numId" => looks(&mut self.looks, &|looks| {
                    looks.list = value("val").and_then(|id| id.parse().ok());
                }),
                "ilvl" => looks(&mut self.looks, &|looks| {
                    looks.level = value("val").and_then(|level| level.parse().ok()).unwrap_or(0);
                }),
                _ => {}
            }
        }
    }

    fn numbering(&mut self, text: &str) {
        let mut xml = Xml::of(text);
        let (mut own, mut level, mut number) = (None, 0, None);
        while let Ok(Some(element)) = xml.next() {
            let Element::Open(name, attributes) = element else { continue };
            let value =
                |key: &str| attributes.iter().find(|(name, _)| name == key).map(|(_, value)| value.clone());
            let id = |key: &str| value(key).and_then(|id| id.parse::<u32>().ok());
            match name.as_str() {
                "abstractNum" => own = id("abstractNumId"),
                "lvl" => level = value("ilvl").and_then(|level| level.parse().ok()).unwrap_or(0),
                "numFmt" => {
                    if let (Some(own), Some(format)) = (own, value("val")) {
                        self.formats.insert((own, level), format);
                    }
                }
                "num" => number = id("numId"),
                "abstractNumId" => {
                    if let (Some(number), Some(own)) = (number, id("val")) {
                        self.abstracts.insert(number, own);
                    }
                }
                _ => {}
            }
        }
    }

    /// How a paragraph of a style looks, with what the style is based on.
    pub(super) fn looks(&self, style: &str) -> Looks {
        let mut found = Looks::default();
        let mut id = style;
        for _ in 0..LONGEST_CHAIN {
            if let Some(looks) = self.looks.get(id) {
                found.heading = found.heading.or(looks.heading);
                if found.list.is_none() && looks.list.is_some() {
                    (found.list, found.level) = (looks.list, looks.level);
                }
            }
            match self.based_on.get(id) {
                Some(base) => id = base,
                None => break,
            }
        }
        // A document without styles still names them.
        if found == Looks::default() && !self.looks.contains_key(style) {
            named(&style.to_lowercase(), &mut found);
        }
        found
    }

    /// Whether words of a style are struck out, and whether they are hidden.
    pub(super) fn unseen(&self, style: &str) -> (bool, bool) {
        let said = |by: &BTreeMap<String, bool>| {
            let mut id = style;
            for _ in 0..LONGEST_CHAIN {
                if let Some(said) = by.get(id) {
                    return *said;
                }
                match self.based_on.get(id) {
                    Some(base) => id = base,
                    None => break,
                }
            }
            false
        };
        (said(&self.struck), said(&self.hidden))
    }

    /// The marker of the next item of a list; `None` where the numbering is not known.
    pub(super) fn marker(&mut self, list: u32, level: u8) -> Option<Marker> {
        let own = self.abstracts.get(&list)?;
        let format = self.formats.get(&(*own, level))?;
        if format == "bullet" || format == "none" {
            return Some(Marker::Bullet);
        }
        let count = self.counts.entry((list, level)).or_insert(0);
        *count += 1;
        let count = *count;
        // A level starts again after an item above it.
        self.counts.retain(|(other, deeper), _| *other != list || *deeper <= level);
        Some(Marker::Number(match format.as_str() {
            "lowerLetter" | "upperLetter" => {
                let letter = u8::try_from((count - 1) % 26).unwrap_or(0);
                char::from(b'a' + letter).to_string()
            }
            _ => count.to_string(),
        }))
    }
}

/// Whether a property that is there is on: `<w:strike/>`, and not `<w:strike w:val="0"/>`.
pub(super) fn is_on(value: Option<&str>) -> bool {
    value.is_none_or(|value| !matches!(value, "0" | "false" | "none" | "off"))
}

/// What the name of a style says: `heading 2`, `Title`, `List Bullet 2`.
fn named(name: &str, looks: &mut Looks) {
    let level = name.trim_end().chars().next_back().and_then(|digit| digit.to_digit(10)).unwrap_or(1) as u8;
    if name == "title" {
        looks.heading = Some(1);
    } else if name.starts_with("heading") {
        looks.heading = Some(level.clamp(1, 6));
    } else if name.starts_with("list bullet") || name.starts_with("listbullet") {
        looks.list = Some(u32::MAX);
        looks.level = level.saturating_sub(1);
    }
}
