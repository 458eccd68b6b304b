//! What a kubectl command asked for: verb, resources, namespace, filters.

use crate::ingest::command::Command;
use crate::parse::cell::is_name;

/// A kubectl command, understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// `get`, `describe`, `cluster-info`, …; empty for other programs.
    pub verb: String,
    /// Resources as typed, without names: `["pods", "svc"]`.
    pub resources: Vec<String>,
    /// Object names typed.
    pub names: Vec<String>,
    /// The namespace of `-n`.
    pub namespace: Option<String>,
    /// `-A`.
    pub all_namespaces: bool,
    /// A selector, field selector or pipe left objects out, perhaps.
    pub filtered: bool,
    /// `--no-headers`.
    pub no_headers: bool,
    /// The program is not kubectl or one of its likes.
    pub foreign: Option<String>,
}

/// Flags of kubectl that take a value as the next word.
const WITH_VALUE: &[&str] = &[
    "-n",
    "--namespace",
    "-o",
    "--output",
    "-l",
    "--selector",
    "--field-selector",
    "--sort-by",
    "-L",
    "--label-columns",
    "--context",
    "--kubeconfig",
    "-s",
    "--server",
    "-c",
    "--container",
    "--tail",
    "--since",
    "--token",
    "--as",
    "--cluster",
    "--user",
    "--chunk-size",
    "-f",
    "--filename",
    "--request-timeout",
];
/// Pipes that leave every line as it is.
const HARMLESS_PIPES: &[&str] = &["cat", "tee", "less", "more", "sort", "column", "nl"];

impl Asked {
    /// Reads the words of a command.
    pub fn of(command: &Command) -> Self {
        let mut words = command
            .words
            .iter()
            .map(String::as_str)
            .skip_while(|word| {
                matches!(*word, "sudo" | "watch" | "time") || word.starts_with('-') || word.starts_with(|c: char| c.is_ascii_digit())
            })
            .peekable();
        let tool = words.next().unwrap_or_default();
        let tool = tool.rsplit(['/', '\\']).next().unwrap_or(tool).trim_end_matches(".exe");
        match tool {
            "kubectl" | "oc" | "k" | "kubecolor" | "microk8s.kubectl" => {}
            "microk8s" | "k3s" | "k0s" | "minikube" => while words.next_if(|word| matches!(*word, "kubectl" | "kc" | "--")).is_some() {},
            other => return Self { foreign: Some(other.to_owned()), ..Self::default() },
        }
        let mut asked = Self::default();
        let mut plain = Vec::new();
        while let Some(word) = words.next() {
            if !word.starts_with('-') || word == "-" {
                plain.push(word);
                continue;
            }
            let (flag, value) = match word.split_once('=') {
                Some((flag, value)) => (flag, Some(value)),
                None if WITH_VALUE.contains(&word) => (word, words.next()),
                // -nkube-system, -owide
                None if word.len() > 2
                    && !word.starts_with("--")
                    && ["-n", "-o", "-l", "-L"].contains(&word.get(..2).unwrap_or_default()) =>
                {
                    (word.get(..2).unwrap_or_default(), word.get(2..))
                }
                None => (word, None),
            };
            match flag {
                "-n" | "--namespace" => asked.namespace = value.filter(|it| is_name(it)).map(str::to_owned),
                "-A" | "--all-namespaces" => asked.all_namespaces = value != Some("false"),
                "-l" | "--selector" | "--field-selector" => asked.filtered = true,
                "--no-headers" => asked.no_headers = value != Some("false"),
                _ => {}
            }
        }
        asked.filtered |=
            command.pipes.iter().any(|pipe| !pipe.split_whitespace().next().is_some_and(|tool| HARMLESS_PIPES.contains(&tool)));
        let mut plain = plain.into_iter();
        asked.verb = plain.next().unwrap_or_default().to_owned();
        if matches!(asked.verb.as_str(), "get" | "describe" | "top" | "delete" | "edit") {
            asked.read_objects(plain);
        }
        asked
    }

    /// `pods a b`, `pods,svc`, `pod/a node/b`.
    fn read_objects<'a>(&mut self, mut plain: impl Iterator<Item = &'a str>) {
        let Some(first) = plain.next() else { return };
        for part in first.split(',') {
            let (resource, name) = part.split_once('/').map_or((part, None), |(resource, name)| (resource, Some(name)));
            if !self.resources.iter().any(|have| have == resource) {
                self.resources.push(resource.to_owned());
            }
            self.names.extend(name.map(str::to_owned));
        }
        for word in plain {
            match word.split_once('/') {
                Some((resource, name)) => {
                    if !self.resources.iter().any(|have| have == resource) {
                        self.resources.push(resource.to_owned());
                    }
                    self.names.push(name.to_owned());
                }
                None => self.names.push(word.to_owned()),
            }
        }
    }

    /// The one resource that was asked for.
    pub fn resource(&self) -> Option<&str> {
        match self.resources.as_slice() {
            [one] if one != "all" => Some(one),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;

    fn asked(typed: &str) -> Asked {
        Asked::of(&Command::parse(typed, Span::default()))
    }

    #[test]
    fn namespaces_and_resources() {
        let it = asked("kubectl get pods -n kube-system");
        assert_eq!(
            (it.verb.as_str(), it.resource(), it.namespace.as_deref(), it.filtered),
            ("get", Some("pods"), Some("kube-system"), false)
        );
        let it = asked("sudo k3s kubectl -nkube-system get po,svc -owide");
        assert_eq!((it.resources, it.namespace.as_deref()), (vec!["po".to_owned(), "svc".to_owned()], Some("kube-system")));
        let it = asked("kubectl describe pod kube-apiserver-a    -n kube-system");
        assert_eq!((it.resource(), it.names.as_slice()), (Some("pod"), ["kube-apiserver-a".to_owned()].as_slice()));
        assert!(asked("kubectl get pods --all-namespaces").all_namespaces);
        assert_eq!(asked("oc get pod/a node/b").resources, ["pod", "node"]);
    }

    #[test]
    fn filters_make_a_list_a_lower_bound() {
        for typed in [
            "kubectl get po -l app=x",
            "kubectl get po --field-selector=status.phase=Running",
            "kubectl get po -A | grep web",
            "kubectl get po | head -3",
        ] {
            assert!(asked(typed).filtered, "{typed}");
        }
        for typed in ["kubectl get po | cat", "kubectl get po --sort-by=.metadata.name", "kubectl get po > all.txt"] {
            assert!(!asked(typed).filtered, "{typed}");
        }
    }

    #[test]
    fn other_programs_are_said_to_be_such() {
        assert_eq!(asked("docker ps").foreign.as_deref(), Some("docker"));
    }
}
