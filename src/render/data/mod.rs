//! The edition as data: `archive.json`, a CSV for each collection, the matrix, the relations, their
//! description as a Data Package and as an RO-Crate, and their checksums.
//!
//! In: the records of the edition. Out: files in `data/`, and how large each came out. Fields have
//! the keys and the order of the front matter, so that what is exported can be read again.

mod cell;
mod citation_file;
mod codebook;
mod dated;
mod editions;
mod package;
mod record;
mod relations;
mod research_object;
mod tables;
mod translations;

use std::collections::BTreeMap;
use std::io::Write as _;

use rayon::prelude::*;
use sha2::{Digest, Sha256};

pub(crate) use self::codebook::Chapter;
use self::tables::Column;
use super::press::Press;
use super::view::DataFile;
use crate::model::text::hex;
use crate::model::words::args;
use crate::publish::sink::Sink;
use crate::spent::{self, Work};

/// What was made.
#[derive(Debug)]
pub(crate) struct Made {
    /// The files, in the order in which they are listed.
    pub(crate) files: Vec<DataFile>,
    /// What the columns of the tables mean, by collection.
    pub(crate) book: Vec<Chapter>,
    /// The columns of the tables, by collection.
    columns: BTreeMap<String, Vec<Column>>,
}

impl Made {
    /// The same files as the site in another language tells of them.
    pub(crate) fn told_in(&self, press: &Press) -> Made {
        let words = press.words();
        let table = |name: &str| {
            let listing = press.site.listings.iter().find(|listing| &*listing.collection == name)?;
            Some(words.fill("data-table", args![label = &listing.label]))
        };
        let holds = |file: &DataFile| match &*file.name {
            "archive.json" => words.say("data-whole-edition").to_owned(),
            "datapackage.json" => words.say("data-package").to_owned(),
            "SHA256SUMS" => words.say("data-checksums").to_owned(),
            name => match name.strip_suffix(".csv").and_then(table) {
                Some(holds) => holds,
                None if name == "records.csv" => words.say("data-records").to_owned(),
                None if name == "editions.csv" => words.say("data-editions").to_owned(),
                None if name == "renamed.csv" => words.say("data-renamed").to_owned(),
                None if name == "progress.csv" => words.say("data-matrix").to_owned(),
                None => words.say("data-relations-short").to_owned(),
            },
        };
        let files = self.files.iter().map(|file| DataFile { holds: holds(file), ..file.clone() }).collect();
        let columns: BTreeMap<&str, &[Column]> =
            self.columns.iter().map(|(name, columns)| (&**name, &**columns)).collect();
        Made { files, book: codebook::chapters(press, &columns), columns: BTreeMap::new() }
    }
}

/// The keys that a record of the edition fills in.
pub(crate) fn filled<'s>(press: &Press<'s>, index: usize) -> Vec<std::borrow::Cow<'s, str>> {
    record::entries(press, index).0.into_iter().map(|(key, _)| key).collect()
}

/// Makes every file of data.
pub(crate) fn print(press: &Press, others: &[&Press], sink: &dyn Sink) -> anyhow::Result<Made> {
    spent::on(Work::Data, || every_file(press, others, sink))
}

fn every_file(press: &Press, others: &[&Press], sink: &dyn Sink) -> anyhow::Result<Made> {
    let (words, listings) = (press.words(), &press.site.listings);
    let all = press.edition().count();
    let save = |name: &str, holds: String, records: Option<usize>, content: Vec<u8>| {
        file(sink, name, holds, records, content)
    };
    let mut files = vec![archive(press, others, words.say("data-whole-edition").to_owned(), sink)?];
    let tables: Vec<(DataFile, Vec<Column>)> = listings
        .par_iter()
        .map(|listing| {
            let mut columns = tables::columns(press, &listing.collection);
            let bytes =
                spent::on(Work::Data, || tables::collection(press, &listing.collection, &mut columns))?;
            let holds = words.fill("data-table", args![label = &listing.label]);
            let name = format!("{}.csv", listing.collection);
            Ok((save(&name, holds, Some(listing.records.len()), bytes)?, columns))
        })
        .collect::<anyhow::Result<_>>()?;
    let (tables, columns): (Vec<_>, Vec<_>) = tables.into_iter().unzip();
    files.extend(tables);
    let columns: BTreeMap<&str, Vec<Column>> =
        listings.iter().map(|listing| &*listing.collection).zip(columns).collect();
    // A collection may have the name of a table of ours; its own table then stands alone.
    let free = |name: &str| !columns.contains_key(name);
    if free("records") && free("relations") {
        let holds = words.say("data-records").to_owned();
        files.push(save("records.csv", holds, Some(all), relations::records(press)?)?);
        let (bytes, count) = relations::relations(press)?;
        let references = crate::render::view::count(words, count, "n-reference");
        let holds = words.fill("data-relations", args![references = references]);
        files.push(save("relations.csv", holds, None, bytes)?);
    }
    if let Some(matrix) = press.site.matrix.as_ref().filter(|_| free("progress")) {
        let bytes = tables::matrix(press, matrix)?;
        files.push(save("progress.csv", words.say("data-matrix").to_owned(), None, bytes)?);
    }
    let beside = [
        ("editions", "data-editions", editions::editions(press)?),
        ("renamed", "data-renamed", editions::renamed(press)?),
    ];
    for (name, holds, bytes) in beside {
        if let Some(bytes) = bytes.filter(|_| free(name) && free("records")) {
            files.push(save(&format!("{name}.csv"), words.say(holds).to_owned(), None, bytes)?);
        }
    }
    let package = package::describe(press, &files, &columns)?;
    let holds = words.say("data-package").to_owned();
    files.insert(1, save("datapackage.json", holds, None, package)?);
    let sums: String = files.iter().map(|file| format!("{}  {}\n", file.sha256, file.name)).collect();
    let holds = words.say("data-checksums").to_owned();
    files.push(save("SHA256SUMS", holds, None, sums.into_bytes())?);
    sink.file(research_object::FILE, research_object::describe(press, &files)?)?;
    sink.file(citation_file::FILE, citation_file::write(press)?)?;
    let slices = columns.iter().map(|(name, columns)| (*name, &**columns)).collect();
    let book = codebook::chapters(press, &slices);
    let columns = columns.into_iter().map(|(name, columns)| (name.to_owned(), columns)).collect();
    Ok(Made { files, book, columns })
}

fn file(
    sink: &dyn Sink,
    name: &str,
    holds: String,
    records: Option<usize>,
    content: Vec<u8>,
) -> anyhow::Result<DataFile> {
    let bytes = content.len() as u64;
    let sha256 = hex(&Sha256::digest(&content));
    sink.file(&format!("data/{name}"), content)?;
    Ok(DataFile { name: name.to_owned(), holds, records, bytes, sha256 })
}

/// All records in one file, one a line, so that a change of one record is a change of one line.
fn archive(press: &Press, others: &[&Press], holds: String, sink: &dyn Sink) -> anyhow::Result<DataFile> {
    let count = press.edition().count();
    let (mut at, mut is_done) = (0, false);
    let mut ready = vec![beginning(press)?].into_iter();
    let (mut sum, mut bytes) = (Sha256::new(), 0);
    let name = "archive.json".to_owned();
    sink.parts(&format!("data/{name}"), &mut || {
        let part = match ready.next() {
            Some(part) => part,
            None if at < count => {
                // Some chunks are written in parallel, and handed on in order.
                let chunks: Vec<usize> = (at..count).step_by(CHUNK).take(AT_ONCE).collect();
                at = (at + CHUNK * AT_ONCE).min(count);
                let chunk =
                    |from: &usize| spent::on(Work::Data, || lines(press, *from..(from + CHUNK).min(count)));
                ready = chunks.par_iter().map(chunk).collect::<anyhow::Result<Vec<_>>>()?.into_iter();
                ready.next().unwrap_or_default()
            }
            None if !is_done => {
                is_done = true;
                end(press, others)?
            }
            None => return Ok(None),
        };
        sum.update(&part);
        bytes += part.len() as u64;
        Ok(Some(part))
    })?;
    Ok(DataFile { name, holds, records: Some(count), bytes, sha256: hex(&sum.finalize()) })
}

/// How many records are written one after the other, and how many such chunks are in memory at once.
const CHUNK: usize = 128;
const AT_ONCE: usize = 8;

/// Everything before the first record.
fn beginning(press: &Press) -> anyhow::Result<Vec<u8>> {
    let (edition, config) = (press.edition(), press.edition().config());
    let mut out = Vec::new();
    write!(
        out,
        "{{\"title\":{},\"edition\":\"{}\",\"as_at\":\"{}\"",
        serde_json::to_string(&config.title)?,
        edition.audience().as_str(),
        edition.today()
    )?;
    for (key, value) in
        [("base_url", &config.base_url), ("licence", &config.licence), ("publisher", &config.publisher)]
    {
        if let Some(value) = value {
            write!(out, ",\"{key}\":{}", serde_json::to_string(value)?)?;
        }
    }
    out.extend_from_slice(b",\"records\":[");
    Ok(out)
}

/// Everything behind the last record.
fn end(press: &Press, others: &[&Press]) -> anyhow::Result<Vec<u8>> {
    let mut out = b"\n]".to_vec();
    if !others.is_empty() {
        translations::write(press, others, &mut out)?;
    }
    out.extend_from_slice(b"}\n");
    Ok(out)
}

/// These records, a line each.
fn lines(press: &Press, range: std::ops::Range<usize>) -> anyhow::Result<Vec<u8>> {
    let mut out = Vec::new();
    for index in range {
        out.extend_from_slice(if index == 0 { b"\n" } else { b",\n" });
        serde_json::to_writer(&mut out, &record::entries(press, index))?;
    }
    Ok(out)
}
