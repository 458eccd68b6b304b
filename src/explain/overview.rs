//! The facts of the whole cluster, each with where it stands: what is told with no part selected.

use crate::crosses;
use crate::model::cluster::{Cluster, Inference};
use crate::model::component::Certainty;
use crate::model::products;
use crate::span::{Seen, Span};
use crate::text;
use crate::text::{Phrase, Text};

/// One fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What it is about: "Pod network".
    pub label: Phrase,
    /// What is so: "Calico".
    pub value: Phrase,
    /// Whether it was concluded, not read.
    pub inferred: bool,
    /// The sign that led to a conclusion; empty for what was read.
    pub sign: Phrase,
    /// Where it stands, if in one line.
    pub span: Option<Span>,
}

crosses! { struct Fact { label, value, inferred, sign, span } }

/// So many changes are told.
const CHANGES: usize = 12;

/// What the text tells of the cluster, the general before the particular.
pub fn overview(cluster: &Cluster) -> Vec<Fact> {
    let mut facts = Vec::new();
    if !cluster.nodes.is_empty() {
        let control_plane = cluster.nodes.values().filter(|node| node.is_control_plane()).count();
        let span = cluster.nodes.values().find_map(|node| node.sightings.first().copied());
        facts.push(read(text!("Nodes", "节点"), nodes(control_plane, cluster.nodes.len() - control_plane), span));
    }
    if !cluster.pods.is_empty() {
        facts.push(read(text!("Pods in the text", "文本中的 Pod"), Phrase::same(cluster.pods.len().to_string()), None));
    }
    if let Some(Seen { value, span }) = &cluster.version {
        facts.push(read(text!("Kubernetes", "Kubernetes"), Phrase::same(value), Some(*span)));
    }
    if let Some(endpoint) = cluster.endpoints.first() {
        facts.push(read(text!("API address", "API 地址"), Phrase::same(&endpoint.value.url), Some(endpoint.span)));
    }
    let conclusions = [
        (text!("Pod network", "Pod 网络"), &cluster.cni),
        (text!("Container runtime", "容器运行时"), &cluster.runtime),
        (text!("Set up by", "安装方式"), &cluster.distribution),
    ];
    facts.extend(conclusions.into_iter().filter_map(|(label, inference)| Some(concluded(label, inference.as_ref()?))));
    if let Some(now) = &cluster.now {
        let stamp = crate::phrase!("{stamp} or later", "{stamp} 或更晚", stamp = now.value.utc());
        facts.push(read(text!("Text is from", "文本时间"), stamp, Some(now.span)));
    }
    for change in cluster.changes.iter().take(CHANGES) {
        facts.push(read(text!("Changed between the outputs", "两次输出之间的变化"), change.phrase(), Some(change.to.span)));
    }
    facts
}

fn read(label: Text, value: Phrase, span: Option<Span>) -> Fact {
    Fact { label: label.phrase(), value, inferred: false, sign: Phrase::default(), span }
}

fn concluded(label: Text, inference: &Inference) -> Fact {
    Fact {
        label: label.phrase(),
        value: Phrase::same(products::name(&inference.value)),
        inferred: inference.certainty != Certainty::Certain,
        sign: inference.sign.clone(),
        span: inference.evidence.first().copied(),
    }
}

/// `3 control plane, 0 workers`.
fn nodes(control_plane: usize, workers: usize) -> Phrase {
    let worker = if workers == 1 { "worker" } else { "workers" };
    Phrase {
        en: format!("{control_plane} control plane, {workers} {worker}"),
        zh: format!("{control_plane} 个控制平面节点，{workers} 个工作节点"),
    }
}
