//! An explanation while it is written: gathers findings, proof and steps, each once.

use crate::diagnose::finding::{Evidence, Finding, Severity, Step};
use crate::explain::articles::{article, article_for};
use crate::explain::explanation::{Explanation, FlagNote};
use crate::model::cluster::Cluster;
use crate::model::object_ref::ObjectRef;
use crate::model::part::PartId;
use crate::order::Set;
use crate::report::Report;
use crate::span::Span;
use crate::text::Phrase;

/// More lines than this prove nothing more.
const LINES: usize = 12;
/// More commands than this are not run.
const STEPS: usize = 6;

/// Which of an object's findings belong to a part.
#[derive(Clone, Copy)]
enum Which {
    All,
    /// Those that need attention.
    Serious,
    /// Those whose rule begins so.
    Rules(&'static str),
}

impl Which {
    fn takes(self, finding: &Finding) -> bool {
        match self {
            Self::All => true,
            Self::Serious => finding.severity > Severity::Info,
            Self::Rules(prefix) => finding.rule.starts_with(prefix),
        }
    }
}

/// An explanation in the making.
pub struct Draft<'a> {
    report: &'a Report,
    about: Vec<(ObjectRef, Which)>,
    steps: Vec<Step>,
    explanation: Explanation,
}

impl<'a> Draft<'a> {
    /// An empty explanation of a part.
    pub fn new(report: &'a Report, part: PartId) -> Self {
        let explanation = Explanation {
            part,
            title: Phrase::default(),
            subtitle: Phrase::default(),
            article: None,
            state: Vec::new(),
            evidence: Vec::new(),
            flags: Vec::new(),
            findings: Vec::new(),
            next: Vec::new(),
            what_if: Vec::new(),
        };
        Self { report, about: Vec::new(), steps: Vec::new(), explanation }
    }

    /// The cluster.
    pub fn cluster(&self) -> &'a Cluster {
        &self.report.cluster
    }

    /// The whole report.
    pub fn report(&self) -> &'a Report {
        self.report
    }

    /// Heading and the line below it.
    pub fn title(&mut self, title: impl Into<Phrase>, subtitle: impl Into<Phrase>) {
        self.explanation.title = title.into();
        self.explanation.subtitle = subtitle.into();
    }

    /// The article of that id.
    pub fn article(&mut self, id: &str) {
        self.explanation.article = article(id);
    }

    /// The article about a product.
    pub fn article_of_product(&mut self, product: &str) {
        self.explanation.article = article_for(product);
    }

    /// One more sentence on its state.
    pub fn say(&mut self, sentence: impl Into<Phrase>) {
        self.explanation.state.push(sentence.into());
    }

    /// One more sentence, if there is one.
    pub fn say_if(&mut self, sentence: Option<Phrase>) {
        self.explanation.state.extend(sentence);
    }

    /// One more sentence on what would happen.
    pub fn what_if(&mut self, sentence: Phrase) {
        self.explanation.what_if.push(sentence);
    }

    /// One more line of the user's text.
    pub fn show(&mut self, span: Span, note: impl Into<Phrase>) {
        if span != Span::default() {
            self.explanation.evidence.push(Evidence { span, note: note.into() });
        }
    }

    /// Findings about this object belong here too.
    pub fn about(&mut self, object: &ObjectRef) {
        self.about.push((object.clone(), Which::All));
    }

    /// Findings about this object belong here if they need attention.
    pub fn about_serious(&mut self, object: &ObjectRef) {
        self.about.push((object.clone(), Which::Serious));
    }

    /// Findings about this object belong here if their rule's id begins so.
    pub fn about_rules(&mut self, object: &ObjectRef, prefix: &'static str) {
        self.about.push((object.clone(), Which::Rules(prefix)));
    }

    /// Whether any finding was taken in so far.
    pub fn has_findings(&self) -> bool {
        !self.indices().is_empty()
    }

    fn indices(&self) -> Set<usize> {
        let diagnosis = &self.report.diagnosis;
        let of = |(object, which): &(ObjectRef, Which)| -> Vec<usize> {
            diagnosis.about(object).filter(|(_, finding)| which.takes(finding)).map(|(index, _)| index).collect()
        };
        self.about.iter().flat_map(of).collect()
    }

    /// A command to run unless the findings name enough of them.
    pub fn suggest(&mut self, step: Step) {
        self.steps.push(step);
    }

    /// The flags of a command.
    pub fn flags(&mut self, flags: Vec<FlagNote>) {
        self.explanation.flags.extend(flags);
    }

    /// Adds what the findings know: their proof and their steps.
    pub fn finish(mut self) -> Explanation {
        let indices = self.indices();
        let findings = indices.iter().filter_map(|index| self.report.diagnosis.findings.get(*index));
        let (own, shared): (Vec<&Finding>, Vec<&Finding>) =
            findings.partition(|it| self.about.iter().any(|(object, _)| it.subject == *object));
        // Of what is mainly about something else, the strongest line is enough, and its steps come last.
        let proof = own.iter().flat_map(|it| it.evidence.iter()).chain(shared.iter().filter_map(|it| it.evidence.iter().next())).cloned();
        self.explanation.evidence.extend(proof);
        self.explanation.evidence = self.one_a_line();
        let steps = own.iter().flat_map(|it| &it.next).chain(&self.steps).chain(shared.iter().flat_map(|it| &it.next));
        let mut commands = Set::default();
        self.explanation.next = steps.filter(|step| commands.insert((&step.command, &step.place))).take(STEPS).cloned().collect();
        self.explanation.findings = indices.into_iter().collect();
        self.explanation
    }

    /// The evidence, each line of the text once.
    fn one_a_line(&self) -> Vec<Evidence> {
        let mut lines = Set::default();
        let line = |span: Span| (span.source, span.line);
        self.explanation.evidence.iter().filter(|it| lines.insert(line(it.span))).take(LINES).cloned().collect()
    }
}
