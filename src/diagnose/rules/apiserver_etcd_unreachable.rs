//! An API server cannot connect to etcd.

use crate::diagnose::finding::{Confidence, Finding, Severity};
use crate::diagnose::heard::{self, Words};
use crate::diagnose::look::{kubectl, on_node};
use crate::diagnose::rule::{Link, Meta, Rule};
use crate::model::cluster::Cluster;
use crate::text::Phrase;
use crate::{phrase, text};

/// See the module.
pub(super) const RULE: ApiserverEtcdUnreachable = ApiserverEtcdUnreachable;

pub(super) struct ApiserverEtcdUnreachable;

static META: Meta = Meta {
    id: "apiserver-etcd-unreachable",
    what: text!("An API server cannot connect to its etcd.", "API 服务器连不上它的 etcd。"),
    needs: "kubectl logs -n kube-system kube-apiserver-…",
};

impl Rule for ApiserverEtcdUnreachable {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, cluster: &Cluster) -> Vec<Finding> {
        let mut facts = heard::facts(cluster, "apiserver-etcd-unreachable");
        facts.retain(|it| heard::of_program(it, "kube-apiserver"));
        // A few tries fail while both start.
        let Some(first) = facts.first().filter(|_| heard::lines(&facts) >= FEWEST) else { return Vec::new() };
        let who = heard::who(&facts);
        let node = first.name.as_deref().and_then(|it| it.strip_prefix("kube-apiserver-")).unwrap_or("control-plane");
        heard::finding(cluster, &META, &facts, Words {
            severity: Severity::Warning,
            confidence: Confidence::Certain,
            title: phrase!("{who} cannot connect to etcd", "{who} 连不上 etcd", who = who),
            why: phrase!(
                "Its log says: \"{said}\". Without its etcd an API server cannot start, and answers nothing. `connection refused`: no etcd listens there. A timeout: the network or a stalled member. `bad certificate`: the client certificate.",
                "其日志写道：“{said}”。没有 etcd，API 服务器无法启动，也无法应答。`connection refused`：那里没有 etcd 在监听；超时：网络不通或成员卡死；`bad certificate`：客户端证书有问题。",
                said = heard::quoted(&first.message),
            ),
            fix: phrase!("Mend etcd at the address in that line; the API server then starts by itself.", "先修复该行地址上的 etcd；API 服务器随后会自行启动。"),
            next: vec![
                on_node(node, "crictl ps -a --name etcd; grep -- '--etcd-servers' /etc/kubernetes/manifests/kube-apiserver.yaml", phrase!("does a member run there, and which ones does the API server use?", "那里有成员在运行吗？API 服务器用的是哪些？")),
                kubectl("kubectl get pods -n kube-system -l component=etcd -o wide", phrase!("the members, through another API server", "通过其他 API 服务器查看各成员")),
            ],
        })
    }

    fn explains(&self) -> &'static [Link] {
        const SAME: fn(&Cluster, &Finding, &Finding) -> Option<Phrase> = |_, cause, effect| {
            heard::about(cause, &effect.subject).then(|| phrase!("its own log says that it cannot connect to etcd", "它自己的日志说连不上 etcd"))
        };
        &[Link { effect: "apiserver-crashloop", because: SAME }]
    }
}

/// Fewer lines than this are a start.
const FEWEST: u64 = 3;
