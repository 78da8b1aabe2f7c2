//! `datapackage.json`: what each table holds, field by field (Data Package v2).

use std::collections::BTreeMap;

use serde::Serialize;

use super::tables::Column;
use super::{codebook, editions, relations};
use crate::compose::matrix::ATTRIBUTES;
use crate::model::schema::{FieldType, in_words};
use crate::render::press::Press;
use crate::render::view::DataFile;

#[derive(Serialize)]
struct Package<'p> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    name: String,
    title: &'p str,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'p str>,
    created: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    homepage: Option<&'p str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    contributors: Vec<Contributor<'p>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    licenses: Vec<License<'p>>,
    resources: Vec<Resource<'p>>,
}

#[derive(Serialize)]
struct Contributor<'p> {
    title: &'p str,
    roles: [&'static str; 2],
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
    hash: String,
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    kind: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    schema: Option<Schema>,
}

#[derive(Serialize)]
struct Schema {
    fields: Vec<Field>,
    #[serde(rename = "primaryKey")]
    #[serde(skip_serializing_if = "Vec::is_empty")]
    primary_key: Vec<&'static str>,
    #[serde(rename = "foreignKeys", skip_serializing_if = "Vec::is_empty")]
    foreign_keys: Vec<ForeignKey>,
}

#[derive(Serialize)]
struct ForeignKey {
    fields: Vec<String>,
    reference: Target,
}

#[derive(Serialize)]
struct Target {
    resource: String,
    fields: Vec<&'static str>,
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
    columns: &BTreeMap<&str, Vec<Column>>,
) -> anyhow::Result<Vec<u8>> {
    let (edition, config) = (press.edition(), press.edition().config());
    let licenses = config.licence.as_deref().map(|spdx| {
        let known = crate::render::chrome::license(spdx);
        License { name: spdx, path: known.href, title: known.name }
    });
    let contributors = config.publisher.as_deref().into_iter();
    let package = Package {
        schema: "https://datapackage.org/profiles/2.0/datapackage.json",
        name: crate::model::text::slug(&config.title),
        title: &config.title,
        description: press.rights(),
        created: format!("{}T00:00:00Z", edition.today()),
        homepage: config.base_url.as_deref(),
        contributors: contributors
            .map(|title| Contributor { title, roles: ["creator", "publisher"] })
            .collect(),
        licenses: licenses.into_iter().collect(),
        resources: files.iter().map(|file| resource(press, file, columns)).collect(),
    };
    let mut json = serde_json::to_vec_pretty(&package)?;
    json.push(b'\n');
    Ok(json)
}

fn resource<'p>(press: &Press, file: &'p DataFile, columns: &BTreeMap<&str, Vec<Column>>) -> Resource<'p> {
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
        hash: format!("sha256:{}", file.sha256),
        kind: table.then_some("table"),
        schema: table.then(|| match columns.get(stem) {
            Some(own) => schema(press, stem, own, columns),
            None => ours(stem),
        }),
    }
}

/// The fields of a collection.
fn schema(press: &Press, collection: &str, own: &[Column], all: &BTreeMap<&str, Vec<Column>>) -> Schema {
    let known = press.edition().schema().collection(collection);
    let declared = |name: &str| known.and_then(|collection| collection.field(name));
    let fields = own.iter().map(|Column { name, .. }| Field {
        title: codebook::label(press, collection, name),
        kind: match declared(name).map(|field| &field.kind) {
            Some(FieldType::Year) => "year",
            Some(FieldType::Boolean) => "boolean",
            _ => "string",
        },
        description: declared(name).map_or("", |field| field.help),
        name: name.clone(),
    });
    // Of the references, those are keys that are one whole record each: a list or a part is not.
    let keys = own.iter().filter(|column| column.filled > 0 && !column.parts).filter_map(|column| {
        let FieldType::Shape(shape) = declared(&column.name)?.kind else { return None };
        let resource = shape.strip_prefix("reference ").filter(|to| all.contains_key(to))?;
        Some(key(&column.name, resource))
    });
    let joins = !all.contains_key("records") && !all.contains_key("relations");
    let id = joins.then(|| key("id", "records"));
    Schema {
        fields: fields.collect(),
        primary_key: vec!["id"],
        foreign_keys: id.into_iter().chain(keys).collect(),
    }
}

/// The fields of a table that is no collection's.
fn ours(table: &str) -> Schema {
    let texts = |names: &[&'static str], help: fn(&str) -> &'static str| {
        let field = |name: &&'static str| Field {
            name: (*name).to_owned(),
            title: in_words(name),
            kind: "string",
            description: help(name),
        };
        names.iter().map(field).collect()
    };
    let told = |columns: &[(&'static str, &'static str)]| {
        let field = |(name, help): &(&'static str, &'static str)| Field {
            name: (*name).to_owned(),
            title: in_words(name),
            kind: "string",
            description: help,
        };
        columns.iter().map(field).collect()
    };
    match table {
        "records" => Schema {
            fields: texts(&relations::RECORDS, |_| ""),
            primary_key: vec!["id"],
            foreign_keys: Vec::new(),
        },
        "editions" => Schema {
            fields: told(&editions::EDITIONS),
            primary_key: vec!["report", "edition", "language"],
            foreign_keys: vec![key("report", "records")],
        },
        "renamed" => Schema {
            fields: told(&editions::RENAMED),
            primary_key: vec!["former"],
            foreign_keys: vec![key("id", "records")],
        },
        "relations" => Schema {
            fields: texts(&relations::RELATIONS, |name| match name {
                "from" => "the record that refers",
                "field" => "the field that refers, or body",
                "to" => "the record that is referred to",
                _ => "the part of that record, where one is named",
            }),
            primary_key: Vec::new(),
            foreign_keys: vec![key("from", "records"), key("to", "records")],
        },
        _ => {
            let names: Vec<&'static str> = ["topic", "title"].into_iter().chain(ATTRIBUTES).collect();
            Schema {
                fields: texts(&names, |_| ""),
                primary_key: vec!["topic"],
                foreign_keys: vec![key("topic", "topics")],
            }
        }
    }
}

fn key(field: &str, resource: &str) -> ForeignKey {
    ForeignKey {
        fields: vec![field.to_owned()],
        reference: Target { resource: crate::model::text::slug(resource), fields: vec!["id"] },
    }
}
