//! The files of a DOCX around its text: types, relations, styles, lists, footnotes, settings.
//!
//! In: what the body gathered. Out: XML. Styles have Word's own names, so that its navigation,
//! contents and screen readers know them.

use super::picture;
use crate::render::document::tree::Document;
use crate::render::html::escaped;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const W: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
                 xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
                 xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" \
                 xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
                 xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"";

pub(super) const CONTENT_TYPES: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
<Default Extension=\"xml\" ContentType=\"application/xml\"/>\
<Default Extension=\"png\" ContentType=\"image/png\"/>\
<Default Extension=\"jpg\" ContentType=\"image/jpeg\"/>\
<Default Extension=\"jpeg\" ContentType=\"image/jpeg\"/>\
<Default Extension=\"gif\" ContentType=\"image/gif\"/>\
<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>\
<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>\
<Override PartName=\"/word/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/>\
<Override PartName=\"/word/numbering.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml\"/>\
<Override PartName=\"/word/footnotes.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml\"/>\
<Override PartName=\"/word/footer1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml\"/>\
<Override PartName=\"/word/settings.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml\"/>\
</Types>";

pub(super) const RELATIONS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
<Relationship Id=\"doc\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/>\
<Relationship Id=\"core\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>\
</Relationships>";

/// What is typed is tracked as a change.
pub(super) const SETTINGS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
<w:settings xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:trackRevisions/>\
<w:footnotePr><w:footnote w:id=\"0\"/><w:footnote w:id=\"1\"/></w:footnotePr>\
<w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>\
</w:settings>";

pub(super) fn document(body: &str) -> String {
    format!(
        "{HEAD}<w:document {W}><w:body>{body}<w:sectPr><w:footerReference w:type=\"default\" r:id=\"footer\"/>\
         <w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1418\" w:right=\"1134\" w:bottom=\"1418\" \
         w:left=\"1134\" w:header=\"709\" w:footer=\"709\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>"
    )
}

pub(super) fn core(document: &Document) -> String {
    let stamp = document.stamp;
    let day = format!("{:04}-{:02}-{:02}T00:00:00Z", stamp.year, stamp.month, stamp.day);
    format!(
        "{HEAD}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title><dc:subject>{}</dc:subject>\
         <dc:creator>{}</dc:creator><dc:language>{}</dc:language>\
         <dcterms:created xsi:type=\"dcterms:W3CDTF\">{day}</dcterms:created></cp:coreProperties>",
        escaped(&document.title),
        escaped(&format!("{}, for {}", document.number, document.audience)),
        escaped(&document.authors.join("; ")),
        language(document),
    )
}

fn language(document: &Document) -> String {
    match &document.region {
        Some(region) => format!("{}-{region}", document.language),
        None if document.language == "en" => "en-GB".to_owned(),
        None => document.language.clone(),
    }
}

const KIND: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// What the text refers to: other parts, addresses and pictures.
pub(super) fn document_relations(links: &[String], pictures: &[String]) -> String {
    let kind = KIND;
    let mut out = String::new();
    for (id, part) in [
        ("styles", "styles"),
        ("numbering", "numbering"),
        ("footnotes", "footnotes"),
        ("settings", "settings"),
    ] {
        out.push_str(&format!("<Relationship Id=\"{id}\" Type=\"{kind}/{part}\" Target=\"{part}.xml\"/>"));
    }
    out.push_str(&format!("<Relationship Id=\"footer\" Type=\"{kind}/footer\" Target=\"footer1.xml\"/>"));
    out.push_str(&referred(links, pictures));
    relations(&out)
}

/// What the footnotes refer to.
pub(super) fn note_relations(links: &[String], pictures: &[String]) -> String {
    relations(&referred(links, pictures))
}

fn relations(all: &str) -> String {
    format!(
        "{HEAD}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{all}</Relationships>"
    )
}

fn referred(links: &[String], pictures: &[String]) -> String {
    let (kind, mut out) = (KIND, String::new());
    for (n, to) in pictures.iter().enumerate() {
        let file = picture::name(n, to);
        let file = file.trim_start_matches("word/");
        out.push_str(&format!("<Relationship Id=\"picture{n}\" Type=\"{kind}/image\" Target=\"{file}\"/>"));
    }
    for (n, to) in links.iter().enumerate() {
        out.push_str(&format!(
            "<Relationship Id=\"link{n}\" Type=\"{kind}/hyperlink\" Target=\"{}\" TargetMode=\"External\"/>",
            escaped(to)
        ));
    }
    out
}

/// A bullet list at every depth, and a list of its own for each that is numbered.
pub(super) fn numbering(starts: &[u64]) -> String {
    let level = |n: usize, format: &str, text: &str| {
        let indent = 360 * (n + 1);
        format!(
            "<w:lvl w:ilvl=\"{n}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/>\
             <w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"{indent}\" w:hanging=\"360\"/></w:pPr></w:lvl>"
        )
    };
    let bullets: String = (0..9).map(|n| level(n, "bullet", "•")).collect();
    let numbers: String = (0..9).map(|n| level(n, "decimal", &format!("%{}.", n + 1))).collect();
    let mut out = format!(
        "{HEAD}<w:numbering {W}><w:abstractNum w:abstractNumId=\"0\">{bullets}</w:abstractNum>\
         <w:abstractNum w:abstractNumId=\"1\">{numbers}</w:abstractNum>\
         <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
    );
    for (n, start) in starts.iter().enumerate() {
        let from: String = (0..9)
            .map(|level| {
                format!(
                    "<w:lvlOverride w:ilvl=\"{level}\"><w:startOverride w:val=\"{start}\"/></w:lvlOverride>"
                )
            })
            .collect();
        out.push_str(&format!("<w:num w:numId=\"{}\"><w:abstractNumId w:val=\"1\"/>{from}</w:num>", n + 2));
    }
    out.push_str("</w:numbering>");
    out
}

pub(super) fn footnotes(notes: &[(u32, String)]) -> String {
    let mut out = format!(
        "{HEAD}<w:footnotes {W}><w:footnote w:type=\"separator\" w:id=\"0\"><w:p><w:r><w:separator/></w:r></w:p>\
         </w:footnote><w:footnote w:type=\"continuationSeparator\" w:id=\"1\"><w:p><w:r>\
         <w:continuationSeparator/></w:r></w:p></w:footnote>"
    );
    for (number, words) in notes {
        // The mark stands in the first paragraph of the note.
        let mark = "</w:pPr><w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteRef/></w:r>\
                    <w:r><w:t xml:space=\"preserve\"> </w:t></w:r>";
        out.push_str(&format!(
            "<w:footnote w:id=\"{}\">{}</w:footnote>",
            number + 1,
            words.replacen("</w:pPr>", mark, 1)
        ));
    }
    out.push_str("</w:footnotes>");
    out
}

pub(super) fn footer(document: &Document) -> String {
    format!(
        "{HEAD}<w:ftr {W}><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr><w:r><w:t xml:space=\"preserve\">{} · {} · </w:t></w:r>\
         <w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r>\
         <w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p></w:ftr>",
        escaped(&document.archive),
        escaped(&match &document.notice {
            Some(notice) => format!("{} · {notice}", document.number),
            None => document.number.clone(),
        })
    )
}

/// Name, what it is based on, properties of its paragraphs and of its runs.
type Style<'s> = (&'s str, &'s str, &'s str, &'s str);

const PARAGRAPHS: &[Style] = &[
    ("Title", "Title", "<w:spacing w:before=\"120\" w:after=\"240\"/>", "<w:b/><w:sz w:val=\"48\"/>"),
    ("Subtitle", "Subtitle", "<w:spacing w:after=\"240\"/>", "<w:sz w:val=\"26\"/>"),
    ("Kind", "Kind", "", "<w:color w:val=\"0A5360\"/>"),
    (
        "Numbered",
        "Numbered paragraph",
        "<w:tabs><w:tab w:val=\"left\" w:pos=\"567\"/></w:tabs><w:ind w:left=\"567\" w:hanging=\"567\"/>",
        "",
    ),
    ("Voice", "Voice", "<w:keepNext/>", "<w:i/><w:color w:val=\"0A5360\"/><w:sz w:val=\"18\"/>"),
    ("Note", "Note", "<w:spacing w:after=\"60\"/><w:ind w:left=\"567\"/>", "<w:sz w:val=\"19\"/>"),
    ("Position", "Position", "<w:spacing w:after=\"60\"/><w:ind w:left=\"567\"/>", "<w:sz w:val=\"20\"/>"),
    (
        "Judgement",
        "Judgement",
        "<w:pBdr><w:left w:val=\"single\" w:sz=\"18\" w:space=\"8\" w:color=\"0A5360\"/></w:pBdr><w:ind w:left=\"567\"/>",
        "",
    ),
    ("Term", "Term", "<w:spacing w:after=\"40\"/>", ""),
    ("Reference", "Reference", "<w:ind w:left=\"567\" w:hanging=\"567\"/>", ""),
    ("Cell", "Cell", "<w:spacing w:before=\"20\" w:after=\"20\"/>", "<w:sz w:val=\"18\"/>"),
    ("Code", "Code", "", "<w:rFonts w:ascii=\"Consolas\" w:hAnsi=\"Consolas\"/><w:sz w:val=\"18\"/>"),
    ("Quote", "Quote", "<w:ind w:left=\"851\"/>", "<w:i/>"),
    (
        "Caption",
        "caption",
        "<w:keepNext/><w:spacing w:before=\"200\" w:after=\"80\"/>",
        "<w:b/><w:sz w:val=\"19\"/>",
    ),
    ("ListParagraph", "List Paragraph", "<w:spacing w:after=\"60\"/>", ""),
    ("Footer", "footer", "", "<w:color w:val=\"565C5E\"/><w:sz w:val=\"17\"/>"),
    ("FootnoteText", "footnote text", "", "<w:sz w:val=\"18\"/>"),
];

pub(super) fn styles(document: &Document) -> String {
    let mut out = format!(
        "{HEAD}<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Cambria\" w:hAnsi=\"Cambria\" \
         w:cs=\"Times New Roman\"/><w:sz w:val=\"22\"/><w:lang w:val=\"{}\"/></w:rPr></w:rPrDefault><w:pPrDefault>\
         <w:pPr><w:spacing w:after=\"140\" w:line=\"276\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>",
        language(document)
    );
    for level in 1..=6_usize {
        let size = [36, 28, 24, 22, 22, 22][level - 1];
        out.push_str(&format!(
            "<w:style w:type=\"paragraph\" w:styleId=\"Heading{level}\"><w:name w:val=\"heading {level}\"/>\
             <w:basedOn w:val=\"Normal\"/><w:next w:val=\"Normal\"/><w:pPr><w:keepNext/><w:keepLines/>\
             <w:spacing w:before=\"320\" w:after=\"120\"/><w:outlineLvl w:val=\"{}\"/></w:pPr>\
             <w:rPr><w:b/><w:sz w:val=\"{size}\"/></w:rPr></w:style>",
            level - 1
        ));
    }
    for (id, name, paragraph, run) in PARAGRAPHS {
        out.push_str(&format!(
            "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"Normal\"/>\
             <w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
        ));
    }
    out.push_str(
        "<w:style w:type=\"character\" w:styleId=\"Hyperlink\"><w:name w:val=\"Hyperlink\"/><w:rPr>\
         <w:color w:val=\"0A5360\"/><w:u w:val=\"single\"/></w:rPr></w:style>\
         <w:style w:type=\"character\" w:styleId=\"CodeChar\"><w:name w:val=\"Code Char\"/><w:rPr>\
         <w:rFonts w:ascii=\"Consolas\" w:hAnsi=\"Consolas\"/></w:rPr></w:style>\
         <w:style w:type=\"character\" w:styleId=\"FootnoteReference\"><w:name w:val=\"footnote reference\"/><w:rPr>\
         <w:vertAlign w:val=\"superscript\"/></w:rPr></w:style>\
         <w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/><w:tblPr><w:tblBorders>\
         <w:top w:val=\"single\" w:sz=\"8\" w:color=\"17191B\"/><w:bottom w:val=\"single\" w:sz=\"4\" w:color=\"17191B\"/>\
         <w:insideH w:val=\"single\" w:sz=\"4\" w:color=\"C6CBC7\"/></w:tblBorders></w:tblPr></w:style></w:styles>",
    );
    out
}
