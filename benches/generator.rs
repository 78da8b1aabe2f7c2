//! A generated archive for benchmarks: as many records as asked for, each of about 640 words, with
//! the links, tags and backlinks that real ones have; the same bytes for the same seed.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::print_stdout,
    missing_docs,
    unreachable_pub,
    reason = "writes the archive that is measured"
)]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// A small deterministic source of numbers (SplitMix64).
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        (self.roll() % end.max(1) as u64) as usize
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.below(from.len())]
    }
}

// As they were when the figures of the README were measured: another word would make other archives.
const WORDS: &[&str] = &[
    "access",
    "account",
    "action",
    "agreed",
    "archive",
    "asked",
    "assembly",
    "audit",
    "board",
    "brief",
    "budget",
    "case",
    "change",
    "citizens",
    "clear",
    "code",
    "comment",
    "concern",
    "council",
    "data",
    "decision",
    "delivery",
    "deposit",
    "detail",
    "dialogue",
    "draft",
    "early",
    "evidence",
    "example",
    "facilitator",
    "forum",
    "group",
    "guide",
    "hearing",
    "housing",
    "impact",
    "input",
    "inquiry",
    "issue",
    "joint",
    "keep",
    "later",
    "letter",
    "local",
    "meeting",
    "members",
    "method",
    "minutes",
    "notice",
    "number",
    "order",
    "oversight",
    "panel",
    "paper",
    "people",
    "plan",
    "point",
    "policy",
    "practice",
    "progress",
    "promise",
    "public",
    "purpose",
    "question",
    "record",
    "region",
    "reply",
    "report",
    "review",
    "rights",
    "rule",
    "scope",
    "session",
    "share",
    "steps",
    "summary",
    "support",
    "table",
    "team",
    "theme",
    "timetable",
    "topic",
    "transport",
    "trust",
    "update",
    "version",
    "water",
    "workshop",
];
const SMALL: &[&str] = &["the", "of", "and", "to", "in", "a", "on", "for", "with", "by", "was", "is", "that"];
const THEMES: &[&str] =
    &["Health", "Housing", "Transport", "Policing", "Water", "Education", "Planning", "Energy"];
const METHODS: &[&str] = &["Deliberation", "Mini-public", "Survey", "Open space", "Co-design", "Hearing"];
const STAGES: &[&str] = &["collection", "use", "sharing", "re-use", "deletion"];
const SECTIONS: &[&str] = &[
    "Problem and purpose",
    "Background history and context",
    "Organising and funding entities",
    "Participant recruitment and selection",
    "Methods and tools used",
    "What went on",
    "Outcomes, impacts and effects",
    "Analysis and lessons learned",
];
const AGREEMENTS: &[&str] = &["agreed", "partly-agreed", "not-agreed", "out-of-scope", "none-yet"];
const WORK: &[&str] = &["not-needed", "not-started", "in-progress", "done", "no-evidence"];

/// How many records of each collection, for a number of records in all.
struct Plan {
    cases: usize,
    components: usize,
    organisations: usize,
    sources: usize,
    papers: usize,
    issues: usize,
    workshops: usize,
    methods: usize,
    locations: usize,
    topics: usize,
}

impl Plan {
    fn of(records: usize) -> Self {
        let part = |percent: usize| (records * percent / 100).max(1);
        let mut plan = Plan {
            cases: 0,
            components: part(18),
            organisations: part(14),
            sources: part(18),
            papers: part(8),
            issues: part(10),
            workshops: part(2),
            methods: part(1).min(60),
            locations: part(2).min(200),
            topics: 12,
        };
        let others = plan.components
            + plan.organisations
            + plan.sources
            + plan.papers
            + plan.issues
            + plan.workshops
            + plan.methods
            + plan.locations
            + plan.topics
            + 1;
        plan.cases = records.saturating_sub(others);
        plan
    }
}

/// Writes an archive of so many records into an empty folder.
pub fn write(root: &Path, records: usize, seed: u64) {
    let plan = Plan::of(records);
    let mut dice = Dice(seed);
    fs::create_dir_all(root).unwrap();
    fs::write(
        root.join("annals.yaml"),
        "title: Benchmark archive\nbase_url: https://example.org/archive/\ndefault_visibility: public\n\
         facets: [theme_tag, methods_tag, data_cycle_tag, start_year, organisation_link, topic, heading]\n",
    )
    .unwrap();
    let put = |collection: &str, slug: String, front: String, body: String| {
        let folder = root.join("content").join(collection);
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join(format!("{slug}.md")), format!("---\n{front}---\n\n{body}")).unwrap();
    };
    for n in 0..plan.locations {
        put("locations", format!("location-{n}"), format!("title: Location {n}\n"), prose(&mut dice, 640));
    }
    for n in 0..plan.methods {
        put("methods", format!("method-{n}"), format!("title: Method {n}\n"), prose(&mut dice, 640));
    }
    for n in 0..plan.topics {
        put("topics", format!("topic-{n}"), format!("title: Topic {n}\norder: {n}\n"), prose(&mut dice, 640));
    }
    for n in 0..plan.organisations {
        let front = format!(
            "title: {}\ncountry_link: [location-{}]\nsector_tag: [{}]\n",
            title(&mut dice, n),
            dice.below(plan.locations),
            dice.pick(THEMES)
        );
        put("organisations", format!("organisation-{n}"), front, prose(&mut dice, 640));
    }
    for n in 0..plan.sources {
        let front = format!(
            "title: {}\nlink: https://example.org/source/{n}\nmethods_link: [method-{}]\n",
            title(&mut dice, n),
            dice.below(plan.methods)
        );
        put("sources", format!("source-{n}"), front, prose(&mut dice, 640));
    }
    for n in 0..plan.components {
        let front = format!(
            "title: {}\ncase_link: [case-{}]\nmethods_tag: [{}, {}]\nnumber_of_participants: '{}'\n",
            title(&mut dice, n),
            dice.below(plan.cases),
            dice.pick(METHODS),
            dice.pick(METHODS),
            dice.below(900)
        );
        put("components", format!("component-{n}"), front, prose(&mut dice, 640));
    }
    for n in 0..plan.papers {
        let front = format!(
            "title: {}\ndate: {}\nversion: '1.{}'\ntopics: [topic-{}]\nworkshop: workshop-{}\n",
            title(&mut dice, n),
            day(&mut dice),
            n % 10,
            dice.below(plan.topics),
            dice.below(plan.workshops)
        );
        put("papers", format!("paper-{n}"), front, prose(&mut dice, 640));
    }
    for n in 0..plan.workshops {
        let front = format!(
            "title: Workshop {n}\nnumber: {n}\ndate: {}\ntopics: [topic-{}]\n",
            held(n, plan.workshops),
            n % plan.topics
        );
        put("workshops", format!("workshop-{n}"), front, write_up(&mut dice));
    }
    for n in 0..plan.issues {
        let (front, body) = (issue(&mut dice, n, &plan), prose(&mut dice, 560));
        put("issues", format!("issue-{n}"), front, body);
    }
    for n in 0..plan.cases {
        let (front, body) = case(&mut dice, n, &plan);
        put("cases", format!("case-{n}"), front, body);
    }
    let front = "title: Annual report\nperiod: 2018-01/2019-12\nedition: 1\nstatus: draft\neditors: [{name: Generated}]\n";
    put("reports", "2018-2019".to_owned(), front.to_owned(), prose(&mut dice, 640));
}

fn case(dice: &mut Dice, n: usize, plan: &Plan) -> (String, String) {
    let mut body = String::new();
    for section in SECTIONS {
        let _ = write!(body, "# {section}\n{}\n\n", sentences(dice, 66));
    }
    let link = dice.below(plan.cases);
    let _ = writeln!(body, "See also [another case](cases/case-{link}).");
    let front = format!(
        "title: {}\nsummary: {}\nstart_year: '{}'\nlead_organisation: Organisation\n\
         organisation_link: [organisation-{}, organisation-{}]\nlocation_link: [location-{}]\n\
         sources_link: [source-{}, source-{}]\nprimary_method_link: [method-{}]\n\
         theme_tag: [{}]\ndata_cycle_tag: [{}, {}]\nframing_method_tag: [{}]\ninitiative_status: started\n\
         takaway: {}\n",
        title(dice, n),
        sentences(dice, 30),
        1990 + dice.below(34),
        dice.below(plan.organisations),
        dice.below(plan.organisations),
        dice.below(plan.locations),
        dice.below(plan.sources),
        dice.below(plan.sources),
        dice.below(plan.methods),
        dice.pick(THEMES),
        dice.pick(STAGES),
        dice.pick(STAGES),
        dice.pick(METHODS),
        sentences(dice, 40)
    );
    (front, body)
}

fn issue(dice: &mut Dice, n: usize, plan: &Plan) -> String {
    let first = dice.below(plan.workshops);
    let mut front = format!(
        "title: {}\ntopic: topic-{}\nraised: {{at: workshops/workshop-{first}, on: {}}}\nhistory:\n",
        title(dice, n),
        dice.below(plan.topics),
        held(first, plan.workshops)
    );
    for later in 0..1 + dice.below(3) {
        let workshop = (first + later * (plan.workshops / 8)).min(plan.workshops - 1);
        let _ = writeln!(
            front,
            "- on: {}\n  at: workshops/workshop-{workshop}\n  discussed: true\n  agreement: {}\n  work: {}\n  \
             positions:\n  - {{party: Department, view: {}}}\n  - {{party: Public, view: {}}}\n  \
             evidence: ['workshops/workshop-{workshop}#p-{}']",
            held(workshop, plan.workshops),
            dice.pick(AGREEMENTS),
            dice.pick(WORK),
            sentences(dice, 20),
            sentences(dice, 20),
            1 + dice.below(5)
        );
    }
    front
}

fn write_up(dice: &mut Dice) -> String {
    let mut body = String::from("## Actions from the workshop\n\n| Action | Responsible |\n| --- | --- |\n");
    for n in 1..=8 {
        let _ = writeln!(
            body,
            "| **Action {n}:** {} | {} |",
            sentences(dice, 18),
            ["Department", "Facilitator"][n % 2]
        );
    }
    body.push_str("\n## Discussion\n\n| Discussion or question | Response or action |\n| --- | --- |\n");
    for n in 1..=10 {
        let _ =
            writeln!(body, "| {} | See action {}. {} |", sentences(dice, 16), 1 + n % 8, sentences(dice, 10));
    }
    let _ = write!(body, "\n## Notes\n\n{}", prose(dice, 220));
    body
}

/// The day of one of so many workshops, which follow each other over nine years.
fn held(n: usize, workshops: usize) -> String {
    let days = n * 9 * 336 / workshops.max(1);
    format!("{}-{:02}-{:02}", 2015 + days / 336, 1 + days / 28 % 12, 1 + days % 28)
}

fn day(dice: &mut Dice) -> String {
    format!("{}-{:02}-{:02}", 2015 + dice.below(9), 1 + dice.below(12), 1 + dice.below(28))
}

fn title(dice: &mut Dice, n: usize) -> String {
    let (a, b, c) = (dice.pick(WORDS), dice.pick(WORDS), dice.pick(WORDS));
    format!("{}{} {b} and {c} {n}", a[..1].to_uppercase(), &a[1..])
}

/// Paragraphs, a list and two headings.
fn prose(dice: &mut Dice, words: usize) -> String {
    let mut text = String::new();
    for part in 0..4 {
        if part % 2 == 0 {
            let _ = write!(text, "## {}\n\n", title(dice, part));
        }
        let _ = write!(text, "{}\n\n", sentences(dice, words / 4 - 12));
        let _ =
            write!(text, "- {}\n- *{}*\n\n", sentences(dice, 6), sentences(dice, 6).trim_end_matches('.'));
    }
    text
}

fn sentences(dice: &mut Dice, words: usize) -> String {
    let mut text = String::new();
    for n in 0..words {
        let word = if n % 3 == 1 { dice.pick(SMALL) } else { dice.pick(WORDS) };
        if n % 14 == 0 {
            if n > 0 {
                text.push_str(". ");
            }
            text.push_str(&word[..1].to_uppercase());
            text.push_str(&word[1..]);
        } else {
            text.push(' ');
            text.push_str(word);
        }
    }
    text.push('.');
    text
}
