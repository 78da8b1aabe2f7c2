//! The faults of narratives, as `annals rules` lists them.
//!
//! They are found while a report is compiled, because only then is it known what the report holds.

use crate::diag::{Finding, Rule, Severity, Spot};
use crate::model::works::Work;

/// Every fault of this room, sorted by code.
pub static RULES: &[&Rule] =
    &[&BAD_DIRECTIVE, &TYPED_COUNT_DISAGREES, &UNCITED_WORK, &UNKNOWN_WORK, &UNRESOLVED_REFERENCE];

/// A directive that is not understood.
pub(in crate::compose::report) static BAD_DIRECTIVE: Rule = Rule {
    code: "bad_directive",
    severity: Severity::Error,
    summary: "a directive in a report that is not understood",
    explanation: "\
Between `{{` and `}}` stands a directive: a name, and its arguments in brackets. A misspelt one would leave a hole in the report, or words that mean nothing to a reader.

```markdown
{{ cuont(heading=\"resolved\") }} issues are resolved.
```

The directives are `count`, `issues`, `issue`, `actions` and `figure`; the README lists their arguments. Put a backslash before the braces to print them as they are.

All directives of a report together may put 20,000 rows into it, and its texts may cite 10,000 works, each counted as often as it is cited: nobody can read more, and a line repeated by mistake would otherwise take a build minutes.
",
};

/// A typed count that the report does not bear out.
pub(in crate::compose::report) static TYPED_COUNT_DISAGREES: Rule = Rule {
    code: "typed_count_disagrees",
    severity: Severity::Error,
    summary: "a number typed beside a counted noun that the report does not bear out",
    explanation: "\
The editors typed how many issues, actions, workshops, papers or topics there are, and the report counts another number. One of the two would be published wrong, and a typed number is wrong again as soon as a record changes.

```markdown
By July 2019 fourteen resolved issues stood beside 31 outstanding ones. No issue is unresolved.
```

Let the data say it: `{{ count(heading=\"resolved\") }}`. A number of something narrower (`three issues of the first workshop`) and what stands in quotation marks are left alone.
",
};

/// A work that no narrative cites.
pub(in crate::compose::report) static UNCITED_WORK: Rule = Rule {
    code: "uncited_work",
    severity: Severity::Remark,
    summary: "a work of the bibliography that no report cites",
    explanation: "\
A work in `content/references.yaml` or a `.bib` file is printed only where a report cites it. One that nobody cites is left over, or its citation was forgotten.

```markdown
This was said before [@kane2019].
```

Cite it, or take it out.
",
};

/// A citation of a work that is not there.
pub(in crate::compose::report) static UNKNOWN_WORK: Rule = Rule {
    code: "unknown_work",
    severity: Severity::Error,
    summary: "a citation of a work that is not there",
    explanation: "\
A citation names its work by a key of `content/references.yaml` or of a `.bib` file beside it, or by the name of a record (`papers/…`, `sources/…`, or the file's name alone where only one record has it). The record must be one that the readers of the report may see.

```markdown
This was said before [@kane2109, p. 9].
```

Mend the key, or add the work. Put a backslash before the `@` where none was meant.
",
};

/// A cross-reference that leads nowhere.
pub(in crate::compose::report) static UNRESOLVED_REFERENCE: Rule = Rule {
    code: "unresolved_reference",
    severity: Severity::Error,
    summary: "a cross-reference in a report that leads nowhere",
    explanation: "\
`@issues/<slug>`, `@actions/<slug>`, `@papers/<slug>` and so on lead to a record that the readers of the report may see; `@fig:<name>`, `@tbl:<name>`, `@sec:<heading>` and `@p:<name>` lead to a figure, a table, a section and a paragraph of the report itself.

```markdown
As @fig:headngs shows, see @issues/custdy-images.
```

Mend the name. Put a backslash before the `@` where no reference was meant.
",
};

/// The remark on a work that no report cites.
pub(in crate::compose::report) fn uncited(work: &Work) -> Finding {
    let message = format!("no report cites `{}`", work.entry.key());
    Finding::new(&UNCITED_WORK, &work.file, Spot::Line(work.line, 1), message)
        .help("cite it, or take it out")
        .counting()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_is_listed_once_in_order() {
        assert!(RULES.is_sorted_by(|a, b| a.code < b.code));
    }
}
