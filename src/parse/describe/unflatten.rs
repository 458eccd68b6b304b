//! Gives a description its indentation back, where a program has stripped or shortened it: by the keys that describe prints.

use crate::parse::describe::keys::{CONTAINER, STATE, TOP, key};

/// Sections that end only at one of these keys: what is inside has keys that also stand at the left edge.
const ENDS: &[(&str, &[&str])] = &[
    ("Volumes", &["QoS Class", "Node-Selectors", "Tolerations", "Events"]),
    ("Pod Template", &["Conditions", "OldReplicaSets", "NewReplicaSet", "Events", "Volume Claims"]),
    ("Containers", &["Conditions", "Volumes", "QoS Class", "Events"]),
    ("Init Containers", &["Containers", "Conditions", "Volumes", "QoS Class", "Events"]),
    ("Ephemeral Containers", &["Conditions", "Volumes", "QoS Class", "Events"]),
    ("Conditions", &["Addresses", "Volumes", "OldReplicaSets", "NewReplicaSet", "QoS Class", "Events", "Capacity", "Node-Selectors"]),
    ("Non-terminated Pods", &["Allocated resources", "Events"]),
    ("Allocated resources", &["Events"]),
    ("Events", &[]),
];

/// Whether so many lines of one object, of which the deepest is indented so far, have lost their indentation.
pub fn is_flat(lines: &[String], base: usize) -> bool {
    let deepest = lines.iter().map(|line| line.len() - line.trim_start().len()).max().unwrap_or(0);
    let sections = lines.iter().filter_map(|line| key(line.trim())).filter(|(key, value)| value.is_empty() && TOP.contains(key)).count();
    deepest <= base + 1 && sections > 0 && lines.len() > 4
}

/// The lines, indented as describe prints them.
pub fn unflatten(lines: &[String]) -> Vec<String> {
    let mut state = Depths::default();
    lines.iter().map(|line| format!("{}{}", " ".repeat(state.depth(line.trim()) * 2), line.trim())).collect()
}

#[derive(Default)]
struct Depths {
    /// The section at the left edge that is open, if it has an end of its own.
    section: Option<&'static (&'static str, &'static [&'static str])>,
    in_containers: bool,
    /// A key without value is open, at this depth.
    open: Option<usize>,
    after_state: bool,
    /// Whether labels or annotations go on.
    list: bool,
}

impl Depths {
    fn depth(&mut self, line: &str) -> usize {
        let Some((name, value)) = key(line).or_else(|| line.strip_suffix(':').map(|name| (name, ""))) else {
            return self.open.map_or(usize::from(self.section.is_some() || self.list), |depth| depth + 1);
        };
        let ends = self.section.is_none_or(|(_, ends)| ends.contains(&name));
        if ends && TOP.contains(&name) {
            self.section = ENDS.iter().find(|(section, _)| *section == name);
            self.in_containers = name.ends_with("Containers");
            self.open = (value.is_empty() && self.section.is_none()).then_some(0);
            self.list = !value.is_empty();
            self.after_state = false;
            return 0;
        }
        if !self.in_containers {
            return 1 + usize::from(self.section.is_none() && self.open.is_none() && self.list);
        }
        if self.after_state && STATE.contains(&name) {
            return 3;
        }
        if CONTAINER.contains(&name) {
            self.after_state = matches!(name, "State" | "Last State");
            self.open = (value.is_empty() && !self.after_state).then_some(2);
            return 2;
        }
        // A word with a colon and nothing after it that is no key of a container is the name of one.
        if value.is_empty() && !name.contains(' ') {
            self.open = None;
            self.after_state = false;
            return 1;
        }
        3
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pod_gets_its_indentation_back() {
        let deep = [
            "Name:  web-1",
            "Namespace:  shop",
            "Labels:  app=web",
            "Containers:",
            "  web:",
            "    Image:  web:1",
            "    Command:",
            "      /bin/web",
            "      --port=80",
            "    State:  Waiting",
            "      Reason:  CrashLoopBackOff",
            "    Ready:  False",
            "  sidecar:",
            "    Image:  proxy:2",
            "Conditions:",
            "  Type  Status",
            "  Ready  False",
            "Volumes:",
            "  data:",
            "  Type:  ConfigMap",
            "  Name:  web",
            "QoS Class:  Burstable",
            "Events:  <none>",
        ];
        let flat: Vec<String> = deep.iter().map(|line| line.trim().to_owned()).collect();
        assert!(is_flat(&flat, 0));
        assert_eq!(unflatten(&flat), deep);
        assert!(!is_flat(&deep.map(str::to_owned), 0));
    }
}
