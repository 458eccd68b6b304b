//! [`Report`] → the JSON that programs read: schema 1. Its shape is a promise; fields are added, never changed.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::diagnose::diagnosis::Diagnosis;
use crate::diagnose::finding::{Finding, Place};
use crate::model::cluster::{Cluster, Inference};
use crate::model::object_ref::ObjectRef;
use crate::report::{BlockReport, Report, SourceReport};
use crate::share::counts::{NodeCounts, objects_by_kind, pods_by_status};
use crate::share::line::Quote;
use crate::share::words::{confidence_id, severity_id};
use crate::text::Lang;

/// Characters of a quoted line: objects come on one line of megabytes, too.
const QUOTED_CHARS: usize = 2_000;

/// The report in one language, ready to be serialised.
pub fn json<'a>(report: &'a Report, lang: Lang, quote: Quote<'_>) -> Document<'a> {
    Document {
        schema: 1,
        sources: report.sources.iter().map(|it| source(it, lang)).collect(),
        cluster: cluster(&report.cluster),
        findings: report.diagnosis.findings.iter().enumerate().map(|(at, it)| finding(at, it, lang, quote)).collect(),
        incidents: incidents(&report.diagnosis, lang),
        not_judged: report
            .diagnosis
            .not_judged
            .iter()
            .map(|gap| GapJson { what: gap.what.get(lang), command: &gap.step.command })
            .collect(),
    }
}

/// The whole document.
#[derive(Debug, Serialize)]
pub struct Document<'a> {
    schema: u32,
    sources: Vec<SourceJson<'a>>,
    cluster: ClusterJson<'a>,
    findings: Vec<FindingJson<'a>>,
    incidents: Vec<IncidentJson<'a>>,
    not_judged: Vec<GapJson<'a>>,
}

#[derive(Debug, Serialize)]
struct SourceJson<'a> {
    name: &'a str,
    blocks: Vec<BlockJson<'a>>,
    /// What concerns the input as a whole: it is a picture, an archive.
    issues: Vec<IssueJson<'a>>,
}

#[derive(Debug, Serialize)]
struct BlockJson<'a> {
    format: &'a str,
    resource: Option<&'a str>,
    command: Option<&'a str>,
    namespace: Option<&'a str>,
    lines: (u32, u32),
    rows: u32,
    issues: Vec<IssueJson<'a>>,
}

#[derive(Debug, Serialize)]
struct IssueJson<'a> {
    line: Option<u32>,
    message: &'a str,
}

#[derive(Debug, Serialize)]
struct ClusterJson<'a> {
    distribution: Option<&'a str>,
    version: Option<&'a str>,
    cni: Option<&'a str>,
    runtime: Option<&'a str>,
    nodes: NodeCounts,
    pods: PodsJson<'a>,
    objects: BTreeMap<&'a str, usize>,
}

#[derive(Debug, Serialize)]
struct PodsJson<'a> {
    total: usize,
    by_status: BTreeMap<&'a str, usize>,
}

#[derive(Debug, Serialize)]
struct FindingJson<'a> {
    id: String,
    rule: &'a str,
    severity: &'static str,
    confidence: &'static str,
    subject: ObjectJson<'a>,
    title: &'a str,
    why: &'a str,
    fix: &'a str,
    next: Vec<&'a str>,
    /// The same commands with what they are for and where they run (`null`: wherever kubectl works).
    steps: Vec<StepJson<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    also: Vec<ObjectJson<'a>>,
    evidence: Vec<EvidenceJson<'a>>,
}

#[derive(Debug, Serialize)]
struct ObjectJson<'a> {
    kind: &'a str,
    namespace: Option<&'a str>,
    name: &'a str,
}

#[derive(Debug, Serialize)]
struct StepJson<'a> {
    command: &'a str,
    node: Option<&'a str>,
    purpose: &'a str,
    safe: bool,
}

#[derive(Debug, Serialize)]
struct EvidenceJson<'a> {
    source: String,
    line: u32,
    text: String,
    note: &'a str,
}

#[derive(Debug, Serialize)]
struct IncidentJson<'a> {
    root: String,
    symptoms: Vec<String>,
    severity: &'static str,
    confidence: &'static str,
    headline: &'a str,
    still_works: Vec<&'a str>,
    at_risk: Vec<&'a str>,
    alternatives: Vec<&'a str>,
}

#[derive(Debug, Serialize)]
struct GapJson<'a> {
    what: &'a str,
    command: &'a str,
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

fn cluster(cluster: &Cluster) -> ClusterJson<'_> {
    fn value(inference: Option<&Inference>) -> Option<&str> {
        inference.map(|it| it.value.as_str())
    }
    ClusterJson {
        distribution: value(cluster.distribution.as_ref()),
        version: cluster.version.as_ref().map(|it| it.value.as_str()),
        cni: value(cluster.cni.as_ref()),
        runtime: value(cluster.runtime.as_ref()),
        nodes: NodeCounts::of(cluster),
        pods: PodsJson { total: cluster.pods.len(), by_status: pods_by_status(cluster) },
        objects: objects_by_kind(cluster),
    }
}

fn finding<'a>(at: usize, finding: &'a Finding, lang: Lang, quote: Quote<'_>) -> FindingJson<'a> {
    FindingJson {
        id: id(at),
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

fn incidents(diagnosis: &Diagnosis, lang: Lang) -> Vec<IncidentJson<'_>> {
    fn all(phrases: &[crate::text::Phrase], lang: Lang) -> Vec<&str> {
        phrases.iter().map(|it| it.get(lang)).collect()
    }
    diagnosis
        .incidents
        .iter()
        .map(|it| IncidentJson {
            root: id(it.root),
            symptoms: it.effects.iter().map(|effect| id(effect.finding)).collect(),
            severity: severity_id(it.severity),
            confidence: confidence_id(it.confidence),
            headline: it.headline.get(lang),
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
