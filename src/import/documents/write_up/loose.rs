//! The part of a discussion table that a converter could not keep in its columns: questions and
//! responses as loose paragraphs and bullets → a list, each question with its responses under it.
//!
//! In: the blocks between two parts of a table. Out: entries of a list, and a doubt for every pair
//! that was put together and for everything that stays alone. A response is put to the question that
//! it clearly shares most words with, else to the one it stands beside; nothing is dropped, and no
//! word is changed.

use std::collections::{BTreeMap, BTreeSet};

use super::super::block::{Block, Kind};
use super::super::doubts::{Doubts, quoted};
use super::super::markdown::Entry;
use super::super::rules::{RECONSTRUCTED_ROW, SPLIT_CELL, UNPAIRED_ROW};
use super::names::starts_in_mid_air;
use crate::model::write_up::{label, mention};

/// Something asked or answered.
#[derive(Clone, Debug)]
struct Utterance {
    line: usize,
    /// Which block it is of: two of one block stand beside each other.
    block: usize,
    text: String,
    role: Role,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Question,
    Response,
    /// The end of something whose beginning stands elsewhere.
    Rest,
}

/// How sure a pair is.
#[derive(Clone, Copy, Debug, PartialEq)]
enum By {
    /// By the words they share; the line of the question that it stands beside, if that is another.
    Words(Option<usize>),
    Place,
}

/// Whether blocks between two parts of a table are torn rows, and not prose.
pub(super) fn is_torn(blocks: &[Block]) -> bool {
    blocks.iter().any(|block| {
        let text = block.text();
        !label::labels(text).is_empty() || response_start(text) == Some(0)
    })
}

/// Pairs what was asked with what was answered. `wordings`: the actions that are known by now.
pub(super) fn pair(blocks: &[Block], wordings: &BTreeMap<u32, String>, doubts: &mut Doubts) -> Vec<Entry> {
    let mut said: Vec<Utterance> = Vec::new();
    for (n, block) in blocks.iter().enumerate() {
        said.extend(utterances(n, block));
    }
    join_torn(&mut said, wordings, doubts);
    let pairs = pairs(&said);
    write(&said, &pairs, doubts)
}

/// What a block says: a question, a response, or one after the other.
fn utterances(n: usize, block: &Block) -> Vec<Utterance> {
    let text = block.text();
    if text.is_empty() {
        return Vec::new();
    }
    let made =
        |text: &str, role| Utterance { line: block.line, block: n, text: text.trim().to_owned(), role };
    let labels = label::labels(text);
    let cut = labels.first().map(|label| label.at.start).or_else(|| response_start(text));
    let Some(cut) = cut else {
        let role = match block.kind {
            _ if is_only_mention(text) => Role::Response,
            Kind::Paragraph { indented: false, .. } if starts_in_mid_air(text) => Role::Rest,
            _ => Role::Question,
        };
        return vec![made(text, role)];
    };
    let (before, after) = text.split_at(cut);
    let mut said = Vec::new();
    if !before.trim_matches(['*', ' ']).is_empty() {
        said.push(made(before, Role::Question));
    }
    said.push(made(after, Role::Response));
    said
}

/// `See Action 13.` and nothing else.
fn is_only_mention(text: &str) -> bool {
    !mention::mentions(text, 0).is_empty() && text.split_whitespace().count() <= 5
}

/// Verbs of those who answer.
const ANSWERS: &[&str] =
    &["clarified", "confirmed", "explained", "acknowledged", "responded", "replied", "answered", "committed"];

/// The byte at which a sentence starts with who answers: `HO response:`, `HO explained`.
fn response_start(text: &str) -> Option<usize> {
    let mut starts = vec![0];
    let ends = text.char_indices().filter(|(_, letter)| matches!(letter, '.' | '?' | '!'));
    starts.extend(ends.filter_map(|(at, letter)| {
        let rest = text.get(at + letter.len_utf8()..)?;
        rest.starts_with(' ').then(|| text.len() - rest.trim_start().len())
    }));
    starts.into_iter().find(|start| {
        let words: Vec<&str> = text.get(*start..).unwrap_or_default().split_whitespace().take(4).collect();
        let party = words.first().is_some_and(|word| word.starts_with(char::is_uppercase));
        let by_verb = words.iter().skip(1).take(2).any(|word| ANSWERS.contains(word));
        let by_word = words
            .iter()
            .take(3)
            .any(|word| matches!(word.to_lowercase().as_str(), "response:" | "reply:" | "answer:"));
        by_word || party && by_verb
    })
}

/// Puts the end of a response to its beginning where the columns were torn: `Action 3: HO will` and,
/// elsewhere, `send the list.`
fn join_torn(said: &mut Vec<Utterance>, wordings: &BTreeMap<u32, String>, doubts: &mut Doubts) {
    while let Some(rest) = said.iter().position(|one| one.role == Role::Rest) {
        let tail = said.remove(rest);
        let open = |one: &Utterance| {
            one.role == Role::Response && !one.text.trim_end().ends_with(['.', '?', '!', ']', ')'])
        };
        let known = |one: &Utterance| {
            let number = label::label_at_start(&one.text).map(|label| label.number);
            number.and_then(|number| wordings.get(&number)).is_some_and(|words| holds(words, &tail.text))
        };
        let by_words = said.iter().position(|one| open(one) && known(one));
        let beside = (rest.saturating_sub(1)..=rest).rev().find(|n| said.get(*n).is_some_and(open));
        let Some(head) = by_words.or(beside).and_then(|n| said.get_mut(n)) else {
            let message = format!(
                "{} starts in the middle of a sentence, and nothing before it is open",
                quoted(&tail.text, 80)
            );
            doubts.at(tail.line, &UNPAIRED_ROW, message);
            said.insert(rest, Utterance { role: Role::Response, ..tail });
            continue;
        };
        let why = if by_words.is_some() { "as the list of actions has it" } else { "which stands beside it" };
        let message = format!(
            "{} is read as the end of {} (line {}), {why}",
            quoted(&tail.text, 60),
            quoted(&head.text, 60),
            head.line
        );
        doubts.at(tail.line, &SPLIT_CELL, message);
        head.text = format!("{} {}", head.text.trim_end(), tail.text);
    }
}

/// Whether a text holds the first five words of another.
fn holds(text: &str, part: &str) -> bool {
    let bare = |text: &str| {
        let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(str::to_lowercase).collect::<Vec<_>>()
    };
    let (text, mut part) = (bare(text), bare(part));
    part.truncate(5);
    part.len() >= 3 && text.windows(part.len()).any(|window| window == part)
}

/// For each response the question it belongs to.
fn pairs(said: &[Utterance]) -> BTreeMap<usize, (usize, By)> {
    let questions: Vec<usize> = indices(said, Role::Question);
    let words: BTreeMap<usize, BTreeSet<String>> =
        questions.iter().filter_map(|n| Some((*n, telling(&said.get(*n)?.text)))).collect();
    let mut pairs: BTreeMap<usize, (usize, By)> = BTreeMap::new();
    for response in indices(said, Role::Response) {
        let Some(one) = said.get(response) else { continue };
        let beside = response.checked_sub(1).filter(|n| words.contains_key(n));
        let own = telling(&one.text);
        let score = |question: usize| -> f64 {
            let shared = words.get(&question).into_iter().flatten().filter(|word| own.contains(*word));
            shared.map(|word| 1.0 / words.values().filter(|words| words.contains(word)).count() as f64).sum()
        };
        let best = questions.iter().copied().max_by(|a, b| score(*a).total_cmp(&score(*b)).then(b.cmp(a)));
        let clear = best.filter(|best| {
            let others = questions.iter().filter(|other| *other != best).map(|other| score(*other));
            score(*best) >= 1.5 && others.fold(0.0, f64::max) * 1.5 <= score(*best)
        });
        let same_block = beside.filter(|n| said.get(*n).is_some_and(|question| question.block == one.block));
        match (clear, same_block) {
            (Some(question), _) if Some(question) != beside => {
                let line = same_block.and_then(|n| said.get(n)).map(|question| question.line);
                pairs.insert(response, (question, By::Words(line)));
            }
            (Some(question), _) | (None, Some(question)) => {
                pairs.insert(response, (question, By::Place));
            }
            (None, None) => {}
        }
    }
    // What is still alone goes to the question before it, if nothing else was put to that.
    for response in indices(said, Role::Response) {
        let beside = response.checked_sub(1).filter(|n| words.contains_key(n));
        if let Some(question) = beside
            && !pairs.contains_key(&response)
            && pairs.values().all(|(taken, _)| *taken != question)
        {
            pairs.insert(response, (question, By::Place));
        }
    }
    pairs
}

fn indices(said: &[Utterance], role: Role) -> Vec<usize> {
    said.iter().enumerate().filter(|(_, one)| one.role == role).map(|(n, _)| n).collect()
}

/// Words that every question of such a document has.
const COMMON: &[&str] = &[
    "action",
    "that",
    "this",
    "with",
    "from",
    "have",
    "been",
    "will",
    "what",
    "when",
    "which",
    "where",
    "they",
    "them",
    "their",
    "there",
    "then",
    "than",
    "these",
    "those",
    "also",
    "being",
    "into",
    "about",
    "could",
    "would",
    "should",
    "does",
    "more",
    "other",
    "before",
    "after",
    "need",
    "needs",
    "still",
    "some",
    "such",
    "only",
    "response",
    "asked",
    "request",
    "requested",
    "provide",
    "share",
    "confirmed",
    "explained",
    "clarified",
];

/// The stems of the words that tell what a text is about.
fn telling(text: &str) -> BTreeSet<String> {
    text.split(|letter: char| !letter.is_alphanumeric())
        .map(str::to_lowercase)
        .filter(|word| {
            let digits = word.starts_with(|letter: char| letter.is_ascii_digit()) && word.len() > 1;
            (word.chars().count() >= 4 || digits) && !COMMON.contains(&word.as_str())
        })
        .map(|word| word.chars().take(7).collect::<String>())
        .map(|stem| stem.trim_end_matches('s').to_owned())
        .collect()
}

/// Questions in the order of the document, their responses under them, and what is alone in its place.
fn write(said: &[Utterance], pairs: &BTreeMap<usize, (usize, By)>, doubts: &mut Doubts) -> Vec<Entry> {
    let mut entries = Vec::new();
    for (n, one) in said.iter().enumerate() {
        let own: Vec<(&Utterance, By)> = pairs
            .iter()
            .filter(|(_, (question, _))| *question == n)
            .filter_map(|(response, (_, by))| Some((said.get(*response)?, *by)))
            .collect();
        match one.role {
            Role::Question => {
                entries.push(Entry::bullet(0, &one.text));
                if own.is_empty() {
                    let message = format!("no response could be put to {}", quoted(&one.text, 80));
                    doubts.at(one.line, &UNPAIRED_ROW, message);
                }
                for (response, by) in own {
                    entries.push(Entry::bullet(1, &response.text));
                    doubt_pair(one, response, by, doubts);
                }
            }
            Role::Response | Role::Rest if !pairs.contains_key(&n) => {
                entries.push(Entry::bullet(0, &one.text));
                let message = format!("no question could be found for {}", quoted(&one.text, 80));
                doubts.at(one.line, &UNPAIRED_ROW, message);
            }
            Role::Response | Role::Rest => {}
        }
    }
    entries
}

fn doubt_pair(question: &Utterance, response: &Utterance, by: By, doubts: &mut Doubts) {
    let (asked, answered) = (quoted(&question.text, 60), quoted(&response.text, 60));
    let message = match by {
        By::Place => format!("{answered} is put to {asked}, beside which it stands"),
        By::Words(None) => {
            format!("{answered} is put to {asked} (line {}), with which it shares most words", question.line)
        }
        By::Words(Some(line)) => format!(
            "{answered} is put to {asked} (line {}), with which it shares most words, though it stands beside the question of line {line}",
            question.line
        ),
    };
    doubts.at(response.line, &RECONSTRUCTED_ROW, message);
}

#[cfg(test)]
mod tests {
    use super::super::super::block;
    use super::*;

    fn paired(text: &str, wordings: &[(u32, &str)]) -> (Vec<String>, Vec<(usize, &'static str)>) {
        let mut doubts = Doubts::about(&"x".into());
        let wordings = wordings.iter().map(|(number, words)| (*number, (*words).to_owned())).collect();
        let blocks: Vec<Block> =
            block::read(text).into_iter().filter(|block| block.kind != Kind::PageBreak).collect();
        let entries = pair(&blocks, &wordings, &mut doubts);
        let lines = entries.into_iter().map(|entry| format!("{}{}", "  ".repeat(entry.depth), entry.text));
        let doubts = doubts.sorted().into_iter().map(|doubt| match doubt.spot {
            crate::diag::Spot::Line(line, _) => (line, doubt.rule.code),
            _ => (0, doubt.rule.code),
        });
        (lines.collect(), doubts.collect())
    }

    #[test]
    fn pairs_by_place_and_by_words() {
        let (lines, doubts) = paired(
            " Will bakers be asked about flour? **Action 2:** Town to list all bakers.\n\n\
             • Are lanterns lit at night?\n\nTown response: This stops falls.\n\n\
             Who paints the harbour bridge railings?\n\nWhere do market stalls go on Mondays?\n\n\
             Action 3: Town to paint the harbour bridge railings.\n",
            &[],
        );
        assert_eq!(
            lines,
            [
                "Will bakers be asked about flour?",
                "  **Action 2:** Town to list all bakers.",
                "Are lanterns lit at night?",
                "  Town response: This stops falls.",
                "Who paints the harbour bridge railings?",
                "  Action 3: Town to paint the harbour bridge railings.",
                "Where do market stalls go on Mondays?",
            ]
        );
        assert_eq!(
            doubts,
            [
                (1, "reconstructed_row"),
                (5, "reconstructed_row"),
                (9, "unpaired_row"),
                (11, "reconstructed_row"),
            ]
        );
    }

    #[test]
    fn joins_an_end_to_its_beginning() {
        let (lines, doubts) = paired(
            "Why are the tolls so high?\n\npaper on tolls, and on what they pay for.\n\nAction 4: Town committed to a\n",
            &[(4, "Town committed to a paper on tolls, and on more.")],
        );
        assert_eq!(
            lines,
            [
                "Why are the tolls so high?",
                "  Action 4: Town committed to a paper on tolls, and on what they pay for."
            ]
        );
        assert_eq!(doubts, [(3, "split_cell"), (5, "reconstructed_row")]);
    }

    #[test]
    fn what_answers_in_the_same_breath_is_cut_off() {
        let (lines, _) =
            paired("CSOs asked for a map. Town explained that one is drawn.\n\nx Action 9: Go.", &[]);
        assert_eq!(
            lines[..2],
            ["CSOs asked for a map.".to_owned(), "  Town explained that one is drawn.".to_owned()]
        );
    }

    #[test]
    fn keeps_what_belongs_nowhere() {
        let (lines, doubts) = paired("of nothing at all.\n\nTown replied so.\n", &[]);
        assert_eq!(lines, ["of nothing at all.", "Town replied so."]);
        assert!(doubts.iter().filter(|(_, code)| *code == "unpaired_row").count() >= 2, "{doubts:?}");
    }
}
