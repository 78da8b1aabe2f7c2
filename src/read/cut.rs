//! Values that a `#` cuts off.
//!
//! In: YAML text that can be read. Out: a finding a value without quotes that ` #` and more stand behind: the rest of
//! it is a comment to YAML, and gone. A comment with a space after its `#` is taken for one.

use std::sync::Arc;

use saphyr_parser::{Event, Parser, ScalarStyle, Span};

use super::slips;
use crate::diag::{Finding, Rule, Severity, Spot};

/// A value that a `#` cuts off.
pub(super) static CUT_AT_HASH: Rule = Rule {
    code: "cut_at_hash",
    severity: Severity::Warning,
    summary: "a value that is cut off at a `#`",
    explanation: "In YAML a `#` after a space begins a comment, unless the value stands in quotes: what follows is not \
read, and not published. Numbers of motions, actions and papers are often written so, and parts of a \
record (`workshops/first#p-14`) with a space too many.\n\n```yaml\nsummary: Motion #12 was carried   # read as “Motion”\n```\n\n\
Put quotes around the whole value: `summary: \"Motion #12 was carried\"`. If it is a comment, put a space after the `#`.",
};

/// The values in a text that are cut off; the file has so many lines above it.
pub(super) fn findings(text: &str, file: &Arc<str>, lines_above: usize) -> Vec<Finding> {
    let lines: Vec<&str> = text.lines().collect();
    // Hardly any text has one, and places cost a second parse.
    if !lines.iter().any(|line| may_be_cut(line)) {
        return Vec::new();
    }
    let mut findings = Vec::new();
    let mut parser = Parser::new_from_str(text);
    let mut key: Option<Span> = None;
    while let Some(Ok((event, span))) = parser.next_event() {
        let Event::Scalar(read, style, ..) = event else { continue };
        // What is nothing has no place of its own, but behind its key.
        let at = if read.is_empty() { key } else { Some(span) };
        key = Some(span);
        let Some(at) = at.filter(|_| style == ScalarStyle::Plain) else { continue };
        let Some((column, help)) = cut(&lines, at, &read) else { continue };
        let message = match read.is_empty() {
            true => "nothing is read here: what stands behind ` #` is a comment".to_owned(),
            false => {
                format!(
                    "only `{}` is read: what stands behind ` #` is a comment",
                    super::messy::shortened(&read)
                )
            }
        };
        let spot = Spot::Line(at.end.line() + lines_above, column);
        findings.push(Finding::new(&CUT_AT_HASH, file, spot, message).help(help));
    }
    findings
}

fn may_be_cut(line: &str) -> bool {
    let line = line.trim_start();
    line.match_indices('#').any(|(at, _)| line[..at].ends_with([' ', '\t']) && is_more(&line[at..]))
}

/// Whether words follow a `#` as they do not follow that of a comment.
fn is_more(from_hash: &str) -> bool {
    from_hash.strip_prefix('#').is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
}

/// The column of the `#` that cuts a value off, and what to do about it.
fn cut(lines: &[&str], span: Span, read: &str) -> Option<(usize, String)> {
    // Nobody writes longer lines by hand, and each value of one would be looked for from its start.
    let line = lines.get(span.end.line().checked_sub(1)?).filter(|line| line.len() < 4096)?;
    let (at, _) = line.char_indices().nth(span.end.col())?;
    let rest = if read.is_empty() { line[at..].strip_prefix(':')? } else { &line[at..] };
    let more = rest.trim_start_matches([' ', '\t']);
    let is_apart = more.len() < rest.len() || line[..at].ends_with([' ', '\t']);
    // Behind a word alone, as in `visibility: members #for now`, words are a comment, and a number is none.
    let is_text = read.contains([' ', '/']) || more.chars().nth(1).is_some_and(char::is_numeric);
    if !is_apart || !is_more(more) || !is_text {
        return None;
    }
    let column = line[..line.len() - more.len()].chars().count() + 1;
    let quoted = match (span.start.line() == span.end.line(), slips::entry(line)) {
        (true, Some((key, value))) if !value.starts_with(['{', '[']) => slips::written(key, value),
        _ => "the whole of it".to_owned(),
    };
    Some((column, format!("put it in quotes: {quoted}; if it is a comment, put a space after `#`")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<String> {
        let found = findings(text, &"a.md".into(), 1);
        found
            .into_iter()
            .map(|finding| match finding.spot {
                Spot::Line(line, column) => {
                    format!("{line}:{column} {} | {}", finding.message, finding.help.unwrap_or_default())
                }
                other => format!("{other:?}"),
            })
            .collect()
    }

    #[test]
    fn what_a_hash_cuts_off_is_told_with_the_remedy() {
        let said = told(
            "title: Is motion #12 carried out?\nsummary: #12\nhistory:\n- on: 2018\n  note: >\n    Motion #3 stays\n  \
             evidence:\n  - workshops/one #p-2\n  - See action\n    and motion #4\n",
        );
        insta::assert_snapshot!(said.join("\n"), @r##"
        2:18 only `Is motion` is read: what stands behind ` #` is a comment | put it in quotes: `title: "Is motion #12 carried out?"`; if it is a comment, put a space after `#`
        3:10 nothing is read here: what stands behind ` #` is a comment | put it in quotes: `summary: "#12"`; if it is a comment, put a space after `#`
        9:19 only `workshops/one` is read: what stands behind ` #` is a comment | put it in quotes: the whole of it; if it is a comment, put a space after `#`
        11:16 only `See action and motion` is read: what stands behind ` #` is a comment | put it in quotes: the whole of it; if it is a comment, put a space after `#`
        "##);
    }

    #[test]
    fn comments_and_quotes_are_left_alone() {
        for text in [
            "title: A # note\n",
            "title: A #\n#b\n",
            "title: \"Motion #12\"\nb: 'Motion #12'\nc: workshops/one#p-2\n",
            "a: |\n  Motion #12\n# a\nb: 1 ## c\nhistory: #1 is first\n- on: 2018\n",
            "c: C# and F#\nvisibility: members #for now\ntopic: #none yet\n",
        ] {
            assert!(told(text).is_empty(), "{text}: {:?}", told(text));
        }
    }

    proptest::proptest! {
        #[test]
        fn never_panics(text in "([a-z]{1,4}|: |:|\"|'|@|\\[|\t|\n| |é|- |#){0,30}") {
            findings(&text, &"a.md".into(), 0);
        }
    }
}
