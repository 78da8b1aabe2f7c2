//! What the edition says from its first word to its last is passed over in its data: what was added to it, within or at
//! its ends, is found as whoever reads word by word finds it.

use annals::audience::secrets::secrets;
use annals::audience::{Audience, edition};
use annals::publish::{Memory, Scan, Sink};
use jiff::civil::date;
use proptest::prelude::*;

use super::{archive, told};
use crate::harness::Site;

/// How many words in a row tell that something was copied.
const RUN: usize = 8;

fn words(text: &str) -> Vec<&str> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
}

/// Whether one of the runs of the first stands in the second and not in the third.
fn has_run(hidden: &[&str], text: &[&str], said: &[&str]) -> bool {
    let stands_in = |text: &[&str], run: &[&str]| text.windows(RUN).any(|words| words == run);
    hidden.windows(RUN).any(|run| stands_in(text, run) && !stands_in(said, run))
}

/// A body in JSON, and in a cell of CSV.
fn files(body: &str) -> [(&'static str, String); 2] {
    let json = serde_json::to_string(&serde_json::json!({ "body": body })).unwrap();
    [("data/a.json", json), ("data/a.csv", format!("id,body\n1,\"{}\"\n", body.replace('"', "\"\"")))]
}

proptest! {
    #[test]
    fn what_is_put_into_a_text_of_the_edition_is_found_in_its_data(
        paragraphs in prop::collection::vec(
            prop::collection::vec("[a-e][a-e]{1,9}|[a-e]{2}(, |\\. |é|/|-)[a-e]{2}|\"[a-e]{3}\"|[a-e]{2}\\\\", 1..45),
            1..6,
        ),
        breaks in prop::sample::select(vec!["\n\n", "\n", "\n\n> ", "\n\n- "]),
        place in any::<prop::sample::Index>(),
        added in prop::collection::vec("[f-j]{2,5}", 0..10),
        (before, behind) in (0usize..10, 0usize..10),
        left_out in 0usize..4,
    ) {
        let said = paragraphs.iter().map(|words| words.join(" ")).collect::<Vec<_>>().join(breaks);
        // Where something is put between two words, some of which may be left out.
        let spaces: Vec<usize> = said.match_indices(' ').map(|(at, _)| at).chain([said.len()]).collect();
        let n = place.index(spaces.len());
        let (one, other) = (&said[..spaces[n]], &said[spaces[(n + left_out).min(spaces.len() - 1)]..]);
        let (first, last) = (words(one), words(other));
        let mut hidden = first[first.len().saturating_sub(before)..].to_vec();
        hidden.extend(added.iter().map(String::as_str));
        hidden.extend(last.iter().take(behind));
        prop_assume!(hidden.len() >= RUN);
        let site = Site::new().record("cases/wall", "title: The wall", &said).record(
            "papers/quill",
            "title: Mistress Quill of Harcastle\nvisibility: members",
            &hidden.join(" "),
        );
        let archive = archive(site.root());
        let public = edition(&archive, Audience::Public, date(2026, 11, 22));
        let secrets = secrets(&archive, &public, &[]);
        let text = format!("{one} {}{other}", added.join(" "));
        for (body, name) in [(&text, "changed"), (&said, "as it is")] {
            for (file, text) in files(body) {
                let (memory, nothing) = (Memory::default(), |path: &str| Err(anyhow::anyhow!("{path}")));
                let scan = Scan::new(&memory, &secrets, &nothing, site.root());
                scan.file(file, text.clone().into_bytes()).unwrap();
                let told = told(&scan.findings());
                let expected = has_run(&hidden, &words(body), &words(&said));
                prop_assert_eq!(told.contains("papers/quill.md"), expected, "{} {}: {:?}", file, name, text);
            }
        }
    }
}
