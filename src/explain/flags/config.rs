//! What the configuration files that kubeadm keeps in `ConfigMaps` set: `kubelet-config` for every kubelet, `kube-proxy` for every kube-proxy.

use crate::diagnose::finding::Evidence;
use crate::explain::explanation::FlagNote;
use crate::explain::flags::command::Command;
use crate::explain::flags::{find, in_file, noted, risks_first};
use crate::kind::Kind;
use crate::model::cluster::{Cluster, Other};
use crate::span::Span;
use crate::text::Phrase;

/// The fields that the cluster's `ConfigMaps` set for a component, those that are known, explained; risks first.
pub fn explain_config(component: &str, cluster: &Cluster) -> Vec<FlagNote> {
    cluster.others.values().find(|it| of(it) == Some(component)).map(explain_map).unwrap_or_default()
}

/// The component whose configuration an object holds. Before Kubernetes 1.24 the name ended in the release.
pub fn of(it: &Other) -> Option<&'static str> {
    let mine = it.id.kind == Kind::ConfigMap && it.id.namespace.as_deref() == Some("kube-system");
    match it.id.name.as_str() {
        _ if !mine => None,
        "kube-proxy" => Some("kube-proxy"),
        name if name.starts_with("kubelet-config") => Some("kubelet"),
        _ => None,
    }
}

/// The known fields of such a ConfigMap.
pub fn explain_map(it: &Other) -> Vec<FlagNote> {
    let Some(component) = of(it) else { return Vec::new() };
    let key = if component == "kubelet" { "data.kubelet" } else { "data.config.conf" };
    let Some(file) = it.fields.get(key) else { return Vec::new() };
    risks_first(fields(&file.value).iter().filter_map(|(path, value)| note(component, path, value, file.span)).collect())
}

fn note(component: &str, path: &str, value: &str, span: Span) -> Option<FlagNote> {
    let known = |name: &str| in_file(component, name).or_else(|| find(component, name));
    let flag = known(path).or_else(|| known(path.split_once('.')?.0))?;
    let opinion = flag.judge.and_then(|judge| judge(value, &Command::default()));
    let shown = Phrase::same(format!("`{path}: {value}`"));
    Some(FlagNote {
        field: true,
        value: value.to_owned(),
        evidence: Some(Evidence { span, note: shown }),
        ..noted(path, Some(flag), opinion)
    })
}

/// The scalars of a YAML file as kubeadm writes it, by path; items of a list are joined. What is empty or zero stands for the default.
fn fields(text: &str) -> Vec<(String, String)> {
    // Of each key that is open: how far it is indented, and the length of the path before it.
    let mut open: Vec<(usize, usize)> = Vec::new();
    let mut path = String::new();
    let mut fields: Vec<(String, String)> = Vec::new();
    for line in text.lines() {
        let (indent, line) = (line.len() - line.trim_start().len(), line.trim());
        let (item, value) = match (line.strip_prefix("- "), line.split_once(':')) {
            (Some(item), _) => (true, item),
            (None, Some((key, value))) => {
                while let Some((_, length)) = open.pop_if(|(at, _)| *at >= indent) {
                    path.truncate(length);
                }
                open.push((indent, path.len()));
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(key);
                (false, value.trim())
            }
            _ => continue,
        };
        let value = plain(value);
        match fields.last_mut().filter(|(last, _)| item && *last == path) {
            Some((_, before)) => *before = format!("{before},{value}"),
            None if matches!(value, "" | "0s" | "null" | "{}" | "[]") => {}
            None => fields.push((path.clone(), value.to_owned())),
        }
    }
    fields
}

fn plain(value: &str) -> &str {
    value.trim_matches('"').trim_matches('\'')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::explain::explanation::Verdict;

    #[test]
    fn a_file_by_paths() {
        let text = "apiVersion: kubelet.config.k8s.io/v1beta1\nauthentication:\n  anonymous:\n    enabled: false\n  webhook:\n    cacheTTL: 0s\nclusterDNS:\n- 10.96.0.10\n- 10.96.0.11\nevictionHard:\n  memory.available: \"200Mi\"\nmaxPods: 250\n";
        let all = fields(text);
        let told: Vec<_> = all.iter().skip(1).map(|(path, value)| (path.as_str(), value.as_str())).collect();
        assert_eq!(
            told,
            [
                ("authentication.anonymous.enabled", "false"),
                ("clusterDNS", "10.96.0.10,10.96.0.11"),
                ("evictionHard.memory.available", "200Mi"),
                ("maxPods", "250"),
            ]
        );
        let meant = |path: &str, value: &str| note("kubelet", path, value, Span::default()).map(|it| (it.default, it.verdict));
        assert_eq!(meant("authentication.anonymous.enabled", "false"), Some((Some("false".to_owned()), Verdict::Good)));
        assert!(meant("evictionHard.memory.available", "200Mi").is_some());
        assert_eq!(meant("apiVersion", "x"), None);
    }
}
