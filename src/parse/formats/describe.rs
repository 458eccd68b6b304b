//! `kubectl describe`: one or several objects in a row.
//!
//! ```text
//! Name:                 kube-apiserver-node-1
//! Namespace:            kube-system
//! Labels:               component=kube-apiserver
//!                       tier=control-plane
//! Containers:
//!   kube-apiserver:
//!     Command:
//!       --etcd-servers=https://127.0.0.1:2379
//! ```

use crate::parse::cell::is_name;
use crate::parse::format::{Context, Format, Parsed};
use crate::parse::outline::{Field, find, outline};
use crate::parse::record::{Described, Record};
use crate::phrase;

/// Described objects.
pub const FORMAT: Describe = Describe;

/// See the module.
#[derive(Clone, Copy, Debug)]
pub struct Describe;

/// Fields that tell a kind, most telling first, where no command names it.
const TELLING: &[(&str, &[&str])] = &[
    ("nodes", &["Roles", "Conditions", "System Info"]),
    ("nodes", &["Roles", "Taints", "Unschedulable"]),
    ("pods", &["Node", "Containers"]),
    ("pods", &["Node", "Priority"]),
    ("deployments", &["StrategyType", "Pod Template"]),
    ("daemonsets", &["Desired Number of Nodes Scheduled"]),
    ("statefulsets", &["Update Strategy", "Volume Claims"]),
    ("replicasets", &["Replicas", "Pods Status", "Controlled By"]),
    ("services", &["Selector", "Type", "Endpoints"]),
    ("persistentvolumeclaims", &["StorageClass", "Status", "Volume", "Access Modes"]),
    ("persistentvolumes", &["Reclaim Policy", "Claim", "Source"]),
];

impl Format for Describe {
    fn begins(&self, context: Context<'_>, at: usize) -> bool {
        begins_object(context.text(at)) && context.lines.iter().skip(at + 1).take(3).any(|line| is_key(&line.text))
    }

    fn parse(&self, context: Context<'_>, at: usize) -> Parsed {
        let mut end = at + 1;
        while end < context.lines.len() {
            let text = context.text(end);
            let foreign = !text.trim().is_empty() && !text.starts_with(' ') && !is_key(text);
            if foreign || begins_object(text) {
                break;
            }
            end += 1;
        }
        while end > at + 1 && context.text(end - 1).trim().is_empty() {
            end -= 1;
        }
        let lines = context.lines.get(at..end).unwrap_or_default();
        let fields = outline(lines);
        let resource = context.asked.resource().map(str::to_owned).or_else(|| told_by(&fields)).unwrap_or_default();
        let value = |key| find(&fields, key).and_then(Field::known).map(str::to_owned);
        let name = value("Name").unwrap_or_default();
        let namespace = value("Namespace").filter(|it| is_name(it)).or_else(|| context.asked.namespace.clone());
        let span = lines.first().zip(lines.last()).map(|(first, last)| first.span.to(last.span)).unwrap_or_default();
        Parsed {
            format: "describe",
            end,
            resource: (!resource.is_empty()).then(|| resource.clone()),
            namespace: namespace.clone(),
            rows: 1,
            taken_for: phrase!("the description of {name}", "{name} 的详细信息", name = name),
            records: vec![Record::Described(Described { resource, namespace, name, fields, span })],
            issues: Vec::new(),
        }
    }
}

fn begins_object(text: &str) -> bool {
    text.strip_prefix("Name:").is_some_and(|value| value.starts_with([' ', '\t']) && !value.trim().is_empty() && !value.trim().contains(char::is_whitespace))
}

/// `Key:` at the left edge, capitalised as describe does.
fn is_key(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_uppercase())
        && text.split_once(':').is_some_and(|(key, value)| key.len() < 48 && !key.contains("  ") && (value.is_empty() || value.starts_with([' ', '\t'])))
}

fn told_by(fields: &[Field]) -> Option<String> {
    TELLING.iter().find(|(_, keys)| keys.iter().all(|key| find(fields, key).is_some())).map(|(resource, _)| (*resource).to_owned())
}
