//! What a kubectl command asked for: verb, resources, namespace, filters.

use crate::ingest::command::Command;
use crate::kind::Kind;
use crate::parse::cell::is_name;

/// A kubectl command, understood.
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// The program, as typed: `kubectl`, `oc`, `helm`; empty if no command is visible.
    pub program: String,
    /// `get`, `describe`, `cluster-info`, …; empty for other programs.
    pub verb: String,
    /// Resources, by their plural names: `["pods", "services"]`.
    pub resources: Vec<String>,
    /// Object names typed.
    pub names: Vec<String>,
    /// The namespace of `-n`.
    pub namespace: Option<String>,
    /// `-A`.
    pub all_namespaces: bool,
    /// A selector, field selector or pipe left objects out, perhaps.
    pub filtered: bool,
    /// `cluster-info dump`.
    pub dump: bool,
    /// `--no-headers`.
    pub no_headers: bool,
    /// The context, kubeconfig or server it was sent to, where the command names one.
    pub context: Option<String>,
    /// The program whose output this is, where that is not kubectl or one of its likes.
    pub foreign: Option<String>,
}

/// A resource's plural name, from what people type or rows begin with: `po`, `pod`, `deployment.apps`.
pub fn plural(name: &str) -> String {
    Kind::parse(name).plural().to_owned()
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
/// Programs that print something of their own. Others (`cat`, `ssh`, a script, an alias) may print what kubectl did.
const OTHERS: &[&str] = &[
    "docker",
    "crictl",
    "nerdctl",
    "podman",
    "helm",
    "systemctl",
    "journalctl",
    "kubeadm",
    "etcdctl",
    "terraform",
    "eksctl",
    "gcloud",
    "aws",
    "az",
    "ls",
    "ll",
    "df",
    "du",
    "free",
    "ps",
    "ip",
    "ifconfig",
    "ss",
    "netstat",
    "curl",
    "ping",
    "nslookup",
    "dig",
    "uname",
    "date",
    "hostname",
    "calicoctl",
    "cilium",
    "istioctl",
    "git",
    "make",
    "apt",
    "apt-get",
    "yum",
    "dnf",
    "pip",
    "npm",
    "go",
    "iptables",
    "mount",
    "lsblk",
    "top",
    "uptime",
    "kind",
];
/// What people put before a command.
fn is_wrapper(word: &str) -> bool {
    matches!(word, "sudo" | "watch" | "time" | "command" | "rlwrap")
        || word.starts_with('-')
        || word.starts_with(|c: char| c.is_ascii_digit())
}

fn program(word: &str) -> &str {
    word.rsplit(['/', '\\']).next().unwrap_or(word).trim_end_matches(".exe")
}

/// Pipes that leave every line as it is.
const HARMLESS_PIPES: &[&str] = &["cat", "tee", "less", "more", "sort", "column", "nl"];

impl Asked {
    /// Reads the words of a command.
    pub fn of(command: &Command) -> Self {
        let mut words = command.words.iter().map(String::as_str).skip_while(|word| is_wrapper(word)).peekable();
        let tool = program(words.next().unwrap_or_default());
        match tool {
            "kubectl" | "oc" | "k" | "kubecolor" | "microk8s.kubectl" => {}
            "microk8s" | "k3s" | "k0s" | "minikube" => while words.next_if(|word| matches!(*word, "kubectl" | "kc" | "--")).is_some() {},
            // `ssh cp-1 kubectl get nodes`, `docker exec kind-control-plane kubectl get nodes`.
            _ if words.any(|word| program(word) == "kubectl") => {}
            other => {
                let foreign = OTHERS.contains(&other).then(|| other.to_owned());
                return Self { program: other.to_owned(), foreign, ..Self::default() };
            }
        }
        let mut asked = Self { program: tool.to_owned(), ..Self::default() };
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
                "--context" | "--kubeconfig" | "-s" | "--server" | "--cluster" => asked.context = value.map(str::to_owned),
                _ => {}
            }
        }
        asked.filtered |=
            command.pipes.iter().any(|pipe| !pipe.split_whitespace().next().is_some_and(|tool| HARMLESS_PIPES.contains(&tool)));
        let mut plain = plain.into_iter();
        asked.verb = plain.next().unwrap_or_default().to_owned();
        asked.dump = asked.verb == "cluster-info" && plain.clone().any(|word| word == "dump");
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
            self.add(resource);
            self.names.extend(name.map(str::to_owned));
        }
        for word in plain {
            match word.split_once('/') {
                Some((resource, name)) => {
                    self.add(resource);
                    self.names.push(name.to_owned());
                }
                None => self.names.push(word.to_owned()),
            }
        }
    }

    fn add(&mut self, resource: &str) {
        let plural = plural(resource);
        if !self.resources.contains(&plural) {
            self.resources.push(plural);
        }
    }

    /// Whether kubectl's output may follow: not after a program that prints something else.
    pub fn may_show_kubectl(&self) -> bool {
        self.foreign.is_none()
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
        assert_eq!((it.resources, it.namespace.as_deref()), (vec!["pods".to_owned(), "services".to_owned()], Some("kube-system")));
        let it = asked("kubectl describe pod kube-apiserver-a    -n kube-system");
        assert_eq!((it.resource(), it.names.as_slice()), (Some("pods"), ["kube-apiserver-a".to_owned()].as_slice()));
        assert!(asked("kubectl get pods --all-namespaces").all_namespaces);
        assert_eq!(asked("oc get pod/a node/b").resources, ["pods", "nodes"]);
        assert_eq!(asked("ssh cp-1 sudo kubectl get no").resource(), Some("nodes"));
        assert_eq!(asked("kubectl --context=prod get po").context.as_deref(), Some("prod"));
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
        assert_eq!(asked("cat nodes.txt").foreign, None);
    }
}
