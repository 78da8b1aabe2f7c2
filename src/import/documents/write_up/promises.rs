//! Actions as people jot them down → actions as the archive reads them.
//!
//! In: blocks, their headings settled. Out: the same, where `ACTION: …` has a number, where a list of
//! next steps that names who does what is one of actions, and where an owner that stands after a dash
//! or before one stands in a bracket. Each reading is told; words are moved, and none is changed.

mod owner;
pub(super) mod spoken;
pub(super) mod until;

use self::owner::{Owned, fields, first, last};
use super::super::block::{Block, Kind};
use super::super::doubts::{Doubts, quoted};
use super::super::rules::{LEFT_OUT, PRESUMED_NUMBER, PRESUMED_OWNER};
use super::table::is_head;
use crate::model::text::slug;
use crate::model::write_up::table::Columns;
use crate::model::write_up::{label, words};

/// Settles the actions of a write-up.
pub(super) fn settle(mut blocks: Vec<Block>, doubts: &mut Doubts) -> Vec<Block> {
    untick(&mut blocks, doubts);
    let text: String = blocks.iter().map(|block| format!("{}\n", block.text())).collect();
    let mut listed = listed(&blocks);
    let (mut agreed, mut steps) = (None, None);
    let mut items = Vec::new();
    for (n, block) in blocks.iter().enumerate() {
        match &block.kind {
            Kind::Heading { level, text } => {
                let closes = |open: &Option<u8>| open.is_some_and(|open| *level <= open);
                agreed =
                    agreed.filter(|_| !closes(&agreed)).or(words::is_actions_heading(text).then_some(*level));
                steps = steps.filter(|_| !closes(&steps)).or(is_steps_heading(text).then_some(*level));
            }
            Kind::Item { .. } if agreed.is_some() => items.push((n, true)),
            Kind::Item { .. } if steps.is_some() => items.push((n, false)),
            _ => {}
        }
    }
    let has_list = listed.has_table || listed.highest > 0 || items.iter().any(|(_, agreed)| *agreed);
    let owned: Vec<Option<Owned>> =
        items.iter().map(|(n, _)| blocks.get(*n).and_then(|block| owner_of(block.text(), &text))).collect();
    // A list of next steps is one of actions where most of its items say who does it, and nothing else is.
    let named = items.iter().zip(&owned).filter(|((_, agreed), owned)| !agreed && owned.is_some()).count();
    let many = items.iter().filter(|(_, agreed)| !agreed).count();
    let steps_are = !has_list && many >= 2 && named * 2 > many;
    for ((n, agreed), owned) in items.into_iter().zip(owned) {
        let Some(block) = blocks.get_mut(n).filter(|_| agreed || steps_are) else { continue };
        let line = block.line;
        let number = (!agreed).then(|| listed.next());
        let Some(text) = block.texts_mut().pop() else { continue };
        if let Some(owned) = owned.filter(|owned| owned.moved) {
            told(line, &owned, doubts);
            *text = owned.text;
        }
        match number {
            Some(number) => {
                doubts.at(line, &PRESUMED_NUMBER, format!("{} is read as action {number}", quoted(text, 60)));
                *text = format!("**Action {number}:** {text}");
            }
            None => listed.wordings.push((listed.wordings.len() as u32 + 1, slug(text))),
        }
    }
    for block in
        blocks.iter_mut().filter(|block| !matches!(block.kind, Kind::Heading { .. } | Kind::Note { .. }))
    {
        let line = block.line;
        for text in block.texts_mut() {
            spoken::number(text, line, &mut listed, doubts);
            if let Some(owned) = fields(text).filter(|_| label::label_at_start(text).is_some()) {
                told(line, &owned, doubts);
                *text = owned.text;
            }
        }
    }
    blocks
}

/// Takes the boxes of a list of tasks off; what was ticked is told, since no record keeps it.
fn untick(blocks: &mut [Block], doubts: &mut Doubts) {
    for block in blocks {
        let line = block.line;
        let Kind::Item { text, .. } = &mut block.kind else { continue };
        if let Some(rest) = text.strip_prefix("[ ] ") {
            *text = rest.to_owned();
        } else if let Some(rest) = text.strip_prefix("[x] ").or_else(|| text.strip_prefix("[X] ")) {
            let message = format!(
                "the tick before {} is left out; an action's state is kept in its own record",
                quoted(rest, 60)
            );
            *text = rest.to_owned();
            doubts.at(line, &LEFT_OUT, message);
        }
    }
}

fn told(line: usize, owned: &Owned, doubts: &mut Doubts) {
    let message = format!("{} is read as who does it: {}", quoted(&owned.names, 60), quoted(&owned.text, 60));
    doubts.at(line, &PRESUMED_OWNER, message);
}

/// The actions that a document lists.
#[derive(Debug, Default)]
struct Listed {
    highest: u32,
    has_table: bool,
    /// Number and words, as a slug.
    wordings: Vec<(u32, String)>,
}

impl Listed {
    /// The number of the next action that has none.
    fn next(&mut self) -> u32 {
        let count = self.wordings.len() as u32;
        self.highest = self.highest.max(count) + 1;
        self.highest
    }

    /// The listed action that these words repeat: most of the words of the shorter one are the other's.
    fn same(&self, words: &str) -> Option<u32> {
        let words = slug(words);
        let own: Vec<&str> = words.split('-').filter(|word| word.len() > 3).collect();
        let close = |(_, other): &&(u32, String)| {
            let other: Vec<&str> = other.split('-').filter(|word| word.len() > 3).collect();
            let shared = own.iter().filter(|word| other.contains(word)).count();
            let least = own.len().min(other.len());
            least >= 3 && shared * 10 >= least * 7
        };
        self.wordings.iter().find(close).map(|(number, _)| *number)
    }
}

fn listed(blocks: &[Block]) -> Listed {
    let mut listed = Listed::default();
    let mut columns = None;
    for block in blocks {
        if let Some(cells) = block.cells() {
            if is_head(cells) || matches!(block.kind, Kind::Row { head: true, .. }) {
                columns = Columns::of(&cells.iter().map(String::as_str).collect::<Vec<_>>());
                listed.has_table |= matches!(columns, Some(Columns::Actions { .. }));
            } else if let Some(Columns::Actions { action, .. }) = columns
                && let Some(cell) = cells.get(action)
            {
                let number = label::label_at_start(cell)
                    .map_or(listed.wordings.len() as u32 + 1, |label| label.number);
                listed.wordings.push((number, slug(cell)));
            }
        } else if matches!(block.kind, Kind::Heading { .. }) {
            columns = None;
        }
        let texts = block.cells().into_iter().flatten().map(String::as_str).chain([block.text()]);
        for label in texts.flat_map(label::labels) {
            listed.highest = listed.highest.max(label.number);
        }
    }
    listed
}

/// `Next steps`, `Follow-up`, `What happens next`; also with `actions`.
fn is_steps_heading(heading: &str) -> bool {
    let heading = slug(heading);
    ["next-steps", "follow-up", "what-happens-next", "way-forward", "to-do"]
        .iter()
        .any(|words| heading.contains(words))
}

/// The owner that an item names at its end or at its beginning.
fn owner_of(item: &str, text: &str) -> Option<Owned> {
    if label::label_at_start(item).is_some() {
        return None;
    }
    fields(item).or_else(|| last(item, text)).or_else(|| first(item))
}

#[cfg(test)]
mod tests {
    use super::super::super::block;
    use super::*;

    /// The blocks' texts, and what was told.
    fn settled(text: &str) -> (Vec<String>, Vec<String>) {
        let mut doubts = Doubts::about(&"x".into());
        let blocks = settle(block::read(text), &mut doubts);
        let texts =
            blocks.iter().map(|block| block.cells().map_or(block.text().to_owned(), |cells| cells.join("|")));
        (texts.collect(), doubts.sorted().into_iter().map(|doubt| doubt.message).collect())
    }

    #[test]
    fn takes_an_owner_after_a_dash() {
        let (texts, told) = settled(
            "## Agreed actions\n\n1. Count the bats – Jo Bloggs\n2. Ask again – Ann Lee, by 30 April 2020\n3. Close the gate - Council / Port authority\n4. Port authority to wait\n5. Send it – soon\n",
        );
        assert_eq!(
            texts[1..],
            [
                "Count the bats [Jo Bloggs]",
                "Ask again [Ann Lee, by 30 April 2020]",
                "Close the gate [owner: Council / Port authority]",
                "Port authority to wait",
                "Send it – soon",
            ]
        );
        assert_eq!(told.len(), 3);
    }

    #[test]
    fn reads_next_steps_that_say_who_as_actions() {
        let (texts, told) = settled(
            "## Next steps\n\n- **Town** – mend the lamps by 1 May\n- All – send comments\n- Guild: buy oil\n",
        );
        assert_eq!(
            texts[1..],
            [
                "**Action 1:** Mend the lamps by 1 May [owner: Town]",
                "**Action 2:** Send comments [owner: All]",
                "**Action 3:** Buy oil [owner: Guild]",
            ]
        );
        assert_eq!(told.len(), 6);
        let plain = "## Next steps\n\n- The lamps will be mended\n- Everybody goes home\n";
        assert_eq!(settled(plain).0[1], "The lamps will be mended");
    }

    #[test]
    fn takes_an_owner_out_of_a_field() {
        let (texts, told) = settled(
            "Action 1: Publish the map of paths\nOwner: Town council\nBy when: 3 May 2021\n\nACTION: Count the bats. Who: Jo Bloggs\n\nThe owner said: Owner: nobody.\n",
        );
        assert_eq!(texts[0], "Action 1: Publish the map of paths [owner: Town council, due: 3 May 2021]");
        assert_eq!(
            texts[1],
            "**Action 1:** Count the bats. [owner: Jo Bloggs]".replace("Action 1", "Action 2")
        );
        assert_eq!(texts[2], "The owner said: Owner: nobody.");
        assert_eq!(told.len(), 3);
    }

    #[test]
    fn numbers_what_the_list_does_not_have() {
        let (texts, _) = settled(
            "| Action | Who |\n| --- | --- |\n| Mend the broken lamps on Mill Lane | Town |\n\nLong talk. ACTION: mend broken lamps on Mill Lane.\n\nACTION: Guild to buy oil.\n",
        );
        assert_eq!(texts[2], "Long talk. **Action 1:** mend broken lamps on Mill Lane.");
        assert_eq!(texts[3], "**Action 2:** Guild to buy oil.");
    }
}
