//! Canaries: an archive of 1,000 records with a token of its own in every place that can hold text, at
//! every level. A token that is for members is in no byte of the public edition, one that is private in
//! no byte of either.

use std::fmt::Write as _;

use annals::audience::Audience;

use super::{Made, make, of, told};
use crate::harness::Site;

/// Where tokens come from: `zqm…` for what members may see, `zqp…` for what nobody may.
#[derive(Default)]
struct Tokens {
    planted: usize,
}

impl Tokens {
    /// A text with every `{m}` and `{p}` made a token of that level.
    fn fill(&mut self, text: &str) -> String {
        let mut out = String::with_capacity(text.len() + 64);
        let mut rest = text;
        while let Some(at) = rest.find(['{']) {
            out.push_str(&rest[..at]);
            let level = match rest.get(at..at + 3) {
                Some("{m}") => 'm',
                Some("{p}") => 'p',
                _ => {
                    out.push('{');
                    rest = &rest[at + 1..];
                    continue;
                }
            };
            self.planted += 1;
            let _ = write!(out, "zq{level}{:05}x", self.planted);
            rest = &rest[at + 3..];
        }
        out + rest
    }
}

/// Fields of every collection, as front matter, with a token wherever text can stand.
const FIELDS: &[(&str, &str)] = &[
    (
        "cases",
        "lead_organisation: '{x} body'\nlink: https://example.org/{x}\ntheme_tag: ['{x}', Water]\nwhats_changed: |\n  Long **words** of {x}.\nundeclared: {deep: ['{x}', {'{x}': '{x}'}]}\nattachments: [/assets/{x}.txt]\n",
    ),
    ("components", "number_of_participants: '12'\nmethods_tag: ['{x}']\nrecruitment: '{x}'\n"),
    ("organisations", "sector_tag: ['{x}']\nlink: 'https://example.org/{x}'\n"),
    ("sources", "status: '{x}'\nnotes: '{x}'\n"),
    ("papers", "reference: '{x}'\nversion: '{x}'\nkind: '{x}'\nmarking: 'For {x} alone'\n"),
    (
        "topics",
        "short_title: '{x}'\ndocument_purpose: '{x}'\nnarrative: '{x}'\nkey_change_log: '{x}'\nstated_last_discussion: '{x}'\nlast_discussion_note: '{x}'\noutstanding_note: ['{x}']\nlatest_document: '{x}'\nnext_discussion: [{on: 2019-01-01, note: '{x}'}]\n",
    ),
    (
        "issues",
        "topic: topic-{n}\nhistory:\n- on: 2018-07-03\n  discussed: true\n  agreement: not-agreed\n  note: '{x}'\n  positions: [{party: 'Party {x}', view: 'View {x}'}]\neditorial: {heading: resolved, reason: '{x}', by: '{x}', on: 2019-01-01}\nreplies: [{party: 'Party {x}', asked: 2019-01-01, received: 2019-02-01, text: '{x}', signed_off: 2019-03-01}]\n",
    ),
    (
        "actions",
        "log_number: {k}\nresponsible: ['Body {x}']\nstate: open\nstate_on: 2019-01-01\nnote: '{x}'\n",
    ),
    (
        "errata",
        "corrects: reports/kept#summary-counts\nedition: 1\ndate: 2019-09-01\nwrong: '{x}'\ncause: '{x}'\ncorrection: '{x}'\n",
    ),
    ("people", "participant: {group: Members, known_as: ['Alias {x}']}\nnotes: '{x}'\n"),
    ("artefacts", "reference: '{x}'\n"),
    ("milestones", "owner: '{x}'\nwith: '{x}'\nobjective: '{x}'\ndoubt: '{x}'\ndue: 2019-01\n"),
    ("interests", "topic: topic-{n}\nregistered_by: 'Society {x}'\ngroup: 'Group {x}'\n"),
    (
        "workshops",
        "number: {k}\ndate: 2018-07-03\nplace: '{x}'\npurpose: ['{x}']\nagenda: [{time: '10:00', item: '{x}'}]\nparticipants: {count: 9, groups: [{group: 'Group {x}', count: 9}], names: [{name: 'Person {x}', group: 'Group {x}'}]}\n",
    ),
    (
        "reports",
        "period: 2018-01/2018-12\nedition: 1\nstatus: draft\neditors: [{name: 'Editor {x}', affiliation: '{x}'}]\ncommissioned_by: '{x}'\nindependence: '{x}'\ntopic_narratives: {topic-{n}: '{x}'}\n",
    ),
    ("pages", "order: 3\n"),
    ("minutes", "chair: '{x}'\nodd_tag: ['{x}']\n"),
];

const BODY: &str = "# What went on {x}\n\nWords of {x} and more, *em{x}* and `code {x}`.\n\n- item {x}\n\n| Action | Responsible |\n| --- | --- |\n| **Action 1:** Do {x}. | Body {x} |\n\n![alt {x}](/assets/{x}.png) [text {x}](https://example.org/{x} \"title {x}\")[^1]\n\n[^1]: Note {x}.\n\n<!-- comment {x} -->\n";

/// Passages, in a body that everybody may read, that not everybody may.
const PASSAGES: &str = "Open words.\n\n::: members\n\n## Heading {m}\n\nPassage {m}, [link {m}](https://example.org/{m}).\n\n:::\n\n::: private\n\nPassage {p}.\n\n::: members\nDeep {p}.\n:::\n\n:::\n\n::: membres\nMisspelt {p}.\n:::\n\nBy [[redact: principle-5]]Person {m}[[/redact]], who said so.\n\n<!-- editors: {m} -->\n\n```text\n[[redact: principle-5]]code {m}[[/redact]]\n```\n\nOpen end.\n";

/// An archive of so many records.
fn archive(records: usize) -> (Site, usize) {
    let mut tokens = Tokens::default();
    let settings = tokens.fill(
        "title: Canaries\nbase_url: https://example.org/\ndefault_visibility: public\nfacets: [theme_tag, methods_tag, topic, heading]\n\
         # a note of {p}\n\
         redaction_reasons: {principle-5: Confidentiality}\n\
         airtable: {base: app{p}, tables: {cases: {table: 'Table {p}', view: 'View {p}', fields: {'Notes {p}': ''}}}}\n\
         collections:\n\
         \x20 cases: {fields: {kept: {label: 'Label {m}', visibility: members}, locked: {label: 'Label {p}', visibility: private}}}\n\
         \x20 sealed-{m}: {visibility: members, label: 'Sealed {m}', singular: 'Seal {m}', fields: {x: {label: 'Field {m}'}}}\n\
         \x20 locked-{p}: {visibility: private, label: 'Locked {p}', sentence: 'Sentence {p}'}\n",
    );
    let folder = tokens.fill("folder-{m}");
    let settings = settings
        + &format!("content: [content, {{path: {folder}, optional: true}}]\n")
        + &tokens.fill("members: {base_url: 'https://{m}.example.org/'}\n");
    let works = tokens.fill(
        "told:\n  type: report\n  title: Told to members in {m}\n  author: '{m}, A.'\n  date: 2018\n\
         untold:\n  type: report\n  title: Told to nobody in {p}\n  date: 2018\n",
    );
    let beside = |level: &str, tokens: &mut Tokens| {
        tokens.fill(&format!("---\ntitle: 'Beside {level}'\nvisibility: members\n---\n\nWords {level}.\n"))
    };
    let mut site = Site::new()
        .file("annals.yaml", settings)
        .file("content/references.yaml", works)
        .file(&format!("{folder}/cases/{folder}.md"), beside("{m}", &mut tokens))
        .record("reports/kept", "title: Kept\nperiod: 2018-01/2018-12\nstatus: draft", "Words.");
    for n in 0..records {
        let k = n / FIELDS.len();
        // Each report is compiled from everything: a few of each level are enough.
        let is_one_too_many = |collection: &str| collection == "reports" && k >= 9;
        let (collection, fields) = match FIELDS[n % FIELDS.len()] {
            (collection, _) if is_one_too_many(collection) => FIELDS[0],
            kind => kind,
        };
        // Who may see it: every third record is open but for parts of it.
        let (level, access, slug) = match n % 9 {
            0 | 3 | 6 => ("", "", "open"),
            1 => ("{m}", "visibility: members\n", "{m}"),
            2 => ("{p}", "visibility: private\n", "{p}"),
            4 => ("{m}", "embargo: 2099-12\n", "{m}"),
            5 => ("{m}", "draft: true\n", "{m}"),
            7 => ("{p}", "visibility: private\nembargo: 2001\n", "{p}"),
            _ => ("{m}", "visibility: members\nreleased: {by: '{m}', on: 2001-01-01, basis: '{m}'}\n", "{m}"),
        };
        let numbered =
            |text: &str| text.replace("{n}", &(n % 5).to_string()).replace("{k}", &(k + 2).to_string());
        let (mut front, body, slug) = if slug == "open" {
            let mut front = String::from(
                "title: Open record\nairtable_id: rec{m}\nairtable_createdTime: '{m}'\nsign_off: [{who: 'Signer {m}', on: 2019-01-01, for: 'Use {m}'}]\n",
            );
            match collection {
                "cases" => {
                    front += "kept: '{m}'\nlocked: '{p}'\nattachments: [{file: /assets/{m}.txt, visibility: members}]\n\
                              takaway: '{m}'\nredact: [{field: takaway, reason: principle-5}]\n"
                }
                "reports" => {
                    front += "period: 2018-01/2018-12\nstatus: draft\ntopic_narratives: {topic-0: \"Open.\\n\\n::: members\\n{m} [@told, p. 9]\\n:::\"}\n"
                }
                "papers" => front += "released: {by: A, on: 2020-01-01, basis: Open}\n",
                "workshops" => {
                    front += "date: 2018-07-03\nparticipants: {count: 9, names: [{name: 'Person {m}', group: Members}]}\n"
                }
                "interests" => front += "registered_by: 'Society {m}'\ngroup: Members\n",
                "issues" => {
                    front += "topic: topic-0\nhistory:\n- {on: 2018-07-03, discussed: true, agreement: agreed, work: done, positions: [{party: 'Party {m}', view: '{m}', visibility: members}, {party: 'Party {p}', view: '{p}', visibility: private}]}\n- {on: 2018-08-03, discussed: true, agreement: not-agreed, visibility: members, note: '{m}'}\n- {on: 2018-09-03, discussed: true, visibility: private, note: '{p}'}\nreplies: [{party: CSOs, asked: 2019-01-01, received: 2019-02-01, text: 'Unsigned {m}'}]\n"
                }
                "topics" => {
                    front += "narrative: \"Open.\\n\\n::: private\\n{p}\\n:::\\n\\nOn [[redact: principle-5]]{m}[[/redact]].\"\n"
                }
                _ => {}
            }
            (front, PASSAGES.to_owned(), format!("{collection}-{n}"))
        } else {
            let front = format!(
                "title: 'Title {level}'\nsummary: 'Summary {level}'\naliases: [old/{level}]\nairtable_id: rec{level}\ntable: '{level}'\n{access}{}",
                numbered(fields).replace("{x}", level)
            );
            (front, numbered(BODY).replace("{x}", level), format!("{slug}-{k}"))
        };
        // A link from what is open to what is not.
        if n > FIELDS.len() && level.is_empty() && collection == "cases" {
            front += "sources_link: [gone-{m}]\n";
        }
        front += "# a note among editors: {p}\n";
        let (front, body, slug) = (tokens.fill(&front), tokens.fill(&body), tokens.fill(&slug));
        for name in front
            .lines()
            .filter(|line| line.starts_with("attachments:"))
            .filter_map(|line| line.split(['/', ']']).nth(2))
        {
            site.write(&format!("content/assets/{name}"), tokens.fill(&format!("A file with {level}.")));
        }
        site = site.record(&format!("{collection}/{slug}"), &front, &body);
    }
    for level in ["{m}", "{p}"] {
        let name = tokens.fill(level);
        let place = if level == "{m}" { "sealed" } else { "locked" };
        let front = tokens.fill(&format!(
            "title: 'In {level}'\nvisibility: {}",
            if level == "{m}" { "members" } else { "private" }
        ));
        site = site.record(&format!("{place}/{name}"), &front, "");
    }
    (site, tokens.planted)
}

fn seen(made: &Made, levels: &[&str]) -> Vec<String> {
    let mut seen = Vec::new();
    for (path, bytes) in &made.files {
        let text = format!("{path}\n{}", String::from_utf8_lossy(bytes)).to_lowercase();
        for level in levels {
            if let Some(at) = text.find(level) {
                let from = text[..at].char_indices().rev().nth(60).map_or(0, |(at, _)| at);
                seen.push(format!("{path}: …{}", text[from..].chars().take(90).collect::<String>()));
            }
        }
    }
    seen
}

/// How many tokens of a level an edition tells.
fn count(made: &Made, level: &str) -> usize {
    let tokens = made.files.iter().flat_map(|(path, bytes)| {
        let text = format!("{path}\n{}", String::from_utf8_lossy(bytes)).to_lowercase();
        text.match_indices(level)
            .filter_map(|(at, _)| text.get(at..at + 9).map(str::to_owned))
            .collect::<Vec<_>>()
    });
    tokens.collect::<std::collections::BTreeSet<_>>().len()
}

#[test]
fn no_canary_gets_out() {
    let (site, planted) = archive(1_000);
    assert!(planted > 9_000, "{planted} canaries");
    let archive = super::archive(site.root());
    let public = of(site.root(), &archive, Audience::Public, &|_, bytes| bytes);
    let members = of(site.root(), &archive, Audience::Members, &|_, bytes| bytes);
    assert_eq!(seen(&public, &["zqm", "zqp"]), Vec::<String>::new());
    assert_eq!(seen(&members, &["zqp"]), Vec::<String>::new());
    // The canaries were where they could have sung.
    assert!(public.files.len() > 300, "{} public files", public.files.len());
    assert!(count(&members, "zqm") > 4_000, "{} canaries among the members", count(&members, "zqm"));
    assert_eq!(told(&public.findings) + &told(&members.findings), "");
}

#[test]
fn the_scan_hears_every_canary_that_is_let_out() {
    let (site, _) = archive(60);
    // What members may see, published as if it were for everybody: a filter that does nothing.
    let members = make(site.root(), Audience::Members, &|_, bytes| bytes);
    let mut heard = 0;
    for (path, bytes) in members
        .files
        .iter()
        .filter(|(path, _)| path.starts_with("cases/zqm") || path.starts_with("papers/zqm"))
    {
        let made = make(site.root(), Audience::Public, &|target, own| {
            if target == "index.html" { bytes.clone() } else { own }
        });
        let found = told(&made.findings);
        let title = format!("the title of `{}`", path.trim_end_matches(".html"));
        assert!(
            found.contains(&title)
                && found.contains("a passage of")
                && found.contains("would be published in index.html"),
            "{path}: {found}"
        );
        heard += 1;
    }
    assert!(heard >= 2, "{heard}");
}
