//! A feed as JSON Feed 1.1 (jsonfeed.org).

use serde::Serialize;

use super::Channel;
use crate::render::press::Press;

#[derive(Serialize)]
struct Feed<'f> {
    version: &'static str,
    title: &'f str,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'f str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    home_page_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    feed_url: Option<String>,
    language: &'f str,
    authors: [Author<'f>; 1],
    items: Vec<Item<'f>>,
}

#[derive(Serialize)]
struct Author<'f> {
    name: &'f str,
}

#[derive(Serialize)]
struct Item<'f> {
    id: &'f str,
    url: String,
    title: &'f str,
    content_text: &'f str,
    date_modified: String,
}

/// The bytes of the feed.
pub(super) fn write(press: &Press, channel: &Channel) -> anyhow::Result<Vec<u8>> {
    let config = press.edition().config();
    let base = config.base_url.as_deref().unwrap_or_default();
    let feed = Feed {
        version: "https://jsonfeed.org/version/1.1",
        title: &channel.title,
        description: channel.rights.as_deref(),
        home_page_url: press.canonical(&channel.page),
        feed_url: press.canonical(&format!("{}.json", channel.path)),
        language: &config.language,
        authors: [Author { name: config.publisher.as_deref().unwrap_or(&config.title) }],
        items: channel
            .entries
            .iter()
            .map(|entry| Item {
                id: &entry.id,
                url: format!("{base}{}", entry.address),
                title: &entry.title,
                content_text: &entry.summary,
                date_modified: format!("{}T00:00:00Z", entry.day),
            })
            .collect(),
    };
    let mut bytes = serde_json::to_vec(&feed)?;
    bytes.push(b'\n');
    Ok(bytes)
}
