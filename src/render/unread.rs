//! Files and messages of a site's own theme that nothing reads.
//!
//! In: the files of the theme, and the languages of the site. Out: a finding a file or message whose name is a
//! slip, as far as one can tell: what is no part of a theme (a README, a licence) is left alone.

use std::sync::Arc;

use super::theme;
use crate::diag::{Finding, Rule, Severity, Spot};
use crate::model::words::{self, Words};

/// What is found.
pub static RULES: &[&Rule] = &[&UNREAD_THEME_FILE];

static UNREAD_THEME_FILE: Rule = Rule {
    code: "unread_theme_file",
    severity: Severity::Warning,
    summary: "a file or a message of the site’s own theme that nothing reads",
    explanation: "\
A theme replaces the built-in files that have the same path. A file that is called otherwise, or lies elsewhere, changes nothing, and so does a message that no template says.

```text
themes/ours/token.css                # tokens.css
themes/ours/templates/foot.html      # templates/parts/foot.html
themes/ours/locales/cy-GB.ftl        # cy.ftl, where the site speaks cy
```

Give it the path of the file that it is to replace: `annals theme list` has them all. A template that your own templates include, and a message that they say, is read.
",
};

/// What of a theme's own files nothing reads.
pub fn unread(files: &[(String, Vec<u8>)], theme: &str, languages: &[String]) -> Vec<Finding> {
    let is_named = |name: &str| {
        files.iter().any(|(path, bytes)| {
            let is_text = path.ends_with(".html") || path.ends_with(".typ");
            is_text && memchr::memmem::find(bytes, name.as_bytes()).is_some()
        })
    };
    let mut findings = Vec::new();
    for (path, bytes) in files {
        let file: Arc<str> = format!("themes/{theme}/{path}").into();
        if !is_read(path, languages, &is_named) {
            let message = format!("nothing reads {path}, so it changes nothing");
            let help = match nearest(path, languages) {
                Some(known) => format!("if it is to replace {known}, call it so"),
                None => "`annals theme list` has the files that a theme can replace".to_owned(),
            };
            findings.push(Finding::new(&UNREAD_THEME_FILE, &file, Spot::File, message).help(help));
        } else if let Some(language) =
            path.strip_prefix("locales/").and_then(|name| name.strip_suffix(".ftl"))
        {
            let text = String::from_utf8_lossy(bytes);
            findings.extend(messages(&file, language, &text, &is_named));
        }
    }
    findings
}

/// Whether a file is one of a theme, or no part of one.
fn is_read(path: &str, languages: &[String], is_named: &dyn Fn(&str) -> bool) -> bool {
    let is_built_in = || path == "tokens.css" || theme::built_in().iter().any(|(known, _)| *known == path);
    let (folder, name) = path.split_once('/').unwrap_or(("", path));
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    match (folder, &*ending) {
        // It is looked for one folder up.
        ("assets", _) if name == "tokens.css" => false,
        ("assets" | "fonts", _) => true,
        // A theme may be for several sites, of which not each speaks every language.
        ("locales", "ftl") => {
            let is_its = |language: &str| name.strip_suffix(".ftl") == Some(language);
            languages.iter().any(|language| is_its(language)) || words::built_in_languages().any(is_its)
        }
        ("templates", "html") => is_built_in() || is_named(name),
        (_, "typ") => is_built_in() || is_named(name),
        (_, "css" | "html" | "ftl" | "js" | "ttf" | "otf" | "woff" | "woff2") => is_built_in(),
        _ => true,
    }
}

/// The path of a file of a theme that was probably meant.
pub fn nearest(path: &str, languages: &[String]) -> Option<String> {
    let name = |path: &str| path.rsplit('/').next().unwrap_or(path).to_lowercase();
    let own = name(path);
    let locales = languages.iter().map(|language| format!("locales/{language}.ftl"));
    let known = theme::built_in().iter().map(|(known, _)| (*known).to_owned());
    let known: Vec<String> = known.chain(locales).chain(["tokens.css".to_owned()]).collect();
    // The right name in a wrong folder, then the name that is most alike. The folder says little: many share it.
    let likeness = |known: &String| match name(known) == own {
        true => 2.0,
        false => strsim::jaro_winkler(&own, &name(known)),
    };
    let best = known.into_iter().map(|known| (likeness(&known), known)).max_by(|a, b| a.0.total_cmp(&b.0))?;
    (best.0 > 0.8).then_some(best.1)
}

/// Messages that neither the built-in templates nor the theme's own say.
fn messages(file: &Arc<str>, language: &str, text: &str, is_named: &dyn Fn(&str) -> bool) -> Vec<Finding> {
    let (Ok(own), Some(english)) = (Words::read(language, text), crate::model::words::built_in("en")) else {
        return Vec::new();
    };
    let known: Vec<&str> = english.messages().map(|(key, _)| key).collect();
    let named: Vec<(&str, usize)> = own
        .messages()
        .filter(|(key, _)| !known.contains(key) && !is_named(key))
        // Groups of words take names that the archive gives: only a slip of one letter is told.
        .filter_map(|(key, _)| {
            let line = text.lines().position(|line| line.split('=').next().map(str::trim) == Some(key))?;
            let near = known.iter().map(|known| strsim::damerau_levenshtein(key, known)).min()?;
            (near <= 1).then_some((key, line + 1))
        })
        .collect();
    let finding = |(key, line): (&str, usize)| {
        let message = format!("no template says `{key}`, so it changes nothing");
        let near = known.iter().min_by_key(|known| strsim::damerau_levenshtein(key, known));
        let finding = Finding::new(&UNREAD_THEME_FILE, file, Spot::Line(line, 1), message);
        finding.help(near.map_or_else(String::new, |known| format!("did you mean `{known}`?")))
    };
    named.into_iter().map(finding).collect()
}
