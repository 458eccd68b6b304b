//! Shell prompts: where a typed command begins in a line.

use crate::ingest::command::{is_tool, is_wrapper, simple, takes_value};

/// What a line with a prompt holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Prompted<'a> {
    /// What was typed after the prompt; empty for a bare prompt.
    pub typed: &'a str,
}

/// Verbs that tell a command from prose about it.
const VERBS: &[&str] = &[
    "get",
    "describe",
    "logs",
    "log",
    "cluster-info",
    "version",
    "top",
    "events",
    "rollout",
    "auth",
    "config",
    "api-resources",
    "api-versions",
    "explain",
    "kubectl",
    "kc",
    "drain",
    "cordon",
    "uncordon",
    "apply",
    "create",
    "delete",
    "exec",
    "scale",
    "edit",
    "patch",
    "label",
    "annotate",
    "taint",
    "adm",
    "diff",
    "run",
    "expose",
    "certificate",
    "debug",
    "wait",
    "cp",
    "port-forward",
    "set",
    "status",
];

/// Signs that end a prompt or stand alone before a command.
const SIGNS: [&str; 11] = ["$ ", "# ", "% ", "❯ ", "➜ ", "+ ", "> ", "» ", "λ ", "✗ ", "▶ "];

/// Finds a prompt at the start of a line, or a bare command of a known tool.
pub fn prompted(line: &str) -> Option<Prompted<'_>> {
    let line = line.trim();
    if let Some(typed) = of_two_lines(line).or_else(|| after_shell_prompt(line)).or_else(|| of_watch(line)).or_else(|| bare(line)) {
        return Some(Prompted { typed: typed.trim() });
    }
    for sign in SIGNS {
        if let Some(rest) = line.strip_prefix(sign) {
            // `➜  ~ git:(main) ✗ kubectl …`: themes print words between the sign and the command.
            let typed = rest.trim_start();
            // A dollar sign at the left edge is a prompt whatever follows; the other signs have other uses.
            if sign == "$ " && typed.starts_with(|c: char| c.is_ascii_lowercase()) || is_tool_command(typed) {
                return Some(Prompted { typed });
            }
            if let Some(at) = find_tool(typed) {
                return Some(Prompted { typed: typed.get(at..)? });
            }
        }
    }
    is_tool_command(line).then_some(Prompted { typed: line })
}

/// Themes of zsh print a prompt on two lines: `╭─ops@bastion ~ ‹main›`, then `╰─$ kubectl …`.
fn of_two_lines(line: &str) -> Option<&str> {
    if let Some(rest) = line.strip_prefix(['╭', '┌']) {
        return rest.starts_with('─').then_some("").filter(|_| rest.contains(['@', '~', '/']));
    }
    let rest = line.strip_prefix(['╰', '└'])?.trim_start_matches('─');
    rest.strip_prefix(['$', '#', '%', '❯', '➤', '➜', '>'])
}

/// What `watch` prints above each run: `Every 2.0s: kubectl get pods      bastion: Wed Nov 25 10:00:00 2026`.
fn of_watch(line: &str) -> Option<&str> {
    let (interval, rest) = line.strip_prefix("Every ")?.split_once("s: ")?;
    let seconds = interval.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.' || byte == b',');
    seconds.then(|| rest.split("  ").next().unwrap_or(rest))
}

/// A sign of zsh's themes with nothing typed after it: `❯`, `➜  ~`, `➜  shop git:(main)`.
fn bare(line: &str) -> Option<&str> {
    let rest = line.strip_prefix(['❯', '➜'])?;
    let mut words = rest.split_whitespace();
    let (place, more) = (words.next(), words.next());
    let known =
        place.is_none_or(|place| more.is_none() && place.starts_with(['~', '/'])) || more.is_some_and(|more| more.starts_with("git:("));
    (known && words.next().is_none_or(|word| word == "✗") && words.next().is_none()).then_some("")
}

/// `[root@host ~]# …`, `user@host:~/dir$ …`, `host:~ # …`, `PS C:\> …`, `C:\Users\me>…`, `bash-5.1# …`.
fn after_shell_prompt(line: &str) -> Option<&str> {
    // Nearly every line of output fails here.
    let end = memchr::memchr3(b'$', b'#', b'%', line.as_bytes());
    if end.is_none() && !line.contains('>') {
        return None;
    }
    let mut line = line;
    // `(prod) ops@laptop:~$`: virtual environments and contexts stand in brackets before the prompt.
    if let Some((_, rest)) = line.strip_prefix('(').and_then(|inside| inside.split_once(") ")) {
        line = rest;
    }
    if let Some(rest) = line.strip_prefix("PS ") {
        return rest.split_once('>').filter(|(path, _)| path.contains(':') || path.starts_with('/')).map(|(_, typed)| typed);
    }
    if line.get(1..3) == Some(":\\") {
        return line.split_once('>').map(|(_, typed)| typed);
    }
    if line.starts_with('[') {
        let (inside, rest) = line.split_once(']')?;
        let typed = rest.trim_start().strip_prefix(['$', '#', '%'])?;
        return inside.contains('@').then_some(typed);
    }
    if line.starts_with("bash-") || line.starts_with("sh-") {
        return line.split_once(['$', '#']).map(|(_, typed)| typed);
    }
    // user@host:dir$ typed: `user@host` has no blank, and the sign follows it closely.
    let end = line.find(['$', '#', '%', '>'])?;
    let head = line.get(..end)?;
    let user_host = head.split([':', ' ', '~']).next()?;
    let (user, host) = user_host.split_once('@')?;
    let name = |word: &str| !word.is_empty() && word.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'));
    let typed = line.get(end + 1..)?;
    let close = head.len() < 120 && head.split(' ').count() <= 4;
    (name(user) && name(host) && close && (typed.is_empty() || typed.starts_with(' '))).then_some(typed)
}

/// Whether the line, or a command on it, starts with a tool and one of its verbs.
fn is_tool_command(typed: &str) -> bool {
    // Nearly every line of output ends here.
    is_tool_and_verb(typed) || memchr::memchr2(b';', b'&', typed.as_bytes()).is_some() && simple(typed).into_iter().any(is_tool_and_verb)
}

fn is_tool_and_verb(typed: &str) -> bool {
    let mut words = typed.split_whitespace().peekable();
    let mut wrapped = false;
    // `watch -n 2 kubectl get pods`
    while words.next_if(|word| is_wrapper(word) || wrapped && word.starts_with(|c: char| c.is_ascii_digit())).is_some() {
        wrapped = true;
    }
    if !words.next().is_some_and(is_tool) {
        return false;
    }
    while let Some(word) = words.next() {
        if !word.starts_with('-') {
            return VERBS.contains(&word);
        }
        if takes_value(word, "") {
            words.next();
        }
    }
    false
}

fn find_tool(typed: &str) -> Option<usize> {
    typed.match_indices(' ').map(|(at, _)| at + 1).find(|at| typed.get(*at..).is_some_and(is_tool_command))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prompts_of_common_shells() {
        for (line, typed) in [
            ("[root@node-1 ~]# kubectl get nodes -o wide", "kubectl get nodes -o wide"),
            ("root@cp-1:~# kubectl get po -A", "kubectl get po -A"),
            ("ops@laptop ~ % kubectl get po", "kubectl get po"),
            ("(prod) ops@laptop:~/src$ k get po", "k get po"),
            ("PS C:\\Users\\me> kubectl get po", "kubectl get po"),
            ("C:\\Users\\me>kubectl get po", "kubectl get po"),
            ("$ kubectl get po", "kubectl get po"),
            ("➜  ~ git:(main) ✗ kubectl get po", "kubectl get po"),
            ("+ kubectl get po", "kubectl get po"),
            ("kubectl get po -A | grep web", "kubectl get po -A | grep web"),
            ("sudo microk8s kubectl get po", "sudo microk8s kubectl get po"),
            ("watch -n2 kubectl get nodes", "watch -n2 kubectl get nodes"),
            ("$ docker ps", "docker ps"),
            ("[root@node-1 ~]# df -h", "df -h"),
            ("[root@node-1 ~]#", ""),
            ("Every 2.0s: kubectl get nodes,pods -o wide        bastion: Wed Nov 25 10:00:00 2026", "kubectl get nodes,pods -o wide"),
            ("oc --kubeconfig ${CLUSTER}.kubeconfig get co", "oc --kubeconfig ${CLUSTER}.kubeconfig get co"),
            ("date; kubectl get po", "date; kubectl get po"),
            ("➜  ~", ""),
            ("❯", ""),
            ("╭─ops@bastion ~ ‹main*› ‹prod-cluster:shop›", ""),
            ("╰─$ kubectl get pods -A", "kubectl get pods -A"),
            ("eweber@laptop:~/website> kubectl get pod -owide", "kubectl get pod -owide"),
        ] {
            assert_eq!(prompted(line).map(|it| it.typed), Some(typed), "{line}");
        }
    }

    #[test]
    fn output_is_no_prompt() {
        for line in [
            "web-1   1/1   Running   0   3d",
            "# a heading",
            "Annotations:  a@b: c#d",
            "[INFO] plugin/reload: Running",
            "To further debug and diagnose cluster problems, use 'kubectl cluster-info dump'.",
            "k is a letter",
            "3         kubectl set image deployment/web web=web:3",
            "Every pod: kubectl get pods",
            "└─1159 /usr/bin/kubelet --config=/x",
            "kube-system   coredns-1   1/1   <none>   a@b",
            "Warning  Failed  kubelet  user@host $5",
            "",
        ] {
            assert_eq!(prompted(line), None, "{line}");
        }
    }
}
