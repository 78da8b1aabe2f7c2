//! What commands print: findings to standard error in four formats, results to standard output.

mod held;
mod hushed;
mod machines;

use std::io::Write as _;
use std::path::Path;
use std::time::Duration;

use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};
use anyhow::Result;
use indicatif::{ProgressBar, ProgressStyle};

use self::hushed::hushed;
use self::machines::{github, json};
use super::{Status, gathered};
use crate::cli::MessageFormat;
use crate::diag::{Diagnostic, Finding, Severity};
use crate::read;

/// How findings are shown.
#[derive(Clone, Copy, Debug)]
pub struct Show {
    /// In which format.
    pub format: MessageFormat,
    /// Findings and results only.
    pub quiet: bool,
    /// Whether others may read along, as they do in the log of a CI job.
    pub overheard: bool,
    /// How many columns the terminal has, where there is one.
    pub columns: Option<usize>,
}

/// How findings are shown by a command for which remarks are beside the point.
#[derive(Clone, Copy, Debug)]
pub struct Graver(Show);

impl Show {
    /// The same, with remarks counted rather than shown.
    pub fn without_remarks(self) -> Graver {
        Graver(self)
    }
}

/// What is shown of findings: `Show` shows all, `Graver` warnings and errors.
pub trait Shown {
    /// The format and the least severity that is shown.
    fn parts(self) -> (Show, Severity);
}

impl Shown for Show {
    fn parts(self) -> (Show, Severity) {
        (self, Severity::Remark)
    }
}

impl Shown for Graver {
    fn parts(self) -> (Show, Severity) {
        (self.0, Severity::Warning)
    }
}

/// Prints findings and says whether they fail the command.
pub fn findings(root: &Path, findings: Vec<Finding>, strict: bool, show: impl Shown) -> Status {
    let (show, least) = show.parts();
    let worst = findings.iter().map(|finding| finding.rule.severity).max();
    let (shown, passed): (Vec<_>, Vec<_>) =
        findings.into_iter().partition(|finding| finding.rule.severity >= least);
    let mut shown = if show.overheard { hushed(root, shown) } else { shown };
    gathered::gather(&mut shown, show);
    let mut diagnostics = read::place(root, shown);
    // GitHub looks for files from the root of the repository, below which the archive may be.
    if show.format == MessageFormat::Github && !diagnostics.is_empty() {
        let prefix = read::below_repository(root);
        diagnostics.iter_mut().for_each(|one| one.file = format!("{prefix}{}", one.file).into());
    }
    diagnostics.iter().for_each(|diagnostic| told(&text(diagnostic, show)));
    if !passed.is_empty() && show.format == MessageFormat::Human {
        notice(show, &format!("{} not shown; `annals check` shows them", counted(passed.len(), "remark")));
    }
    match worst {
        Some(Severity::Error) => Status::Faulty,
        Some(Severity::Warning) if strict => Status::Faulty,
        _ => Status::Clean,
    }
}

/// How many findings of each severity, in words.
pub fn tally(findings: &[Finding]) -> String {
    let count = |severity| findings.iter().filter(|finding| finding.rule.severity == severity).count();
    format!(
        "{}, {}, {}",
        counted(count(Severity::Error), "error"),
        counted(count(Severity::Warning), "warning"),
        counted(count(Severity::Remark), "remark")
    )
}

pub(super) fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

/// Words from a file, or its name, as a terminal and a log may have them: what would move the cursor,
/// begin a new line or turn the order of letters is shown as a mark.
fn tame(words: &str) -> String {
    let wild = |letter: char| {
        letter.is_control()
            || matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    words.replace(wild, "\u{fffd}")
}

/// The most letters of a message: some quote what is written, and that may be as long as a file.
const LONGEST: usize = 1_000;

fn short(message: &str) -> String {
    match message.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &message[..end]),
        None => message.to_owned(),
    }
}

fn text(diagnostic: &Diagnostic, show: Show) -> String {
    let diagnostic = &Diagnostic {
        message: tame(&short(&diagnostic.message).replace('\n', " ")),
        help: diagnostic.help.as_deref().map(|help| help.lines().map(tame).collect::<Vec<_>>().join("\n")),
        file: tame(&diagnostic.file).into(),
        source: tame(&diagnostic.source.replace('\t', " ")),
        ..diagnostic.clone()
    };
    match show.format {
        MessageFormat::Human => human(diagnostic, show.columns),
        MessageFormat::Short => {
            let Diagnostic { code, severity, message, file, line, column, .. } = diagnostic;
            format!("{file}:{line}:{column}: {severity}[{code}] {message}\n")
        }
        MessageFormat::Json => json(diagnostic),
        MessageFormat::Github => github(diagnostic),
    }
}

fn human(diagnostic: &Diagnostic, columns: Option<usize>) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Remark => Level::NOTE.with_name("remark"),
    };
    let at = |column: usize| {
        diagnostic.source.char_indices().nth(column).map_or(diagnostic.source.len(), |(byte, _)| byte)
    };
    let start = at(diagnostic.column.saturating_sub(1));
    let end = at(diagnostic.column.saturating_sub(1) + diagnostic.width.max(1)).max(start);
    let title = level.primary_title(&diagnostic.message).id(diagnostic.code);
    let mut group = if diagnostic.source.is_empty() {
        // There is no line to show: the file as a whole, or one that is no text.
        let place = Origin::path(&*diagnostic.file);
        let is_whole = diagnostic.line == 1 && diagnostic.column == 1;
        title.element(if is_whole {
            place
        } else {
            place.line(diagnostic.line).char_column(diagnostic.column)
        })
    } else {
        let snippet = Snippet::source(&diagnostic.source)
            .line_start(diagnostic.line)
            .path(&*diagnostic.file)
            .annotation(AnnotationKind::Primary.span(start..end));
        title.element(snippet)
    };
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(help));
    }
    let renderer = Renderer::styled();
    let mut text = columns.map_or(renderer.clone(), |columns| renderer.term_width(columns)).render(&[group]);
    text.push_str("\n\n");
    text
}

/// Prints the errors among what a round of the server found, and how it went.
pub fn round(show: Show, line: &str, found: &[Diagnostic]) {
    for error in found.iter().filter(|one| one.severity == Severity::Error) {
        told(&text(error, show));
    }
    notice(show, line);
}

/// Prints a line that only people want.
pub fn notice(show: Show, line: &str) {
    if !show.quiet && show.format == MessageFormat::Human {
        told(&format!("{line}\n"));
    }
}

/// Prints to standard error. Where that is full or gone, what was to be told is lost, and the status still tells.
pub fn told(text: &str) {
    let _ = write!(anstream::stderr(), "{text}");
}

/// A progress bar on standard error, for so many pages.
pub fn bar(shown: bool, pages: usize) -> ProgressBar {
    if !shown {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(pages as u64);
    if let Ok(style) = ProgressStyle::with_template("Building {bar:30} {pos}/{len} pages") {
        bar.set_style(style);
    }
    bar.enable_steady_tick(Duration::from_millis(100));
    bar
}

/// A sign on standard error that work goes on, for work that cannot be counted.
pub fn spinner(shown: bool) -> ProgressBar {
    if !shown {
        return ProgressBar::hidden();
    }
    let spinner = ProgressBar::new_spinner();
    spinner.enable_steady_tick(Duration::from_millis(100));
    spinner
}

/// Prints a line that was asked for beside the result.
pub fn aside(line: &str) {
    told(&format!("{line}\n"));
}

/// Prints a result.
pub fn result(text: &str) {
    anstream::println!("{text}");
}

/// Prints a result byte for byte.
///
/// # Errors
/// A closed pipe.
pub fn bytes(bytes: &[u8]) -> Result<()> {
    let mut out = std::io::stdout().lock();
    out.write_all(bytes)?;
    out.flush()?;
    Ok(())
}

/// Prints a fault of the site's own theme as the finding that it is; any other is handed back.
///
/// # Errors
/// Any other fault.
pub fn broken(root: &Path, error: anyhow::Error, show: Show) -> Result<Status> {
    let mut found = Vec::new();
    of_theme(root, error, &mut found)?;
    let status = findings(root, found, false, show);
    notice(show, "Nothing was published: mend the theme and build again.");
    Ok(status)
}

/// Puts a fault of the site's own theme among the findings; any other is handed back.
///
/// # Errors
/// Any other fault.
pub fn of_theme(root: &Path, error: anyhow::Error, found: &mut Vec<Finding>) -> Result<()> {
    let theme = read::settings(root).map(|(config, _)| config.theme).unwrap_or_default();
    let Some(finding) = crate::render::broken::finding(&error, &theme) else { return Err(error) };
    found.push(finding);
    Ok(())
}

/// Prints why the program could not run.
pub fn failure(error: &anyhow::Error, format: MessageFormat) {
    match format {
        MessageFormat::Json => told(&machines::failure(error)),
        _ => told(&format!("annals: {error:#}\n")),
    }
}

/// Bytes in words: `12.3 MB`.
pub fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} bytes"),
        1_000..1_000_000 => format!("{:.1} kB", bytes as f64 / 1e3),
        _ => format!("{:.1} MB", bytes as f64 / 1e6),
    }
}

/// `; did you mean x?` where a name is near the one asked for, else nothing.
pub fn nearest<'n>(asked: &str, names: impl Iterator<Item = &'n str>) -> String {
    names
        .map(|name| (strsim::jaro_winkler(asked, name), name))
        .filter(|(likeness, _)| *likeness > 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, name)| format!("; did you mean {name}?"))
        .unwrap_or_default()
}

/// The same; all names, where none is like it and they are few.
pub fn nearest_of_few<'n>(asked: &str, names: impl Iterator<Item = &'n str> + Clone) -> String {
    let near = nearest(asked, names.clone());
    let all: Vec<&str> = names.collect();
    let few = near.is_empty() && (1..=5).contains(&all.len());
    if few { format!("; there is {}", all.join(", ")) } else { near }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dangling() -> Diagnostic {
        Diagnostic {
            code: "dangling_link",
            severity: Severity::Error,
            message: "no record is called `organisations/home-ofice`".to_owned(),
            help: Some("write `organisations/home-office`".to_owned()),
            file: "content/cases/a.md".into(),
            line: 4,
            column: 3,
            width: 10,
            source: "- home-ofice".to_owned(),
        }
    }

    #[test]
    fn shows_people_the_line() {
        let text = anstream::adapter::strip_str(&human(&dangling(), None)).to_string();
        insta::assert_snapshot!(text, @r"
        error[dangling_link]: no record is called `organisations/home-ofice`
         --> content/cases/a.md:4:3
          |
        4 | - home-ofice
          |   ^^^^^^^^^^
          |
          = help: write `organisations/home-office`
        ");
    }

    #[test]
    fn gives_machines_one_object_a_line() {
        insta::assert_snapshot!(json(&dangling()), @r#"{"code":"dangling_link","severity":"error","message":"no record is called `organisations/home-ofice`","file":"content/cases/a.md","line":4,"column":3,"help":"write `organisations/home-office`"}"#);
    }

    #[test]
    fn what_a_file_says_moves_no_cursor() {
        let mut odd = dangling();
        odd.file = "content/c\nses/a\u{1b}[31m.md".into();
        odd.message = "`a\r\n::set-env name=PATH::x\u{202e}` is nothing".to_owned();
        odd.source = "- home\u{9b}31mofice".to_owned();
        for format in [MessageFormat::Human, MessageFormat::Short, MessageFormat::Json, MessageFormat::Github]
        {
            let show = Show { format, quiet: false, overheard: false, columns: None };
            let told = anstream::adapter::strip_str(&text(&odd, show)).to_string();
            assert!(!told.contains(['\u{1b}', '\u{9b}', '\u{202e}', '\r']), "{told:?}");
            assert!(
                !told.lines().any(|line| line.starts_with("::set-env") || line.starts_with("ses/")),
                "{told}"
            );
        }
    }

    #[test]
    fn annotates_a_pull_request() {
        insta::assert_snapshot!(github(&dangling()), @"::error file=content/cases/a.md,line=4,col=3,title=dangling_link::no record is called `organisations/home-ofice`%0Awrite `organisations/home-office`");
    }
}
