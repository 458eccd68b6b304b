//! An object whose kind has no telling of its own: what its row or description shows.

use crate::diagnose::look::{in_namespace, kubectl};
use crate::explain::panel::draft::Draft;
use crate::explain::panel::{tell, unknown};
use crate::model::object_ref::ObjectRef;
use crate::phrase;
use crate::text::Phrase;

/// More fields than this are for `describe`.
const FIELDS: usize = 12;

/// Tells about it.
pub fn object(draft: &mut Draft<'_>, id: &ObjectRef) {
    let found = draft.cluster().others.get(id);
    if found.is_none() && !draft.report().diagnosis.findings.iter().any(|it| it.subject == *id) {
        return unknown(draft, &id.name);
    }
    let namespace = id.namespace.as_ref().map(Phrase::same).unwrap_or_default();
    draft.title(Phrase::same(&id.name), tell::joined([Phrase::same(id.kind.name()), namespace]));
    draft.about(id);
    for (name, seen) in found.iter().flat_map(|it| &it.fields).filter(|(name, _)| !name.contains('.')).take(FIELDS) {
        draft.say(Phrase::same(format!("{name}: `{}`", seen.value)));
    }
    for span in found.iter().flat_map(|it| &it.sightings).take(3) {
        draft.show(*span, phrase!("where the text shows it", "文本中显示它的地方"));
    }
    draft.suggest(kubectl(
        format!("kubectl describe {}{} {}", id.kind.plural(), in_namespace(id), id.name),
        phrase!("all of it, and its events", "它的全部内容与事件"),
    ));
}
