//! A feed as Atom (RFC 4287).

use std::io::Cursor;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::{Channel, id};
use crate::render::press::Press;

type Xml = Writer<Cursor<Vec<u8>>>;

/// The bytes of the feed.
pub(super) fn write(press: &Press, channel: &Channel) -> anyhow::Result<Vec<u8>> {
    let config = press.edition().config();
    let mut xml = Writer::new(Cursor::new(Vec::new()));
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
    xml.create_element("feed")
        .with_attributes([("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", &*config.language)])
        .write_inner_content(|xml| {
            text(xml, "title", &channel.title)?;
            text(xml, "id", &id(press, &channel.page, ""))?;
            text(xml, "updated", &format!("{}T00:00:00Z", channel.updated))?;
            if let Some(page) = press.canonical(&channel.page) {
                link(xml, "alternate", &page)?;
            }
            if let Some(own) = press.canonical(&format!("{}.xml", channel.path)) {
                link(xml, "self", &own)?;
            }
            let author = config.publisher.as_deref().unwrap_or(&config.title);
            xml.create_element("author").write_inner_content(|xml| text(xml, "name", author))?;
            if let Some(rights) = &channel.rights {
                text(xml, "rights", rights)?;
            }
            for entry in &channel.entries {
                let base = config.base_url.as_deref().unwrap_or_default();
                xml.create_element("entry").write_inner_content(|xml| {
                    text(xml, "title", &entry.title)?;
                    text(xml, "id", &entry.id)?;
                    text(xml, "updated", &format!("{}T00:00:00Z", entry.day))?;
                    link(xml, "alternate", &format!("{base}{}", entry.address))?;
                    text(xml, "summary", &entry.summary)
                })?;
            }
            Ok(())
        })?;
    let mut bytes = xml.into_inner().into_inner();
    bytes.push(b'\n');
    Ok(bytes)
}

fn text(xml: &mut Xml, name: &str, words: &str) -> std::io::Result<()> {
    // XML forbids most control characters even as references.
    let clean: String =
        words.chars().filter(|letter| !letter.is_control() || letter.is_whitespace()).collect();
    xml.create_element(name).write_text_content(BytesText::new(&clean))?;
    Ok(())
}

fn link(xml: &mut Xml, rel: &str, href: &str) -> std::io::Result<()> {
    xml.create_element("link").with_attributes([("rel", rel), ("href", href)]).write_empty()?;
    Ok(())
}
