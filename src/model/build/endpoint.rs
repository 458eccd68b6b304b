//! Lines of cluster-info → endpoints.

use crate::model::cluster::{Cluster, Endpoint};
use crate::parse::cell::url;
use crate::parse::record::Address;
use crate::span::Seen;

/// Notes one address.
pub(super) fn address(cluster: &mut Cluster, address: &Address) {
    let Some((_, host, port)) = url(&address.url) else { return };
    let value = Endpoint { what: address.what.clone(), url: address.url.clone(), host: host.to_owned(), port };
    cluster.endpoints.push(Seen::new(value, address.span));
}
