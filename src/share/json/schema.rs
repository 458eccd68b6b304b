//! The shape of the JSON report, as the contract has it.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::share::counts::NodeCounts;

/// The whole document.
#[derive(Debug, Serialize)]
pub struct Document<'a> {
    pub(super) schema: u32,
    pub(super) sources: Vec<SourceJson<'a>>,
    /// That with most objects.
    pub(super) cluster: ClusterJson<'a>,
    /// All, where the input shows several.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) clusters: Vec<ClusterJson<'a>>,
    pub(super) findings: Vec<FindingJson<'a>>,
    pub(super) incidents: Vec<IncidentJson<'a>>,
    pub(super) not_judged: Vec<GapJson<'a>>,
    /// What differs between outputs of one object; the newer counts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) changes: Vec<ChangeJson<'a>>,
}

#[derive(Debug, Serialize)]
pub(super) struct SourceJson<'a> {
    pub(super) name: &'a str,
    pub(super) blocks: Vec<BlockJson<'a>>,
    /// What concerns the input as a whole: it is a picture, an archive.
    pub(super) issues: Vec<IssueJson<'a>>,
}

#[derive(Debug, Serialize)]
pub(super) struct BlockJson<'a> {
    pub(super) format: &'a str,
    pub(super) resource: Option<&'a str>,
    pub(super) command: Option<&'a str>,
    pub(super) namespace: Option<&'a str>,
    pub(super) lines: (u32, u32),
    pub(super) rows: u32,
    pub(super) issues: Vec<IssueJson<'a>>,
}

#[derive(Debug, Serialize)]
pub(super) struct IssueJson<'a> {
    pub(super) line: Option<u32>,
    pub(super) message: &'a str,
}

#[derive(Debug, Serialize)]
pub(super) struct ClusterJson<'a> {
    /// What it is called, where there are several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) name: Option<String>,
    pub(super) distribution: Option<&'a str>,
    pub(super) version: Option<&'a str>,
    pub(super) cni: Option<&'a str>,
    pub(super) runtime: Option<&'a str>,
    pub(super) nodes: NodeCounts,
    pub(super) pods: PodsJson<'a>,
    pub(super) objects: BTreeMap<&'a str, usize>,
}

#[derive(Debug, Serialize)]
pub(super) struct PodsJson<'a> {
    pub(super) total: usize,
    pub(super) by_status: BTreeMap<&'a str, usize>,
}

#[derive(Debug, Serialize)]
pub(super) struct FindingJson<'a> {
    pub(super) id: String,
    /// Its place in `clusters`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) cluster: Option<usize>,
    pub(super) rule: &'a str,
    pub(super) severity: &'static str,
    pub(super) confidence: &'static str,
    pub(super) subject: ObjectJson<'a>,
    pub(super) title: &'a str,
    pub(super) why: &'a str,
    pub(super) fix: &'a str,
    pub(super) next: Vec<&'a str>,
    /// The same commands with what they are for and where they run (`null`: wherever kubectl works).
    pub(super) steps: Vec<StepJson<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) also: Vec<ObjectJson<'a>>,
    pub(super) evidence: Vec<EvidenceJson<'a>>,
}

#[derive(Debug, Serialize)]
pub(super) struct ObjectJson<'a> {
    pub(super) kind: &'a str,
    pub(super) namespace: Option<&'a str>,
    pub(super) name: &'a str,
}

#[derive(Debug, Serialize)]
pub(super) struct StepJson<'a> {
    pub(super) command: &'a str,
    pub(super) node: Option<&'a str>,
    pub(super) purpose: &'a str,
    pub(super) safe: bool,
}

#[derive(Debug, Serialize)]
pub(super) struct EvidenceJson<'a> {
    pub(super) source: String,
    pub(super) line: u32,
    pub(super) text: String,
    pub(super) note: &'a str,
}

#[derive(Debug, Serialize)]
pub(super) struct IncidentJson<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) cluster: Option<usize>,
    pub(super) root: String,
    pub(super) symptoms: Vec<String>,
    pub(super) severity: &'static str,
    pub(super) confidence: &'static str,
    pub(super) headline: &'a str,
    pub(super) hit: Vec<&'a str>,
    pub(super) still_works: Vec<&'a str>,
    pub(super) at_risk: Vec<&'a str>,
    pub(super) alternatives: Vec<&'a str>,
}

#[derive(Debug, Serialize)]
pub(super) struct GapJson<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) cluster: Option<usize>,
    pub(super) what: &'a str,
    pub(super) command: &'a str,
}

#[derive(Debug, Serialize)]
pub(super) struct ChangeJson<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) cluster: Option<usize>,
    pub(super) object: ObjectJson<'a>,
    pub(super) field: &'a str,
    pub(super) from: ValueJson<'a>,
    pub(super) to: ValueJson<'a>,
}

#[derive(Debug, Serialize)]
pub(super) struct ValueJson<'a> {
    pub(super) value: &'a str,
    pub(super) source: String,
    pub(super) line: u32,
    pub(super) text: String,
}
