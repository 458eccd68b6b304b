//! Whose log it is: by the line that begins it, the command, the file's path, the lines themselves.

use std::rc::Rc;

use crate::ingest::window::Look;
use crate::parse::format::Context;
use crate::parse::log::begin::How;
use crate::parse::log::line::{Line, line};
use crate::parse::log::of_path::of_path;
use crate::parse::log::program::{of_line, of_pod};
use crate::parse::log::section::{headed, start, unit};
use crate::parse::record::LogOf;

/// So many lines tell whose log it is.
const TELLING: usize = 24;

/// The pod and container, or the machine and the program.
pub struct Owner {
    /// The pod's namespace.
    pub namespace: Option<Rc<str>>,
    /// The pod, or the machine of a journal.
    pub name: Option<Rc<str>>,
    /// The container or program.
    pub program: Option<Rc<str>>,
    /// Whether lines have named some, and whether they named several.
    named: bool,
    mixed: bool,
}

impl Owner {
    /// That of a log that begins at the first line in sight.
    pub fn new(how: How, look: Look<'_>, context: &Context) -> Self {
        let text = look.text(0);
        let path = || of_path(&context.path).unwrap_or_default();
        let (namespace, name, program) = match how {
            How::Block => {
                start(text).map_or((None, None, None), |(namespace, name, container)| (Some(namespace), Some(name), Some(container)))
            }
            How::Path => (path().namespace, path().name, path().program),
            How::Named => (None, None, headed(text).filter(|it| !it.contains('/'))),
            How::Status => (None, None, unit(look)),
            How::Asked => (context.namespace(), asked_pod(context), None),
            How::Shape => (None, None, None),
        };
        let own = |it: Option<&str>| it.filter(|it| !it.is_empty()).map(Rc::from);
        let program = own(program).or_else(|| own(name.and_then(of_pod))).or_else(|| told_ahead(how, look));
        Self { namespace: own(namespace), name: own(name), program, named: false, mixed: false }
    }

    /// Whose line it is.
    pub fn of<'a>(&'a self, line: &Line<'a>) -> LogOf<'a> {
        let of = LogOf { namespace: self.namespace.as_deref(), name: self.name.as_deref(), program: self.program.as_deref() };
        match told(line) {
            Some((name, program)) if line.host.is_empty() => LogOf { name: Some(name), program: Some(program), ..of },
            Some((name, program)) => LogOf { namespace: None, name: Some(name), program: Some(program) },
            None => of,
        }
    }

    /// Notes whose line it is, where it says so itself: what all lines say is the log's.
    pub fn note(&mut self, line: &Line<'_>) {
        let Some((name, program)) = told(line).filter(|_| !self.mixed) else { return };
        let same = |have: &Option<Rc<str>>, told: &str| have.as_deref() == Some(told);
        if same(&self.name, name) && same(&self.program, program) {
            return;
        }
        if std::mem::replace(&mut self.named, true) {
            self.mixed = true;
            self.name = self.name.take().filter(|it| **it == *name);
            self.program = self.program.take().filter(|it| **it == *program);
        } else {
            self.name = Some(name.into());
            self.program = self.program.take().or_else(|| Some(program.into()));
        }
    }
}

/// The pod that the command names.
fn asked_pod(context: &Context) -> Option<&str> {
    let asked = &context.asked;
    let of_pods = asked.resources.is_empty() || asked.resource() == Some("pods");
    asked.names.first().filter(|_| of_pods).map(String::as_str)
}

/// The name and the program that a line tells.
fn told<'a>(line: &Line<'a>) -> Option<(&'a str, &'a str)> {
    line.pod.split_once('/').or_else(|| (!line.host.is_empty()).then_some((line.host, line.program)))
}

/// The program that the lines ahead name, if they name one.
fn told_ahead(how: How, look: Look<'_>) -> Option<Rc<str>> {
    for at in 0..TELLING.min(look.len()) {
        match line(look.text(at)) {
            // These name it one by one.
            Some(it) if told(&it).is_some() => return None,
            Some(it) => {
                let program = Some(it.program).filter(|it| !it.is_empty()).or_else(|| of_line(&it));
                if let Some(program) = program {
                    return Some(program.into());
                }
            }
            None if how == How::Shape && at > 0 => return None,
            None => {}
        }
    }
    None
}
