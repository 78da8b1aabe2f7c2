//! What changed between two states, as text for a terminal and as Markdown for a merge comment.
//!
//! In: a `Diff` and what its two sides are called. Out: text that ends in a line feed.

use crate::compose::diff::{Diff, Sort};
use crate::model::standing::Heading;

/// What the two sides are called, and for whom they were looked at.
#[derive(Clone, Copy, Debug)]
pub struct Sides<'s> {
    /// The one before.
    pub from: &'s str,
    /// The one after.
    pub to: &'s str,
    /// `everybody` or `members`.
    pub audience: &'s str,
}

/// The longest title that is printed whole, in characters.
const LONGEST: usize = 100;

/// As plain text.
pub fn text(diff: &Diff, sides: Sides<'_>) -> String {
    let Sides { from, to, audience } = sides;
    let mut out = format!("From {from} to {to}, as {audience} may see it\n\n");
    out.push_str(&counts(diff, "", " → "));
    if diff.sections.is_empty() {
        out.push_str("\nNothing changed.\n");
    }
    for section in &diff.sections {
        out.push_str(&format!("\n{} ({})\n", section.title, section.changes.len()));
        for change in &section.changes {
            let mark = match change.sort {
                Sort::Added => '+',
                Sort::Changed => '~',
                Sort::Removed => '-',
            };
            out.push_str(&format!("{mark} {}\n    {}\n", change.id, cut(&change.title)));
            change.words.iter().for_each(|words| out.push_str(&format!("    {words}\n")));
        }
    }
    out
}

/// As Markdown.
pub fn markdown(diff: &Diff, sides: Sides<'_>) -> String {
    let Sides { from, to, audience } = sides;
    let mut out = format!("## What changes for {audience}: {} → {}\n\n", escaped(from), escaped(to));
    out.push_str("| Issues | before | after |\n| --- | --: | --: |\n");
    for (n, heading) in Heading::ALL.iter().enumerate() {
        let name = heading.as_str().replace('-', " ");
        out.push_str(&format!("| {name} | {} | {} |\n", diff.counts[0][n], diff.counts[1][n]));
    }
    if diff.sections.is_empty() {
        out.push_str("\nNothing changed.\n");
    }
    for section in &diff.sections {
        out.push_str(&format!("\n### {} ({})\n\n", escaped(&section.title), section.changes.len()));
        for change in &section.changes {
            let mark = match change.sort {
                Sort::Added => "new: ",
                Sort::Changed => "",
                Sort::Removed => "gone: ",
            };
            out.push_str(&format!("- {mark}**{}** (`{}`)", escaped(&cut(&change.title)), change.id));
            let words: Vec<String> = change.words.iter().map(|words| escaped(words)).collect();
            if !words.is_empty() {
                out.push_str(&format!(": {}", words.join("; ")));
            }
            out.push('\n');
        }
    }
    out
}

fn counts(diff: &Diff, indent: &str, arrow: &str) -> String {
    let mut out = String::new();
    for (n, heading) in Heading::ALL.iter().enumerate() {
        let (before, after) = (diff.counts[0][n], diff.counts[1][n]);
        let name = heading.as_str().replace('-', " ");
        let number = if before == after { after.to_string() } else { format!("{before}{arrow}{after}") };
        out.push_str(&format!("{indent}{name:12} {number}\n"));
    }
    out
}

fn cut(title: &str) -> String {
    let line = title.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}

/// Words that Markdown would read as marks keep their letters; nobody is called upon by `@`.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '\\' | '*' | '_' | '`' | '[' | ']' | '<' | '~' | '#' | '|' => out.extend(['\\', letter]),
            '@' => out.push_str("@\u{200b}"),
            '\n' | '\r' => out.push(' '),
            letter => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compose::diff::{Change, Section};

    fn diff() -> Diff {
        let change = |sort, id: &str, title: &str, words: &[&str]| Change {
            sort,
            id: id.to_owned(),
            title: title.to_owned(),
            words: words.iter().map(|words| (*words).to_owned()).collect(),
        };
        Diff {
            counts: [[1, 0, 2, 0], [2, 0, 1, 0]],
            sections: vec![Section {
                title: "Issues".to_owned(),
                changes: vec![
                    change(
                        Sort::Changed,
                        "issues/a",
                        "Are *images* kept?",
                        &["outstanding → discussed and resolved"],
                    ),
                    change(Sort::Added, "issues/b", "Who asks @anyone?", &[]),
                ],
            }],
        }
    }

    const SIDES: Sides<'_> = Sides { from: "main", to: "HEAD", audience: "everybody" };

    #[test]
    fn text_is_for_a_terminal() {
        insta::assert_snapshot!(text(&diff(), SIDES), @r"
        From main to HEAD, as everybody may see it

        resolved     1 → 2
        unresolved   0
        outstanding  2 → 1
        set aside    0

        Issues (2)
        ~ issues/a
            Are *images* kept?
            outstanding → discussed and resolved
        + issues/b
            Who asks @anyone?
        ");
    }

    #[test]
    fn markdown_calls_nobody_and_keeps_letters() {
        let text = markdown(&diff(), SIDES);
        assert!(
            text.starts_with("## What changes for everybody: main → HEAD\n\n| Issues | before | after |")
        );
        assert!(
            text.contains(
                "- **Are \\*images\\* kept?** (`issues/a`): outstanding → discussed and resolved\n"
            )
        );
        assert!(text.contains("- new: **Who asks @\u{200b}anyone?** (`issues/b`)\n"), "{text}");
        assert!(markdown(&Diff::default(), SIDES).ends_with("\nNothing changed.\n"));
    }
}
