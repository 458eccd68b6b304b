//! Everything that is told about one selected part: what it is, its state here, the proof, what to run next.
//! Knows the report; does not know where the part is drawn.

mod access;
mod component;
mod draft;
mod group;
mod moment;
mod node;
mod object;
mod pod;
mod product;
mod quorum;
mod section;
mod tell;

use crate::explain::explanation::Explanation;
use crate::explain::panel::draft::Draft;
use crate::kind::Kind;
use crate::model::part::PartId;
use crate::report::Report;
use crate::text;

/// Explains a part. Total: a part that the report does not know is said to be unknown.
pub fn explain(report: &Report, part: &PartId) -> Explanation {
    let mut draft = Draft::new(report, part.clone());
    match part {
        PartId::Kubectl => access::kubectl(&mut draft),
        PartId::Endpoint => access::endpoint(&mut draft),
        PartId::NotShown => access::not_shown(&mut draft),
        PartId::Quorum => quorum::quorum(&mut draft),
        PartId::Node(name) => node::node(&mut draft, name),
        PartId::Section { of, section } => section::section(&mut draft, of.trim_end_matches('+'), *section),
        PartId::Pod(id) => match id.kind {
            Kind::Pod => pod::pod(&mut draft, id),
            Kind::Node => node::node(&mut draft, &id.name),
            _ => object::object(&mut draft, id),
        },
        PartId::Component { product, node } => component::component(&mut draft, product, node),
        PartId::Product(id) => product::product(&mut draft, id),
        PartId::Moment { of, from, to, lasting } => moment::moment(&mut draft, of, (*from, *to), *lasting),
        PartId::Group { by, name } => group::group(&mut draft, by, name),
    }
    draft.finish()
}

/// What is said of a part that the text does not show.
fn unknown(draft: &mut Draft<'_>, name: &str) {
    draft.title(crate::text::Phrase::same(name), text!("not in this text", "不在这段文本中"));
    draft.say(text!("Nothing in the pasted text shows it.", "粘贴的文本中没有任何一行显示它。"));
}
