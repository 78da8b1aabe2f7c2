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
        let paper = |artefact: usize| match &edition.records()[artefact].kind {
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
            (place.is_none(), place, edition.records()[thread.issue].title.to_lowercase())
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
        threads
    }
}
