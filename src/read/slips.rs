//! The commonest slips in YAML, told by the line that the parser stumbles over.
//!
//! In: YAML text and the place of the fault. Out: the place of the slip and what to do about it, with the line's own words where they can
//! be mended here. The parser says what it had expected; who wrote the line knows no grammar of YAML.

/// A slip: the line and column where it is, and what to do about it.
pub(super) struct Slip {
    pub(super) line: usize,
    pub(super) column: usize,
    pub(super) help: String,
}

/// The slip behind a fault that the parser tells of a line and column, from 1. A slip is often seen only by what
/// follows it, so that the line above is looked at too; and the parser stops before a tab.
pub(super) fn slip(text: &str, line: usize, column: usize) -> Slip {
    let row = |line: usize| Some((line, text.lines().nth(line.checked_sub(1)?)?));
    let here = row(line);
    let above = (1..line).rev().filter_map(row).find(|(_, words)| says(words));
    let look = |rows: [Option<(usize, &str)>; 2], known: fn(&str) -> Option<String>| {
        let found = rows.into_iter().flatten().find_map(|(at, words)| Some((at, words, known(words)?)));
        let (at, words, help) = found?;
        let column = if at == line { column } else { words.len() - words.trim_start().len() + 1 };
        Some(Slip { line: at, column, help })
    };
    look([here, row(line + 1)], tab)
        .or_else(|| look([here, above], quotation))
        .or_else(|| colon_in_braces(here))
        .or_else(|| look([here, above], colon_in_value))
        .or_else(|| look([here, above], leading_mark))
        .or_else(|| look([here, above], open_bracket))
        .or_else(|| look([here, above], open_quotation))
        .or_else(|| look([here, above], no_colon))
        .or_else(|| first_indented(text))
        .unwrap_or_else(|| {
            let known = here.zip(above).and_then(|((_, here), (_, above))| indent(here, above));
            Slip { line, column, help: known.unwrap_or_else(|| UNKNOWN.to_owned()) }
        })
}

const UNKNOWN: &str = "often a text needs quotes, or a line is not indented like its neighbours; \
    `annals rules bad_yaml` shows both";

fn says(line: &str) -> bool {
    !line.trim().is_empty() && !line.trim_start().starts_with('#')
}

/// The key of a line and its value, without the mark of a list before them.
pub(super) fn entry(line: &str) -> Option<(&str, &str)> {
    let line = line.trim_start().trim_start_matches("- ").trim_start();
    let (key, value) = line.split_once(": ").or_else(|| Some((line.strip_suffix(':')?, "")))?;
    let is_key =
        !key.is_empty() && key.chars().all(|letter| letter.is_alphanumeric() || "_-".contains(letter));
    is_key.then(|| (key, value.trim()))
}

fn tab(line: &str) -> Option<String> {
    let blank = &line[..line.len() - line.trim_start().len()];
    blank
        .contains('\t')
        .then(|| "there is a tab before the text: indent with spaces, two for each step".to_owned())
}

/// Marks of quotation as a word processor makes them, which quote nothing in YAML.
fn quotation(line: &str) -> Option<String> {
    let (key, value) = entry(line)?;
    let inner = value.strip_prefix(['“', '”', '„', '‘', '’', '«'])?;
    let inner = inner.trim_end_matches(['“', '”', '‘', '’', '»']);
    Some(format!("typographic quotes do not count here; write {}", written(key, inner)))
}

fn colon_in_value(line: &str) -> Option<String> {
    let (key, value) = entry(line)?;
    let is_plain = !value.starts_with(['"', '\'', '[', '{', '|', '>', '&', '*', '!', '#']);
    let value = before_comment(value);
    (is_plain && (value.contains(": ") || value.ends_with(':')))
        .then(|| format!("a text with a colon in it needs quotes: {}", written(key, value)))
}

fn leading_mark(line: &str) -> Option<String> {
    let (key, value) = entry(line)?;
    let value = before_comment(value);
    let mark = value.chars().next().filter(|mark| "@`%*&!".contains(*mark))?;
    Some(format!("a text that begins with `{mark}` needs quotes: {}", written(key, value)))
}

fn open_bracket(line: &str) -> Option<String> {
    let (key, value) = entry(line)?;
    let (open, close) = [('[', ']'), ('{', '}')].into_iter().find(|(open, _)| value.starts_with(*open))?;
    let value = before_comment(value);
    (!value.contains(close) && !value.ends_with(',') && value.len() > 1)
        .then(|| format!("`{open}` opens and no `{close}` closes it on this line: `{key}: {value}{close}`"))
}

fn open_quotation(line: &str) -> Option<String> {
    let (key, value) = entry(line)?;
    let mark = value.chars().next().filter(|mark| ['"', '\''].contains(mark))?;
    let Some(end) = closes(value, mark) else {
        return Some(format!("the quotes after `{key}:` open and do not close on this line: close them"));
    };
    let after = before_comment(&value[end + 1..]);
    if after.is_empty() || after.starts_with('#') {
        return None;
    }
    // An apostrophe ends the text as any other single quote does.
    let whole = before_comment(value);
    let within = whole[1..].strip_suffix(mark).map_or_else(|| value.replace(mark, ""), str::to_owned);
    Some(format!("quotes go around the whole text: {}", written(key, &within)))
}

/// Where the quotes close that a value begins with.
fn closes(value: &str, mark: char) -> Option<usize> {
    let mut letters = value.char_indices().skip(1).peekable();
    while let Some((at, letter)) = letters.next() {
        if letter == '\\' && mark == '"' {
            letters.next();
        } else if letter == mark {
            // Two single quotes are one in the text.
            if mark == '"' || letters.next_if(|(_, next)| *next == mark).is_none() {
                return Some(at);
            }
        }
    }
    None
}

/// A text with a colon in it within braces: `{party: Residents, view: Two ways: yes, if that helps}`.
fn colon_in_braces(here: Option<(usize, &str)>) -> Option<Slip> {
    let (line, words) = here?;
    let open = words.find('{')?;
    let close = words.rfind('}').filter(|close| open < *close)?;
    if words.contains(['"', '\'']) {
        return None;
    }
    // What follows a comma and is no key belongs to the text before it.
    let mut values: Vec<(usize, usize)> = Vec::new();
    let mut at = open + 1;
    for part in words[open + 1..close].split(',') {
        match values.last_mut() {
            Some((_, end)) if entry(part).is_none() => *end = at + part.len(),
            _ => values.push((at, at + part.len())),
        }
        at += part.len() + 1;
    }
    let (key, value) = values.iter().find_map(|(from, to)| {
        let (key, value) = entry(&words[*from..*to])?;
        (value.contains(": ") && !value.starts_with(['{', '['])).then_some((key, value))
    })?;
    let column = words[..words.find(value)? + value.find(": ")?].chars().count() + 1;
    let help = format!("a text with a colon in it needs quotes: {}", written(key, value));
    Some(Slip { line, column, help })
}

/// The first key further in than those below it, which then are another document.
fn first_indented(text: &str) -> Option<Slip> {
    let depth = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let mut lines = text.lines().enumerate().filter(|(_, line)| says(line));
    let (n, first) = lines.next().filter(|(_, first)| depth(first) > 0 && entry(first).is_some())?;
    let (_, next) = lines.find(|(_, line)| depth(line) < depth(first))?;
    let help = format!(
        "the first line is further in ({}) than the lines below it ({}): put keys of one level below each other",
        depth(first),
        depth(next)
    );
    Some(Slip { line: n + 1, column: depth(first) + 1, help })
}

/// Words where a key and its colon should be.
fn no_colon(line: &str) -> Option<String> {
    let words = line.trim();
    let is_name = |key: &str| {
        !key.is_empty() && key.chars().all(|letter| letter.is_alphanumeric() || "_-".contains(letter))
    };
    if let Some((key, value)) = words.split_once(':')
        && is_name(key)
        && !value.is_empty()
        && !value.starts_with([' ', '/'])
    {
        return Some(format!("a space goes after the colon: `{key}: {value}`"));
    }
    let first = words.split_whitespace().next()?;
    if !is_name(first) || words.starts_with('-') || words.ends_with(',') || entry(line).is_some() {
        return None;
    }
    match words.split_once(char::is_whitespace) {
        Some((key, value)) => Some(format!("a key has a colon after it: `{key}: {}`", value.trim())),
        None => Some(format!("a key has a colon after it: `{words}:`")),
    }
}

fn indent(here: &str, above: &str) -> Option<String> {
    let depth = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let (key, value) = entry(above).unwrap_or_default();
    let hangs = depth(here) > depth(above) && !key.is_empty() && !value.is_empty();
    let differs = depth(here) != depth(above) && entry(here).is_some();
    let spaces = match depth(here) {
        1 => "is 1 space".to_owned(),
        n => format!("are {n} spaces"),
    };
    (hangs || differs).then(|| {
        format!(
            "there {spaces} before the text here and {} on the line above: put keys of one level below each other",
            depth(above)
        )
    })
}

fn before_comment(value: &str) -> &str {
    value.split_once(" #").map_or(value, |(before, _)| before).trim_end()
}

/// A key with its value in quotes, as code.
pub(super) fn written(key: &str, value: &str) -> String {
    let value = match value.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", &value[..end]),
        None => value.to_owned(),
    };
    match value.contains('"') {
        true => format!("`{key}: '{}'`", value.replace('\'', "''")),
        false => format!("`{key}: \"{value}\"`"),
    }
}

#[cfg(test)]
mod tests {
    use super::super::yaml;

    /// What is said of YAML that is wrong, as it would stand in the front matter of a record.
    fn told(text: &str) -> String {
        let fault = yaml::parse(text, 1).unwrap_err();
        format!("{}:{} {} | {}", fault.line + 1, fault.column, fault.message, fault.help)
    }

    #[test]
    fn the_commonest_slips_are_named() {
        let said = [
            "title: A\n\ttopic: b\n",
            "title: A\nstart_year 2018\nlense: b\n",
            "title:A\nlense: b\n",
            "title: A\n lense: b\n",
            "title: “Example: x”\n",
            "title: Retention: how long   # a note\n",
            "title: @home\n",
            "title: \"A\nlense: b\n",
            "title: \"A\" and B\nlense: b\n",
            "raised:\n    on: 2018\n  at: b\n",
            "papers: [a, b\nlense: c\n",
            "summary: 'The council's promise'\nlense: c\n",
            "positions:\n- {party: Us, view: Two ways: yes, if it helps.}\nlense: c\n",
            "  title: A\nlense: c\n",
        ]
        .map(told);
        insta::assert_snapshot!(said.join("\n"), @r#"
        3:2 found a tab character that violates indentation, while scanning a plain scalar | there is a tab before the text: indent with spaces, two for each step
        3:1 could not find expected ':', while scanning a simple key | a key has a colon after it: `start_year: 2018`
        2:1 mapping values are not allowed in this context | a space goes after the colon: `title: A`
        3:7 mapping values are not allowed in this context | there is 1 space before the text here and 0 on the line above: put keys of one level below each other
        2:16 mapping values are not allowed in this context | typographic quotes do not count here; write `title: "Example: x"`
        2:17 mapping values are not allowed in this context | a text with a colon in it needs quotes: `title: "Retention: how long"`
        2:8 found character that cannot start any token, while scanning for the next token | a text that begins with `@` needs quotes: `title: "@home"`
        2:8 found unexpected end of stream, while scanning a quoted scalar | the quotes after `title:` open and do not close on this line: close them
        2:12 did not find expected key, while parsing a block mapping | quotes go around the whole text: `title: "A and B"`
        4:3 did not find expected key, while parsing a block mapping | there are 2 spaces before the text here and 4 on the line above: put keys of one level below each other
        2:9 did not find expected ',' or ']', while parsing a flow sequence | `[` opens and no `]` closes it on this line: `papers: [a, b]`
        2:23 did not find expected key, while parsing a block mapping | quotes go around the whole text: `summary: "The council's promise"`
        3:29 did not find expected ',' or '}', while parsing a flow mapping | a text with a colon in it needs quotes: `view: "Two ways: yes, if it helps."`
        2:3 deserializing from YAML containing more than one document is not supported | the first line is further in (2) than the lines below it (0): put keys of one level below each other
        "#);
    }

    proptest::proptest! {
        #[test]
        fn never_panics(text in "([a-z]{1,4}|: |:|\"|'|“|”|@|\\[|\t|\n| |é|- |#){0,30}", line in 0usize..9) {
            super::slip(&text, line, 1);
        }
    }
}
