//! All pods of one product, drawn as one card.

use crate::diagnose::look::{in_namespace, kubectl, line};
use crate::explain::panel::draft::Draft;
use crate::explain::panel::{pod, tell, unknown};
use crate::explain::words::role;
use crate::model::component::Placement;
use crate::model::pod::Pod;
use crate::model::products;
use crate::phrase;
use crate::text::thousands;

/// Tells about a product.
pub fn product(draft: &mut Draft<'_>, id: &str) {
    let cluster = draft.cluster();
    let pods: Vec<&Pod> = cluster.pods.values().filter(|it| it.component.as_ref().is_some_and(|it| it.product == id)).collect();
    let (Some(first), Some(component)) = (pods.first(), pods.first().and_then(|it| it.component.as_ref())) else {
        return unknown(draft, id);
    };
    if let [only] = pods.as_slice() {
        return pod::pod(draft, &only.id);
    }
    let name = products::name(id);
    let ready = pods.iter().filter(|it| it.is_ready() == Some(true)).count();
    let n = pods.len();
    draft.article_of_product(id);
    draft.title(
        phrase!("{name} ×{n}", "{name} ×{n}", name = name, n = n),
        tell::joined([role(component.role).phrase(), phrase!("{ready} of {n} ready", "{n} 个中就绪 {ready} 个", ready = ready, n = n)]),
    );
    draft.say(if ready == n {
        phrase!("All {n} Pods are ready.", "{n} 个 Pod 全部就绪。", n = n)
    } else {
        phrase!("{ready} of {n} Pods are ready.", "{n} 个 Pod 中有 {ready} 个就绪。", ready = ready, n = n)
    });
    restarts(draft, &pods);
    if component.placement == Placement::PerNode {
        draft.say_if(pod::per_node(draft, id));
    }
    for pod in &pods {
        draft.about(&pod.id);
        draft.show(line(pod), phrase!("a Pod of {name}", "{name} 的一个 Pod", name = name));
    }
    let at = in_namespace(&first.id);
    if component.placement != Placement::Static && pods.iter().any(|it| it.node.is_none()) {
        draft.say(phrase!(
            "On which nodes they are, the text does not tell: the list was not `-o wide`.",
            "它们分别在哪些节点上，文本没有说明：列表没有加 `-o wide`。"
        ));
        draft.suggest(kubectl(format!("kubectl get pods{at} -o wide"), phrase!("the same list with nodes", "带节点信息的同一份列表")));
    }
    if let Some(worst) = pods.iter().find(|it| it.is_ready() == Some(false)).or(Some(first)) {
        draft.suggest(kubectl(
            format!("kubectl describe pod{at} {}", worst.id.name),
            phrase!("its containers, probes and events", "它的容器、探针和事件"),
        ));
    }
}

fn restarts(draft: &mut Draft<'_>, pods: &[&Pod]) {
    let counts = pods.iter().filter_map(|it| Some((it.restarts.as_ref()?.value.count, it)));
    let Some((most, pod)) = counts.clone().max_by_key(|(count, _)| *count) else { return };
    let total: u64 = counts.map(|(count, _)| count).sum();
    if total == 0 {
        return draft.say(phrase!("None of them has ever restarted.", "它们都没有重启过。"));
    }
    draft.say(phrase!(
        "{total} restarts together, most of `{pod}` ({most}).",
        "合计重启 {total} 次，最多的是 `{pod}`（{most} 次）。",
        total = thousands(total),
        pod = pod.id.name,
        most = thousands(most)
    ));
}
