//! Porthole in a terminal: the same core as the page, for files, folders and standard input.
//! Only this program touches files, the environment and exit codes.

mod gb18030;
mod help;
mod inputs;
mod options;
mod paint;

use std::io::{self, Write};
use std::process::ExitCode;

use anstream::{AutoStream, ColorChoice};
use porthole::diagnose::finding::Severity;
use porthole::diagnose::rules::RULES;
use porthole::layout::layout;
use porthole::layout::request::LayoutRequest;
use porthole::phrase;
use porthole::report::Report;
use porthole::session::Session;
use porthole::share::compose::compose;
use porthole::share::document::Block;
use porthole::share::drawio::drawio;
use porthole::share::handbook;
use porthole::share::json::json;
use porthole::share::line::Line;
use porthole::share::markdown::markdown;
use porthole::share::mermaid::mermaid;
use porthole::share::text::text;
use porthole::span::Span;
use porthole::text::{Lang, Phrase};
use porthole::ui::diagram::captions::words;

use crate::options::{Diagnose, Draw, Drawing, Format, Request};

/// Columns of a text report.
const WIDTH: usize = 100;

/// Exit code: a usage or read error.
const FAILED: u8 = 1;
/// Exit code: nothing in the input was output of kubectl.
const NOT_KUBECTL: u8 = 2;
/// Exit code: `--fail-on` found what it was told to look for.
const FOUND: u8 = 3;

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args_os().skip(1).collect();
    let (lang, request) = options::read(&arguments, preferred_lang());
    let code = match request {
        Ok(Request::Help) => print(help::HELP.get(lang), ColorChoice::Never, 0),
        Ok(Request::HelpDiagnose) => print(help::DIAGNOSE.get(lang), ColorChoice::Never, 0),
        Ok(Request::Version) => print(concat!("porthole ", env!("CARGO_PKG_VERSION"), "\n"), ColorChoice::Never, 0),
        Ok(Request::HelpDraw) => print(help::DRAW.get(lang), ColorChoice::Never, 0),
        Ok(Request::Draw(options)) => draw(&options, lang),
        Ok(Request::Diagnose(options)) => diagnose(&options, lang),
        Ok(Request::Rules(format)) => look_up(&handbook::rules(lang), format, lang),
        Ok(Request::Explain(name, format)) => match handbook::explain(&name, lang) {
            blocks if blocks.is_empty() => fail(
                &phrase!(
                    "nothing is known by the name \"{name}\"; the rules are listed by: porthole rules",
                    "没有关于 \"{name}\" 的说明；运行 porthole rules 可列出所有规则",
                    name = name,
                ),
                lang,
            ),
            blocks => look_up(&blocks, format, lang),
        },
        Err(problem) => fail(&problem, lang),
    };
    ExitCode::from(code)
}

fn diagnose(options: &Diagnose, lang: Lang) -> u8 {
    let inputs = match inputs::read(&options.paths) {
        Ok(inputs) => inputs,
        Err(problem) => return fail(&problem, lang),
    };
    let mut session = Session::with_gb18030(gb18030::decoder);
    if let Some(it) = options.dismissals.iter().find(|it| RULES.iter().all(|rule| rule.meta().id != it.rule)) {
        let what = phrase!(
            "--dismiss takes the id of a rule (see: porthole rules), not \"{given}\"",
            "--dismiss 的取值是规则的 id（参见：porthole rules），而不是 \"{given}\"",
            given = it.rule,
        );
        return fail(&what, lang);
    }
    session.dismiss(options.dismissals.clone());
    for input in inputs {
        session.add_origin(&input.name, input.origin);
    }
    let report = session.analyze();
    let quote = |span: Span| {
        let (source, number, text) = session.line_text(span);
        Line { source, number, text }
    };
    let (page, color) = match options.format {
        Format::Json => match serde_json::to_string_pretty(&json(&report, lang, &quote)) {
            Ok(page) => (page + "\n", ColorChoice::Never),
            Err(error) => return fail(&Phrase::same(error.to_string()), lang),
        },
        Format::Markdown => (markdown(&compose(&report, lang, &quote), lang), ColorChoice::Never),
        Format::Text => (paint::paint(&text(&compose(&report, lang, &quote), lang, WIDTH)), options.color),
    };
    print(&page, color, verdict(&report, options.fail_on))
}

fn draw(options: &Draw, lang: Lang) -> u8 {
    let inputs = match inputs::read(&options.paths) {
        Ok(inputs) => inputs,
        Err(problem) => return fail(&problem, lang),
    };
    let mut session = Session::with_gb18030(gb18030::decoder);
    for input in inputs {
        session.add_origin(&input.name, input.origin);
    }
    let report = session.analyze();
    let scene = layout(&report, &LayoutRequest { picture: options.view, ..LayoutRequest::default() });
    let say = |caption: &_| words(caption, lang);
    let page = match options.format {
        Drawing::Mermaid => mermaid(&scene, &say, lang),
        Drawing::Drawio => drawio(&scene, &say, lang),
    };
    print(&page, ColorChoice::Never, verdict(&report, None))
}

/// Prints what was looked up.
fn look_up(blocks: &[Block], format: Format, lang: Lang) -> u8 {
    match format {
        Format::Markdown => print(&markdown(blocks, lang), ColorChoice::Never, 0),
        Format::Text => print(&paint::paint(&text(blocks, lang, WIDTH)), ColorChoice::Auto, 0),
        Format::Json => fail(&phrase!("--format json is for diagnose alone", "--format json 只用于 diagnose"), lang),
    }
}

/// The exit code for what was found.
fn verdict(report: &Report, fail_on: Option<Severity>) -> u8 {
    if !report.understood() {
        return NOT_KUBECTL;
    }
    let found = |least: Severity| report.clusters().iter().any(|(_, it)| it.findings.iter().any(|finding| finding.severity >= least));
    if fail_on.is_some_and(found) { FOUND } else { 0 }
}

/// Writes to standard output and passes `code` on. A reader that has seen enough (`| head`) is no error.
fn print(page: &str, color: ColorChoice, code: u8) -> u8 {
    let color = if color == ColorChoice::Auto { AutoStream::choice(&io::stdout()) } else { color };
    let mut out = AutoStream::new(io::stdout().lock(), color);
    match out.write_all(page.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => FAILED,
        _ => code,
    }
}

fn fail(problem: &Phrase, lang: Lang) -> u8 {
    // Nothing is left to report to if standard error is closed as well.
    let _ = writeln!(io::stderr(), "porthole: {}", problem.get(lang));
    FAILED
}

/// The language of the locale, as POSIX ranks its variables; English where it says nothing.
#[expect(clippy::disallowed_methods, reason = "the terminal program speaks the language of its terminal; the core is told")]
fn preferred_lang() -> Lang {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    locale.as_deref().and_then(|value| Lang::from_tag(value.split('.').next().unwrap_or_default())).unwrap_or_default()
}
