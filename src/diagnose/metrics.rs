//! Which autoscalers wait for which metrics API.

use crate::diagnose::finding::Finding;
use crate::kind::Kind;
use crate::model::cluster::Cluster;
use crate::model::object_ref::ObjectRef;
use crate::phrase;
use crate::text::Phrase;

/// The group of a metrics API, from the name of its `APIService`: `v1beta1.custom.metrics.k8s.io`. Of CPU and memory where no `APIService` is named.
fn group(cause: &Finding) -> Option<&str> {
    if cause.subject.kind != Kind::APIService {
        return Some("metrics.k8s.io");
    }
    let (_, group) = cause.subject.name.split_once('.')?;
    group.ends_with("metrics.k8s.io").then_some(group)
}

/// The autoscaler asks the API that does not answer.
pub fn unread(cluster: &Cluster, cause: &Finding, effect: &Finding) -> Option<Phrase> {
    let group = group(cause)?;
    let asks = |id: &ObjectRef| {
        let failed = |it: &&crate::model::event::Event| it.object.as_ref() == Some(id) && it.reason.starts_with("FailedGet");
        match cluster.events.iter().filter(failed).min_by_key(|it| it.age_secs.unwrap_or(i64::MAX)) {
            // A target without requests has no percentage, however well metrics are served.
            Some(event) if event.message.contains("missing request for") => false,
            Some(event) if group == "metrics.k8s.io" => {
                matches!(event.reason.as_str(), "FailedGetResourceMetric" | "FailedGetContainerResourceMetric")
            }
            Some(event) => event.message.contains(group),
            // `cpu: <unknown>/80%`; until 1.26 `<unknown>/80%`, which is of CPU or memory too.
            None => {
                let targets = cluster.others.get(id).and_then(|it| it.fields.get("TARGETS")).map_or("", |it| it.value.as_str());
                group == "metrics.k8s.io" && targets.contains("<unknown>") && targets.contains('%')
            }
        }
    };
    let asks = effect.objects().any(asks);
    asks.then(|| phrase!("the autoscaler reads its metric from this API", "HPA 正是从这个 API 读取指标"))
}
