//! Which resource a table lists, by its columns: the sets that kubectl prints.

/// One resource's columns: `columns.txt` says where they come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Printed {
    /// Plural resource name.
    pub resource: &'static str,
    /// The columns it always has.
    always: &'static str,
    /// Those that `-o wide` or some objects add.
    wide: &'static str,
}

impl Printed {
    /// The columns it always has, in order.
    pub fn always(self) -> impl Iterator<Item = &'static str> + Clone {
        self.always.split(',')
    }

    /// Those that `-o wide` or some objects add.
    pub fn wide(self) -> impl Iterator<Item = &'static str> + Clone {
        self.wide.split(',').filter(|it| !it.is_empty())
    }
}

/// Every set, newest release first.
pub fn printed() -> impl Iterator<Item = Printed> {
    include_str!("columns.txt").lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let mut parts = line.split('|');
        Some(Printed { resource: parts.next()?, always: parts.next()?, wide: parts.next().unwrap_or_default() })
    })
}

/// Whether some table has that column.
pub fn is_column(name: &str) -> bool {
    matches!(name, "NAMESPACE" | "LABELS") || printed().any(|it| it.always().chain(it.wide()).any(|column| column == name))
}

/// The column that a cut header (`ST…`) must be, if just one begins so; `before` are the columns in front of it.
pub fn completed(before: &[&str], beginning: &str) -> Option<&'static str> {
    let mut found: Option<&'static str> = None;
    for it in printed() {
        let mut columns = it.always();
        let fits = before.iter().filter(|it| **it != "NAMESPACE").all(|have| columns.next() == Some(have));
        let Some(next) = columns.next().filter(|next| fits && next.starts_with(beginning)) else { continue };
        if found.is_some_and(|other| other != next) {
            return None;
        }
        found = Some(next);
    }
    found
}

/// The resources whose columns fit the header best: one where the columns tell it, several where they do not, none where no table of
/// a known kind has such columns. A header may have more columns (`-L`, `--show-labels`) and lack the last ones (cut).
pub fn identify(header: &[&str]) -> Vec<&'static str> {
    let header = header.strip_prefix(&["NAMESPACE"]).unwrap_or(header);
    // `--show-labels` puts them last; old releases had a column of that name in the middle.
    let header = header.strip_suffix(&["LABELS"]).unwrap_or(header);
    let all = header.len();
    let mut best = (0, Vec::new());
    for it in printed() {
        let mut rest = header.iter().copied();
        // In order, since `NAME STATUS AGE` and `NAME AGE STATUS` are tables of different kinds.
        let found = it.always().filter(|want| rest.by_ref().any(|have| have == *want)).count();
        let complete = found == it.always().count();
        let wide = header.iter().filter(|have| it.wide().any(|wide| wide == **have)).count();
        // An incomplete set is a header that was cut at the right, or it is none.
        let cut = !complete && found == all && found >= 3;
        if !complete && !cut {
            continue;
        }
        let score = (found + wide) * 6 + usize::from(!cut);
        let score = score.saturating_sub(all.saturating_sub(found + wide) * 2);
        if score > best.0 {
            best = (score, vec![it.resource]);
        } else if score == best.0 && !best.1.contains(&it.resource) {
            best.1.push(it.resource);
        }
    }
    best.1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(header: &str) -> Vec<&'static str> {
        identify(&header.split(',').collect::<Vec<_>>())
    }

    #[test]
    fn kinds_are_told_by_their_columns() {
        for (header, resource) in [
            ("NAMESPACE,NAME,READY,STATUS,RESTARTS,AGE,IP,NODE,NOMINATED NODE,READINESS GATES", "pods"),
            ("NAME,READY,STATUS,RESTARTS,AGE,APP,LABELS", "pods"),
            ("NAME,READY,STATUS,RESTARTS", "pods"),
            ("NAME,STATUS,ROLES,AGE,VERSION", "nodes"),
            ("NAME,LABELS,STATUS,AGE", "nodes"),
            ("NAME,READY,UP-TO-DATE,AVAILABLE,AGE", "deployments"),
            ("NAME,READY,AGE,CONTAINERS,IMAGES", "statefulsets"),
            ("NAME,TYPE,DATA,AGE", "secrets"),
            ("NAME,CPU(cores),MEMORY(bytes)", "pods"),
            ("NAME,CPU(cores),CPU(%),MEMORY(bytes),MEMORY(%)", "nodes"),
            ("LASTSEEN,FIRSTSEEN,COUNT,NAME,KIND,SUBOBJECT,TYPE,REASON,SOURCE,MESSAGE", "events"),
        ] {
            assert_eq!(told(header), [resource], "{header}");
        }
    }

    #[test]
    fn where_columns_do_not_tell_all_are_named() {
        assert!(told("NAME,DESIRED,CURRENT,READY,AGE").starts_with(&["replicasets", "replicationcontrollers"]));
        assert!(told("NAME,AGE").len() > 2);
        assert_eq!(told("NAME,STATUS,AGE"), ["namespaces", "nodes"]);
        assert!(told("CONTAINER ID,IMAGE,COMMAND").is_empty());
    }

    #[test]
    fn cut_headers_are_completed_where_one_column_fits() {
        assert_eq!(completed(&["NAMESPACE", "NAME", "READY"], "ST"), Some("STATUS"));
        assert_eq!(completed(&["NAME"], "ST"), None);
    }
}
