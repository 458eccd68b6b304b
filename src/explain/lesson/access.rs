//! Questions about the API server and the control plane around it.

use crate::diagnose::finding::Evidence;
use crate::diagnose::look::{line, pods_of, status};
use crate::explain::lesson::question::Question;
use crate::kind::Kind;
use crate::model::cluster::Cluster;
use crate::model::component::{Placement, Role};
use crate::model::pod::Pod;
use crate::order;
use crate::phrase;
use crate::text::Phrase;
use crate::text::thousands;

/// The API servers with whether they are ready, if a complete list shows them.
fn servers(cluster: &Cluster) -> Option<(Vec<&Pod>, usize)> {
    let all: Vec<&Pod> = pods_of(cluster, Role::ApiServer).collect();
    cluster.scope.covering(&Kind::Pod, all.first()?.id.namespace.as_deref())?;
    all.iter().all(|pod| pod.is_ready().is_some()).then_some(())?;
    let ready = all.iter().filter(|pod| pod.is_ready() == Some(true)).count();
    Some((all, ready))
}

fn shown(pods: &[&Pod]) -> Vec<Evidence> {
    let state = |pod: &Pod| {
        if pod.is_ready() == Some(true) {
            phrase!("ready", "就绪")
        } else {
            phrase!("not ready: {s}", "未就绪：{s}", s = status(pod))
        }
    };
    pods.iter().take(5).map(|pod| Evidence { span: line(pod), note: state(pod) }).collect()
}

/// Is the API server highly available?
pub fn highly_available(cluster: &Cluster) -> Option<Question> {
    let (all, ready) = servers(cluster)?;
    let n = all.len();
    let healthy = |n: usize| phrase!("Yes: {n} of them, all ready", "是：共 {n} 个，全部就绪", n = n);
    let single = phrase!("No: there is only one", "否：只有一个");
    let weakened = |n: usize, down: usize| {
        phrase!("By design yes, but weakened: {down} of {n} are down", "设计上是，但已削弱：{n} 个中有 {down} 个失效", n = n, down = down)
    };
    let gone = phrase!("No: none of them is ready", "否：没有一个就绪");
    let right = match (n, ready) {
        (_, 0) => gone.clone(),
        (1, _) => single.clone(),
        (n, ready) if ready < n => weakened(n, n - ready),
        (n, _) => healthy(n),
    };
    let mut wrong = vec![healthy(n.max(2)), single, gone];
    wrong.push(if n > ready { weakened(n, (n - ready + 1).min(n)) } else { weakened(n.max(2), 1) });
    wrong.retain(|it| *it != right);
    let because = phrase!(
        "{n} API server Pods are in the list and {ready} of them are ready. Highly available means that more than one can answer behind one address.",
        "列表中有 {n} 个 API 服务器 Pod，其中 {ready} 个就绪。高可用是指同一个入口背后有不止一个能应答。",
        n = n,
        ready = ready
    );
    let ask = phrase!("Is the API server highly available?", "API 服务器是高可用的吗？");
    Question::new("api-server-ha", ask, &right, wrong, because, shown(&all))
}

/// Which control-plane component is broken?
pub fn what_is_broken(cluster: &Cluster) -> Option<Question> {
    let parts: Vec<&Pod> = cluster.pods.values().filter(|pod| is_part(pod)).collect();
    cluster.scope.covering(&Kind::Pod, parts.first()?.id.namespace.as_deref())?;
    let broken: Vec<&Pod> = parts.iter().copied().filter(|pod| pod.is_ready() == Some(false)).collect();
    let [culprit] = broken.as_slice() else { return None };
    let name = |pod: &Pod| Phrase::same(&pod.id.name);
    let restarts = |pod: &Pod| pod.restarts.as_ref().map_or(0, |it| it.value.count);
    // The tempting wrong answers: pods that restarted often but are ready, one of each component.
    let mut tempting: Vec<&Pod> = Vec::new();
    let mut sound: Vec<&Pod> = parts.iter().copied().filter(|pod| pod.is_ready() == Some(true)).collect();
    order::sort_by_key(&mut sound, |pod| (std::cmp::Reverse(restarts(pod)), &pod.id));
    for pod in sound {
        let product = |pod: &Pod| pod.component.as_ref().map(|it| it.product.clone());
        if tempting.iter().all(|it| product(it) != product(pod)) {
            tempting.push(pod);
        }
    }
    let because = if let Some(pod) = tempting.first().filter(|pod| restarts(pod) >= 100) {
        phrase!(
            "READY of `{broken}` is 0 and its STATUS is `{status}`. `{often}` has restarted {count} times, but it is ready: its restarts tell of trouble, not of being down.",
            "`{broken}` 的 READY 为 0，STATUS 为 `{status}`。`{often}` 虽然重启过 {count} 次，但它是就绪的：重启多说明出过问题，不等于现在坏了。",
            broken = culprit.id.name,
            status = status(culprit),
            often = pod.id.name,
            count = thousands(restarts(pod))
        )
    } else {
        phrase!(
            "READY of `{broken}` is 0 and its STATUS is `{status}`; every other one is ready.",
            "`{broken}` 的 READY 为 0，STATUS 为 `{status}`；其他的都就绪。",
            broken = culprit.id.name,
            status = status(culprit)
        )
    };
    let mut evidence = shown(&broken);
    evidence.extend(shown(tempting.get(..1).unwrap_or_default()));
    let wrong = tempting.iter().take(3).map(|pod| name(pod)).collect();
    let ask = phrase!("Which Pod of the control plane is broken right now?", "控制平面中，现在坏掉的是哪个 Pod？");
    Question::new("what-is-broken", ask, &name(culprit), wrong, because, evidence)
}

fn is_part(pod: &Pod) -> bool {
    pod.component.as_ref().is_some_and(|it| it.role.is_control_plane() && it.placement == Placement::Static)
}

/// Why does kubectl still answer?
pub fn why_kubectl_answers(cluster: &Cluster) -> Option<Question> {
    let (all, ready) = servers(cluster)?;
    (ready > 0 && ready < all.len()).then_some(())?;
    let right = phrase!("Another API server answers behind the same address", "同一个入口背后还有别的 API 服务器在应答");
    let wrong = vec![
        phrase!("kubectl reads etcd directly when it must", "必要时 kubectl 会直接读 etcd"),
        phrase!("kubectl shows what it remembers from before", "kubectl 显示的是以前缓存的内容"),
        phrase!("The kubelet answers in the API server's place", "kubelet 会代替 API 服务器应答"),
    ];
    let because = phrase!(
        "{ready} of {n} API servers are ready. Only API servers read etcd, and kubectl asks only them.",
        "{n} 个 API 服务器中有 {ready} 个就绪。只有 API 服务器会读 etcd，而 kubectl 只向 API 服务器发请求。",
        ready = ready,
        n = all.len()
    );
    let mut evidence: Vec<Evidence> = cluster
        .endpoints
        .iter()
        .take(1)
        .map(|it| Evidence { span: it.span, note: phrase!("the address that kubectl uses", "kubectl 使用的地址") })
        .collect();
    evidence.extend(shown(&all));
    let ask = phrase!("An API server is down. Why does kubectl still answer?", "有一个 API 服务器坏了，为什么 kubectl 还能用？");
    Question::new("why-kubectl-answers", ask, &right, wrong, because, evidence)
}
