//! The pods behind a Service: by its selector and their labels, else by the addresses of its endpoints. Never claims more than the text shows.

use crate::diagnose::services::{field, is_external_name, matches, selector};
use crate::kind::Kind;
use crate::layout::objects::{find, owner};
use crate::model::cluster::Other;
use crate::model::pod::Pod;
use crate::order;
use crate::order::Map;
use crate::report::Report;

/// What stands behind.
#[derive(Debug, PartialEq, Eq)]
pub enum Behind<'a> {
    /// Another name; nothing of this cluster.
    Elsewhere,
    /// These pods.
    Pods(Vec<&'a Pod>),
    /// So many addresses whose pods the text does not show.
    Addresses(u32),
    /// Nothing.
    Nothing,
    /// The text does not tell.
    NotShown,
}

/// Pods and slices by what is looked up, made once for a picture.
pub struct Index<'a> {
    report: &'a Report,
    by_namespace: Map<&'a str, Vec<&'a Pod>>,
    by_address: Vec<(&'a str, &'a Pod)>,
    slices: Map<(&'a str, &'a str), Vec<&'a Other>>,
}

impl<'a> Index<'a> {
    /// Of a report: goes through the pods once.
    pub fn of(report: &'a Report) -> Self {
        let mut res = Self { report, by_namespace: Map::new(), by_address: Vec::new(), slices: Map::new() };
        for pod in report.cluster.pods.values().filter(|pod| !is_over(pod)) {
            if !pod.labels.is_empty() {
                res.by_namespace.slot(pod.id.namespace.as_deref().unwrap_or_default(), Vec::new).push(pod);
            }
            if let Some(ip) = &pod.ip {
                res.by_address.push((&ip.value, pod));
            }
        }
        order::sort_by(&mut res.by_address, |a, b| a.0.cmp(b.0));
        for it in report.cluster.others.values().filter(|it| it.id.kind == Kind::EndpointSlice) {
            let service = it.fields.get("metadata.labels.kubernetes.io/service-name").map(|it| it.value.as_str());
            let owned = owner(it).map(|(_, name)| name);
            // Its name is that of the Service and five letters more.
            let named = it.id.name.rsplit_once('-').map(|(name, _)| name);
            if let Some(service) = service.or(owned).or(named) {
                res.slices.slot((it.id.namespace.as_deref().unwrap_or_default(), service), Vec::new).push(it);
            }
        }
        res
    }

    /// What is behind a Service.
    pub fn behind(&self, service: &Other) -> Behind<'a> {
        if is_external_name(service) {
            return Behind::Elsewhere;
        }
        let namespace = service.id.namespace.as_deref();
        let told = selector(service).map(|(pairs, _)| pairs);
        let labelled = self.by_namespace.get(namespace.unwrap_or_default());
        let addresses = self.addresses(service);
        if let (Some(pairs), Some(pods)) = (told.as_ref().filter(|it| !it.is_empty()), labelled) {
            let chosen: Vec<&Pod> = pods.iter().copied().filter(|pod| matches(pod, pairs)).collect();
            if !chosen.is_empty() {
                return Behind::Pods(chosen);
            }
        }
        match addresses {
            Some(all) if !all.is_empty() => return self.at(&all),
            Some(_) => return Behind::Nothing,
            None => {}
        }
        // Nothing fits its selector: that says something only where every pod is shown with its labels.
        let listed = self.report.cluster.scope.covering(&Kind::Pod, namespace).is_some() && namespace.is_some();
        let all = || self.report.cluster.pods.values().filter(|pod| pod.id.namespace.as_deref() == namespace && !is_over(pod));
        match told {
            Some(pairs) if !pairs.is_empty() && listed && all().all(|pod| !pod.labels.is_empty()) => Behind::Nothing,
            _ => Behind::NotShown,
        }
    }

    fn at(&self, addresses: &[&str]) -> Behind<'a> {
        let mut pods = Vec::new();
        for address in addresses {
            let from = self.by_address.partition_point(|(ip, _)| ip < address);
            // Pods of the host's network share its address: which of them answers is not told.
            match self.by_address.get(from..).unwrap_or_default().iter().take_while(|(ip, _)| ip == address).collect::<Vec<_>>().as_slice()
            {
                [(_, pod)] => pods.push(*pod),
                _ => return Behind::Addresses(u32::try_from(addresses.len()).unwrap_or(u32::MAX)),
            }
        }
        Behind::Pods(pods)
    }

    /// The addresses that the text shows for a Service, each once; `None` where it does not tell.
    fn addresses(&self, service: &'a Other) -> Option<Vec<&'a str>> {
        let namespace = service.id.namespace.as_deref();
        let slices = self.slices.get(&(namespace.unwrap_or_default(), service.id.name.as_str()));
        let endpoints = find(self.report, Kind::Endpoints, namespace, &service.id.name);
        let mut all: Vec<&str> = Vec::new();
        let mut told = false;
        for it in slices.into_iter().flatten().copied().chain(endpoints).chain(std::iter::once(service)) {
            let is_service = it.id.kind == Kind::Service;
            if let Some(cell) = field(it, if is_service { &["Endpoints"] } else { &["ENDPOINTS"] }) {
                told = true;
                all.extend(cell.value.split([',', '\n']).filter_map(host));
            } else if !is_service {
                let at = |path: &str| {
                    path.starts_with("subsets.") && path.contains(".addresses.") && path.rsplit('.').next() == Some("ip")
                        || path.starts_with("endpoints.") && path.contains(".addresses.")
                };
                told |= it.fields.contains_key("metadata.uid") || it.fields.keys().any(|path| at(path));
                all.extend(it.fields.iter().filter(|(path, _)| at(path)).map(|(_, seen)| seen.value.as_str()));
            }
        }
        order::sort(&mut all);
        all.dedup();
        told.then_some(all)
    }
}

/// `10.244.3.3` of `10.244.3.3:53 + 3 more...`; nothing of `<none>`.
fn host(endpoint: &str) -> Option<&str> {
    let first = endpoint.trim().split(' ').next()?;
    if first.is_empty() || first.starts_with('<') || first.starts_with('+') {
        return None;
    }
    let bare = first.strip_prefix('[').and_then(|it| it.split_once(']')).map(|(it, _)| it);
    Some(bare.unwrap_or_else(|| match first.matches(':').count() {
        1 => first.split(':').next().unwrap_or(first),
        _ => first,
    }))
}

fn is_over(pod: &Pod) -> bool {
    pod.status.as_ref().is_some_and(|it| matches!(it.value.as_str(), "Completed" | "Succeeded" | "Evicted" | "Failed" | "Error"))
}

#[cfg(test)]
mod tests {
    use super::host;

    #[test]
    fn addresses_of_cells() {
        for (cell, expected) in [
            ("10.244.3.3:53 + 3 more...", Some("10.244.3.3")),
            ("10.20.0.11", Some("10.20.0.11")),
            ("[fd00::12]:8080", Some("fd00::12")),
            ("fd00::12", Some("fd00::12")),
            ("<none>", None),
            ("", None),
        ] {
            assert_eq!(host(cell), expected, "{cell}");
        }
    }
}
