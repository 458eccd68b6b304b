//! How the cluster is reached, and what of it was not asked for.

use crate::diagnose::look::{kubectl as run, line, pods_of};
use crate::explain::panel::draft::Draft;
use crate::explain::panel::tell;
use crate::model::cluster::{Cluster, Endpoint};
use crate::model::component::Role;
use crate::model::object_ref::ObjectRef;
use crate::model::pod::Pod;
use crate::model::scope::Reach;
use crate::phrase;
use crate::text::Phrase;

/// Tells about kubectl: that it answered at all is proof.
pub fn kubectl(draft: &mut Draft<'_>) {
    let cluster = draft.cluster();
    draft.article("kubectl");
    draft.title(Phrase::same("kubectl"), phrase!("your side of the line", "你这一侧"));
    if let Some(listing) = cluster.scope.listings.first() {
        draft.say(phrase!(
            "It answered: so when this was taken, its address led to at least one API server that could read the cluster's state.",
            "它有返回：说明采集时它所用的地址至少通向一个能读取集群状态的 API 服务器。"
        ));
        draft.show(listing.span, phrase!("an answer of an API server", "API 服务器给出的回答"));
    }
    draft.say_if(why_it_works(cluster));
    if let Some(now) = &cluster.now {
        draft.say(phrase!(
            "The newest moment in the text is {at}; it was taken then or later.",
            "文本中最晚的时刻是 {at}，采集时间不早于此。",
            at = now.value.utc()
        ));
        draft.show(now.span, phrase!("the newest moment in the text", "文本中最晚的时刻"));
    }
    draft.suggest(run("kubectl version", phrase!("versions of client and server", "客户端与服务端版本")));
    draft.suggest(run("kubectl cluster-info", phrase!("the address that it uses", "它使用的地址")));
}

/// Why kubectl answers although an API server is down.
fn why_it_works(cluster: &Cluster) -> Option<Phrase> {
    let states: Vec<Option<bool>> = pods_of(cluster, Role::ApiServer).map(Pod::is_ready).collect();
    let (ready, all) = (states.iter().filter(|it| **it == Some(true)).count(), states.len());
    (ready > 0 && states.contains(&Some(false))).then_some(())?;
    Some(if let Some(endpoint) = cluster.endpoints.first() {
        phrase!(
            "It works although not all API servers do: {ready} of {all} answer, and {host} leads to them.",
            "{all} 个 API 服务器中有 {ready} 个能应答，{host} 会通向它们，所以它依然可用。",
            ready = ready,
            all = all,
            host = endpoint.value.host
        )
    } else {
        phrase!(
            "It works although not all API servers do: {ready} of {all} answer.",
            "{all} 个 API 服务器中有 {ready} 个能应答，所以它依然可用。",
            ready = ready,
            all = all
        )
    })
}

/// Tells about the address in cluster-info.
pub fn endpoint(draft: &mut Draft<'_>) {
    let cluster = draft.cluster();
    draft.article("load-balancer-endpoint");
    let title = phrase!("API endpoint", "API 入口地址");
    let Some(first) = cluster.endpoints.first() else {
        draft.title(title, phrase!("not in this text", "不在这段文本中"));
        draft.say(phrase!(
            "No `kubectl cluster-info` was pasted, so the address is not known.",
            "没有粘贴 `kubectl cluster-info`，所以不知道地址。"
        ));
        return draft.suggest(run("kubectl cluster-info", phrase!("the address that kubectl uses", "kubectl 使用的地址")));
    };
    let endpoint = &first.value;
    draft.title(title, Phrase::same(&endpoint.url));
    draft.show(first.span, phrase!("the address", "地址"));
    what_it_is(draft, cluster, endpoint);
    draft.say_if(why_it_works(cluster));
    for pod in pods_of(cluster, Role::ApiServer) {
        let note = match pod.is_ready() {
            Some(true) => phrase!("an API server that answers", "能应答的 API 服务器"),
            Some(false) => phrase!("an API server that is down", "失效的 API 服务器"),
            None => phrase!("an API server", "API 服务器"),
        };
        draft.show(line(pod), note);
    }
    draft.about_rules(&ObjectRef::cluster(), "controlplane-lb");
    draft.suggest(run(
        "kubectl get --raw='/readyz?verbose'",
        phrase!("is the API server that answers well?", "应答的那个 API 服务器是否健康？"),
    ));
    draft.suggest(run(
        "kubectl get endpoints kubernetes -n default",
        phrase!("the API servers that count as alive", "被视为存活的 API 服务器"),
    ));
}

fn what_it_is(draft: &mut Draft<'_>, cluster: &Cluster, endpoint: &Endpoint) {
    let host = endpoint.host.as_str();
    let owner = cluster.nodes.values().find(|it| it.internal_ip.as_ref().is_some_and(|it| it.value == host) || it.id.name == host);
    let (_, servers) = tell::ready_of(cluster, Role::ApiServer);
    if let Some(node) = owner {
        return draft.say(phrase!(
            "It is the address of node {node} alone: when that node fails, kubectl is cut off, whatever the other nodes do.",
            "它就是节点 {node} 自己的地址：该节点一坏，不管其他节点如何，kubectl 都连不上。",
            node = node.id.name
        ));
    }
    if host == "localhost" || host == "::1" || host.starts_with("127.") {
        return draft.say(phrase!(
            "A loopback address: a proxy or tunnel on the machine where kubectl ran leads on from there.",
            "这是回环地址：由运行 kubectl 的机器上的代理或隧道继续转发。"
        ));
    }
    if cluster.nodes.values().any(|it| it.internal_ip.is_some()) {
        draft.say(if servers > 1 {
            phrase!(
                "{host} is the address of no node, and there are {servers} API servers: most likely a load balancer or virtual address stands before them.",
                "{host} 不是任何节点的地址，而 API 服务器有 {servers} 个：很可能前面有负载均衡器或虚拟 IP。",
                host = host,
                servers = servers
            )
        } else {
            phrase!(
                "{host} is the address of no node in the list: a name, a load balancer or a virtual address.",
                "{host} 不是列表中任何节点的地址：可能是域名、负载均衡器或虚拟 IP。",
                host = host
            )
        });
    }
    let listens = pods_of(cluster, Role::ApiServer).find_map(|pod| pod.flag("secure-port"));
    if let (Some(port), Some(listens)) = (endpoint.port, listens)
        && listens.value != port.to_string()
    {
        draft.say(phrase!(
            "Its port is {port}, while the API server listens on {listens}: something in between forwards.",
            "它的端口是 {port}，而 API 服务器监听 {listens}：中间一定有东西在转发。",
            port = port,
            listens = listens.value
        ));
        draft.show(listens.span, phrase!("the API server's own port", "API 服务器自己的端口"));
    }
}

/// Tells what was pasted, what was not, and which commands would show it.
pub fn not_shown(draft: &mut Draft<'_>) {
    let report = draft.report();
    draft.article("namespace-scope");
    draft.title(phrase!("Not in this text", "未粘贴的内容"), phrase!("not missing, only not asked for", "不是缺失，只是没有查询"));
    for listing in &report.cluster.scope.listings {
        let kind = listing.kind.plural();
        draft.say(match &listing.reach {
            Reach::All => {
                phrase!("Pasted: {kind}, all of them ({n}).", "已粘贴：{kind}，全部（{n} 个）。", kind = kind, n = listing.objects)
            }
            Reach::Namespace(name) => phrase!(
                "Pasted: {kind} of the namespace `{name}` only ({n}).",
                "已粘贴：仅命名空间 `{name}` 的 {kind}（{n} 个）。",
                kind = kind,
                name = name,
                n = listing.objects
            ),
            Reach::Unknown => phrase!(
                "Pasted: {kind} of one namespace, not known which ({n}).",
                "已粘贴：某一个命名空间的 {kind}，具体未知（{n} 个）。",
                kind = kind,
                n = listing.objects
            ),
        });
        draft.show(listing.span, phrase!("a list that was pasted", "已粘贴的列表"));
    }
    for gap in &report.diagnosis.not_judged {
        draft.say(gap.what.clone());
        draft.suggest(gap.step.clone());
    }
}
