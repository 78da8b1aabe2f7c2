//! The line from each question to its outcome: question → action → artefact → paper → heading, and what
//! stands on no line.
//!
//! In: what came of each action, and where every issue stands. Out: `Threads`, by topic. What is here
//! is only what records name: an action that nobody named on a question is listed as an orphan, and
//! not joined to a question that it may well answer.

use std::collections::BTreeSet;

use super::lineage::Lineages;
use super::register::Register;
use super::standings::{Standings, issues};
use super::topics::Topics;
use crate::audience::Edition;
use crate::model::kinds::Kind;
use crate::model::standing::Heading;

/// Every line, and what stands on none.
#[derive(Debug, Default)]
pub struct Threads {
    /// The questions by topic, in the order of the topics; last those without one.
    pub groups: Vec<(Option<usize>, Vec<Thread>)>,
    /// Questions on which no action is named.
    pub without_action: Vec<usize>,
    /// Actions that no question names, in the order of the register.
    pub without_question: Vec<usize>,
    /// Artefacts that come from no action on record.
    pub without_origin: Vec<usize>,
    /// Artefacts that are no paper on record.
    pub without_paper: Vec<usize>,
    /// Papers that no artefact is.
    pub papers_alone: Vec<usize>,
    /// How many questions the line of which reaches each step.
    pub reach: Reach,
}

/// The line of one question.
#[derive(Debug)]
pub struct Thread {
    /// The question.
    pub issue: usize,
    /// Where it stands: the outcome.
    pub heading: Heading,
    /// What was promised on it; never empty.
    pub actions: Vec<Step>,
}

/// An action on a line, and what came of it.
#[derive(Debug)]
pub struct Step {
    /// The action.
    pub action: usize,
    /// The artefacts from it, each with the paper that it is, where one is named.
    pub artefacts: Vec<(usize, Option<usize>)>,
}

/// How many questions got how far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// All of them.
    pub questions: usize,
    /// With an action.
    pub actions: usize,
    /// With an artefact from an action.
    pub artefacts: usize,
    /// With a paper that is such an artefact.
    pub papers: usize,
    /// With a line that reaches an action, and resolved.
    pub resolved: usize,
}

impl Threads {
    /// The lines of an edition.
    pub(super) fn of(
        edition: &Edition,
        register: &Register,
        topics: &Topics,
        lineages: &Lineages,
        standings: &Standings<'_>,
    ) -> Self {
        let paper = |artefact: usize| match &edition.record(artefact).kind {
            Kind::Artefact(of) => of.paper.as_ref().and_then(|paper| edition.index_of(&paper.id)),
            _ => None,
        };
        let mut threads = Threads::default();
        let mut lines: Vec<(Option<usize>, Thread)> = Vec::new();
        let (mut asked, mut made) = (BTreeSet::new(), BTreeSet::<usize>::new());
        let mut of_issue: std::collections::BTreeMap<usize, Vec<usize>> = std::collections::BTreeMap::new();
        for &action in &register.actions {
            for &issue in &lineages.of_action(action).issues {
                of_issue.entry(issue).or_default().push(action);
                asked.insert(action);
            }
            made.extend(&lineages.of_action(action).artefacts);
        }
        for (issue, _) in issues(edition) {
            let Some(heading) = standings.heading(issue) else { continue };
            threads.reach.questions += 1;
            let Some(actions) = of_issue.remove(&issue) else {
                threads.without_action.push(issue);
                continue;
            };
            let steps: Vec<Step> = actions
                .into_iter()
                .map(|action| Step {
                    action,
                    artefacts: lineages
                        .of_action(action)
                        .artefacts
                        .iter()
                        .map(|one| (*one, paper(*one)))
                        .collect(),
                })
                .collect();
            let artefacts = || steps.iter().flat_map(|step| &step.artefacts);
            threads.reach.actions += 1;
            threads.reach.artefacts += usize::from(artefacts().next().is_some());
            threads.reach.papers += usize::from(artefacts().any(|(_, paper)| paper.is_some()));
            threads.reach.resolved += usize::from(heading == Heading::Resolved);
            let topic = topics.of_record(issue).first().copied();
            lines.push((topic, Thread { issue, heading, actions: steps }));
        }
        let place = |topic: Option<usize>| topics.views.iter().position(|view| Some(view.topic) == topic);
        lines.sort_by_key(|(topic, thread)| {
            let place = place(*topic);
            (place.is_none(), place, edition.record(thread.issue).title.to_lowercase())
        });
        for (topic, thread) in lines {
            match threads.groups.last_mut() {
                Some((last, group)) if *last == topic => group.push(thread),
                _ => threads.groups.push((topic, vec![thread])),
            }
        }
        threads.without_question =
            register.actions.iter().copied().filter(|action| !asked.contains(action)).collect();
        let artefacts = || edition.collection("artefacts");
        threads.without_origin = artefacts().filter(|one| !made.contains(one)).collect();
        threads.without_paper = artefacts().filter(|one| paper(*one).is_none()).collect();
        let papers: BTreeSet<usize> = artefacts().filter_map(paper).collect();
        threads.papers_alone = edition.collection("papers").filter(|one| !papers.contains(one)).collect();
        threads
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compose::fixture::{Fixture, action, event, issue, link, names, of_kind, record, topic};
    use crate::model::action::Action;
    use crate::model::issue::{Agreement, Work};
    use crate::model::kinds::Artefact;

    #[test]
    fn a_line_goes_from_question_to_outcome_and_what_is_on_none_is_told() {
        let logged = |n| Action { log_number: Some(n), ..Action::default() };
        let artefact = |from: u32, paper: Option<&str>| {
            let (from_log, paper) = (vec![from], paper.map(link));
            Kind::Artefact(Box::new(Artefact { from_log, paper, ..Artefact::default() }))
        };
        let asked = issue(
            "issues/asked",
            Some("topics/t"),
            Some("2018-07-03"),
            vec![event("2018-07-03", None, Agreement::Agreed, Work::Done)],
        );
        let paper = || Kind::Paper(Box::default());
        let edition = Fixture::new()
            .with(topic("topics/t", "T", None))
            .with(asked.but(|kind| {
                if let Kind::Issue(issue) = kind {
                    issue.actions = vec![link("actions/log-001")];
                }
            }))
            .with(issue("issues/bare", None, Some("2018-07-03"), vec![]))
            .with(action("actions/log-001", "One", logged(1)))
            .with(action("actions/log-002", "Two", logged(2)))
            .with(of_kind("artefacts/a1", "A1", artefact(1, Some("papers/p"))))
            .with(of_kind("artefacts/a2", "A2", artefact(9, None)))
            .with(of_kind("papers/p", "P", paper()))
            .with(of_kind("papers/q", "Q", paper()))
            .with(record("cases/c", "C"))
            .edition("2019-07-31");
        let threads = crate::compose::site(&edition).threads;
        let [(Some(of), lines)] = &threads.groups[..] else { panic!("{:?}", threads.groups) };
        assert_eq!(names(&edition, &[*of, lines[0].issue]), ["topics/t", "issues/asked"]);
        let [Step { action, artefacts }] = &lines[0].actions[..] else { panic!("{lines:?}") };
        let [(artefact, Some(paper))] = artefacts[..] else { panic!("{artefacts:?}") };
        let line = [*action, artefact, paper];
        assert_eq!(names(&edition, &line), ["actions/log-001", "artefacts/a1", "papers/p"]);
        assert_eq!(lines[0].heading, Heading::Resolved);
        let reach = Reach { questions: 2, actions: 1, artefacts: 1, papers: 1, resolved: 1 };
        assert_eq!(threads.reach, reach);
        for (orphans, expected) in [
            (&threads.without_action, "issues/bare"),
            (&threads.without_question, "actions/log-002"),
            (&threads.without_origin, "artefacts/a2"),
            (&threads.without_paper, "artefacts/a2"),
            (&threads.papers_alone, "papers/q"),
        ] {
            assert_eq!(names(&edition, orphans), [expected]);
        }
    }
}
