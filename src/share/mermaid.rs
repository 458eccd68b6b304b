//! [`Scene`] → a Mermaid flow chart: for an issue, a wiki, a README. Mermaid places things itself; what is kept is what
//! stands inside what, who talks to whom, and what is broken.

use crate::layout::scene::{Health, Part, Scene, Shape};
use crate::share::outline::{Look, Outline, Words, lines, look};
use crate::share::visible::visible;
use crate::text::Lang;

/// What Mermaid reads unless it is told otherwise, in characters.
const MOST: usize = 50_000;

const CLASSES: &str = "\
  classDef ok fill:#ffffff,stroke:#8292ab,color:#14213d
  classDef look fill:#fff8e8,stroke:#945200,color:#14213d
  classDef broken fill:#fff0eb,stroke:#b3300f,color:#b3300f,stroke-width:2px
  classDef absent fill:#fff0eb,stroke:#b3300f,color:#b3300f,stroke-dasharray:6 4
  classDef unknown fill:#f3f5f9,stroke:#56637c,color:#56637c,stroke-dasharray:2 3
";

/// The chart. A large one leaves out what stands below the names.
pub fn mermaid(scene: &Scene, words: Words<'_>, lang: Lang) -> String {
    let mut chart = Chart { outline: Outline::of(scene), words, lang, named_only: false, text: String::new() };
    chart.draw(scene);
    if chart.text.len() > MOST {
        chart.named_only = true;
        chart.draw(scene);
    }
    chart.text
}

struct Chart<'a> {
    outline: Outline<'a>,
    words: Words<'a>,
    lang: Lang,
    named_only: bool,
    text: String,
}

impl Chart<'_> {
    fn draw(&mut self, scene: &Scene) {
        "flowchart TB\n".clone_into(&mut self.text);
        let parts: Vec<Option<&Part>> = self.outline.parts.clone();
        for (at, _) in parts.iter().enumerate().filter(|(_, part)| part.is_some_and(|it| it.parent.is_none())) {
            self.part(at, 1);
        }
        let place = |id| parts.iter().position(|part| part.is_some_and(|it| it.id == id));
        for edge in &scene.edges {
            let (Some(from), Some(to)) = (place(edge.from.clone()), place(edge.to.clone())) else { continue };
            // Mermaid draws no line between an area and what stands in it.
            if self.outline.nested(from, to) {
                continue;
            }
            let line = if matches!(edge.health, Health::Ok | Health::Look) { "-->" } else { "-.->" };
            let said = edge.label.iter().chain(&edge.purpose).map(|it| label(&(self.words)(it))).find(|it| !it.is_empty());
            let said = said.map(|it| format!("|\"{it}\"|")).unwrap_or_default();
            self.text += &format!("  n{from} {line}{said} n{to}\n");
        }
        self.text += CLASSES;
        for (class, of) in
            [("ok", Look::Ok), ("look", Look::Look), ("broken", Look::Broken), ("absent", Look::Absent), ("unknown", Look::Unknown)]
        {
            let with: Vec<String> =
                parts.iter().enumerate().filter(|(_, it)| it.is_some_and(|it| look(it) == of)).map(|(at, _)| format!("n{at}")).collect();
            if !with.is_empty() {
                self.text += &format!("  class {} {class}\n", with.join(","));
            }
        }
    }

    fn part(&mut self, at: usize, depth: usize) {
        let Some(part) = self.outline.parts.get(at).copied().flatten() else { return };
        let indent = "  ".repeat(depth);
        let shown = if self.named_only { 1 } else { usize::MAX };
        let lines: Vec<String> = lines(part, self.words, self.lang).iter().take(shown).map(|it| label(it)).collect();
        // An empty label is an error.
        let said = if lines.is_empty() { " ".to_owned() } else { lines.join("<br/>") };
        if self.outline.holds(at) {
            self.text += &format!("{indent}subgraph n{at}[\"{said}\"]\n");
            for inner in self.outline.inside.get(at).cloned().unwrap_or_default() {
                self.part(inner, depth + 1);
            }
            self.text += &format!("{indent}end\n");
            return;
        }
        let (open, close) = match part.shape {
            Shape::Client | Shape::Endpoint => ("([", "])"),
            Shape::Gauge { .. } => ("{{", "}}"),
            _ => ("[", "]"),
        };
        self.text += &format!("{indent}n{at}{open}\"{said}\"{close}\n");
    }
}

/// A text between double quotes: all of ASCII that could mean anything to Mermaid, or to the HTML and the Markdown that it
/// makes of a label, is written by its number.
fn label(text: &str) -> String {
    let text = visible(text);
    let mut escaped = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let harmless = match c {
            // Marks of a list.
            '-' | '+' => !escaped.is_empty(),
            '.' | ')' => chars.peek() != Some(&' '),
            // A label that begins or ends in a slash is a shape of its own.
            ' ' | ',' | ':' | '(' => true,
            c => c.is_ascii_alphanumeric() || !c.is_ascii(),
        };
        if harmless {
            escaped.push(c);
        } else {
            escaped += &format!("#{};", u32::from(c));
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::label;

    #[test]
    fn what_means_something_is_written_by_its_number() {
        assert_eq!(label("a\"]; click b \"javascript:x"), "a#34;#93;#59; click b #34;javascript:x");
        assert_eq!(label("%%{init: {}}%%"), "#37;#37;#123;init: #123;#125;#125;#37;#37;");
        assert_eq!(label("#lt;b> `x` 1. y\n- z"), "#35;lt#59;b#62; #96;x#96; 1#46; y␊- z");
        assert_eq!(label("kube-apiserver 10.0.0.1:6443 节点"), "kube-apiserver 10.0.0.1:6443 节点");
    }
}
