//! A part of an Office document → what is written in it and not seen, in words.
//!
//! In: the name of the part, its XML, and what other parts say of it. Out: words. Elements are known by their names
//! and attributes, however they are spelt. White text counts where nothing dark can be behind it: not in a table,
//! a box, a shaded paragraph or one with a style of its own.

use std::collections::BTreeSet;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

const HIDDEN_TEXT: &str = "hidden text";
const HIDDEN_CELLS: &str = "hidden rows or columns";
const TRACKED: &str = "tracked changes";

/// What the parts of a document say of each other.
#[derive(Debug, Default)]
pub(super) struct Beside {
    /// Styles of Word that hide their text.
    hiding: BTreeSet<String>,
    /// How wide and high slides are.
    slide: Option<(i64, i64)>,
}

impl Beside {
    /// From the styles of a text and the settings of a presentation; empty where there are none.
    pub(super) fn of(styles: &str, presentation: &str) -> Self {
        let mut beside = Beside::default();
        let mut style = String::new();
        each(styles, &mut |piece| match piece {
            Piece::Open("style", tag) => style = tag.get("styleId").unwrap_or_default(),
            Piece::Open("vanish", tag) if tag.is_on() && !style.is_empty() => {
                beside.hiding.insert(style.clone());
            }
            _ => {}
        });
        each(presentation, &mut |piece| {
            if let Piece::Open("sldSz", tag) = piece {
                beside.slide = tag.number("cx").zip(tag.number("cy"));
            }
        });
        beside
    }
}

/// Whether a part may hold what is not seen.
pub(super) fn is_asked(name: &str) -> bool {
    is_text(name)
        || name == "xl/workbook.xml"
        || name == "content.xml"
        || ASKED.iter().any(|start| name.starts_with(start))
}

const ASKED: &[&str] = &["xl/worksheets/", "xl/externalLinks/externalLink", "ppt/slides/slide"];

fn is_text(name: &str) -> bool {
    let texts = ["document", "footnotes", "endnotes", "header", "footer"];
    name.strip_prefix("word/").is_some_and(|rest| texts.iter().any(|text| rest.starts_with(text)))
}

/// What of a part is not seen.
pub(super) fn of(name: &str, xml: &str, beside: &Beside) -> BTreeSet<&'static str> {
    let mut found = BTreeSet::new();
    if is_text(name) {
        let mut text = Text::default();
        each(xml, &mut |piece| text.read(piece, beside, &mut found));
    } else if name.starts_with("ppt/") {
        let mut shapes = Shapes::default();
        each(xml, &mut |piece| shapes.read(piece, beside.slide, &mut found));
    } else if name == "content.xml" {
        open_document(xml, &mut found);
    } else {
        workbook(xml, &mut found);
    }
    found
}

fn workbook(xml: &str, found: &mut BTreeSet<&'static str>) {
    let mut is_value = false;
    let is_foreign = xml.contains("externalLink") || xml.contains("externalBook");
    each(xml, &mut |piece| match piece {
        Piece::Open("row", tag) if tag.says("hidden") || tag.is_nothing("ht") => {
            found.insert(HIDDEN_CELLS);
        }
        Piece::Open("col", tag) if tag.says("hidden") || tag.is_nothing("width") => {
            found.insert(HIDDEN_CELLS);
        }
        Piece::Open("sheet", tag) if tag.get("state").is_some_and(|state| state != "visible") => {
            found.insert("hidden sheets");
        }
        Piece::Open(name, _) => is_value = name == "v",
        Piece::Close(_) => is_value = false,
        Piece::Words if is_value && is_foreign => {
            found.insert("cells of other workbooks");
        }
        Piece::Words => {}
    });
}

fn open_document(xml: &str, found: &mut BTreeSet<&'static str>) {
    let mut notes = 0_usize;
    each(xml, &mut |piece| match piece {
        Piece::Open(name, tag) => {
            let is = |key: &str, value: &str| tag.get(key).is_some_and(|said| said == value);
            found.extend((name == "table-properties" && is("display", "false")).then_some("hidden sheets"));
            let is_hidden = matches!(name, "section" | "text-properties") && is("display", "none");
            found.extend((is_hidden || is("is-hidden", "true")).then_some(HIDDEN_TEXT));
            let of_slide = matches!(name, "page" | "drawing-page-properties");
            found.extend((of_slide && is("visibility", "hidden")).then_some("hidden slides"));
            let of_cells = matches!(name, "table-row" | "table-column");
            let is_gone = is("visibility", "collapse") || is("visibility", "filter");
            found.extend((of_cells && is_gone).then_some(HIDDEN_CELLS));
            notes += usize::from(name == "notes");
        }
        Piece::Close(name) => notes = notes.saturating_sub(usize::from(name == "notes")),
        Piece::Words if notes > 0 => {
            found.insert("notes of the speaker");
        }
        Piece::Words => {}
    });
}

/// A text of Word while it is read.
#[derive(Default)]
struct Text {
    paragraphs: Vec<Paragraph>,
    runs: Vec<Run>,
    /// How many tables and boxes are open.
    within: usize,
    has_ground: bool,
}

#[derive(Default)]
struct Paragraph {
    is_plain: bool,
}

#[derive(Default)]
struct Run {
    is_black: bool,
    has_ground: bool,
    colour: String,
    says: bool,
}

impl Text {
    fn read(&mut self, piece: Piece<'_>, beside: &Beside, found: &mut BTreeSet<&'static str>) {
        match piece {
            Piece::Open("p", _) => self.paragraphs.push(Paragraph { is_plain: true }),
            Piece::Open("r", _) => self.runs.push(Run::default()),
            Piece::Open("tbl" | "txbxContent", _) => self.within += 1,
            Piece::Open("background", _) => self.has_ground = true,
            Piece::Open("vanish", tag) if tag.is_on() => {
                found.insert(HIDDEN_TEXT);
            }
            Piece::Open("ins" | "del" | "moveFrom" | "moveTo" | "cellIns" | "cellDel" | "cellMerge", _) => {
                found.insert(TRACKED);
            }
            Piece::Open(name, _) if name.ends_with("PrChange") => {
                found.insert(TRACKED);
            }
            Piece::Open("pStyle" | "rStyle", tag) => {
                let style = tag.get("val").unwrap_or_default();
                found.extend(beside.hiding.contains(&style).then_some(HIDDEN_TEXT));
                self.paragraphs.last_mut().into_iter().for_each(|it| it.is_plain = false);
            }
            Piece::Open(name @ ("highlight" | "shd" | "color"), tag) => self.colour(name, &tag),
            Piece::Words => self.runs.last_mut().into_iter().for_each(|run| run.says = true),
            Piece::Close("tbl" | "txbxContent") => self.within = self.within.saturating_sub(1),
            Piece::Close("p") => drop(self.paragraphs.pop()),
            Piece::Close("r") => {
                let run = self.runs.pop().unwrap_or_default();
                let is_plain = self.paragraphs.last().is_some_and(|it| it.is_plain);
                if run.says && run.is_black && run.colour != WHITE {
                    found.insert("text on a black ground");
                } else if run.says && run.colour == WHITE && !run.has_ground && !self.has_ground {
                    found.extend((is_plain && self.within == 0).then_some("white text"));
                }
            }
            _ => {}
        }
    }

    fn colour(&mut self, name: &str, tag: &Tag<'_>) {
        let of = |key: &str| tag.get(key).unwrap_or_default().to_uppercase();
        let Some(run) = self.runs.last_mut() else {
            if name == "shd" {
                self.paragraphs.last_mut().into_iter().for_each(|it| it.is_plain = false);
            }
            return;
        };
        match name {
            "color" => run.colour = of("val"),
            "highlight" => (run.is_black, run.has_ground) = (of("val") == "BLACK", true),
            _ => {
                run.is_black |= of("fill") == "000000";
                run.has_ground |= !["AUTO", WHITE, ""].contains(&of("fill").as_str());
            }
        }
    }
}

const WHITE: &str = "FFFFFF";

/// The shapes of a slide while they are read.
#[derive(Default)]
struct Shapes {
    groups: usize,
    at: Option<(i64, i64)>,
    size: Option<(i64, i64)>,
    says: bool,
}

impl Shapes {
    fn read(&mut self, piece: Piece<'_>, slide: Option<(i64, i64)>, found: &mut BTreeSet<&'static str>) {
        match piece {
            Piece::Open("sld", tag) if tag.get("show").is_some_and(|show| is_off(&show)) => {
                found.insert("hidden slides");
            }
            Piece::Open("cNvPr", tag) if tag.says("hidden") => {
                found.insert("hidden shapes");
            }
            Piece::Open("grpSp", _) => self.groups += 1,
            Piece::Close("grpSp") => self.groups = self.groups.saturating_sub(1),
            Piece::Open("sp", _) => *self = Shapes { groups: self.groups, ..Shapes::default() },
            Piece::Open("off", tag) => self.at = tag.number("x").zip(tag.number("y")),
            Piece::Open("ext", tag) if tag.get("cx").is_some() => {
                self.size = tag.number("cx").zip(tag.number("cy"));
            }
            Piece::Words => self.says = true,
            Piece::Close("sp") if self.groups == 0 && self.says => {
                let (Some((x, y)), Some((w, h)), Some((width, height))) = (self.at, self.size, slide) else {
                    return;
                };
                let is_beside =
                    x >= width || y >= height || x.saturating_add(w) <= 0 || y.saturating_add(h) <= 0;
                found.extend(is_beside.then_some("text beside the slide"));
            }
            _ => {}
        }
    }
}

/// A piece of XML; names without what is before their `:`.
enum Piece<'p> {
    Open(&'p str, Tag<'p>),
    /// Something else than blanks between tags.
    Words,
    Close(&'p str),
}

struct Tag<'t>(&'t BytesStart<'t>);

impl Tag<'_> {
    fn get(&self, name: &str) -> Option<String> {
        let mut attributes = self.0.attributes();
        let mut known = attributes.with_checks(false).filter_map(Result::ok);
        known.find(|one| one.key.local_name().as_ref() == name).map(|one| one.value.into_owned())
    }

    fn number(&self, name: &str) -> Option<i64> {
        self.get(name)?.parse().ok()
    }

    /// Whether an attribute says yes.
    fn says(&self, name: &str) -> bool {
        self.get(name).is_some_and(|value| !is_off(&value))
    }

    /// Whether an element without a value, or with one that says yes, is in force.
    fn is_on(&self) -> bool {
        !self.get("val").is_some_and(|value| is_off(&value))
    }

    fn is_nothing(&self, name: &str) -> bool {
        self.get(name).and_then(|value| value.parse::<f64>().ok()).is_some_and(|size| size <= 0.0)
    }
}

fn is_off(value: &str) -> bool {
    matches!(value, "0" | "false" | "off" | "none")
}

/// Reads XML until it ends or is broken.
fn each(xml: &str, take: &mut dyn FnMut(Piece<'_>)) {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = false;
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) => take(Piece::Open(tag.local_name().as_ref(), Tag(&tag))),
            Ok(Event::Empty(tag)) => {
                let name = tag.local_name();
                take(Piece::Open(name.as_ref(), Tag(&tag)));
                take(Piece::Close(name.as_ref()));
            }
            Ok(Event::End(tag)) => take(Piece::Close(tag.local_name().as_ref())),
            Ok(Event::Text(text)) if !text.xml10_content().trim().is_empty() => take(Piece::Words),
            Ok(Event::CData(_) | Event::GeneralRef(_)) => take(Piece::Words),
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_text_hides_is_told_in_any_spelling_and_wherever_it_stands() {
        let styles =
            "<w:styles><w:style w:styleId=\"Secret\"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>";
        let what = |name: &str, text: &str| {
            of(name, text, &Beside::of(styles, "")).into_iter().collect::<Vec<_>>().join("; ")
        };
        let run = |of: &str| format!("<w:p><w:r><w:rPr>{of}</w:rPr><w:t>Jane</w:t></w:r></w:p>");
        for part in [
            "word/document.xml",
            "word/footnotes.xml",
            "word/endnotes.xml",
            "word/header2.xml",
            "word/footer1.xml",
        ] {
            for spelt in
                ["<w:vanish/>", "<w:vanish />", "<w:vanish w:val=\"true\"/>", "<w:rStyle w:val='Secret'/>"]
            {
                assert_eq!(what(part, &run(spelt)), "hidden text", "{part} {spelt}");
            }
            for change in [
                "<w:del\n w:id='1'>x</w:del>",
                "<w:pPrChange w:author=\"J\"/>",
                "<w:cellDel w:author=\"J\"/>",
            ] {
                assert_eq!(what(part, change), "tracked changes", "{part} {change}");
            }
        }
        for black in ["<w:highlight w:val=\"black\"/>", "<w:shd w:val=\"clear\" w:fill=\"000000\"/>"] {
            assert_eq!(what("word/document.xml", &run(black)), "text on a black ground");
        }
        let white = "<w:color w:val=\"FFFFFF\"/>";
        assert_eq!(what("word/document.xml", &run(white)), "white text");
        for seen in [
            run("<w:vanish w:val=\"0\"/>"),
            run("<w:highlight w:val=\"yellow\"/>"),
            run(&format!("{white}<w:shd w:fill=\"000000\"/>")),
            format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", run(white)),
            run(white).replace("<w:p>", "<w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr>"),
            run(white).replace("<w:p>", "<w:p><w:pPr><w:shd w:fill=\"1F3864\"/></w:pPr>"),
        ] {
            assert_eq!(what("word/document.xml", &seen), "", "{seen}");
        }
    }

    #[test]
    fn what_slides_and_open_documents_hide_is_told() {
        let shape = |x: i64, of: &str| {
            format!(
                "<p:sld><p:sp><p:nvSpPr><p:cNvPr {of}/></p:nvSpPr><a:xfrm><a:off x=\"{x}\" y=\"0\"/><a:ext cx=\"9\" cy=\"9\"/></a:xfrm><a:t>Jane</a:t></p:sp></p:sld>"
            )
        };
        let sizes = "<p:presentation><p:sldSz cx=\"100\" cy=\"80\"/></p:presentation>";
        let what = |name: &str, text: &str| {
            of(name, text, &Beside::of("", sizes)).into_iter().collect::<Vec<_>>().join("; ")
        };
        let slide = |text: &str| what("ppt/slides/slide1.xml", text);
        assert_eq!(slide("<p:sld show=\"false\"/>"), "hidden slides");
        assert_eq!(slide(&shape(0, "id=\"2\" hidden=\"1\"")), "hidden shapes");
        assert_eq!(slide(&shape(100, "")), "text beside the slide");
        assert_eq!(slide(&shape(-9, "")), "text beside the slide");
        assert_eq!(slide(&shape(95, "")), "");
        for (text, told) in [
            ("<style:table-properties table:display=\"false\"/>", "hidden sheets"),
            ("<table:table-row table:visibility=\"collapse\"/>", "hidden rows or columns"),
            ("<text:section text:display=\"none\">x</text:section>", "hidden text"),
            ("<text:hidden-paragraph text:is-hidden=\"true\">x</text:hidden-paragraph>", "hidden text"),
            ("<draw:page presentation:visibility=\"hidden\"/>", "hidden slides"),
            ("<presentation:notes><text:p>Ask.</text:p></presentation:notes>", "notes of the speaker"),
            ("<presentation:notes><draw:text-box/></presentation:notes><text:p>Seen.</text:p>", ""),
        ] {
            assert_eq!(what("content.xml", &format!("<office:body>{text}</office:body>")), told);
        }
    }
}
