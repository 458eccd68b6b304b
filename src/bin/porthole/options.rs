//! Arguments → what is asked. Knows the command line; reads no file.

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

use anstream::ColorChoice;
use lexopt::Arg::{Long, Short, Value};
use porthole::diagnose::dismissal::Dismissal;
use porthole::diagnose::finding::Severity;
use porthole::layout::request::Picture;
use porthole::phrase;
use porthole::text::{Lang, Phrase};

/// What the program shall do.
#[derive(Debug, PartialEq, Eq)]
pub enum Request {
    /// `--help`.
    Help,
    /// `help diagnose`, `diagnose --help`.
    HelpDiagnose,
    /// `help draw`, `draw --help`.
    HelpDraw,
    /// `--version`.
    Version,
    /// `diagnose`.
    Diagnose(Diagnose),
    /// `draw`.
    Draw(Draw),
    /// `rules`.
    Rules(Format),
    /// `explain`, and the name.
    Explain(String, Format),
}

/// What `diagnose` shall do.
#[derive(Debug, PartialEq, Eq)]
pub struct Diagnose {
    /// Files, folders, or `-`.
    pub paths: Vec<PathBuf>,
    /// How the report is written.
    pub format: Format,
    /// The least severity that makes the program fail.
    pub fail_on: Option<Severity>,
    /// What is set aside.
    pub dismissals: Vec<Dismissal>,
    /// Whether text is coloured.
    pub color: ColorChoice,
}

/// What `draw` shall do.
#[derive(Debug, PartialEq, Eq)]
pub struct Draw {
    /// Files, folders, or `-`.
    pub paths: Vec<PathBuf>,
    /// Which picture.
    pub view: Picture,
    /// For which program.
    pub format: Drawing,
}

/// A program that opens a drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawing {
    /// Mermaid.
    Mermaid,
    /// draw.io.
    Drawio,
}

/// How a report is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For people at a terminal.
    Text,
    /// For an issue or a chat.
    Markdown,
    /// For programs.
    Json,
}

/// Reads the arguments after the program's name. The language is known even where they are wrong.
pub fn read(arguments: &[OsString], preferred: Lang) -> (Lang, Result<Request, Phrase>) {
    let mut lang = preferred;
    let request = parse(arguments, &mut lang);
    (lang, request)
}

fn parse(arguments: &[OsString], lang: &mut Lang) -> Result<Request, Phrase> {
    let mut parser = lexopt::Parser::from_args(arguments);
    let mut options = Diagnose { paths: Vec::new(), format: Format::Text, fail_on: None, dismissals: Vec::new(), color: ColorChoice::Auto };
    let mut words: Vec<OsString> = Vec::new();
    let (mut help, mut version) = (false, false);
    let (mut view, mut drawing) = (Picture::default(), Drawing::Mermaid);
    while let Some(argument) = parser.next().map_err(said)? {
        match argument {
            Short('h') | Long("help") => help = true,
            Short('V') | Long("version") => version = true,
            Long("lang") => *lang = choice(&mut parser, "--lang", &[("en", Lang::En), ("zh", Lang::Zh)])?,
            Long("format") if words.first().is_some_and(|word| word == "draw") => {
                drawing = choice(&mut parser, "--format", &[("mermaid", Drawing::Mermaid), ("drawio", Drawing::Drawio)])?;
            }
            Long("format") => {
                options.format =
                    choice(&mut parser, "--format", &[("text", Format::Text), ("markdown", Format::Markdown), ("json", Format::Json)])?;
            }
            Long("view") => view = choice(&mut parser, "--view", &VIEWS)?,
            Long("fail-on") => {
                options.fail_on =
                    Some(choice(&mut parser, "--fail-on", &[("warning", Severity::Warning), ("critical", Severity::Critical)])?);
            }
            Long("dismiss") => {
                let given = parser.value().map_err(said)?.to_string_lossy().into_owned();
                let (rule, reason) = given.split_once('=').unwrap_or((&given, ""));
                options.dismissals.push(Dismissal { rule: rule.to_owned(), subject: None, reason: reason.to_owned() });
            }
            Long("color") => {
                let choices = [("auto", ColorChoice::Auto), ("always", ColorChoice::Always), ("never", ColorChoice::Never)];
                options.color = choice(&mut parser, "--color", &choices)?;
            }
            Value(word) => words.push(word),
            // `porthole explain --etcd-servers`: the name of a flag is a name.
            Long(name) if words.first().is_some_and(|word| word == "explain") => words.push(format!("--{name}").into()),
            other => return Err(said(other.unexpected())),
        }
    }
    if version {
        return Ok(Request::Version);
    }
    let mut words = words.into_iter();
    let command = words.next();
    match command.as_deref().and_then(OsStr::to_str) {
        Some("help") => Ok(match words.next().as_deref().and_then(OsStr::to_str) {
            Some("diagnose") => Request::HelpDiagnose,
            Some("draw") => Request::HelpDraw,
            _ => Request::Help,
        }),
        Some("draw") if help => Ok(Request::HelpDraw),
        Some("diagnose") if help => Ok(Request::HelpDiagnose),
        _ if help => Ok(Request::Help),
        Some("diagnose") => {
            options.paths = words.map(PathBuf::from).collect();
            if options.paths.is_empty() {
                return Err(phrase!(
                    "diagnose needs a file, a folder, or - for standard input; see: porthole help diagnose",
                    "diagnose 需要一个文件、一个目录，或用 - 表示标准输入；参见：porthole help diagnose",
                ));
            }
            Ok(Request::Diagnose(options))
        }
        Some("draw") => {
            let paths: Vec<PathBuf> = words.map(PathBuf::from).collect();
            if paths.is_empty() {
                return Err(phrase!(
                    "draw needs a file, a folder, or - for standard input; see: porthole help draw",
                    "draw 需要一个文件、一个目录，或用 - 表示标准输入；参见：porthole help draw",
                ));
            }
            Ok(Request::Draw(Draw { paths, view, format: drawing }))
        }
        Some("rules") => Ok(Request::Rules(options.format)),
        Some("explain") => {
            let name = words.map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ");
            if name.is_empty() {
                return Err(phrase!(
                    "explain needs a name: of a component, a kind, a state, a rule or a flag, as in: porthole explain etcd",
                    "explain 需要一个名称：组件、资源类型、状态、规则或参数，例如：porthole explain etcd",
                ));
            }
            Ok(Request::Explain(name, options.format))
        }
        _ => Err(match command {
            Some(word) => phrase!(
                "there is no command \"{word}\"; see: porthole --help",
                "没有 \"{word}\" 这个命令；参见：porthole --help",
                word = word.to_string_lossy(),
            ),
            None => phrase!("no command was given; see: porthole --help", "没有给出命令；参见：porthole --help"),
        }),
    }
}

/// The pictures by name.
const VIEWS: [(&str, Picture); 5] = [
    ("architecture", Picture::Architecture),
    ("nodes", Picture::Nodes),
    ("traffic", Picture::Traffic),
    ("workloads", Picture::Workloads),
    ("timeline", Picture::Timeline),
];

/// One of the values that an option takes.
fn choice<T: Copy>(parser: &mut lexopt::Parser, option: &str, choices: &[(&str, T)]) -> Result<T, Phrase> {
    let given = parser.value().map_err(said)?;
    if let Some((_, value)) = choices.iter().find(|(name, _)| given == *name) {
        return Ok(*value);
    }
    let (given, names) = (given.to_string_lossy(), choices.iter().map(|(name, _)| *name).collect::<Vec<_>>());
    Err(phrase!(
        "{option} takes {names}, not \"{given}\"",
        "{option} 的取值是 {names}，而不是 \"{given}\"",
        option = option,
        names = names.join(" | "),
        given = given,
    ))
}

/// What is wrong with the arguments, in both languages.
fn said(error: lexopt::Error) -> Phrase {
    match error {
        lexopt::Error::UnexpectedOption(option) => {
            phrase!("there is no option {option}; see: porthole --help", "没有 {option} 这个选项；参见：porthole --help", option = option,)
        }
        lexopt::Error::MissingValue { option: Some(option) } => {
            phrase!("{option} needs a value; see: porthole --help", "{option} 需要一个值；参见：porthole --help", option = option)
        }
        other => phrase!("the arguments cannot be read: {why}", "无法读取参数：{why}", why = other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(line: &str) -> (Lang, Result<Request, Phrase>) {
        let arguments: Vec<OsString> = line.split_whitespace().map(OsString::from).collect();
        read(&arguments, Lang::En)
    }

    #[test]
    fn options_stand_anywhere() {
        let (lang, request) = ask("--lang zh diagnose a --format json - --fail-on warning --color=never");
        assert_eq!(lang, Lang::Zh);
        let paths = vec![PathBuf::from("a"), PathBuf::from("-")];
        let expected =
            Diagnose { paths, format: Format::Json, fail_on: Some(Severity::Warning), dismissals: Vec::new(), color: ColorChoice::Never };
        assert_eq!(request, Ok(Request::Diagnose(expected)));
    }

    #[test]
    fn help_and_version_need_nothing_else() {
        for (line, request) in [
            ("--help", Request::Help),
            ("help", Request::Help),
            ("help diagnose", Request::HelpDiagnose),
            ("diagnose -h", Request::HelpDiagnose),
            ("help draw", Request::HelpDraw),
            ("draw -h", Request::HelpDraw),
            (
                "draw a --view nodes --format drawio",
                Request::Draw(Draw { paths: vec!["a".into()], view: Picture::Nodes, format: Drawing::Drawio }),
            ),
            ("-V", Request::Version),
            ("rules --format markdown", Request::Rules(Format::Markdown)),
            ("explain kube-apiserver --etcd-servers --lang zh", Request::Explain("kube-apiserver --etcd-servers".into(), Format::Text)),
        ] {
            assert_eq!(ask(line).1, Ok(request), "{line}");
        }
    }

    #[test]
    fn what_is_wrong_is_named() {
        for (line, word) in [
            ("", "no command"),
            ("diagnoze x", "\"diagnoze\""),
            ("diagnose", "needs a file"),
            ("explain", "needs a name"),
            ("draw", "needs a file"),
            ("draw x --format json", "mermaid | drawio, not \"json\""),
            ("draw x --view table", "timeline, not \"table\""),
            ("diagnose x --format yaml", "text | markdown | json, not \"yaml\""),
            ("diagnose x --color", "--color needs a value"),
            ("diagnose x --quiet", "--quiet"),
        ] {
            let problem = ask(line).1.expect_err(line);
            assert!(problem.en.contains(word), "{line}: {}", problem.en);
        }
    }
}
