//! Slide packs as converters leave them, in words of our own.

use proptest::prelude::*;

use super::super::tests::faults;
use super::*;

const PACK: &str = "# Town Forum on Lamps\n\nA talk between guilds and the town\n\nWorkshop three: 5<sup>th</sup> December 2018\n\n\n\n\n\n\n\n\
# **Today**\n\n\n\n## Workshop 3: Core issues\n\n#### **Purpose**\n\n- To give room to:\n  - speak of oil\n  - shape the rules\n\n\n\n\
## **Agenda**\n\n- Welcome\n- 2 papers\n  - Oil\n  - Rules of Lamps\n\n \n#### Working Lunch\n\n- 14:00 Next steps\n\n\n\n\
# Oil\n\n\n\n## **Oil**\n\n- Oil is dear\n\n\n\n## **Oil**\n\n What would be needed to buy more oil?\n\n\n\n\
## **Plan of the process**\n\n- 4 workshops: July to May\n- Write-ups: one for each\n- 2020: the end\n";

fn imported() -> Imported {
    read(&"in/slides.md".into(), PACK)
}

#[test]
fn reads_what_the_meeting_is_for() {
    let imported = imported();
    assert_eq!(imported.drafts[0].id.as_str(), "workshops/2018-12-05-workshop-3");
    assert_eq!(
        serde_yaml::to_string(&imported.drafts[0].front_matter).unwrap(),
        "title: Workshop 3, 5 December 2018\nnumber: 3\ndate: 2018-12-05\npurpose:\n- Speak of oil\n- Shape the rules\n\
         agenda:\n- Welcome\n- item: Oil\n  papers:\n  - papers/oil-workshop-3\n- item: Rules of Lamps\n  papers:\n  - papers/rules-of-lamps-workshop-3\n\
         - Working Lunch\n- time: 14:00\n  item: Next steps\npapers:\n- oil-workshop-3\n- rules-of-lamps-workshop-3\n"
    );
    assert_eq!(imported.drafts.len(), 3);
    assert_eq!(faults(&imported.drafts), []);
}

#[test]
fn drops_decoration_and_joins_slides_of_one_title() {
    let imported = imported();
    assert_eq!(
        imported.drafts[0].body,
        "Town Forum on Lamps\n\nA talk between guilds and the town\n\nWorkshop three: 5th December 2018\n\n\
         ## Workshop 3: Core issues\n\n### Purpose\n\n- To give room to:\n  - speak of oil\n  - shape the rules\n\n\
         ## Oil\n\n- Oil is dear\n\nWhat would be needed to buy more oil?\n\n\
         ## Plan of the process\n\n- 4 workshops: July to May\n- Write-ups: one for each\n- 2020: the end\n"
    );
    let left: Vec<&str> = imported
        .doubts
        .iter()
        .filter(|doubt| doubt.rule.code == "left_out")
        .map(|doubt| doubt.message.as_str())
        .collect();
    assert_eq!(
        left,
        [
            "a slide with nothing but the title “Today” is left out",
            "a slide with nothing but the title “Oil” is left out"
        ]
    );
    assert!(imported.figures.contains(&("steps of the plan".to_owned(), 3)));
}

#[test]
fn a_lone_title_is_that_of_the_slide_after_it() {
    let imported = read(&"x".into(), "# Forum\n\n\n\n## Lamps\n\n\n\n- Oil\n- Wicks\n");
    assert!(imported.drafts[0].body.ends_with("## Lamps\n\n- Oil\n- Wicks\n"), "{}", imported.drafts[0].body);
    assert!(imported.doubts.iter().all(|doubt| doubt.rule.code != "left_out"));
}

#[test]
fn a_garbled_copy_is_a_doubt() {
    let imported = read(
        &"x".into(),
        "# Forum\n\n\n\n## The head\n\nln for the Town Lamp Offlce and Oll\n\nResponsible for the Town Lamp Office and Oil\n",
    );
    assert_eq!(imported.doubts.iter().filter(|doubt| doubt.rule.code == "cut_text").count(), 1);
}

proptest! {
    #[test]
    fn never_panics(text in crate::model::text::tests::mangled()) {
        read(&"x".into(), &text);
        read(&"x".into(), &text.replace('\n', "\n\n\n\n"));
    }
}
