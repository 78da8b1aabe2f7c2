//! Progress matrices as a converter tears them, in words of our own.

use proptest::prelude::*;

use super::super::tests::{faults, records};
use super::*;

const MATRIX: &str = "Town Forum: \n\nOutputs and progress \n\nLast updated: 11 July 2019 \n\nVersion 1.0 \n\nThis paper names the outputs of the forum, and is to be viewed only by members of the forum. \n\n\
 Output Oil and \nWicks \n\nLamp Posts Market \nDays \n\n\
Document \npurpose \n\nSay how oil \nis bought \n\nSay where lamp \nposts stand \n\nSay on which days \nthe market is \n \nand why \n\n\
Narrative Oil is bought \n\nPosts stand \n\nMarket is held \n\n\
Last \ndiscussion \n\nAgreed at 05/12/2018 \nto wait \n\n14/05/2019 03/07/2018 \n\n\
Next \ndiscussion \n\nSep’19 Update July’19 \nwith more \n\nn/a \n\n\
Key \noutstanding \nissues \n\nWho pays? Why? \n\nNone of these words can be \n\ntold \n\napart. \n\n\
Artefacts A2, A3 A1 n/a \n\n\
Related \nActions from \nAction Log \n\n2, 3, \n24,25 16,17 19,20 \n Additional Live actions \n28 \n51 \n \nGuilds want a map.  \nCount the lamps.  \n\n\
Extemporary Papers \n \n \nP01 \nP10 \n\n(They are written from time to time) \nForum Updates \nEvidence (action 48) - Say what it is.  \n\n\
Existing Artefacts from Completed actions \n \nA1 \nA2 \n\n(An artefact is a product) \nfrom Action 1, 36 - list of guilds \nfrom action 19 – how old the lamps are \n A3 \n\nFrom action 3 - who lights \n\n\
Other Closed Actions - 70,80 \nOil and wicks - 94, \nOngoing Action - 71 Rules after the case \n";

fn imported() -> Imported {
    read(&"in/outputs.txt".into(), MATRIX, &[])
}

fn front(id: &str) -> String {
    let imported = imported();
    let draft = imported.drafts.iter().find(|draft| draft.id.as_str() == id);
    draft.map(|draft| serde_yaml::to_string(&draft.front_matter).unwrap()).unwrap_or_default()
}

#[test]
fn recovers_the_topics_it_is_sure_of() {
    assert_eq!(
        front("topics/oil-and-wicks"),
        "title: Oil and Wicks\nvisibility: members\norder: 1\ndocument_purpose: Say how oil is bought\nnarrative: Oil is bought\n\
         last_discussion_note: Agreed at 05/12/2018 to wait\nnext_discussion:\n- on: 2019-09\nrelated_actions: 2, 3, 24, 25\n"
    );
    let market = front("topics/market-days");
    assert!(market.contains("document_purpose: Say on which days the market is and why"), "{market}");
    assert!(market.contains("stated_last_discussion: 2018-07-03"), "{market}");
    assert!(!market.contains("outstanding_note") && !market.contains("next_discussion"), "{market}");
    assert!(
        front("topics/lamp-posts")
            .contains("next_discussion:\n- on: 2019-07\n  note: Update July’19 with more\n")
    );
}

#[test]
fn what_is_torn_is_a_doubt() {
    let imported = imported();
    let torn: Vec<&str> = imported
        .doubts
        .iter()
        .filter(|doubt| doubt.rule.code == "torn_column")
        .map(|doubt| doubt.message.as_str())
        .collect();
    assert!(
        torn.iter().any(|message| message.contains("“Key outstanding issues” has 4 pieces for 3 columns")),
        "{torn:#?}"
    );
    assert!(torn.iter().any(|message| message.contains("“Lamp Posts”, “Market Days”")), "{torn:#?}");
    assert!(torn.iter().any(|message| message.contains("“Artefacts” ran together")), "{torn:#?}");
}

#[test]
fn lists_are_paired_in_order() {
    assert_eq!(
        front("artefacts/a1"),
        "title: List of guilds\nvisibility: members\nreference: A1\nfrom_actions:\n- 1\n- 36\ntopic: lamp-posts\nevidence:\n- papers/outputs-and-progress-v1-0\n"
    );
    assert!(front("artefacts/a3").contains("from_actions:\n- 3\n"));
    assert_eq!(
        front("papers/p10-evidence"),
        "title: Evidence\nvisibility: members\nreference: P10\nkind: extemporary\n"
    );
    assert!(front("actions/log-051").contains("title: Count the lamps\n"));
    assert!(front("actions/log-071").contains("state: ongoing\nstate_on: 2019-07-11\n"));
    assert!(front("actions/log-080").contains("state: closed\n"));
    assert!(!front("actions/log-094").contains("state"));
}

#[test]
fn what_artefacts_came_from_is_completed_where_the_paper_says_so() {
    assert_eq!(
        front("actions/log-036"),
        "title: Log entry 36\nvisibility: members\nlog_number: 36\nstate: completed\nstate_on: 2019-07-11\nevidence:\n\
         - papers/outputs-and-progress-v1-0\nnote: Listed under “Existing artefacts from completed actions”, with the \
         artefact A1.\nartefact:\n- a1\n"
    );
    for number in ["001", "003", "019"] {
        assert!(front(&format!("actions/log-{number}")).contains("state: completed\n"), "{number}");
    }
    let heads = |imported: &Imported| {
        imported.drafts[0].body.contains("## Existing artefacts from completed actions\n")
    };
    assert!(heads(&imported()));
    // Of one that is live in another list neither is believed in silence.
    let both = read(&"x".into(), &MATRIX.replace("from action 19 –", "from action 28 –"), &[]);
    let told: Vec<_> =
        both.doubts.iter().filter(|doubt| doubt.rule.code == "conflicting_documents").collect();
    let [one] = &told[..] else { panic!("{:#?}", both.doubts) };
    assert!(
        one.message.starts_with("`state` of entry 28 of the log is open in one list of the paper, and A2"),
        "{one:?}"
    );
    let log_28 = both.drafts.iter().find(|draft| draft.id.as_str() == "actions/log-028").unwrap();
    assert_eq!(log_28.front_matter.get("state").and_then(Value::as_str), Some("open"));
    // Artefacts alone say nothing of the state of their actions.
    let plain = read(&"x".into(), &MATRIX.replace("Artefacts from Completed actions", "Artefacts"), &[]);
    assert!(plain.drafts.iter().all(|draft| draft.id.as_str() != "actions/log-036"));
    assert!(!heads(&plain));
}

#[test]
fn key_outstanding_issues_become_drafts_for_an_editor() {
    let text = "Outputs v1.0\n\n11 July 2019\n\n| Output | Oil | Lamp posts | Market |\n|---|---|---|---|\n\
                | Document purpose | Say how | Say where | Say when |\n| Narrative | Bought | Standing | Held |\n\
                | Last discussion | 14/05/2019 | n/a | n/a |\n\
                | Key outstanding issues | Who pays? Council to say why. | None, circulate the plan | n/a |\n\
                | Related actions | 1, 2 | 3 | 4 |\n";
    let imported = of_blocks(&"x".into(), block::read(text), &[]);
    let issues: Vec<String> = imported
        .drafts
        .iter()
        .filter(|draft| draft.id.collection() == "issues")
        .map(|draft| {
            format!("{}\n{}{}", draft.id, serde_yaml::to_string(&draft.front_matter).unwrap(), draft.body)
        })
        .collect();
    assert_eq!(
        issues,
        [
            "issues/who-pays\ntitle: Who pays?\ntopic: oil\ndraft: true\nListed under “Key outstanding issues” of Oil, \
             11 July 2019: papers/outputs-v1-0.\n",
            "issues/council-to-say-why\ntitle: Council to say why\ntopic: oil\ndraft: true\nListed under “Key \
             outstanding issues” of Oil, 11 July 2019: papers/outputs-v1-0.\n",
        ]
    );
    assert_eq!(faults(&imported.drafts), []);
}

#[test]
fn topics_of_the_archive_keep_their_names() {
    let known = records(&[
        ("topics/oil", "title: Oil\n", ""),
        ("topics/market", "title: The market\nshort_title: Market days\n", ""),
    ]);
    let imported = read(&"x".into(), MATRIX, &known);
    let ids: Vec<&str> =
        imported.drafts.iter().map(|draft| draft.id.as_str()).filter(|id| id.starts_with("topics")).collect();
    assert_eq!(ids, ["topics/oil", "topics/lamp-posts", "topics/market"]);
}

#[test]
fn a_table_that_is_whole_needs_no_cutting() {
    let text = "Outputs v1.0\n\n11 July 2019\n\n| Output | Oil | Lamp posts |\n|---|---|---|\n| Document purpose | Say how | Say where |\n\
                | Narrative | Bought | Standing |\n| Last discussion | 14/05/2019 | n/a |\n| Artefacts | A1 | |\n| Related actions | 1, 2 | 3 |\n\n\
                Existing artefacts\n\n| A1 | from action 1 - a list |\n|---|---|\n";
    let blocks = block::read(text);
    assert!(is_table(&blocks));
    let imported = of_blocks(&"x".into(), blocks, &[]);
    let ids: Vec<&str> = imported.drafts.iter().map(|draft| draft.id.as_str()).collect();
    assert_eq!(ids, ["papers/outputs-v1-0", "topics/oil", "topics/lamp-posts", "artefacts/a1"]);
    assert!(imported.doubts.iter().all(|doubt| doubt.rule.code != "torn_column"), "{:?}", imported.doubts);
}

#[test]
fn its_records_are_read_without_a_fault() {
    let imported = imported();
    assert_eq!(imported.drafts[0].id.as_str(), "papers/outputs-and-progress-v1-0");
    assert_eq!(faults(&imported.drafts), []);
    assert!(
        imported.drafts[0].body.contains("- **A1:** from Action 1, 36 - list of guilds\n"),
        "{}",
        imported.drafts[0].body
    );
}

proptest! {
    #[test]
    fn never_panics(text in crate::model::text::tests::mangled(), cut in 0usize..2000) {
        read(&"x".into(), &text, &[]);
        let cut = (0..=cut.min(MATRIX.len())).rev().find(|at| MATRIX.is_char_boundary(*at)).unwrap_or(0);
        read(&"x".into(), &format!("{}{text}{}", &MATRIX[..cut], &MATRIX[cut..]), &[]);
    }
}
