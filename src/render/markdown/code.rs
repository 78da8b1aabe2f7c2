//! Code blocks: coloured by syntect where a language is named, in nine classes.
//!
//! The syntaxes are loaded at the first block that names a language. Themes of syntect are not used:
//! the style sheet gives the classes their hues.

use std::sync::LazyLock;

use syntect::parsing::{ParseState, Scope, ScopeStack, SyntaxSet};

use crate::render::html::escape;

static SYNTAXES: LazyLock<SyntaxSet> = LazyLock::new(SyntaxSet::load_defaults_newlines);

/// Blocks longer than this are printed without colours: marked up, code is many times its length.
const LONGEST: usize = 64 * 1024;

/// A block with a longer line than this, in bytes, is printed without colours too: the patterns of some
/// languages go back and forth over a line, and nobody reads one that long.
const LONGEST_LINE: usize = 1024;

/// Scopes by prefix and the class they are printed in; the first that fits counts.
static CLASSES: LazyLock<Vec<(Scope, &'static str)>> = LazyLock::new(|| {
    [
        ("comment", "comment"),
        ("string", "string"),
        ("constant.numeric", "number"),
        ("constant", "constant"),
        ("keyword", "keyword"),
        ("storage", "keyword"),
        ("entity.name.function", "function"),
        ("support.function", "function"),
        ("entity.name.tag", "tag"),
        ("entity.name", "type"),
        ("support.type", "type"),
        ("entity.other.attribute-name", "attribute"),
        ("variable.other.member", "attribute"),
    ]
    .into_iter()
    .filter_map(|(scope, class)| Scope::new(scope).ok().map(|scope| (scope, class)))
    .collect()
});

/// Prints a code block.
pub(super) fn print(language: &str, code: &str, out: &mut String) {
    out.push_str("<pre><code");
    if language.is_empty() {
        out.push('>');
        escape(code, out);
    } else {
        out.push_str(" class=\"language-");
        escape(language, out);
        out.push_str("\">");
        let is_short = code.len() <= LONGEST && code.lines().all(|line| line.len() <= LONGEST_LINE);
        let coloured = is_short.then(|| coloured(language, code)).flatten();
        match coloured {
            Some(markup) => out.push_str(&markup),
            None => escape(code, out),
        }
    }
    out.push_str("</code></pre>\n");
}

/// The code in spans; `None` where the language is not known or its syntax fails.
fn coloured(language: &str, code: &str) -> Option<String> {
    let syntax = SYNTAXES.find_syntax_by_token(language)?;
    let mut state = ParseState::new(syntax);
    let mut stack = ScopeStack::new();
    let mut spans = Spans::default();
    for line in code.split_inclusive('\n') {
        let changes = state.parse_line(line, &SYNTAXES).ok()?;
        let mut from = 0;
        for (at, change) in changes {
            spans.add(class(&stack), line.get(from..at)?);
            from = at;
            stack.apply(&change).ok()?;
        }
        spans.add(class(&stack), line.get(from..)?);
    }
    spans.end();
    Some(spans.out)
}

fn class(stack: &ScopeStack) -> Option<&'static str> {
    stack.as_slice().iter().rev().find_map(|scope| {
        CLASSES.iter().find(|(prefix, _)| prefix.is_prefix_of(*scope)).map(|(_, class)| *class)
    })
}

/// Spans, of which neighbours of one class are one.
#[derive(Default)]
struct Spans {
    out: String,
    class: Option<&'static str>,
}

impl Spans {
    fn add(&mut self, class: Option<&'static str>, code: &str) {
        if code.is_empty() {
            return;
        }
        if class != self.class {
            self.end();
            if let Some(class) = class {
                self.out.push_str("<span class=\"hl-");
                self.out.push_str(class);
                self.out.push_str("\">");
            }
            self.class = class;
        }
        escape(code, &mut self.out);
    }

    fn end(&mut self) {
        if self.class.take().is_some() {
            self.out.push_str("</span>");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_with_a_line_without_end_is_printed_plain() {
        let printed = |code: &str| {
            let mut out = String::new();
            print("ruby", code, &mut out);
            out
        };
        assert!(printed("def a\nend\n").contains("<span class=\"hl-keyword\">def</span>"));
        let long = format!("def a\n{}\nend\n", "%q(#{".repeat(4_000));
        assert!(!printed(&long).contains("<span"));
        assert!(printed(&long).contains(&"%q(#{".repeat(4_000)));
    }
}
