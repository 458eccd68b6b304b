//! Tables of `kubectl get` and `kubectl top`.
//!
//! ```text
//! NAME          READY   STATUS             RESTARTS           AGE
//! api-node-1    0/1     CrashLoopBackOff   65301 (118s ago)   71d
//! ```

use std::rc::Rc;

use crate::parse::cell::{is_name, ratio};
use crate::parse::format::{Context, Format, Parsed};
use crate::parse::formats::FORMATS;
use crate::parse::header::{Column, cells, header};
use crate::parse::issue::Issue;
use crate::parse::record::{Listed, Record, Row};
use crate::parse::signature::{is_top, resource_of};
use crate::phrase;
use crate::text::Phrase;

/// Tables.
pub const FORMAT: Table = Table;

/// See the module.
#[derive(Clone, Copy, Debug)]
pub struct Table;

/// So many lines in a row that do not fit end the table.
const MOST_MISFITS: usize = 3;

impl Format for Table {
    fn begins(&self, context: Context<'_>, at: usize) -> bool {
        header(context.text(at)).is_some()
    }

    fn parse(&self, context: Context<'_>, at: usize) -> Parsed {
        let columns = header(context.text(at)).unwrap_or_default();
        let names = || columns.iter().map(|column| column.name.as_str());
        let by_columns = resource_of(names());
        // The columns are better proof than the command (`get all`, `get po,svc`); the command names custom resources.
        let resource = by_columns.or(context.asked.resource()).unwrap_or_default().to_owned();
        let has_namespace_column = names().any(|name| name == "NAMESPACE");
        let mut table = Reading { context, columns: &columns, names: columns.iter().map(|column| column.name.clone()).collect(), resource, rows: Vec::new(), issues: Vec::new() };
        let end = table.read(at + 1);
        let Reading { resource, rows, mut issues, .. } = table;
        let resource = rows.first().map_or(resource, |row| row.resource.clone());
        if rows.is_empty() && issues.is_empty() {
            issues.extend(context.lines.get(at).map(|line| Issue { span: line.span, message: headless() }));
        }
        let format = if resource == "events" {
            "events"
        } else if is_top(names()) {
            "top"
        } else {
            "table"
        };
        let count = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        let span = context.lines.get(at).zip(context.lines.get(end - 1)).map(|(first, last)| first.span.to(last.span)).unwrap_or_default();
        let listed = Record::Listed(Listed {
            resource: resource.clone(),
            asked: context.asked.clone(),
            command_seen: context.command_seen,
            has_namespace_column,
            whole: issues.is_empty(),
            rows: count,
            span,
        });
        let top = format == "top";
        Parsed {
            format,
            end,
            namespace: if has_namespace_column { Some("*".to_owned()) } else { context.asked.namespace.clone() },
            rows: count,
            taken_for: if top { phrase!("usage of {n} {what}", "{n} 个 {what} 的用量", n = count, what = named(&resource).1) } else { counted(count, &resource) },
            resource: (!resource.is_empty()).then_some(resource),
            records: if top { Vec::new() } else { std::iter::once(listed).chain(rows.into_iter().map(Record::Row)).collect() },
            issues,
        }
    }
}

struct Reading<'a> {
    context: Context<'a>,
    columns: &'a [Column],
    names: Rc<[String]>,
    resource: String,
    rows: Vec<Row>,
    issues: Vec<Issue>,
}

impl Reading<'_> {
    /// Reads rows from `at` on; gives one past the last line used.
    fn read(&mut self, at: usize) -> usize {
        let mut misfits: Vec<Issue> = Vec::new();
        let mut end = at;
        for (index, line) in self.context.lines.iter().enumerate().skip(at) {
            if line.text.trim().is_empty() {
                break;
            }
            if let Some(row) = self.row(&line.text, line.span) {
                self.issues.append(&mut misfits);
                self.take(row, &line.text);
                end = index + 1;
                continue;
            }
            if FORMATS.iter().any(|format| format.begins(self.context, index)) {
                break;
            }
            misfits.push(Issue {
                span: line.span,
                message: phrase!(
                    "This line does not fit the columns of the table above it; it was left out.",
                    "这一行与上方表格的列对不上，已略过。",
                ),
            });
            if misfits.len() >= MOST_MISFITS {
                break;
            }
        }
        end
    }

    /// Keeps a row. kubectl always prints an AGE, so a line that ends before that column was cut: its last cell may be
    /// half a word and is dropped, and a row of which only the name is left says nothing.
    fn take(&mut self, mut row: Row, text: &str) {
        let age = self.columns.iter().find(|column| column.name == "AGE");
        if age.is_none_or(|age| text.trim_end().chars().count() > age.start || row.cell("AGE").is_some()) {
            self.rows.push(row);
            return;
        }
        self.issues.push(Issue {
            span: row.span,
            message: phrase!(
                "This line is cut off: the columns at its end are missing. Copy the whole output again, or save it with `kubectl … > out.txt`.",
                "这一行被截断了：末尾的列缺失。请重新复制完整的输出，或用 `kubectl … > out.txt` 保存。",
            ),
        });
        if let Some(last) = row.cells.iter_mut().rev().find(|cell| !cell.is_empty()) {
            last.clear();
        }
        if row.cells.iter().filter(|cell| !cell.is_empty()).count() > 1 {
            self.rows.push(row);
        }
    }

    fn row(&self, text: &str, span: crate::span::Span) -> Option<Row> {
        let cells = cells(self.columns, text)?;
        let cell = |name: &str| self.columns.iter().zip(&cells).find(|(column, _)| column.name == name).map(|(_, cell)| cell.as_str());
        let named = cell("NAME").or_else(|| cell("OBJECT"));
        if named.is_some_and(|name| name.is_empty() || name.contains(char::is_whitespace)) {
            return None;
        }
        let name = named.unwrap_or_default();
        let (prefix, name) = name.split_once('/').map_or((None, name), |(kind, name)| (Some(kind), name));
        let resource = match prefix {
            Some(kind) if self.resource != "events" => kind.to_owned(),
            _ => self.resource.clone(),
        };
        if resource == "pods" && cell("READY").is_some_and(|ready| ratio(ready).is_none()) {
            return None;
        }
        if matches!(resource.as_str(), "pods" | "pod" | "po" | "nodes" | "node" | "no") && !is_name(name) {
            return None;
        }
        let namespace = match cell("NAMESPACE") {
            Some(namespace) => Some(namespace).filter(|it| is_name(it)).map(str::to_owned),
            None => self.context.asked.namespace.clone(),
        };
        Some(Row { resource, namespace, name: name.to_owned(), columns: Rc::clone(&self.names), cells, span })
    }
}

/// What a resource is called when it is counted: one, several, and in Chinese, where Kubernetes' own names stay.
/// Others are counted by their plural.
const COUNTED: &[(&str, &str, &str, &str)] = &[
    ("pods", "pod", "pods", "Pod"),
    ("nodes", "node", "nodes", "节点"),
    ("namespaces", "namespace", "namespaces", "命名空间"),
    ("events", "event", "events", "事件"),
    ("services", "Service", "Services", "Service"),
    ("deployments", "Deployment", "Deployments", "Deployment"),
    ("daemonsets", "DaemonSet", "DaemonSets", "DaemonSet"),
    ("statefulsets", "StatefulSet", "StatefulSets", "StatefulSet"),
    ("replicasets", "ReplicaSet", "ReplicaSets", "ReplicaSet"),
    ("jobs", "Job", "Jobs", "Job"),
    ("cronjobs", "CronJob", "CronJobs", "CronJob"),
    ("configmaps", "ConfigMap", "ConfigMaps", "ConfigMap"),
    ("secrets", "Secret", "Secrets", "Secret"),
    ("ingresses", "Ingress", "Ingresses", "Ingress"),
    ("persistentvolumeclaims", "PersistentVolumeClaim", "PersistentVolumeClaims", "PersistentVolumeClaim"),
    ("persistentvolumes", "PersistentVolume", "PersistentVolumes", "PersistentVolume"),
    ("", "object", "objects", "对象"),
];

/// "26 pods", "26 个 Pod".
fn counted(n: u32, resource: &str) -> Phrase {
    let (one, several, zh) = named(resource);
    let en = if n == 1 { one } else { several };
    // Between Chinese and Latin letters stands a space.
    let gap = if zh.is_ascii() { " " } else { "" };
    Phrase { en: format!("{n} {en}"), zh: format!("{n} 个{gap}{zh}") }
}

fn named(resource: &str) -> (&str, &str, &str) {
    COUNTED.iter().find(|(plural, ..)| *plural == resource).map_or((resource, resource, resource), |(_, one, several, zh)| (one, several, zh))
}

fn headless() -> Phrase {
    phrase!(
        "A header without rows below it: the rows are missing in this paste. Copy the whole output.",
        "只有表头，没有数据行：粘贴的内容缺少这些行。请复制完整的输出。",
    )
}
