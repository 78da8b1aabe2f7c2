//! The edition as data: `archive.json`, a CSV for each collection, the matrix, and `datapackage.json`.
//!
//! In: the records of the edition. Out: files in `data/`, and how large each came out. Fields have
//! the keys and the order of the front matter, so that what is exported can be read again.

mod cell;
mod package;
mod record;
mod tables;

use std::collections::BTreeMap;
use std::io::Write as _;

use rayon::prelude::*;

use super::press::Press;
use super::view::DataFile;
use crate::publish::sink::Sink;

/// Makes every file of data; returns them in the order in which they are listed.
pub(crate) fn print(press: &Press, sink: &dyn Sink) -> anyhow::Result<Vec<DataFile>> {
    let archive = archive(press)?;
    let mut files = vec![file(
        sink,
        "archive.json",
        "The whole edition".to_owned(),
        Some(press.edition().records().len()),
        archive,
    )?];
    let columns: BTreeMap<&str, Vec<String>> = press
        .site
        .listings
        .iter()
        .map(|listing| (&*listing.collection, tables::columns(press, &listing.collection)))
        .collect();
    let tables: Vec<DataFile> = press
        .site
        .listings
        .par_iter()
        .map(|listing| {
            let bytes = tables::collection(press, &listing.collection, &columns[&*listing.collection])?;
            let holds = format!("{}, one row each", listing.label);
            file(sink, &format!("{}.csv", listing.collection), holds, Some(listing.records.len()), bytes)
        })
        .collect::<anyhow::Result<_>>()?;
    files.extend(tables);
    if let Some(matrix) = &press.site.matrix {
        let bytes = tables::matrix(press, matrix)?;
        files.push(file(sink, "progress.csv", "The progress matrix".to_owned(), None, bytes)?);
    }
    let package = package::describe(press, &files, &columns)?;
    files.insert(
        1,
        file(sink, "datapackage.json", "A description of every table and field".to_owned(), None, package)?,
    );
    Ok(files)
}

fn file(
    sink: &dyn Sink,
    name: &str,
    holds: String,
    records: Option<usize>,
    content: Vec<u8>,
) -> anyhow::Result<DataFile> {
    let bytes = content.len() as u64;
    sink.file(&format!("data/{name}"), content)?;
    Ok(DataFile { name: name.to_owned(), holds, records, bytes })
}

/// All records in one file, one a line, so that a change of one record is a change of one line.
fn archive(press: &Press) -> anyhow::Result<Vec<u8>> {
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
    // Chunks are written in parallel and joined in order.
    let indices: Vec<usize> = (0..edition.records().len()).collect();
    let chunks: Vec<Vec<u8>> = indices
        .par_chunks(256)
        .map(|chunk| {
            let mut out = Vec::new();
            for (n, index) in chunk.iter().enumerate() {
                out.extend_from_slice(if n == 0 && chunk.first() == Some(&0) { b"\n" } else { b",\n" });
                serde_json::to_writer(&mut out, &record::entries(press, *index))?;
            }
            Ok(out)
        })
        .collect::<anyhow::Result<_>>()?;
    for chunk in chunks {
        out.extend_from_slice(&chunk);
    }
    out.extend_from_slice(b"\n]}\n");
    Ok(out)
}
