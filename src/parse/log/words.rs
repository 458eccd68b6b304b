//! What a log is taken for, in words.

use crate::phrase;
use crate::text::{Phrase, thousands};

/// "the log of etcd (kube-system/etcd-cp-1), 1,204 lines".
pub fn taken_for(namespace: Option<&str>, name: Option<&str>, program: Option<&str>, lines: u32) -> Phrase {
    let place = match (namespace, name) {
        (Some(namespace), Some(name)) => Some(format!("{namespace}/{name}")),
        (None, Some(name)) => Some(name.to_owned()),
        (_, None) => None,
    };
    let whose = match (program, place) {
        (Some(program), Some(place)) => {
            phrase!("the log of {program} ({place})", "{program} 的日志（{place}）", program = program, place = place)
        }
        (Some(whose), None) => phrase!("the log of {whose}", "{whose} 的日志", whose = whose),
        (None, Some(whose)) => phrase!("the log of {whose}", "{whose} 的日志", whose = whose),
        (None, None) => phrase!("a log", "一段日志"),
    };
    let count =
        if lines == 1 { phrase!(", 1 line", "，1 行") } else { phrase!(", {n} lines", "，{n} 行", n = thousands(u64::from(lines))) };
    Phrase { en: whose.en + &count.en, zh: whose.zh + &count.zh }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn logs_in_words() {
        let it = taken_for(Some("kube-system"), Some("etcd-cp-1"), Some("etcd"), 12_040);
        assert_eq!(
            (it.en.as_str(), it.zh.as_str()),
            ("the log of etcd (kube-system/etcd-cp-1), 12,040 lines", "etcd 的日志（kube-system/etcd-cp-1），12,040 行")
        );
        assert_eq!(taken_for(None, None, None, 1).en, "a log, 1 line");
        assert_eq!(taken_for(None, Some("node-1"), None, 2).zh, "node-1 的日志，2 行");
    }
}
