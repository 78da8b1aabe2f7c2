//! `feed.xml`: the latest changes as an Atom feed (RFC 4287).

use std::io::Cursor;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::html::plain;
use super::place::Place;
use super::press::Press;
use super::view;
use crate::publish::sink::Sink;

/// How many changes the feed tells.
const MOST: usize = 50;

/// Makes the feed. Without a base URL its links are relative and its ids are URNs.
pub(crate) fn print(press: &Press, sink: &dyn Sink) -> anyhow::Result<()> {
    let config = press.edition().config();
    let base = config.base_url.as_deref();
    let changes = &press.site.changes[..press.site.changes.len().min(MOST)];
    let updated =
        changes.iter().map(view::change_day).max().unwrap_or_else(|| press.edition().today().to_string());
    let mut xml = Writer::new(Cursor::new(Vec::new()));
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
    xml.create_element("feed")
        .with_attributes([("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", &*config.languages[0])])
        .write_inner_content(|xml| {
            text(xml, "title", &config.title)?;
            text(xml, "id", &id(base, "index.html", ""))?;
            text(xml, "updated", &format!("{updated}T00:00:00Z"))?;
            if let Some(base) = base {
                link(xml, "alternate", base)?;
                link(xml, "self", &format!("{base}feed.xml"))?;
            }
            let author = config.publisher.as_deref().unwrap_or(&config.title);
            xml.create_element("author").write_inner_content(|xml| text(xml, "name", author))?;
            for change in changes {
                let told = view::told(press, Place::at("feed.xml"), change);
                let address = press.site.addresses.record(change.record);
                let part = view::change_part(change);
                let day = view::change_day(change);
                xml.create_element("entry").write_inner_content(|xml| {
                    text(xml, "title", &told.title)?;
                    text(xml, "id", &id(base, address, &format!("{day}{part}")))?;
                    text(xml, "updated", &format!("{day}T00:00:00Z"))?;
                    let href = format!(
                        "{}{}{part}",
                        base.unwrap_or_default(),
                        crate::compose::address::url(address)
                    );
                    link(xml, "alternate", &href)?;
                    text(xml, "summary", &plain(told.what.as_str()))
                })?;
            }
            Ok(())
        })?;
    let mut bytes = xml.into_inner().into_inner();
    bytes.push(b'\n');
    sink.file("feed.xml", bytes)
}

/// A lasting id: no two changes of a record have the same.
fn id(base: Option<&str>, address: &str, rest: &str) -> String {
    let rest = rest.replace('#', "/");
    match base {
        Some(base) if rest.is_empty() => base.to_owned(),
        Some(base) => format!("{base}{}#{rest}", crate::compose::address::url(address)),
        None => format!("urn:annals:{}:{rest}", crate::compose::address::url(address)),
    }
}

type Xml = Writer<Cursor<Vec<u8>>>;

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
