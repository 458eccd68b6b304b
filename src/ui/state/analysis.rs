//! One result of the worker, and what the page looks up in it.

use std::rc::Rc;

use crate::brief::Brief;
use crate::diagnose::finding::Finding;
use crate::kind::Kind;
use crate::layout::scene::Scene;
use crate::model::object_ref::ObjectRef;
use crate::model::part::PartId;
use crate::order::Set;
use crate::span::Span;

/// A brief with its picture.
#[derive(Clone, Debug)]
pub struct Analysis {
    /// Number of the run that made it.
    pub run: u32,
    /// What was found.
    pub brief: Brief<'static>,
    /// The picture.
    pub scene: Rc<Scene>,
}

impl PartialEq for Analysis {
    /// A run has one result: no need to compare a whole cluster.
    fn eq(&self, other: &Self) -> bool {
        self.run == other.run
    }
}

impl Analysis {
    /// Whether the picture shows that part, or a finding is about an object that it does not draw.
    pub fn knows(&self, part: &PartId) -> bool {
        // Areas and objects may stand in another picture than this one.
        matches!(part, PartId::Group { .. } | PartId::Pod(_))
            || self.scene.parts.iter().any(|it| it.id == *part)
            || self.brief.diagnosis.findings.iter().any(|finding| Self::undrawn(finding).as_ref() == Some(part))
    }

    /// What a finding is about, where that has no place in any picture: neither pod nor node.
    fn undrawn(finding: &Finding) -> Option<PartId> {
        (!matches!(finding.subject.kind, Kind::Pod | Kind::Node | Kind::Cluster)).then(|| PartId::Pod(finding.subject.clone()))
    }

    /// What can be told of a finding's subject, and whether the picture shows it.
    pub fn telling(&self, finding: &Finding) -> Option<(PartId, bool)> {
        let drawn = self.part_of_finding(finding).map(|part| (part, true));
        drawn.or_else(|| Some((Self::undrawn(finding)?, false)))
    }

    /// The part that stands for an object: the one with the fewest objects in it.
    pub fn part_of(&self, object: &ObjectRef) -> Option<PartId> {
        let stands_for = self.scene.parts.iter().filter(|part| part.focusable && part.objects.contains(object));
        stands_for.min_by_key(|part| part.objects.len()).map(|part| part.id.clone())
    }

    /// The part at the root of an incident.
    pub fn root_part(&self, incident: usize) -> Option<PartId> {
        let root = self.brief.diagnosis.incidents.get(incident)?.root;
        self.finding(root).and_then(|finding| self.part_of_finding(finding))
    }

    /// The part that a finding is about.
    pub fn part_of_finding(&self, finding: &Finding) -> Option<PartId> {
        finding.objects().find_map(|object| self.part_of(object))
    }

    /// The objects of an incident, in their order.
    pub fn objects_of_incident(&self, incident: usize) -> Set<ObjectRef> {
        let incident = self.brief.diagnosis.incidents.get(incident);
        let findings = incident.into_iter().flat_map(|it| std::iter::once(it.root).chain(it.effects.iter().map(|effect| effect.finding)));
        findings.filter_map(|at| self.finding(at)).flat_map(|it| it.objects()).cloned().collect()
    }

    /// Every part that an incident touches, each once.
    pub fn parts_of_incident(&self, incident: usize) -> Vec<PartId> {
        let Some(incident) = self.brief.diagnosis.incidents.get(incident) else { return Vec::new() };
        let findings = std::iter::once(incident.root).chain(incident.effects.iter().map(|effect| effect.finding));
        let mut parts: Vec<PartId> = Vec::new();
        for finding in findings.filter_map(|index| self.finding(index)) {
            for part in finding.objects().filter_map(|object| self.part_of(object)) {
                if !parts.contains(&part) {
                    parts.push(part);
                }
            }
        }
        parts
    }

    /// The finding of that index.
    pub fn finding(&self, index: usize) -> Option<&Finding> {
        self.brief.diagnosis.findings.get(index)
    }

    /// First and last line of a span, 1-based.
    pub fn lines_of(&self, span: Span) -> Option<(u32, u32)> {
        let source = self.brief.sources.get(usize::try_from(span.source.0).ok()?)?;
        (1..=source.lines).contains(&span.line).then_some((span.line, span.last.max(span.line)))
    }
}
