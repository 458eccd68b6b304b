//! Questions about the network.

use crate::diagnose::finding::Evidence;
use crate::diagnose::look::{line, pods_of};
use crate::explain::lesson::question::Question;
use crate::kind::Kind;
use crate::model::cluster::Cluster;
use crate::model::component::{Certainty, Role};
use crate::model::products;
use crate::phrase;
use crate::text::Phrase;

const COMMON: [&str; 4] = ["calico", "flannel", "cilium", "weave-net"];

fn name(id: &str) -> Phrase {
    Phrase::same(products::name(id))
}

/// Which pod network?
pub fn which(cluster: &Cluster) -> Option<Question> {
    let cni = cluster.cni.as_ref()?;
    let sign = &cni.sign;
    let because = Phrase { en: format!("{}: {}.", name(&cni.value).en, sign.en), zh: format!("{}：{}。", name(&cni.value).zh, sign.zh) };
    let mut wrong: Vec<Phrase> = COMMON.iter().filter(|id| **id != cni.value).take(2).map(|id| name(id)).collect();
    wrong.push(phrase!("None: Kubernetes brings its own", "没有：Kubernetes 自带网络"));
    let evidence = cni.evidence.iter().take(3).map(|span| Evidence { span: *span, note: phrase!("the sign", "依据") }).collect();
    let ask = phrase!("Which plugin builds this cluster's Pod network (CNI)?", "这个集群用的是哪种容器网络插件（CNI）？");
    Question::new("which-cni", ask, &name(&cni.value), wrong, because, evidence)
}

/// What does it mean that none of its pods is in the list?
pub fn not_in_the_list(cluster: &Cluster) -> Option<Question> {
    let cni = cluster.cni.as_ref().filter(|it| it.certainty == Certainty::Inferred)?;
    (!cluster.scope.covers_all(&Kind::Pod)).then_some(())?;
    let list = cluster.scope.listings.iter().find(|it| it.kind == Kind::Pod)?;
    let name = name(&cni.value).en;
    let right = phrase!("Nothing yet: other namespaces were not asked for", "暂时什么也说明不了：其他命名空间没有查");
    let wrong = vec![
        phrase!("{name} is not installed", "{name} 没有安装", name = name),
        phrase!("{name} has crashed on every node", "{name} 在所有节点上都崩溃了", name = name),
        phrase!("It runs outside Pods, as part of the kernel", "它不以 Pod 运行，而是内核的一部分"),
    ];
    let because = phrase!(
        "The list shows one namespace only. `kubectl get pods -A -o wide` shows all of them.",
        "这份列表只显示一个命名空间。`kubectl get pods -A -o wide` 才会显示全部。"
    );
    let mut evidence = vec![Evidence { span: list.span, note: phrase!("a list of one namespace", "只有一个命名空间的列表") }];
    evidence.extend(
        cni.evidence
            .iter()
            .take(1)
            .map(|span| Evidence { span: *span, note: phrase!("what gives {name} away", "由此可知是 {name}", name = name) }),
    );
    let ask = phrase!(
        "No agent of {name} is in the list of Pods. What does that mean?",
        "Pod 列表里没有 {name} 的代理，这说明什么？",
        name = name
    );
    Question::new("not-in-the-list", ask, &right, wrong, because, evidence)
}

/// Is kube-proxy complete?
pub fn kube_proxy(cluster: &Cluster) -> Option<Question> {
    let pods: Vec<_> = pods_of(cluster, Role::KubeProxy).collect();
    let nodes = cluster.nodes.len();
    let namespace = pods.first()?.id.namespace.as_deref();
    (cluster.scope.covers_all(&Kind::Node) && cluster.scope.covering(&Kind::Pod, namespace).is_some()).then_some(())?;
    let choice = |pods: usize| match pods.cmp(&nodes) {
        std::cmp::Ordering::Equal => {
            phrase!("Yes: {pods} Pods for {nodes} nodes", "是：{nodes} 个节点，{pods} 个 Pod", pods = pods, nodes = nodes)
        }
        std::cmp::Ordering::Less => {
            phrase!("No: {pods} Pods for {nodes} nodes", "否：{nodes} 个节点，只有 {pods} 个 Pod", pods = pods, nodes = nodes)
        }
        std::cmp::Ordering::Greater => phrase!(
            "More than needed: {pods} Pods for {nodes} nodes",
            "多了：{nodes} 个节点，却有 {pods} 个 Pod",
            pods = pods,
            nodes = nodes
        ),
    };
    let wrong = vec![choice(pods.len() + 1), choice(pods.len().saturating_sub(1))];
    let because = phrase!(
        "kube-proxy belongs on every node: count its Pods ({pods}) against the nodes ({nodes}).",
        "kube-proxy 每个节点都要有一个：拿它的 Pod 数（{pods}）与节点数（{nodes}）对照。",
        pods = pods.len(),
        nodes = nodes
    );
    let evidence = pods
        .iter()
        .take(5)
        .map(|pod| Evidence { span: line(pod), note: phrase!("a Pod of kube-proxy", "kube-proxy 的一个 Pod") })
        .collect();
    let ask = phrase!("Does every node have its kube-proxy?", "每个节点都有自己的 kube-proxy 吗？");
    Question::new("kube-proxy-count", ask, &choice(pods.len()), wrong, because, evidence)
}
