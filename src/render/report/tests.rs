//! What readers and re-users get of a report: a page, data and Markdown.

use std::collections::BTreeSet;

use super::*;
use crate::audience::Edition;
use crate::compose::report::fixture::{by_chapter, dialogue};
use crate::compose::site;
use crate::render::theme::Theme;

/// The page of a report, by the default theme.
fn page(edition: &Edition, index: usize) -> String {
    let theme = Theme::load(Vec::new()).unwrap();
    String::from_utf8(crate::render::report_page(&site(edition), &theme, index).unwrap()).unwrap()
}

fn markdown_of(edition: &Edition, index: usize) -> String {
    markdown(&site(edition), index)
}

/// The lines from the one that starts so, to the next heading.
fn part<'t>(text: &'t str, start: &str) -> &'t str {
    let from = text.find(start).unwrap_or_else(|| panic!("no {start} in {text}"));
    let rest = &text[from..];
    rest[1..].find("\n#").map_or(rest, |end| &rest[..=end]).trim_end()
}

/// The values of an attribute, in order.
fn attributes<'t>(html: &'t str, name: &str) -> Vec<&'t str> {
    let open = format!(" {name}=\"");
    html.match_indices(&open).filter_map(|(at, _)| html[at + open.len()..].split('"').next()).collect()
}

#[test]
fn data_have_the_promised_shape() {
    let edition = dialogue();
    let text = String::from_utf8(json(&site(&edition), 1).unwrap()).unwrap();
    let short: Vec<&str> = text.lines().take_while(|line| !line.contains("\"title\"")).collect();
    insta::assert_snapshot!(short.join("\n"), @r#"
    {
      "slug": "2018-2019",
      "period": {
        "from": "2018-07",
        "to": "2019-07"
      },
      "edition": 1,
      "status": "draft",
      "counts": {
        "resolved": 2,
        "unresolved": 2,
        "outstanding": 3,
        "set_aside": 1
      },
      "topics": [
        {
          "topic": "images",
          "issues": [
            {
              "issue": "issues/settled",
              "heading": "resolved",
              "rule": "discussed and resolved",
              "as_of": "2019-07-31",
              "evidence": [
                "workshops/2018-12-05-workshop-3#p-2"
              ],
              "changed_since_previous": true,
              "editorial": null,
    "#);
    let data: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(data["topics"][3]["topic"], serde_json::Value::Null);
    assert_eq!(data["topics"][3]["issues"][0]["editorial"]["heading"], "unresolved");
    assert_eq!(
        data["actions"].to_string(),
        r#"{"closed":0,"completed":1,"in_progress":1,"not_stated":0,"ongoing":0,"open":1}"#
    );
    // The promised keys come first and in their order.
    let keys = ["slug", "period", "edition", "status", "counts", "topics", "actions", "withheld", "title"];
    let at: Vec<usize> = keys.iter().map(|key| text.find(&format!("\n  \"{key}\":")).unwrap()).collect();
    assert!(at.is_sorted(), "{at:?}");
}

#[test]
fn counts_of_the_data_agree_with_its_issues() {
    let edition = dialogue();
    for index in [0, 1] {
        let data: serde_json::Value = serde_json::from_slice(&json(&site(&edition), index).unwrap()).unwrap();
        let mut seen = BTreeSet::new();
        for (key, heading) in [
            ("resolved", "resolved"),
            ("unresolved", "unresolved"),
            ("outstanding", "outstanding"),
            ("set_aside", "set-aside"),
        ] {
            let issues = data["topics"].as_array().unwrap().iter().flat_map(|topic| {
                topic["issues"].as_array().unwrap().iter().filter(|issue| issue["heading"] == heading)
            });
            let slugs: Vec<String> = issues.map(|issue| issue["issue"].to_string()).collect();
            assert_eq!(data["counts"][key], slugs.len());
            for slug in slugs {
                assert!(seen.insert(slug.clone()), "{slug} is counted twice");
            }
        }
    }
}

#[test]
fn markdown_reads_as_a_paper() {
    let edition = dialogue();
    let text = markdown_of(&edition, 1);
    insta::assert_snapshot!(part(&text, "# Annual report"), @r"
    # Annual report 2018–2019

    - **Edition:** First edition, draft
    - **Period:** July 2018 to July 2019
    - **As at:** 31 July 2019
    - **Editors:** A. Editor, Example University, https://orcid.org/0000-0002-1825-0097
    - **Date:** 31 July 2019
    - **Commissioned by:** The members of the Open Space
    - **Cite as:** A. Editor (2019) *Annual report 2018–2019*, first edition, draft. Available at: [https://example.org/archive/reports/2018-2019/](https://example.org/archive/reports/2018-2019/).
    ");
    insta::assert_snapshot!(part(&text, "## Custody image policy"), @r"
    ## Custody image policy

    *Written by the editors:*

    **¶16** Images came up [often](../../workshops/2018-07-03-workshop-1.html#p-2).

    - once
    - twice

    *Compiled from the records:*

    **¶17** Four issues have been raised: one resolved, one unresolved and two outstanding. The last discussion on record was at [Workshop 3](../../workshops/2018-12-05-workshop-3.html) on 5 December 2018.
    ");
    insta::assert_snapshot!(part(&text, "#### kept"), @r"
    #### kept

    **¶21** Partly agreed at [Workshop 3](../../workshops/2018-12-05-workshop-3.html) on 5 December 2018; the work was under way on 11 July 2019.

    - **Home Office**, in [Outputs and progress, version 1.0](../../papers/progress-v1-0.html), 11 July 2019: A review is [near](../../papers/progress-v1-0.html).
    - **CSOs**, at [Workshop 3](../../workshops/2018-12-05-workshop-3.html) on 5 December 2018: Wants a *date*.
    - No reply has been asked for.
    - The last evidence that is published is of 11 July 2019.
    - The next discussion was announced for 11 September 2019.
    - Actions: [Workshop 1, action 1](../../actions/workshop-1-action-1.html) **completed**, [Action log 72](../../actions/log-072.html) **in progress**
    - 5 December 2018: Discussed at [Workshop 3](../../workshops/2018-12-05-workshop-3.html): partly agreed, work not started. Evidence: [Workshop 3](../../workshops/2018-12-05-workshop-3.html), [passage 2](../../workshops/2018-12-05-workshop-3.html#p-2).
    - 11 July 2019: Recorded in [Outputs and progress, version 1.0](../../papers/progress-v1-0.html): partly agreed, work in progress. Evidence: [Outputs and progress, version 1.0](../../papers/progress-v1-0.html), [passage 9](../../papers/progress-v1-0.html#p-9).
    ");
    insta::assert_snapshot!(part(&text, "#### overruled"), @r"
    #### overruled

    **¶29** Discussed at [Workshop 3](../../workshops/2018-12-05-workshop-3.html) on 5 December 2018; no agreement is on record.

    > **Editor’s judgement.** The rule gives ‘outstanding’. The editor lists the issue as ‘discussed and not resolved’. Both papers call the difference one of principle. (A. Editor, 20 July 2019)

    - No reply has been asked for.
    - The last evidence that is published is of 5 December 2018, seven months before 31 July 2019.
    - 5 December 2018: Discussed at [Workshop 3](../../workshops/2018-12-05-workshop-3.html): nothing agreed yet, no evidence of work. Evidence: [Workshop 3](../../workshops/2018-12-05-workshop-3.html), [passage 2](../../workshops/2018-12-05-workshop-3.html#p-2).
    ");
    insta::assert_snapshot!(part(&text, "## The editors’ account"), @r"
    ## The editors’ account

    *Written by the editors:*

    **¶5** Opening words.[^1]
    ");
}

#[test]
fn the_second_report_tells_what_moved() {
    let edition = dialogue();
    insta::assert_snapshot!(part(&markdown_of(&edition, 0), "## What changed"), @r"
    ## What changed since the previous report

    **¶4** The report before this one, [Annual report 2018–2019](../2018-2019/index.html), speaks as at 31 July 2019. Of the nine issues raised by now, one is new, one was resolved, one was reopened, two are still outstanding and four are otherwise unchanged.

    *Figure 2. Where the issues stood in the report before, and where they stand now*

    | Then | Resolved now | Unresolved now | Outstanding now | Set aside now | All |
    | --- | --: | --: | --: | --: | --: |
    | Resolved | 1 | 0 | 1 | 0 | 2 |
    | Unresolved | 0 | 2 | 0 | 0 | 2 |
    | Outstanding | 1 | 0 | 2 | 0 | 3 |
    | Set aside | 0 | 0 | 0 | 1 | 1 |
    | Not yet raised | 0 | 0 | 1 | 0 | 1 |

    *Table 1. Every issue, where it stood then and where it stands now*

    | Issue | Then | Now | Move |
    | --- | --- | --- | --- |
    | [kept](#issue-kept) | **outstanding** | **resolved** | Resolved |
    | [later](#issue-later) | Not yet raised | **outstanding** | New |
    | [reopened](#issue-reopened) | **resolved** | **outstanding** | Reopened |
    | [in-talks](#issue-in-talks) | **outstanding** | **outstanding** | Still outstanding after 17 months |
    | [no-dispute](#issue-no-dispute) | **unresolved** | **unresolved** | Still not resolved after 12 months |
    | [settled](#issue-settled) | **resolved** | **resolved** | Unchanged |
    | [aside](#issue-aside) | **set aside** | **set aside** | Unchanged |
    | [silent](#issue-silent) | **outstanding** | **outstanding** | Still outstanding after 17 months |
    | [overruled](#issue-overruled) | **unresolved** | **unresolved** | Still not resolved after five months |

    **¶5** Two actions were carried over from the period before; one of them is still not closed.

    *Table 2. Actions carried over*

    | Action | Then | Now | Recorded |
    | --- | --- | --- | --- |
    | [Action log 72](../../actions/log-072.html) | **in progress** | **in progress** | No date |
    | [Workshop 1, action 2](../../actions/workshop-1-action-2.html) | **open** | **closed without completion** | September 2019 |

    **¶6** Of what was promised for the time since, one is not on record or not closed.

    *Table 3. Promised since the report before, and not on record*

    | What | Promised for | How it stands |
    | --- | --- | --- |
    | [Code](../../milestones/2019-10-code.html) | October 2019 | **no evidence that it came** |
    ");
}

#[test]
fn the_page_has_its_marks() {
    let edition = dialogue();
    let html = page(&edition, 1);
    let issues = attributes(&html, "data-issue");
    assert_eq!(issues.len(), 8);
    assert_eq!(issues.iter().collect::<BTreeSet<_>>().len(), issues.len());
    assert!(html.contains(r#"<article id="issue-kept" data-issue="kept" data-heading="outstanding">"#));
    assert_eq!(attributes(&html, "data-topic"), ["images", "sharing", "unused", ""]);
    let counted: usize = attributes(&html, "data-count").iter().map(|n| n.parse::<usize>().unwrap()).sum();
    assert_eq!(counted, issues.len());
    for heading in ["resolved", "unresolved", "outstanding", "set-aside"] {
        assert!(html.contains(&format!("<section data-heading=\"{heading}\" data-count=")), "{heading}");
    }
    assert!(html.contains("<strong>Editor’s judgement.</strong>"));
    assert!(html.contains(r#"data-voice="editors">Written by the editors</p>"#));
    assert!(html.contains(r#"data-voice="matrix">From the progress matrix</p>"#));
}

#[test]
fn every_fragment_leads_somewhere_and_every_id_is_one() {
    for edition in [dialogue(), by_chapter()] {
        for index in [0, 1] {
            let html = page(&edition, index);
            let ids = attributes(&html, "id");
            let unique: BTreeSet<&str> = ids.iter().copied().collect();
            assert_eq!(unique.len(), ids.len());
            for href in attributes(&html, "href") {
                if let Some(anchor) = href.strip_prefix('#') {
                    assert!(unique.contains(anchor), "#{anchor} leads nowhere");
                }
            }
            let numbers = ids.iter().filter(|id| id.starts_with("p-")).count();
            assert_eq!(numbers, site(&edition).reports()[index].paragraphs().len());
        }
    }
}

#[test]
fn headings_never_jump() {
    let edition = dialogue();
    let html = page(&edition, 1);
    let levels: Vec<usize> = html
        .match_indices("<h")
        .filter_map(|(at, _)| html[at + 2..].split(['>', ' ']).next()?.parse().ok())
        .collect();
    assert_eq!(levels.first(), Some(&1));
    assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1);
    for pair in levels.windows(2) {
        assert!(pair[1] <= pair[0] + 1, "{levels:?}");
    }
}

#[test]
fn a_report_on_nothing_is_whole() {
    let edition = crate::compose::report::fixture::nothing();
    let html = page(&edition, 0);
    assert!(
        html.contains(
            "By <time datetime=\"2020-03-01\">1 March 2020</time> no issue had been raised that is published here."
        ),
        "{html}"
    );
    let data: serde_json::Value = serde_json::from_slice(&json(&site(&edition), 0).unwrap()).unwrap();
    assert_eq!(data["period"]["to"], serde_json::Value::Null);
    assert_eq!(data["topics"], serde_json::json!([]));
    assert!(markdown_of(&edition, 0).contains("No interest is published here."));
}
