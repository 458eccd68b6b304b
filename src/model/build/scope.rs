//! Lists → what may be called absent.

use crate::model::kind::Kind;
use crate::model::scope::{Listing, Reach, Scope};
use crate::parse::record::{Listed, Message, MessageClass};

/// Notes a table. `inferred` is its namespace where the text does not name it but its rows tell.
pub(super) fn listed(scope: &mut Scope, listed: &Listed, inferred: Option<&str>) {
    if listed.resource.is_empty() {
        return;
    }
    let kind = Kind::parse(&listed.resource);
    let reach = if kind.namespaced() == Some(false) || listed.has_namespace_column {
        Reach::All
    } else if let Some(namespace) = &listed.asked.namespace {
        Reach::Namespace(namespace.clone())
    } else {
        inferred.map_or(Reach::Unknown, |it| Reach::Namespace(it.to_owned()))
    };
    let got = listed.asked.verb.is_empty() || listed.asked.verb == "get";
    let complete = got && listed.whole && !listed.asked.filtered && listed.asked.names.is_empty();
    scope.listings.push(Listing { kind, reach, complete, command_seen: listed.command_seen, objects: listed.rows, span: listed.span });
}

/// "No resources found" is a complete list without objects.
pub(super) fn message(scope: &mut Scope, message: &Message) {
    let MessageClass::Empty(namespace) = &message.class else { return };
    let Some(resource) = message.asked.resource() else { return };
    let reach = match (namespace, message.asked.all_namespaces) {
        (Some(namespace), _) => Reach::Namespace(namespace.clone()),
        (None, true) => Reach::All,
        (None, false) if Kind::parse(resource).namespaced() == Some(false) => Reach::All,
        (None, false) => message.asked.namespace.clone().map_or(Reach::Unknown, Reach::Namespace),
    };
    let complete = !message.asked.filtered && message.asked.names.is_empty();
    scope.listings.push(Listing { kind: Kind::parse(resource), reach, complete, command_seen: true, objects: 0, span: message.span });
}
