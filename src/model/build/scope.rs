//! Lists → what may be called absent.

use crate::kind::Kind;
use crate::model::scope::{Listing, Reach, Scope};
use crate::parse::format::Context;
use crate::parse::record::{Listed, Message, MessageClass};

/// A list that was printed. Where its namespace is not told here, its rows may tell it later.
pub(super) fn listed(listed: Listed<'_>, context: &Context) -> Listing {
    let kind = Kind::parse(listed.resource);
    let asked = &context.asked;
    let own = listed.namespace.or(context.namespace());
    let reach = if kind.namespaced() == Some(false) || listed.has_namespaces || asked.all_namespaces && !asked.dump {
        Reach::All
    } else {
        own.map_or(Reach::Unknown, |it| Reach::Namespace(it.to_owned()))
    };
    let got = asked.verb.is_empty() || asked.verb == "get" || asked.verb == "cluster-info";
    let complete = got && listed.whole && !asked.filtered && asked.names.is_empty() && !listed.resource.is_empty();
    Listing { kind, reach, complete, command_seen: context.command_seen, objects: listed.rows, span: listed.span }
}

/// Kinds that a dump holds of every namespace that it holds.
const OF_DUMP: [Kind; 5] = [Kind::Pod, Kind::Service, Kind::Deployment, Kind::DaemonSet, Kind::ReplicaSet];

/// A dump of one file a namespace: it was taken of all namespaces where it holds one that nobody works in.
pub(super) fn whole_dump(scope: &mut Scope) {
    let Some(first) = scope.dumps.first().copied() else { return };
    let public = Reach::Namespace("kube-public".to_owned());
    for kind in OF_DUMP {
        let lists: Vec<&Listing> = scope.listings.iter().filter(|it| it.kind == kind).collect();
        if lists.iter().any(|it| it.reach == public) && lists.iter().all(|it| it.complete) {
            let objects = lists.iter().map(|it| it.objects).sum();
            let command_seen = lists.iter().all(|it| it.command_seen);
            scope.listings.push(Listing { kind, reach: Reach::All, complete: true, command_seen, objects, span: first });
        }
    }
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
