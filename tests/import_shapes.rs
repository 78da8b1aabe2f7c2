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
