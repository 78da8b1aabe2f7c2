//! The faults of translations.

use crate::diag::{Rule, Severity};

/// A translation that says something which is no words.
pub(crate) static TRANSLATION_CHANGES_FACTS: Rule = Rule {
    code: "translation_changes_facts",
    severity: Severity::Error,
    summary: "a translation that says more than words",
    explanation: "A translation gives the words of a record in another language: its title, its summary, its \
text, the notes and sentences in its fields. Dates, links, states, names and who may see it are the original's, \
whatever language they are read in, so that no page can disagree with another. A list keeps its length, with `{}` \
or nothing where an entry stays as it is; a history may lack what was added since.\n\n```yaml\n# content/issues/custody-images.cy.md\ntitle: Delweddau dalfa\n\
visibility: public   # the original says who may see it\n```",
};

/// A translation with other parts or other marks than its original.
pub(crate) static TRANSLATION_DIFFERS: Rule = Rule {
    code: "translation_differs",
    severity: Severity::Error,
    summary: "a translation with other parts or other marks than its original",
    explanation: "Passages are cited by their number (`#p-14`), and passages for some are marked in the text. A \
translation has the same passages, headings and marks in the same order, so that a citation leads to the same \
place in every language and what the original withholds stays withheld.\n\n```markdown\n::: members\nThis stays \
among the members.\n:::   <!-- and the translation has no such marks -->\n```",
};

/// A translation into a language that the archive does not have.
pub(crate) static TRANSLATION_INTO_UNKNOWN: Rule = Rule {
    code: "translation_into_unknown",
    severity: Severity::Error,
    summary: "a translation into a language that the archive does not have",
    explanation: "`slug.cy.md` beside `slug.md` is its translation into Welsh, if `languages` in `annals.yaml` \
names `cy` after the main language. Published as a record of its own it would mix the languages.\n\n```yaml\n\
languages: [en]   # and content/issues/custody-images.cy.md\n```",
};

/// A translation without its original.
pub(crate) static TRANSLATION_OF_NOTHING: Rule = Rule {
    code: "translation_of_nothing",
    severity: Severity::Error,
    summary: "a translation without its original",
    explanation: "`slug.cy.md` holds only what is translated; everything else is said by `slug.md`, which has to \
stand beside it or in another folder of records.\n\n```text\ncontent/issues/custody-image.cy.md   \
(custody-images.md)\n```",
};
