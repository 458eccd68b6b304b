//! Objects in a tree → records, whatever they were wrapped in.

use tree::{Sort, Value};

use crate::parse::asked::plural;
use crate::parse::common::Common;
use crate::parse::format::{Context, Part, Sink};
use crate::parse::issue::Issue;
use crate::parse::objects::of_path;
use crate::parse::objects::shape::kind_by_shape;
use crate::parse::record::{Listed, Object, Places, Record, Version};
use crate::parse::table::counted::counted;
use crate::phrase;
use crate::span::Span;
use crate::text::Phrase;

/// Lists in lists are opened to this depth.
const DEEPEST: usize = 4;

/// What has been read of a run of objects.
#[derive(Debug, Default)]
pub struct Objects {
    /// How many.
    pub count: u32,
    resources: Common,
    namespaces: Common,
    other: u32,
    /// What was not understood.
    pub issues: Vec<Issue>,
    /// Whether objects are missing: a list that was cut, or goes on elsewhere.
    pub incomplete: bool,
    /// Whether the whole is a list, not single objects.
    pub list: bool,
    versions: u32,
    /// Contexts of kubectl's own configuration.
    contexts: Option<u32>,
    /// The kind of a list without items.
    empty: Option<String>,
}

impl Objects {
    /// Takes a value: an object, or a list of them. `list_kind` is the kind of the list it stands in.
    pub fn take(&mut self, value: Value<'_>, list_kind: Option<&str>, places: &dyn Places, context: &Context, sink: &mut dyn Sink) {
        self.take_at(value, list_kind, places, context, sink, DEEPEST);
    }

    fn take_at(
        &mut self,
        value: Value<'_>,
        list_kind: Option<&str>,
        places: &dyn Places,
        context: &Context,
        sink: &mut dyn Sink,
        deepest: usize,
    ) {
        let kind = value.get("kind").and_then(Value::str);
        if let Some(items) = value.get("items").filter(|items| items.sort() == Sort::List && deepest > 0) {
            self.list = true;
            self.goes_on_elsewhere(value);
            for item in items.children() {
                self.take_at(item, kind, places, context, sink, deepest - 1);
            }
            return;
        }
        // Programs write an empty list as `"items": null`.
        if let Some(kind) = kind.filter(|kind| kind.ends_with("List"))
            && value.get("items").is_none_or(|items| items.sort() == Sort::Null)
            && value.at("metadata.name").is_none()
        {
            self.list = true;
            self.empty = Some(kind.to_owned());
            return;
        }
        let of_list = list_kind.and_then(|kind| kind.strip_suffix("List")).filter(|kind| !kind.is_empty());
        let metadata = value.get("metadata").filter(|it| it.sort() == Sort::Map).unwrap_or(value);
        let text = |key: &str| metadata.get(key).and_then(Value::str);
        let told = context.told.as_ref().and_then(|told| told.resource.as_deref());
        let kind = kind.or(of_list).or(told).or_else(|| kind_by_shape(value, &context.path));
        match (kind, text("name")) {
            (Some(kind), Some(name)) => {
                let namespace = text("namespace");
                self.note(kind, namespace);
                sink.record(Record::Object(Object { kind, namespace, name, value, metadata, places }));
            }
            _ => self.no_object(value, places, sink),
        }
    }

    fn note(&mut self, kind: &str, namespace: Option<&str>) {
        self.count += 1;
        self.resources.note(Some(kind));
        self.namespaces.note(namespace);
    }

    /// `kubectl version -o json`, `kubectl config view`, or a value that is no object of the API.
    fn no_object(&mut self, value: Value<'_>, places: &dyn Places, sink: &mut dyn Sink) {
        if value.get("kind").and_then(Value::str) == Some("Config")
            && let Some(contexts) = value.get("contexts")
        {
            self.contexts = Some(u32::try_from(contexts.children().count()).unwrap_or(u32::MAX));
            return;
        }
        for (key, server) in [("clientVersion", false), ("serverVersion", true)] {
            if let Some(version) = value.get(key).and_then(|it| it.get("gitVersion"))
                && let Some(text) = version.str()
            {
                self.versions += 1;
                sink.record(Record::Version(Version { server, version: text, span: places.span(version.place()) }));
            }
        }
        if self.versions == 0 && value.sort() != Sort::Null {
            self.other += 1;
        }
    }

    /// A list that the server gave in pieces says where the next one begins.
    pub fn goes_on_elsewhere(&mut self, list: Value<'_>) {
        let more = list.at("metadata.continue").and_then(Value::str);
        self.incomplete |= more.is_some_and(|it| !it.is_empty());
    }

    /// Tells that a list ended and what the part was.
    pub fn close(mut self, list_kind: Option<&str>, span: Span, context: &Context, sink: &mut dyn Sink) -> Part {
        if self.versions > 0 {
            return Part::new("version", self.versions, phrase!("versions of kubectl and of the cluster", "kubectl 与集群的版本"));
        }
        if let Some(contexts) = self.contexts.filter(|_| self.count == 0) {
            return Part { issues: self.issues, ..Part::new("objects", contexts, configuration(contexts)) };
        }
        let list_kind = list_kind.or(self.empty.as_deref());
        let of_list = list_kind.and_then(|kind| kind.strip_suffix("List")).filter(|kind| !kind.is_empty()).map(plural);
        let resource = match &self.resources {
            Common::Several => None,
            resources => resources.one().map(plural).or(of_list).or_else(|| context.resource().map(plural)),
        };
        let several = self.namespaces == Common::Several;
        if self.list
            && let Some(resource) = &resource
        {
            // Objects of several namespaces are listed by `-A` only.
            let namespace = self.namespaces.one().or_else(|| of_path::namespace(&context.path));
            let listed = Listed { resource, has_namespaces: several, namespace, whole: !self.incomplete, rows: self.count, span };
            sink.record(Record::Listed(listed));
        }
        if self.other > 0 && self.count == 0 && !self.list {
            let message = phrase!(
                "This is JSON or YAML, but no object of Kubernetes: it has no kind and no name.",
                "这是 JSON 或 YAML，但不是 Kubernetes 对象：没有 kind，也没有名称。",
            );
            self.issues.push(Issue { span, message });
            return Part {
                issues: self.issues,
                ..Part::new("unknown", 0, phrase!("data that is not of Kubernetes", "不是 Kubernetes 的数据"))
            };
        }
        let taken_for = counted(self.count, resource.as_deref().unwrap_or_default());
        let namespace =
            if several { Some("*") } else { self.namespaces.one().or(context.namespace()).or_else(|| of_path::namespace(&context.path)) }
                .map(str::to_owned);
        Part { resource, namespace, issues: self.issues, ..Part::new("objects", self.count, taken_for) }
    }
}

/// What kubectl's own configuration is called.
pub fn configuration(contexts: u32) -> Phrase {
    phrase!("contexts in the configuration of kubectl: {n}", "kubectl 配置中的上下文：{n} 个", n = contexts)
}
