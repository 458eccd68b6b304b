//! [`Report`] → [`Block`]s in one language: incidents first, then notes, then what was read and what it cannot tell.
//! Decides on order and length; does not know how a block looks.

use std::collections::BTreeSet;

use crate::diagnose::diagnosis::Diagnosis;
use crate::diagnose::dismissal::Dismissed;
use crate::diagnose::finding::{Finding, Place, Step};
use crate::diagnose::incident::Incident;
use crate::model::change::Change;
use crate::model::cluster::Cluster;
use crate::model::products;
use crate::phrase;
use crate::report::{BlockReport, Report, SourceReport};
use crate::share::clean::printable;
use crate::share::counts::{NodeCounts, pods_by_status};
use crate::share::document::{Block, Command, Quotation};
use crate::share::line::Quote;
use crate::share::words;
use crate::span::Span;
use crate::text::{Lang, Phrase, Text};

/// Characters of a quoted line: a wide table fits, a log line of JSON is cut.
const QUOTED_CHARS: usize = 240;
/// Characters of running text; only a name from a hostile paste is longer.
const SPOKEN_CHARS: usize = 2_000;
/// Quoted lines for one statement of an incident.
const MOST_QUOTES: usize = 6;
/// Effects that one rule found, before only their statements follow.
const MOST_ALIKE: usize = 3;
/// Quoted lines for one note.
const MOST_QUOTES_OF_A_NOTE: usize = 2;
/// Inputs and lines not understood that are listed one by one.
const MOST_LISTED: usize = 20;

/// The whole report.
pub fn compose(report: &Report, lang: Lang, quote: Quote<'_>) -> Vec<Block> {
    let mut composer = Composer { lang, quote, blocks: Vec::new() };
    if report.understood() {
        let all = report.clusters();
        let several = all.len() > 1;
        if several {
            composer.paragraph(&words::clusters(all.len()));
        }
        for (cluster, diagnosis) in all {
            composer.title(cluster, several);
            composer.diagnosis(diagnosis);
            composer.changes(&cluster.changes);
        }
    } else {
        composer.blocks.push(Block::Paragraph(words::NOT_KUBECTL.get(lang).to_owned()));
        let commands = ["kubectl get nodes -o wide", "kubectl get pods -A -o wide"];
        composer.blocks.push(Block::Commands(
            commands.iter().map(|it| Command { node: None, command: (*it).to_owned(), purpose: String::new() }).collect(),
        ));
    }
    composer.sources(&report.sources);
    if report.understood() {
        composer.gaps(&report.clusters());
    }
    composer.blocks
}

struct Composer<'a> {
    lang: Lang,
    quote: Quote<'a>,
    blocks: Vec<Block>,
}

impl Composer<'_> {
    fn say(&self, phrase: &Phrase) -> String {
        printable(phrase.get(self.lang), SPOKEN_CHARS)
    }

    fn heading(&mut self, text: Text) {
        self.blocks.push(Block::Heading { severity: None, text: text.get(self.lang).to_owned() });
    }

    fn label(&mut self, text: Text) {
        self.blocks.push(Block::Label(text.get(self.lang).to_owned()));
    }

    fn paragraph(&mut self, phrase: &Phrase) {
        let text = self.say(phrase);
        if !text.is_empty() {
            self.blocks.push(Block::Paragraph(text));
        }
    }

    fn item(&mut self, depth: usize, phrase: &Phrase) {
        let text = self.say(phrase);
        self.blocks.push(Block::Item { depth, text });
    }

    fn title(&mut self, cluster: &Cluster, named: bool) {
        let mut facts: Vec<Phrase> = named.then(|| cluster.label()).into_iter().collect();
        if let Some(version) = &cluster.version {
            facts.push(Phrase::same(format!("Kubernetes {}", version.value)));
        }
        let named = [&cluster.distribution, &cluster.cni, &cluster.runtime];
        facts.extend(named.into_iter().flatten().map(|it| Phrase::same(products::name(&it.value))));
        let nodes = NodeCounts::of(cluster);
        match nodes.total {
            0 => {}
            1 => facts.push(phrase!("1 node", "1 个节点")),
            n => facts.push(phrase!("{n} nodes", "{n} 个节点", n = n)),
        }
        if let (Some(deciding), Some(working)) = (nodes.control_plane, nodes.worker) {
            facts.push(phrase!("control plane {n}", "控制平面 {n}", n = deciding));
            facts.push(phrase!("workers {n}", "工作节点 {n}", n = working));
        }
        if let Some(ready) = nodes.ready {
            facts.push(phrase!("Ready {n}", "Ready {n}", n = ready));
        }
        match cluster.pods.len() {
            0 => {}
            1 => facts.push(phrase!("1 pod", "1 个 Pod")),
            n => facts.push(phrase!("{n} pods", "{n} 个 Pod", n = n)),
        }
        facts.extend(pods_by_status(cluster).into_iter().map(|(status, n)| Phrase::same(format!("{status} {n}"))));
        let facts: Vec<String> = facts.iter().map(|fact| self.say(fact)).collect();
        if !facts.is_empty() {
            self.blocks.push(Block::Title(facts.join(" · ")));
        }
    }

    fn diagnosis(&mut self, diagnosis: &Diagnosis) {
        for incident in &diagnosis.incidents {
            self.incident(incident, &diagnosis.findings);
        }
        if diagnosis.incidents.is_empty() {
            // Not "nothing is wrong": a fault that no rule knows is still in the counts above.
            self.blocks.push(Block::Paragraph(words::NO_FAULT.get(self.lang).to_owned()));
            self.paragraph(&words::looked_at(diagnosis.rules_run, &diagnosis.looked_at));
        }
        let told: BTreeSet<usize> =
            diagnosis.incidents.iter().flat_map(|it| it.effects.iter().map(|effect| effect.finding).chain([it.root])).collect();
        let (posture, notes): (Vec<usize>, Vec<usize>) =
            (0..diagnosis.findings.len()).filter(|at| !told.contains(at)).partition(|at| diagnosis.posture.contains(at));
        self.notes(words::NOTES, &notes, &diagnosis.findings);
        self.notes(words::POSTURE, &posture, &diagnosis.findings);
        self.dismissed(&diagnosis.dismissed);
    }

    fn notes(&mut self, heading: Text, notes: &[usize], findings: &[Finding]) {
        if notes.is_empty() {
            return;
        }
        self.heading(heading);
        for finding in notes.iter().filter_map(|at| findings.get(*at)) {
            self.statement(finding);
            self.paragraph(&finding.why);
            self.quotes(finding, MOST_QUOTES_OF_A_NOTE);
            self.paragraph(&finding.fix);
            self.commands(finding.next.iter());
        }
    }

    fn dismissed(&mut self, dismissed: &[Dismissed]) {
        if dismissed.is_empty() {
            return;
        }
        self.heading(words::DISMISSED);
        for it in dismissed {
            self.statement(&it.finding);
            self.paragraph(&Phrase::same(it.by.reason.as_str()));
        }
    }

    fn changes(&mut self, changes: &[Change]) {
        if changes.is_empty() {
            return;
        }
        self.heading(words::CHANGED);
        for change in changes.iter().take(MOST_LISTED) {
            self.item(0, &change.phrase());
            let seen = [(&change.from, words::BEFORE), (&change.to, words::AFTER)];
            let quotations = seen.map(|(seen, note)| self.quotation(seen.span, note.get(self.lang).to_owned()));
            self.blocks.push(Block::Quotes(quotations.into()));
        }
        self.rest(changes.len());
    }

    fn quotation(&self, span: Span, note: String) -> Quotation {
        let line = (self.quote)(span);
        let place = printable(&format!("{}:{}", line.source, line.number), QUOTED_CHARS);
        Quotation { place, text: printable(&line.text, QUOTED_CHARS), note }
    }

    fn incident(&mut self, incident: &Incident, findings: &[Finding]) {
        let Some(root) = findings.get(incident.root) else { return };
        let text = self.say(&incident.headline);
        self.blocks.push(Block::Heading { severity: Some(incident.severity), text });
        self.label(words::CAUSE);
        self.statement(root);
        self.paragraph(&root.why);
        self.quotes(root, MOST_QUOTES);
        if !incident.effects.is_empty() {
            self.label(words::EFFECTS);
        }
        let mut alike = (0, "");
        for effect in &incident.effects {
            let Some(finding) = findings.get(effect.finding) else { continue };
            self.statement(finding);
            alike = if alike.1 == finding.rule { (alike.0 + 1, alike.1) } else { (0, finding.rule.as_str()) };
            // Of many alike the first ones are proved in full; the statement names its object.
            if alike.0 >= MOST_ALIKE {
                continue;
            }
            let because = &effect.because;
            self.paragraph(&Phrase {
                en: format!("{}: {}", words::WHY.en(), because.en),
                zh: format!("{}：{}", words::WHY.zh(), because.zh),
            });
            self.quotes(finding, MOST_QUOTES);
        }
        for (label, items) in [
            (words::HIT, &incident.hit),
            (words::STILL_WORKS, &incident.still_works),
            (words::AT_RISK, &incident.at_risk),
            (words::ALTERNATIVES, &incident.alternatives),
        ] {
            if !items.is_empty() {
                self.label(label);
            }
            for item in items {
                self.item(0, item);
            }
        }
        let mut seen = BTreeSet::new();
        let steps: Vec<&Step> = incident.settle.iter().chain(&root.next).filter(|step| seen.insert((&step.place, &step.command))).collect();
        if !steps.is_empty() {
            self.label(words::NEXT);
            self.commands(steps.into_iter());
        }
        if !root.fix.get(self.lang).is_empty() {
            self.label(words::FIX);
            self.paragraph(&root.fix);
        }
    }

    fn statement(&mut self, finding: &Finding) {
        let tag = format!("{} · {}", finding.rule, words::confidence(finding.confidence).get(self.lang));
        let text = self.say(&finding.title);
        self.blocks.push(Block::Statement { severity: finding.severity, text, tag });
    }

    fn quotes(&mut self, finding: &Finding, most: usize) {
        let mut seen = BTreeSet::new();
        let mut quotations = Vec::new();
        for it in finding.evidence.iter() {
            let quotation = self.quotation(it.span, self.say(&it.note));
            if seen.insert(quotation.place.clone()) {
                quotations.push(quotation);
            }
        }
        quotations.truncate(most);
        self.blocks.push(Block::Quotes(quotations));
    }

    fn commands<'a>(&mut self, steps: impl Iterator<Item = &'a Step>) {
        let commands: Vec<Command> = steps.map(|step| self.command(step)).collect();
        if !commands.is_empty() {
            self.blocks.push(Block::Commands(commands));
        }
    }

    fn command(&self, step: &Step) -> Command {
        let purpose = self.say(&step.purpose);
        let purpose = match (step.safe, self.lang) {
            (true, _) => purpose,
            (false, Lang::En) => format!("{purpose} ({})", words::CHANGES.en()),
            (false, Lang::Zh) => format!("{purpose}（{}）", words::CHANGES.zh()),
        };
        let node = match &step.place {
            Place::Kubectl => None,
            Place::Node(name) => Some(printable(name, QUOTED_CHARS)),
        };
        Command { node, command: printable(&step.command, SPOKEN_CHARS), purpose }
    }

    fn sources(&mut self, sources: &[SourceReport]) {
        self.heading(words::READ);
        for source in sources.iter().take(MOST_LISTED) {
            match (&source.problem, source.blocks.as_slice()) {
                (Some(problem), _) => self.pair(0, &source.name, problem.get(self.lang)),
                (None, []) => self.pair(0, &source.name, words::EMPTY.get(self.lang)),
                (None, [block]) => self.block(0, &source.name, block),
                (None, blocks) => {
                    self.item(0, &Phrase::same(source.name.as_str()));
                    for block in blocks.iter().take(MOST_LISTED) {
                        let (first, last) = block.lines;
                        let lines = phrase!("lines {first}–{last}", "第 {first}–{last} 行", first = first, last = last);
                        self.block(1, lines.get(self.lang), block);
                    }
                    self.rest(blocks.len());
                }
            }
        }
        self.rest(sources.len());
    }

    fn block(&mut self, depth: usize, place: &str, block: &BlockReport) {
        let command = match (&block.command, self.lang) {
            (None, _) => String::new(),
            (Some(command), Lang::En) => format!(" (`{command}`)"),
            (Some(command), Lang::Zh) => format!("（`{command}`）"),
        };
        self.pair(depth, place, &format!("{}{command}", block.taken_for.get(self.lang)));
        for issue in block.issues.iter().take(MOST_LISTED) {
            let line = phrase!("line {n}", "第 {n} 行", n = issue.line);
            self.pair(depth + 1, line.get(self.lang), issue.message.get(self.lang));
        }
        self.rest(block.issues.len());
    }

    /// An item of the form "what: about it".
    fn pair(&mut self, depth: usize, what: &str, about: &str) {
        let text = match self.lang {
            Lang::En => format!("{what}: {about}"),
            Lang::Zh => format!("{what}：{about}"),
        };
        self.blocks.push(Block::Item { depth, text: printable(&text, SPOKEN_CHARS) });
    }

    fn rest(&mut self, all: usize) {
        if all > MOST_LISTED {
            self.item(0, &phrase!("… and {n} more", "……还有 {n} 项", n = all - MOST_LISTED));
        }
    }

    /// What no cluster's text can tell, each once.
    fn gaps(&mut self, clusters: &[(&Cluster, &Diagnosis)]) {
        let mut seen = BTreeSet::new();
        let gaps =
            clusters.iter().flat_map(|(_, diagnosis)| &diagnosis.not_judged).filter(|gap| seen.insert((&gap.what.en, &gap.step.command)));
        for (at, gap) in gaps.enumerate() {
            if at == 0 {
                self.heading(words::NOT_JUDGED);
            }
            self.item(0, &gap.what);
            self.commands(std::iter::once(&gap.step));
        }
    }
}
