//! What a further output made of the hypotheses before it: diagnosis is a conversation.

use crate::crosses;
use crate::diagnose::diagnosis::Diagnosis;
use crate::diagnose::finding::{Confidence, Evidence, Finding, Severity};
use crate::model::cluster::Cluster;
use crate::model::object_ref::ObjectRef;
use crate::phrase;
use crate::span::Span;
use crate::text::Phrase;

/// What became of a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// A line says so now.
    Confirmed,
    /// It follows from a deeper cause that has come to light.
    Explained,
    /// The newer output shows that it is not so.
    Refuted,
    /// It was so for certain; the newer output shows that it no longer is.
    Over,
}

crosses! { enum Outcome { Confirmed, Explained, Refuted, Over } }

/// A statement, and what a further output made of it, with the proof of both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// What became of it.
    pub outcome: Outcome,
    /// What was said before.
    pub was: Phrase,
    /// What is said now, where it is more than the outcome.
    pub now: Option<Phrase>,
    /// The line it rested on.
    pub before: Evidence,
    /// The line that decides.
    pub after: Evidence,
}

crosses! { struct Answer { outcome, was, now, before, after } }

/// What became of the critical and warning findings of `before`, now that texts from the source numbered `first_new` on were
/// read as well. Silent on what the new texts neither prove nor contradict.
pub fn follow_up(before: &Diagnosis, cluster: &Cluster, after: &Diagnosis, first_new: u32) -> Vec<Answer> {
    let new = |span: &Span| span.source.0 >= first_new;
    let grave = before.findings.iter().filter(|it| it.severity >= Severity::Warning);
    grave.filter_map(|was| answer(was, before, cluster, after, &new)).collect()
}

fn answer(was: &Finding, before: &Diagnosis, cluster: &Cluster, after: &Diagnosis, new: &dyn Fn(&Span) -> bool) -> Option<Answer> {
    let first = was.evidence.iter().next()?.clone();
    let told = |outcome, now: Option<Phrase>, decides: Evidence| {
        Some(Answer { outcome, was: was.title.clone(), now, before: first.clone(), after: decides })
    };
    let fresh = |finding: &Finding| finding.evidence.iter().find(|it| new(&it.span)).cloned();
    let same = |it: &Finding| it.rule == was.rule && (it.subject == was.subject || it.also.contains(&was.subject));
    let known = |it: &Finding| before.findings.iter().any(|old| old.rule == it.rule && old.subject == it.subject);
    if let Some(at) = after.findings.iter().position(same) {
        let now = after.findings.get(at)?;
        if was.confidence < Confidence::Certain && now.confidence == Confidence::Certain {
            return told(Outcome::Confirmed, (now.title != was.title).then(|| now.title.clone()), fresh(now)?);
        }
        // A cause that is new, or that was thought something apart.
        let root = cause_of(after, at).filter(|root| !known(root))?;
        return told(Outcome::Explained, Some(root.title.clone()), fresh(root)?);
    }
    // The same object, named more exactly by another rule.
    let closer = after.findings.iter().find(|it| it.subject == was.subject && it.severity >= Severity::Warning && !known(it));
    if let Some((now, decides)) = closer.and_then(|it| Some((it, fresh(it)?))) {
        return told(Outcome::Explained, Some(now.title.clone()), decides);
    }
    if after.dismissed.iter().any(|it| same(&it.finding)) {
        return None;
    }
    let shown = was.objects().find_map(|object| sightings(cluster, object).iter().find(|span| new(span)))?;
    let outcome = if was.confidence == Confidence::Certain { Outcome::Over } else { Outcome::Refuted };
    told(outcome, None, Evidence { span: *shown, note: phrase!("what the newer output shows of it", "新输出中它的情况") })
}

/// The root of the incident in which a finding is an effect.
fn cause_of(diagnosis: &Diagnosis, at: usize) -> Option<&Finding> {
    let incident = diagnosis.incidents.iter().find(|it| it.effects.iter().any(|effect| effect.finding == at))?;
    diagnosis.findings.get(incident.root)
}

fn sightings<'a>(cluster: &'a Cluster, object: &ObjectRef) -> &'a [Span] {
    let of_pod = cluster.pods.get(object).map(|it| &it.sightings);
    let of_node = || cluster.nodes.get(&object.name).filter(|it| it.id == *object).map(|it| &it.sightings);
    of_pod.or_else(of_node).or_else(|| cluster.others.get(object).map(|it| &it.sightings)).map_or(&[], |it| it.as_slice())
}
