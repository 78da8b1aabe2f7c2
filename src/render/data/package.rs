//! `datapackage.json`: what each table holds, field by field (Data Package v2).

use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::schema::FieldType;
use crate::render::press::Press;
use crate::render::view::DataFile;

#[derive(Serialize)]
struct Package<'p> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    name: String,
    title: &'p str,
    created: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    homepage: Option<&'p str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    licenses: Vec<License<'p>>,
    resources: Vec<Resource<'p>>,
}

#[derive(Serialize)]
struct License<'p> {
    name: &'p str,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<String>,
    title: String,
}

#[derive(Serialize)]
struct Resource<'p> {
    name: String,
    title: String,
    path: &'p str,
    format: &'static str,
    mediatype: &'static str,
    encoding: &'static str,
    bytes: u64,
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    kind: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    schema: Option<Schema>,
}

#[derive(Serialize)]
struct Schema {
    fields: Vec<Field>,
    #[serde(rename = "primaryKey")]
    primary_key: [&'static str; 1],
}

#[derive(Serialize)]
struct Field {
    name: String,
    title: String,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'static str,
}

/// The description of these files.
pub(super) fn describe(
    press: &Press,
    files: &[DataFile],
    columns: &BTreeMap<&str, Vec<String>>,
) -> anyhow::Result<Vec<u8>> {
    let (edition, config) = (press.edition(), press.edition().config());
    let licenses = config.licence.as_deref().map(|spdx| {
        let known = crate::render::chrome::license(spdx);
        License { name: spdx, path: known.href, title: known.name }
    });
    let package = Package {
        schema: "https://datapackage.org/profiles/2.0/datapackage.json",
        name: crate::model::text::slug(&config.title),
        title: &config.title,
        created: format!("{}T00:00:00Z", edition.today()),
        homepage: config.base_url.as_deref(),
        licenses: licenses.into_iter().collect(),
        resources: files.iter().map(|file| resource(press, file, columns)).collect(),
    };
    let mut json = serde_json::to_vec_pretty(&package)?;
    json.push(b'\n');
    Ok(json)
}

fn resource<'p>(press: &Press, file: &'p DataFile, columns: &BTreeMap<&str, Vec<String>>) -> Resource<'p> {
    let stem = file.name.rsplit_once('.').map_or(&*file.name, |(stem, _)| stem);
    let table = file.name.ends_with(".csv");
    Resource {
        name: crate::model::text::slug(stem),
        title: file.holds.clone(),
        path: &file.name,
        format: if table { "csv" } else { "json" },
        mediatype: if table { "text/csv" } else { "application/json" },
        encoding: "utf-8",
        bytes: file.bytes,
        kind: table.then_some("table"),
        schema: columns.get(stem).filter(|_| table).map(|columns| schema(press, stem, columns)),
    }
}

fn schema(press: &Press, collection: &str, columns: &[String]) -> Schema {
    let known = press.edition().schema();
    let fields = columns.iter().map(|name| {
        let declared = known.collection(collection).and_then(|collection| collection.field(name));
        Field {
            title: match &**name {
                "id" => "Id".to_owned(),
                "address" => "Address of the page".to_owned(),
                "body" => "Body, Markdown".to_owned(),
                _ => known.field_label(collection, name),
            },
            kind: match declared.map(|field| &field.kind) {
                Some(FieldType::Year) => "year",
                Some(FieldType::Boolean) => "boolean",
                _ => "string",
            },
            description: declared.map_or("", |field| field.help),
            name: name.clone(),
        }
    });
    Schema { fields: fields.collect(), primary_key: ["id"] }
}
