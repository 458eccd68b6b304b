//! [`Report`] → the JSON that programs read: schema 1. Its shape is a promise; fields are added, never changed.

mod schema;

use crate::diagnose::diagnosis::Diagnosis;
use crate::diagnose::finding::{Finding, Place};
use crate::model::change::Change;
use crate::model::cluster::{Cluster, Inference};
use crate::model::object_ref::ObjectRef;
use crate::report::{BlockReport, Report, SourceReport};
use crate::share::counts::{NodeCounts, objects_by_kind, pods_by_status};
pub use crate::share::json::schema::Document;
use crate::share::json::schema::{
    BlockJson, ChangeJson, ClusterJson, EvidenceJson, FindingJson, GapJson, IncidentJson, IssueJson, ObjectJson, PodsJson, SourceJson,
    StepJson, ValueJson,
};
use crate::share::line::Quote;
use crate::share::words::{confidence_id, severity_id};
use crate::span::Seen;
use crate::text::Lang;

/// Characters of a quoted line: objects come on one line of megabytes, too.
const QUOTED_CHARS: usize = 2_000;

/// The report in one language, ready to be serialised.
pub fn json<'a>(report: &'a Report, lang: Lang, quote: Quote<'_>) -> Document<'a> {
    let all = report.clusters();
    let several = all.len() > 1;
    let mut document = Document {
        schema: 1,
        sources: report.sources.iter().map(|it| source(it, lang)).collect(),
        cluster: cluster(all.first().map_or(&report.cluster, |(first, _)| first), lang, several),
        clusters: all.iter().filter(|_| several).map(|(it, _)| cluster(it, lang, several)).collect(),
        findings: Vec::new(),
        incidents: Vec::new(),
        not_judged: Vec::new(),
        changes: Vec::new(),
    };
    for (at, (cluster, diagnosis)) in all.into_iter().enumerate() {
        let of = several.then_some(at);
        let before = document.findings.len();
        document.findings.extend(diagnosis.findings.iter().enumerate().map(|(at, it)| finding(before + at, of, it, lang, quote)));
        document.incidents.extend(incidents(diagnosis, before, of, lang));
        document.changes.extend(cluster.changes.iter().map(|it| change(it, of, quote)));
        document.not_judged.extend(diagnosis.not_judged.iter().map(|gap| GapJson {
            cluster: of,
            what: gap.what.get(lang),
            command: &gap.step.command,
        }));
    }
    document
}

fn change<'a>(change: &'a Change, cluster: Option<usize>, quote: Quote<'_>) -> ChangeJson<'a> {
    let value = |seen: &'a Seen<String>| {
        let line = quote(seen.span);
        ValueJson { value: &seen.value, source: line.source, line: line.number, text: line.text.chars().take(QUOTED_CHARS).collect() }
    };
    ChangeJson { cluster, object: object(&change.object), field: &change.field, from: value(&change.from), to: value(&change.to) }
}

fn source(source: &SourceReport, lang: Lang) -> SourceJson<'_> {
    SourceJson {
        name: &source.name,
        blocks: source.blocks.iter().map(|it| block(it, lang)).collect(),
        issues: source.problem.iter().map(|it| IssueJson { line: None, message: it.get(lang) }).collect(),
    }
}

fn block(block: &BlockReport, lang: Lang) -> BlockJson<'_> {
    BlockJson {
        format: &block.format,
        resource: block.resource.as_deref(),
        command: block.command.as_deref(),
        namespace: block.namespace.as_deref(),
        lines: block.lines,
        rows: block.rows,
        issues: block.issues.iter().map(|it| IssueJson { line: Some(it.line), message: it.message.get(lang) }).collect(),
    }
}

fn cluster(cluster: &Cluster, lang: Lang, named: bool) -> ClusterJson<'_> {
    fn value(inference: Option<&Inference>) -> Option<&str> {
        inference.map(|it| it.value.as_str())
    }
    ClusterJson {
        name: named.then(|| cluster.label().get(lang).to_owned()),
        distribution: value(cluster.distribution.as_ref()),
        version: cluster.version.as_ref().map(|it| it.value.as_str()),
        cni: value(cluster.cni.as_ref()),
        runtime: value(cluster.runtime.as_ref()),
        nodes: NodeCounts::of(cluster),
        pods: PodsJson { total: cluster.pods.len(), by_status: pods_by_status(cluster) },
        objects: objects_by_kind(cluster),
    }
}

fn finding<'a>(at: usize, cluster: Option<usize>, finding: &'a Finding, lang: Lang, quote: Quote<'_>) -> FindingJson<'a> {
    FindingJson {
        id: id(at),
        cluster,
        rule: &finding.rule,
        severity: severity_id(finding.severity),
        confidence: confidence_id(finding.confidence),
        subject: object(&finding.subject),
        title: finding.title.get(lang),
        why: finding.why.get(lang),
        fix: finding.fix.get(lang),
        next: finding.next.iter().map(|step| step.command.as_str()).collect(),
        steps: finding
            .next
            .iter()
            .map(|step| StepJson {
                command: &step.command,
                node: match &step.place {
                    Place::Kubectl => None,
                    Place::Node(name) => Some(name),
                },
                purpose: step.purpose.get(lang),
                safe: step.safe,
            })
            .collect(),
        also: finding.also.iter().map(object).collect(),
        evidence: finding
            .evidence
            .iter()
            .map(|it| {
                let line = quote(it.span);
                let text = line.text.chars().take(QUOTED_CHARS).collect();
                EvidenceJson { source: line.source, line: line.number, text, note: it.note.get(lang) }
            })
            .collect(),
    }
}

/// Incidents of one cluster; so many findings of others come before its own.
fn incidents(diagnosis: &Diagnosis, before: usize, cluster: Option<usize>, lang: Lang) -> Vec<IncidentJson<'_>> {
    fn all(phrases: &[crate::text::Phrase], lang: Lang) -> Vec<&str> {
        phrases.iter().map(|it| it.get(lang)).collect()
    }
    diagnosis
        .incidents
        .iter()
        .map(|it| IncidentJson {
            cluster,
            root: id(before + it.root),
            symptoms: it.effects.iter().map(|effect| id(before + effect.finding)).collect(),
            severity: severity_id(it.severity),
            confidence: confidence_id(it.confidence),
            headline: it.headline.get(lang),
            hit: all(&it.hit, lang),
            still_works: all(&it.still_works, lang),
            at_risk: all(&it.at_risk, lang),
            alternatives: all(&it.alternatives, lang),
        })
        .collect()
}

fn object(object: &ObjectRef) -> ObjectJson<'_> {
    ObjectJson { kind: object.kind.name(), namespace: object.namespace.as_deref(), name: &object.name }
}

/// `f1` for the first finding of the report.
fn id(at: usize) -> String {
    format!("f{}", at + 1)
}
