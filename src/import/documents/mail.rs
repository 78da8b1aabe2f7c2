//! An e-mail that was saved as text → its words, without its head and its signature.
//!
//! In: text that begins with `From:`, `Subject:` and the like. Out: the same text, line by line in its
//! place, where the head is left out but for the subject, which is the title, and the name under the
//! greeting at the end. The day it was sent stands in it only where nothing else says when the meeting was.

use super::doubts::{Doubts, quoted};
use super::meeting;
use super::rules::{DOUBTFUL_DATE, LEFT_OUT};
use super::written_date;
use crate::model::date::Date;

/// A mail as read.
#[derive(Debug)]
pub(in crate::import) struct Mail {
    /// Its words, each in its line.
    pub(in crate::import) text: String,
    /// The names of the fields that were left out, and their lines.
    head: (usize, Vec<String>),
    /// The line and the day on which it was sent, where that is all it says of a day.
    sent: Option<(usize, Date)>,
    /// The line at which the signature begins.
    signature: Option<(usize, String)>,
}

/// The fields of a head; what an Outlook or a Gmail writes when a mail is saved, printed or passed on.
const FIELDS: &[&str] =
    &["from", "to", "cc", "bcc", "sent", "date", "subject", "reply-to", "importance", "attachments"];

/// What a greeting at the end of a mail begins with.
const GREETINGS: &[&str] = &[
    "best",
    "regards",
    "kind regards",
    "best regards",
    "warm regards",
    "best wishes",
    "all the best",
    "with best wishes",
    "many thanks",
    "thanks",
    "thank you",
    "yours",
    "yours sincerely",
    "yours faithfully",
    "cheers",
    "cofion",
    "cofion gorau",
    "diolch",
];

/// A signature has no more lines than this.
const LONGEST_SIGNATURE: usize = 10;

/// Reads a mail; `None` where a text does not begin with the head of one.
pub(in crate::import) fn read(text: &str) -> Option<Mail> {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let opens = |line: &str| {
        let bare = line.trim_matches(['-', ' ', '*', '_', ':']).to_lowercase();
        bare.is_empty()
            || matches!(bare.as_str(), "original message" | "forwarded message" | "begin forwarded message")
    };
    let first = lines.iter().position(|line| !opens(line))?;
    let is_in = |line: &str| line.starts_with([' ', '\t']);
    // The head goes on to the last field before the first empty line; a long field may go over lines.
    let block = lines.iter().enumerate().skip(first).take_while(|(_, line)| !line.trim().is_empty());
    let own: Vec<(usize, Option<(String, &str)>)> =
        block.filter(|(_, line)| !is_in(line)).map(|(n, line)| (n, field(line))).collect();
    let last = own.iter().rposition(|(_, field)| field.is_some())?;
    let own = own.get(..=last)?;
    let fields: Vec<(usize, &String, &str)> =
        own.iter().filter_map(|(n, field)| field.as_ref().map(|(name, value)| (*n, name, *value))).collect();
    if fields.len() * 2 < own.len() {
        return None;
    }
    let end = own.last().map_or(first, |(n, _)| n + 1);
    let end = end + lines.iter().skip(end).take_while(|line| is_in(line) && !line.trim().is_empty()).count();
    let mut names: Vec<String> = fields.iter().map(|(_, name, _)| (*name).clone()).collect();
    let find = |wanted: &[&str]| fields.iter().find(|(_, name, _)| wanted.contains(&name.as_str()));
    let subject = find(&["subject"]).map(|(n, _, value)| {
        let more = lines.iter().skip(n + 1).take_while(|line| is_in(line) && !line.trim().is_empty());
        let words: Vec<&str> = std::iter::once(*value).chain(more.map(|line| line.trim())).collect();
        words.join(" ")
    });
    let sent = find(&["date", "sent"]).and_then(|(.., value)| written_date::first(value));
    let has = |name: &str| names.iter().any(|known| known == name);
    if !(has("from") && (has("subject") || has("to")) || has("subject") && has("to")) {
        return None;
    }
    let is_marked = lines.iter().skip(end).any(|line| line.starts_with('#'));
    for line in lines.iter_mut().take(end) {
        line.clear();
    }
    // The title comes first, and what stays of the rest of the head last.
    if let (Some(words), Some(line)) = (subject, lines.get_mut(first)) {
        let words = title(&words);
        *line = if is_marked { format!("# {words}") } else { words };
    }
    let signature = signature(&lines, end);
    if let Some((line, _)) = &signature {
        lines.iter_mut().skip(line - 1).for_each(String::clear);
    }
    let says_when = lines.iter().any(|line| meeting::gives_a_day(line));
    let sent = sent.filter(|_| !says_when);
    if let (Some(day), Some(line)) = (sent, lines.get_mut(end - 1)) {
        *line = format!("Sent: {}", day.in_words());
    }
    names.retain(|name| name != "subject");
    let text = lines.join("\n") + "\n";
    Some(Mail { text, head: (first + 1, names), sent: sent.map(|day| (end, day)), signature })
}

impl Mail {
    /// Tells what was left out, and that the day may be another.
    pub(super) fn tell(&self, doubts: &mut Doubts) {
        let (line, names) = &self.head;
        let message = format!("the head of the mail is left out ({})", names.join(", "));
        doubts.at(*line, &LEFT_OUT, message);
        if let Some((line, words)) = &self.signature {
            doubts.at(*line, &LEFT_OUT, format!("the end of the mail, {}, is left out", quoted(words, 60)));
        }
        if let Some((line, day)) = self.sent {
            let message = format!(
                "nothing in the mail says when the meeting was; {} is the day on which it was sent",
                day.in_words()
            );
            doubts.with_help(
                line,
                &DOUBTFUL_DATE,
                message,
                "mend `date` and the file's name, and take the line out",
            );
        }
    }
}

/// The name and the value of a field of the head.
fn field(line: &str) -> Option<(String, &str)> {
    let (name, value) = line.split_once(':')?;
    let name = name.trim_matches(['*', '_', ' ']).to_lowercase();
    let known = FIELDS.contains(&name.as_str())
        // Those that servers write: `Message-ID`, `MIME-Version`, `Received`.
        || matches!(name.as_str(), "received" | "sender")
        || name.contains('-') && !name.contains(' ') && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    known.then(|| (name, value.trim_matches(['*', '_', ' '])))
}

/// The subject without `Re:` and `Fwd:`.
fn title(subject: &str) -> String {
    let mut words = subject.trim();
    while let Some((mark, rest)) = words.split_once(':')
        && matches!(mark.trim().to_lowercase().as_str(), "re" | "fw" | "fwd" | "aw" | "ateb")
    {
        words = rest.trim();
    }
    // A title of a text that marks none is known by its looks: short, and without a full stop.
    let words: Vec<&str> = words.trim_end_matches(['.', ',', ';', '!', ':']).split_whitespace().collect();
    if words.len() <= LONGEST_TITLE {
        return words.join(" ");
    }
    format!("{} …", words.get(..LONGEST_TITLE - 1).unwrap_or_default().join(" "))
}

/// A title has no more words than this.
const LONGEST_TITLE: usize = 14;

/// The line, from 1, of the greeting at the end, and the words from it on.
fn signature(lines: &[String], from: usize) -> Option<(usize, String)> {
    let is_greeting = |line: &str| {
        let line = line.trim().to_lowercase();
        let (greeting, name) = line.split_once(',').unwrap_or((line.trim_end_matches(['.', '!']), ""));
        line == "--" || GREETINGS.contains(&greeting.trim()) && name.split_whitespace().count() <= 4
    };
    let at = lines.iter().enumerate().skip(from).rfind(|(_, line)| is_greeting(line)).map(|(n, _)| n)?;
    let rest: Vec<&str> =
        lines.iter().skip(at).map(|line| line.trim()).filter(|line| !line.is_empty()).collect();
    (rest.len() <= LONGEST_SIGNATURE).then(|| (at + 1, rest.join(" ")))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn words(text: &str) -> String {
        let mail = read(text).unwrap();
        assert_eq!(mail.text.lines().count(), text.lines().count(), "{}", mail.text);
        mail.text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn takes_the_head_and_the_signature_off() {
        assert_eq!(
            words(
                "From: Jo <jo@example.org>\nTo: all;\n   others\nSubject: RE: Fwd: Notes of 3 May 2022.\n\nIt was late.\n\nBest, Jo\n07700\n"
            ),
            "Notes of 3 May 2022 It was late."
        );
        assert_eq!(
            words("**From:** Jo\n**Sent:** 7 May 2022 09:12\n**Subject:** Notes\n\nIt was late.\n"),
            "Notes Sent: 7 May 2022 It was late."
        );
        assert_eq!(
            words("Received: by x\nMessage-ID: <1@x>\nFrom: Jo\nSubject: Notes\n\n## Talk\n"),
            "# Notes ## Talk"
        );
    }

    #[test]
    fn other_texts_are_no_mails() {
        for text in [
            "",
            "From: the town\n\nText",
            "Date: 3 May 2022\nVenue: Hall\n",
            "Subject: lamps\n",
            "Notes\n\nFrom: Jo\nTo: Ann\n",
            "From: Jo\nIt was late.\nAll went home.\nTo: bed\nSubject: none\nAnd so on.\nAnd on.\nAnd more.\nCc: all",
        ] {
            assert!(read(text).is_none(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn never_panics(text in crate::model::text::tests::mangled()) {
            read(&text);
            read(&format!("From: x\nTo: y\n{text}"));
        }
    }
}
