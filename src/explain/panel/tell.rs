//! Sentences that several parts need.

use crate::diagnose::look::{pods_of, status};
use crate::explain::words::{ago, span_of};
use crate::model::cluster::Cluster;
use crate::model::component::Role;
use crate::model::pod::Pod;
use crate::model::topology::{EtcdLayout, Quorum};
use crate::phrase;
use crate::text::Phrase;
use crate::text::thousands;

const DAY: i64 = 86_400;

/// Ready and in all, of a role.
pub fn ready_of(cluster: &Cluster, role: Role) -> (usize, usize) {
    let all = pods_of(cluster, role).count();
    (pods_of(cluster, role).filter(|pod| pod.is_ready() == Some(true)).count(), all)
}

/// READY and STATUS in words.
pub fn readiness(pod: &Pod) -> Option<Phrase> {
    let (ratio, status) = (pod.ready.as_ref()?.value, status(pod));
    if status.is_empty() {
        return Some(phrase!(
            "{ready} of its {total} containers are ready.",
            "{total} 个容器中有 {ready} 个就绪。",
            ready = ratio.ready,
            total = ratio.total
        ));
    }
    if matches!(status, "Completed" | "Succeeded") {
        return Some(phrase!("It has done its work and ended: `{status}`.", "它已完成工作并正常结束：`{status}`。", status = status));
    }
    Some(match (ratio.ready, ratio.total) {
        (0, total) if total > 0 => phrase!(
            "Not ready: 0 of {total} containers, STATUS is `{status}`.",
            "未就绪：{total} 个容器中就绪 0 个，STATUS 为 `{status}`。",
            total = total,
            status = status
        ),
        (some, total) if some < total => phrase!(
            "Only in part ready: {some} of {total} containers, STATUS is `{status}`.",
            "只有部分就绪：{total} 个容器中就绪 {some} 个，STATUS 为 `{status}`。",
            some = some,
            total = total,
            status = status
        ),
        (all, _) => phrase!(
            "Ready: {all} of {all} containers, STATUS is `{status}`.",
            "就绪：{all} 个容器全部就绪，STATUS 为 `{status}`。",
            all = all,
            status = status
        ),
    })
}

/// Restarts, measured against the age.
pub fn restarts(pod: &Pod) -> Option<Phrase> {
    let restarts = pod.restarts.as_ref()?.value;
    let age = pod.age_secs.as_ref().map(|it| it.value);
    let count = thousands(restarts.count);
    let Some(age) = age else {
        return Some(phrase!("Restarts: {count}.", "重启次数：{count}。", count = count));
    };
    let span = span_of(age);
    if restarts.count == 0 {
        return Some(phrase_of(
            format!("It has not restarted since it was created {} ago.", span.en),
            format!("自 {}前创建以来没有重启过。", span.zh),
        ));
    }
    let last = restarts.last_ago_secs.map(ago);
    let (last_en, last_zh) =
        last.map_or_else(Default::default, |it| (format!(", the last time {}", it.en), format!("，最近一次在 {}", it.zh)));
    let en_times = if restarts.count == 1 { "once".to_owned() } else { format!("{count} times") };
    Some(phrase_of(
        format!("It is {} old and has restarted {en_times}{last_en}.", span.en),
        format!("已创建 {}，重启过 {count} 次{last_zh}。", span.zh),
    ))
}

/// What a large number of restarts says.
pub fn restart_rate(pod: &Pod) -> Option<Phrase> {
    let count = i64::try_from(pod.restarts.as_ref()?.value.count).ok()?;
    let age = pod.age_secs.as_ref()?.value;
    let possible = pod.restarts_possible()?;
    (count >= 100 && age >= DAY).then_some(())?;
    if status(pod).contains("CrashLoopBackOff") && count > possible {
        return Some(phrase!(
            "The kubelet waits up to 5 minutes between two starts, which allows about {possible} in that time. So it has been failing for longer than this age, and the count reaches back to before this Pod object was made, unless the kubelet itself was restarted again and again.",
            "kubelet 两次启动之间最长等待 5 分钟，这段时间内大约只够重启 {possible} 次。可见它失败的时间比这个年龄更长，计数从这个 Pod 对象创建之前就开始了，除非 kubelet 本身被反复重启过。",
            possible = thousands(possible.unsigned_abs())
        ));
    }
    let tenths = count * 10 * DAY / age;
    (tenths >= 10).then(|| {
        phrase!(
            "That is about {whole}.{tenth} a day, again and again: not one bad moment, but a lasting strain.",
            "平均每天约 {whole}.{tenth} 次，反复发生：这不是偶发，而是长期的压力。",
            whole = tenths / 10,
            tenth = tenths % 10
        )
    })
}

/// The arithmetic of the quorum in one sentence.
pub fn quorum(quorum: Quorum) -> Phrase {
    let Quorum { members, alive, needed } = quorum;
    match (quorum.holds(), quorum.spare()) {
        (false, _) => phrase!(
            "Quorum is lost: {alive} of {members} members are alive, {needed} are needed. Nothing can be written.",
            "法定人数已失去：{members} 个成员中只有 {alive} 个存活，需要 {needed} 个。现在什么都写不进去。",
            alive = alive,
            members = members,
            needed = needed
        ),
        (true, 0) => phrase!(
            "Quorum holds with nothing to spare: {alive} of {members} members are alive and {needed} are needed. One more loss stops every write.",
            "法定人数刚好够，没有余量：{members} 个成员中存活 {alive} 个，需要 {needed} 个。再失去一个，所有写入都会停止。",
            alive = alive,
            members = members,
            needed = needed
        ),
        (true, spare) => phrase!(
            "Quorum holds: {alive} of {members} members are alive, {needed} are needed, so {spare} more may fail.",
            "法定人数正常：{members} 个成员中存活 {alive} 个，需要 {needed} 个，还可以再失去 {spare} 个。",
            alive = alive,
            members = members,
            needed = needed,
            spare = spare
        ),
    }
}

/// How etcd is run, for a subtitle.
pub fn etcd_layout(layout: EtcdLayout) -> Phrase {
    match layout {
        EtcdLayout::Stacked => phrase!("stacked control plane", "堆叠式控制平面"),
        EtcdLayout::External => phrase!("external etcd", "外部 etcd"),
        EtcdLayout::Embedded => phrase!("embedded in the distribution", "内嵌于发行版"),
        EtcdLayout::Managed => phrase!("managed control plane", "托管控制平面"),
        EtcdLayout::Unknown => phrase!("layout not known", "部署方式未知"),
    }
}

/// A phrase from two texts that are made already.
pub fn phrase_of(en: String, zh: String) -> Phrase {
    Phrase { en, zh }
}

/// Parts of a subtitle, with dots between; empty ones are left out.
pub fn joined(parts: impl IntoIterator<Item = Phrase>) -> Phrase {
    let parts: Vec<Phrase> = parts.into_iter().filter(|it| !it.en.is_empty()).collect();
    let join = |of: fn(&Phrase) -> &str| parts.iter().map(of).collect::<Vec<_>>().join(" · ");
    phrase_of(join(|it| &it.en), join(|it| &it.zh))
}
