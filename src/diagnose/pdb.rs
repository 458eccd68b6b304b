//! What a disruption budget counts and demands.

use crate::diagnose::storage::field;
use crate::model::cluster::Other;

/// A number of its status, by the names that the forms have for it.
pub fn number(budget: &Other, names: [&str; 3]) -> Option<u32> {
    field(budget, names).and_then(|it| it.value.parse().ok())
}

/// Current, desired and total, as far as the text tells.
pub fn counts(budget: &Other) -> (Option<u32>, Option<u32>, Option<u32>) {
    (
        number(budget, ["Status.Current", "status.currentHealthy", ""]),
        number(budget, ["Status.Desired", "status.desiredHealthy", ""]),
        number(budget, ["Status.Total", "status.expectedPods", ""]),
    )
}

/// Whether it demands as many pods as there are.
pub fn demands_all(budget: &Other) -> bool {
    let (_, desired, total) = counts(budget);
    desired.zip(total).is_some_and(|(desired, total)| desired >= total)
}

/// The labels that it selects by; empty where the text does not tell.
pub fn selector(budget: &Other) -> Vec<(&str, &str)> {
    if let Some(seen) = field(budget, ["Selector", "SELECTOR", ""]) {
        return seen.value.split([',', '\n']).filter_map(|pair| pair.trim().split_once('=')).collect();
    }
    let of_api =
        budget.fields.iter().filter_map(|(path, seen)| Some((path.strip_prefix("spec.selector.matchLabels.")?, seen.value.as_str())));
    of_api.collect()
}
