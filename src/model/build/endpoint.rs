//! Lines of cluster-info → endpoints.

use crate::model::cluster::Endpoint;
use crate::parse::cell::url;
use crate::parse::record::Address;
use crate::span::Seen;

/// One address; `None` if it is none.
pub(super) fn address(address: Address<'_>) -> Option<Seen<Endpoint>> {
    let (_, host, port) = url(address.url)?;
    let value = Endpoint { what: address.what.to_owned(), url: address.url.to_owned(), host: host.to_owned(), port };
    Some(Seen::new(value, address.span))
}
