//! Write-ups of other shapes than the real one: what they say comes out of them all the same.

use annals::import::documents;
use annals::model::write_up::WriteUp;

fn write_up(name: &str, text: &str) -> (WriteUp, Vec<String>, Vec<(String, usize)>) {
    let imported = documents::read(&name.into(), text.as_bytes(), None, &[]).unwrap();
    assert_eq!(imported.recognised, "a workshop write-up");
    let doubts = imported.doubts.iter().map(|doubt| format!("{:?} {}", doubt.spot, doubt.message)).collect();
    (WriteUp::read(&imported.drafts[0].body), doubts, imported.figures)
}

fn actions(held: &WriteUp) -> Vec<(u32, String, String)> {
    let names = |action: &annals::model::write_up::WrittenAction| {
        action.responsible.iter().map(|party| party.name.to_string()).collect::<Vec<_>>().join("+")
    };
    held.actions.iter().map(|one| (one.number, names(one), one.due.clone().unwrap_or_default())).collect()
}

fn wanted(list: &[(u32, &str, &str)]) -> Vec<(u32, String, String)> {
    list.iter().map(|(number, who, due)| (*number, (*who).to_owned(), (*due).to_owned())).collect()
}

#[test]
fn a_numbered_list_with_owners_and_days_in_brackets() {
    let (held, doubts, figures) = write_up(
        "in/minutes.md",
        "# Riverside forum – notes of meeting 2\n\n14 May 2021\n\n## Agreed actions\n\n1. Publish the damp survey [Council, by 30 June 2021]\n2. Write to all tenants (Residents' association; due 4 June)\n3. Find a room\n\n## Issues raised\n\n### Repairs\n\n- Why do repairs take eight weeks?\n- Who inspects the work?\n",
    );
    assert_eq!(
        actions(&held),
        wanted(&[(1, "Council", "30 June 2021"), (2, "Residents' association", "4 June"), (3, "", "")])
    );
    assert_eq!(doubts, ["Line(9, 1) nobody is named as responsible for action 3"]);
    assert!(figures.contains(&("key questions".to_owned(), 2)), "{figures:?}");
}

#[test]
fn a_table_with_who_and_by_when_and_questions_from_the_floor() {
    let (held, doubts, _) = write_up(
        "in/minutes.md",
        "# Minutes of the transport panel, workshop 4\n\n12 March 2020\n\n| Ref | Action agreed | Lead | By when |\n| --- | --- | --- | --- |\n| A1 | Count the cyclists | City council | 1 May 2020 |\n| A2 | Share the bus data | Operator and City council | end of June |\n\n## Questions\n\n| Question raised | Response given |\n| --- | --- |\n| Where will the lane end? | At the station (see Action 2). |\n",
    );
    assert_eq!(
        actions(&held),
        wanted(&[(1, "City council", "1 May 2020"), (2, "Operator+City council", "end of June")])
    );
    assert_eq!((held.rows.len(), held.mentions.len(), doubts.len()), (1, 1, 0));
}

#[test]
fn a_page_of_html_with_next_steps_in_a_table() {
    let (held, doubts, _) = write_up(
        "in/page.html",
        "<html><body><h1>Water forum: write-up of meeting 3</h1><p>5 December 2018</p><h2>Next steps</h2><table><tr><th>What</th><th>Who</th><th>By when</th></tr><tr><td>Test the wells</td><td>Agency</td><td>January 2019</td></tr></table></body></html>",
    );
    assert_eq!(actions(&held), wanted(&[(1, "Agency", "January 2019")]));
    assert!(doubts.is_empty(), "{doubts:?}");
}

#[test]
fn headings_in_bold_and_owners_after_a_dash() {
    let (held, doubts, _) = write_up(
        "in/note.md",
        "# Harbour panel\n\n**Meeting 4 – Thursday 12 March 2020**\n\nVenue: Old hall\nPresent: 14 residents\n\n**Agreed actions**\n\n1. Publish the noise readings – Priya Nair, by 30 April 2020\n2. Draft three options for the night bus – Jo Bloggs\n3. Port authority to give crane hours (Port authority, 1 May)\n4. See whether the barrier can be lowered - Council / Port authority\n\n**What was said**\n\nThe meter is being mended. See action 1.\n",
    );
    assert_eq!(
        actions(&held),
        wanted(&[
            (1, "Priya Nair", "30 April 2020"),
            (2, "Jo Bloggs", ""),
            (3, "Port authority", "1 May"),
            (4, "Council+Port authority", "")
        ])
    );
    assert_eq!((held.mentions.len(), doubts.len()), (1, 3), "{doubts:?}");
}

#[test]
fn actions_spread_through_a_plain_text() {
    let (held, doubts, _) = write_up(
        "in/notes.txt",
        "Notes of the moorland forum, 9 October 2021\n\nAttendees: farmers (4), walkers (6)\n\n1. Welcome\n\nThe chair welcomed everybody.\n\n2. Dogs\n\nSigns go missing. ACTION: Park to put up six new signs (owner: National park; due: 28 February 2022).\n\nWalkers asked for a map.\nACTION: Farmers to send field numbers.\n\n3. Parking\n\nACTION (Parish council): count cars on four Sundays.\n\nACTION – write to the bus company. [Walkers' association]\n\n4. Next meeting\n\nSaturday 5 February 2022.\n",
    );
    assert_eq!(
        actions(&held),
        wanted(&[
            (1, "National park", "28 February 2022"),
            (2, "", ""),
            (3, "Parish council", ""),
            (4, "Walkers' association", "")
        ])
    );
    assert!(
        doubts.iter().any(|doubt| doubt == "Line(14, 1) nobody is named as responsible for action 2"),
        "{doubts:?}"
    );
}

#[test]
fn a_table_without_outer_bars_under_a_heading_in_bold() {
    let (held, _, figures) = write_up(
        "in/note.md",
        "**River group**\n**Notes of the third meeting held on 21st November 2019**\n\n**1. Actions from this meeting**\n\n**Action** | **Owner** | **Deadline**\n--- | --- | ---\nPublish the sluice times | Agency | 15/12/2019\nWalk the landing stages | Rowing club | Jan 2020\n\n**2. Key issues**\n\n- Silt at the weir\n- Speeding\n",
    );
    assert_eq!(actions(&held), wanted(&[(1, "Agency", "15/12/2019"), (2, "Rowing club", "Jan 2020")]));
    assert!(figures.contains(&("key questions".to_owned(), 2)), "{figures:?}");
}

#[test]
fn next_steps_that_begin_with_who() {
    let (held, _, _) = write_up(
        "in/note.md",
        "# Workshop 2 write-up: identity\n\nLondon, 7 & 8 February 2023\n\n## Next steps\n\n* **Ministry** – share the new draft by 1 March\n* **Lawyers and Ministry** – meet on data\n* All – comment on this note\n\n## Key themes\n\n### Redress\n\n* Who pays when it is wrong?\n",
    );
    assert_eq!(actions(&held), wanted(&[(1, "Ministry", ""), (2, "Lawyers+Ministry", ""), (3, "All", "")]));
}

#[test]
fn points_with_numbers_of_two_parts_and_heads_of_pages() {
    let name = "in/note.txt";
    let text = "11/22/26                    Page 1 of 3\n\nLAND DIALOGUE\nWrite-up of workshop two\n\nHeld at the Exchange on 4 November 2026\n\n1. INTRODUCTION\nThis note says what was said.\n\n2. ACTIONS\n2.1 Ministry to publish the parcels (Ministry, Dec 2026)\n2.2 Farmers to name two members (Farmers)\n\n11/22/26                    Page 2 of 3\n\n3. DISCUSSION\nTenants asked how they would be heard.\n";
    let (held, doubts, _) = write_up(name, text);
    assert_eq!(actions(&held), wanted(&[(1, "Ministry", "Dec 2026"), (2, "Farmers", "")]));
    assert_eq!(doubts.len(), 2, "{doubts:?}");
    let imported = documents::read(&name.into(), text.as_bytes(), None, &[]).unwrap();
    assert_eq!(imported.drafts[0].id.as_str(), "workshops/2026-11-04-workshop-2");
}
