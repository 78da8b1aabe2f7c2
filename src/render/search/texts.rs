//! The texts of the documents, in files of a few documents each: what a result shows a passage of.
//!
//! In: the passages of each document, as pages are finished, from many threads. Out: files of about
//! sixteen kilobytes, each to the sink as soon as all the documents of its block are in, so that memory
//! does not grow with the archive. In a file each part begins with a line `@`.

use std::sync::{Mutex, PoisonError};

use crate::publish::sink::Sink;

/// Documents whose texts are cut into files together.
pub(super) const BLOCK: usize = 64;

/// No file grows beyond this, unless one part does.
const FILE: usize = 16_000;

/// From this size on a part ends where a heading comes, or, at the second, anywhere.
const PART: [usize; 2] = [3_000, 6_000];

/// The texts that wait for others of their block.
pub(super) struct Texts {
    documents: usize,
    blocks: Vec<Mutex<Block>>,
}

#[derive(Default)]
struct Block {
    waiting: Vec<Option<Vec<String>>>,
    arrived: usize,
    /// How many parts each document has, once all are in.
    parts: Vec<u32>,
    /// How many parts each file has.
    files: Vec<u32>,
}

/// How the texts lie.
pub(super) struct Layout {
    /// How many parts each document has.
    pub(super) parts: Vec<u32>,
    /// For each block, how many parts each of its files has.
    pub(super) blocks: Vec<Vec<u32>>,
}

impl Texts {
    pub(super) fn new(documents: usize) -> Self {
        let blocks = (0..documents.div_ceil(BLOCK)).map(|n| {
            let size = BLOCK.min(documents - n * BLOCK);
            Mutex::new(Block { waiting: vec![None; size], ..Block::default() })
        });
        Texts { documents, blocks: blocks.collect() }
    }

    /// Takes the parts of a document; with the last of its block the block is written.
    pub(super) fn add(&self, document: u32, parts: Vec<String>, sink: &dyn Sink) -> anyhow::Result<()> {
        let (n, place) = (document as usize / BLOCK, document as usize % BLOCK);
        let files = {
            let mut block = self.blocks[n].lock().unwrap_or_else(PoisonError::into_inner);
            block.waiting[place] = Some(parts);
            block.arrived += 1;
            if block.arrived < block.waiting.len() {
                return Ok(());
            }
            block.cut()
        };
        for (file, text) in files.into_iter().enumerate() {
            sink.file(&address(n, file), text.into_bytes())?;
        }
        Ok(())
    }

    /// How they lie, when all are in.
    pub(super) fn into_layout(self) -> Layout {
        let mut layout = Layout { parts: Vec::with_capacity(self.documents), blocks: Vec::new() };
        for block in self.blocks {
            let block = block.into_inner().unwrap_or_else(PoisonError::into_inner);
            layout.parts.extend(block.parts);
            layout.blocks.push(block.files);
        }
        layout
    }
}

/// The address of a file of texts.
pub(super) fn address(block: usize, file: usize) -> String {
    format!("search/text-{block}-{file}.txt")
}

impl Block {
    fn cut(&mut self) -> Vec<String> {
        let waiting = std::mem::take(&mut self.waiting);
        self.parts = waiting.iter().map(|parts| parts.as_ref().map_or(0, Vec::len) as u32).collect();
        let files = files(waiting.iter().flatten().flatten().map(String::as_str));
        self.files = files.iter().map(|(_, parts)| *parts).collect();
        files.into_iter().map(|(file, _)| file).collect()
    }
}

/// The files of the parts of a block, each with how many it has.
pub(super) fn files<'p>(parts: impl Iterator<Item = &'p str>) -> Vec<(String, u32)> {
    let mut files: Vec<(String, u32)> = Vec::new();
    for part in parts {
        match files.last_mut() {
            Some((file, parts)) if file.len() + part.len() <= FILE => {
                file.push_str(BEGINS);
                file.push_str(part);
                *parts += 1;
            }
            _ => files.push(([BEGINS, part].concat(), 1)),
        }
    }
    files
}

/// The line that a part begins with. No other line is like it: they begin with `#` or `-`.
const BEGINS: &str = "@\n";

/// The parts that a file has.
pub(super) fn parts_of(file: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut begin, mut at) = (BEGINS.len(), 0);
    for line in file.split_inclusive('\n') {
        if line == BEGINS && at > 0 {
            parts.push(&file[begin..at]);
            begin = at + line.len();
        }
        at += line.len();
    }
    if file.starts_with(BEGINS) {
        parts.push(&file[begin..]);
    }
    parts
}

/// The passages of a page in parts: a long page is cut at its headings, so that words are looked for
/// near each other and a result does not fetch a whole report. Every page has at least one part; a
/// part begins with the heading it stands under.
pub(super) fn parts(passages: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut heading = "";
    for line in passages.split_inclusive('\n') {
        let is_heading = line.starts_with('#');
        if is_heading {
            heading = line;
        }
        let Some(part) = parts.last_mut() else { continue };
        if part.len() > PART[if is_heading { 0 } else { 1 }] {
            let mut next = String::from(if is_heading { "" } else { heading });
            next.push_str(line);
            parts.push(next);
        } else {
            part.push_str(line);
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publish::memory::{Kept, Memory};

    #[test]
    fn long_pages_are_cut_at_headings_and_long_sections_anywhere() {
        assert_eq!(parts(""), [""]);
        assert_eq!(parts("-\tOne.\n#a\tA\n-a\tTwo.\n").len(), 1);
        let long = format!("-p-1\t{}\n", "word ".repeat(400));
        let cut = parts(&format!("#a\tA\n{long}{long}#b\tB\n{long}{long}{long}{long}{long}"));
        let starts: Vec<&str> = cut.iter().map(|part| part.lines().next().unwrap_or_default()).collect();
        assert_eq!(starts, ["#a\tA", "#b\tB", "#b\tB"]);
        assert_eq!(cut.iter().map(|part| part.matches("-p-1").count()).sum::<usize>(), 7);
    }

    #[test]
    fn the_parts_of_a_file_are_read_back() {
        for parts in [vec![""], vec!["", ""], vec!["-\t@\n-\tat @\n", "", "#a\tA\n"], vec!["-\tone\n"]] {
            let files = files(parts.iter().copied());
            assert_eq!(files[0].1 as usize, parts.len());
            assert_eq!(parts_of(&files[0].0), parts);
        }
        assert_eq!(parts_of(""), [""; 0]);
    }

    #[test]
    fn a_block_is_written_when_it_is_whole_in_whatever_order_it_came() {
        let made = |order: &[u32]| {
            let (texts, sink) = (Texts::new(66), Memory::default());
            for document in order {
                let text = format!("-\t{document} {}\n", "x".repeat(900));
                texts.add(*document, vec![text.clone(), text], &sink).unwrap();
            }
            let layout = texts.into_layout();
            (layout.parts, layout.blocks, sink.into_files())
        };
        let there: Vec<u32> = (0..66).collect();
        let back: Vec<u32> = (0..66).rev().collect();
        let (parts, blocks, files) = made(&there);
        assert_eq!(parts, [2; 66]);
        assert_eq!(blocks.iter().map(|block| block.iter().sum::<u32>()).collect::<Vec<_>>(), [128, 4]);
        for kept in files.values() {
            let Kept::Bytes(bytes) = kept else { panic!("a file was copied") };
            assert!(bytes.len() <= FILE + 200 && bytes.starts_with(b"@\n-\t"));
        }
        let again = made(&back);
        assert_eq!((parts, blocks), (again.0, again.1));
        assert_eq!(format!("{files:?}"), format!("{:?}", again.2));
    }
}
