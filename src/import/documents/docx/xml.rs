//! XML → elements and text, by local name, with what is open.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// A piece of XML.
#[derive(Debug, PartialEq)]
pub(in crate::import) enum Element {
    /// An element starts: its local name and its attributes by theirs.
    Open(String, Vec<(String, String)>),
    /// An element ends.
    Close(String),
    /// Text, its entities read.
    Text(String),
}

/// XML that is read from front to back.
pub(in crate::import) struct Xml<'x> {
    reader: Reader<&'x [u8]>,
    open: Vec<String>,
    /// The end of an element without content, which comes right after its start.
    pending: Option<String>,
}

/// Elements nested deeper than this are an attack, not a document.
const DEEPEST: usize = 256;

impl<'x> Xml<'x> {
    pub(in crate::import) fn of(text: &'x str) -> Self {
        Xml { reader: Reader::from_str(text), open: Vec::new(), pending: None }
    }

    /// Whether the innermost open element has this name.
    pub(in crate::import) fn inside(&self, name: &str) -> bool {
        self.open.last().is_some_and(|open| open == name)
    }

    /// The next piece; `None` at the end.
    pub(in crate::import) fn next(&mut self) -> Result<Option<Element>, String> {
        if let Some(name) = self.pending.take() {
            return Ok(Some(Element::Close(name)));
        }
        loop {
            let event = self.reader.read_event().map_err(|error| error.to_string())?;
            match event {
                Event::Start(start) => {
                    let (name, attributes) = parts(&start);
                    self.open.push(name.clone());
                    if self.open.len() > DEEPEST {
                        return Err("its elements are nested too deep".to_owned());
                    }
                    return Ok(Some(Element::Open(name, attributes)));
                }
                Event::Empty(start) => {
                    let (name, attributes) = parts(&start);
                    self.pending = Some(name.clone());
                    return Ok(Some(Element::Open(name, attributes)));
                }
                Event::End(end) => {
                    self.open.pop();
                    return Ok(Some(Element::Close(end.local_name().as_ref().to_owned())));
                }
                Event::Text(text) => return Ok(Some(Element::Text(text.xml10_content().into_owned()))),
                Event::CData(text) => return Ok(Some(Element::Text(text.xml10_content().into_owned()))),
                Event::GeneralRef(entity) => {
                    let letter = match entity.resolve_char_ref() {
                        Ok(Some(letter)) => letter.to_string(),
                        _ => named(&entity.xml10_content()).to_owned(),
                    };
                    return Ok(Some(Element::Text(letter)));
                }
                Event::Eof if self.open.is_empty() => return Ok(None),
                Event::Eof => return Err("it ends in the middle of an element".to_owned()),
                _ => {}
            }
        }
    }
}

fn named(entity: &str) -> &'static str {
    match entity {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        _ => "",
    }
}

fn parts(start: &BytesStart<'_>) -> (String, Vec<(String, String)>) {
    let name = start.local_name().as_ref().to_owned();
    let mut attributes = start.attributes();
    let pairs = attributes
        .with_checks(false)
        .flatten()
        .map(|attribute| (attribute.key.local_name().as_ref().to_owned(), attribute.value.into_owned()));
    (name, pairs.collect())
}
