//! Lists → what may be called absent.

use crate::kind::Kind;
use crate::model::scope::{Listing, Reach};
use crate::parse::format::Context;
use crate::parse::record::{Listed, Message, MessageClass};

/// A list that was printed. Where its namespace is not told here, its rows may tell it later.
pub(super) fn listed(listed: Listed<'_>, context: &Context) -> Listing {
    let kind = Kind::parse(listed.resource);
    let asked = &context.asked;
    let reach = if kind.namespaced() == Some(false) || listed.has_namespaces || asked.all_namespaces {
        Reach::All
    } else {
        context.namespace().map_or(Reach::Unknown, |it| Reach::Namespace(it.to_owned()))
    };
    let got = asked.verb.is_empty() || asked.verb == "get" || asked.verb == "cluster-info";
    let complete = got && listed.whole && !asked.filtered && asked.names.is_empty() && !listed.resource.is_empty();
    Listing { kind, reach, complete, command_seen: context.command_seen, objects: listed.rows, span: listed.span }
}

/// "No resources found" is a complete list without objects.
pub(super) fn message(message: Message<'_>, context: &Context) -> Option<Listing> {
    if message.class != MessageClass::Empty {
        return None;
    }
    let asked = &context.asked;
    let kind = Kind::parse(context.resource()?);
    let reach = match (message.namespace, asked.all_namespaces) {
        (Some(namespace), _) => Reach::Namespace(namespace.to_owned()),
        (None, true) => Reach::All,
        (None, false) if kind.namespaced() == Some(false) => Reach::All,
        (None, false) => context.namespace().map_or(Reach::Unknown, |it| Reach::Namespace(it.to_owned())),
    };
    let complete = !asked.filtered && asked.names.is_empty();
    Some(Listing { kind, reach, complete, command_seen: context.command_seen, objects: 0, span: message.span })
}
