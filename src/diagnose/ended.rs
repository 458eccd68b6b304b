//! How containers ended: what an exit code says, how long ago it was, and what the log said last.

use crate::diagnose::finding::Finding;
use crate::diagnose::heard::about;
use crate::diagnose::look::{cut, reason};
use crate::model::cluster::Cluster;
use crate::model::event::Event;
use crate::model::log_fact::LogFact;
use crate::model::pod::{Container, Pod};
use crate::text;
use crate::text::{Phrase, Text};

/// What ended longer ago than this is no fault of today.
pub const RECENT_SECS: i64 = 3_600;

/// What an exit code says, and what to do about it.
pub struct Meaning {
    /// The mechanism.
    pub why: Text,
    /// What to do.
    pub fix: Text,
}

/// What an exit code says. Sources: POSIX shells for 126 and 127, 128 + signal for the rest (signal(7)).
pub fn meaning(code: i64) -> Meaning {
    let (why, fix) = match code {
        0 => (
            text!(
                "It ended without an error, and the pod's restart policy starts it again. Its main process has nothing to stay for: a shell without a command, a program that went to the background, or a task that is done.",
                "它正常结束，并没有报错，但 Pod 的重启策略又把它拉起。主进程没有持续运行的内容：没有命令的 shell、转入后台的程序，或已经做完的任务。"
            ),
            text!(
                "Run it as a Job if it is a task; else give it a command that stays in the foreground.",
                "如果是一次性任务，就用 Job 运行；否则给它一个在前台持续运行的命令。"
            ),
        ),
        126 => (
            text!(
                "The command exists but cannot be executed: no permission to execute, a directory, or a script without an interpreter.",
                "命令存在，但无法执行：没有执行权限、是目录，或脚本缺少解释器。"
            ),
            text!("Correct the permissions in the image, or `command` in the pod.", "修正镜像中的文件权限，或 Pod 中的 `command`。"),
        ),
        127 => (
            text!(
                "A command was not found: a wrong path, a program that is not in the image, or a missing library.",
                "找不到命令：路径写错、镜像中没有该程序，或缺少动态库。"
            ),
            text!(
                "Compare `command` and `args` with what the image contains; slim images have no shell.",
                "核对 `command`、`args` 与镜像内容；精简镜像中没有 shell。"
            ),
        ),
        128 => (
            text!("The runtime could not start its process.", "容器运行时无法启动它的进程。"),
            text!(
                "Read the message of the last state: it names what could not be started.",
                "查看上次状态中的消息：它说明了什么无法启动。"
            ),
        ),
        134 => (
            text!(
                "It aborted itself (SIGABRT): a failed assertion, or a runtime that gave up.",
                "它自行中止（SIGABRT）：断言失败，或语言运行时放弃运行。"
            ),
            text!("Read the log: an abort prints its reason.", "查看日志：中止前会打印原因。"),
        ),
        137 => (
            text!(
                "It was killed (SIGKILL), and not for its own memory limit, else the reason would be OOMKilled: it did not end within its grace period after a failed liveness probe or a deletion, or the node itself ran out of memory.",
                "它被强制终止（SIGKILL），但不是因为自身的内存上限，否则原因会是 OOMKilled：可能是存活探针失败或被删除后没有在宽限期内退出，也可能是节点自身内存耗尽。"
            ),
            text!(
                "Look for `Killing` and `Unhealthy` events of the pod, and for SystemOOM on the node.",
                "查看该 Pod 的 `Killing` 和 `Unhealthy` 事件，以及节点上的 SystemOOM。"
            ),
        ),
        139 => (
            text!(
                "It crashed in native code (SIGSEGV): a bug, a library that does not fit the image, or an image built for another CPU.",
                "它在本机代码中崩溃（SIGSEGV）：程序缺陷、动态库与镜像不匹配，或镜像面向其他 CPU 构建。"
            ),
            text!(
                "Go back to the last image that worked; the fault is in the program or its base image.",
                "回退到上一个正常的镜像；问题在程序或其基础镜像中。"
            ),
        ),
        130 | 143 => (
            text!(
                "It ended because it was asked to (SIGTERM): something stops it, most often a failed liveness or startup probe.",
                "它是收到终止信号（SIGTERM）后退出的：有东西在停止它，多半是存活探针或启动探针失败。"
            ),
            text!(
                "Look for `Killing` and `Unhealthy` events: the probe that fails, or what deletes the pod.",
                "查看 `Killing` 和 `Unhealthy` 事件：是哪个探针失败，或是什么在删除 Pod。"
            ),
        ),
        255 => (
            text!(
                "The code is out of range: a program that ends with -1, or a container that was lost when its node or runtime was restarted.",
                "退出码超出范围：程序以 -1 退出，或节点、容器运行时重启时丢失了该容器。"
            ),
            text!(
                "If the reason is Unknown, look for a reboot of the node; else read the log.",
                "若原因是 Unknown，检查节点是否重启过；否则查看日志。"
            ),
        ),
        2 => (
            text!(
                "Its own program gave up. Many programs use 2 for a wrong flag or argument, and Go programs for a panic.",
                "程序自行退出。许多程序用 2 表示参数错误，Go 程序用 2 表示 panic。"
            ),
            text!("Read the log of the run that failed: its last lines name the reason.", "查看上一次失败运行的日志：最后几行会说明原因。"),
        ),
        _ => (
            text!(
                "Its own program gave up: Kubernetes only starts it again. The reason is in its log.",
                "程序自行退出，Kubernetes 只是再次启动它。原因在它的日志中。"
            ),
            text!("Read the log of the run that failed: its last lines name the reason.", "查看上一次失败运行的日志：最后几行会说明原因。"),
        ),
    };
    Meaning { why, fix }
}

/// Whether a container was last ended for its memory.
pub fn out_of_memory(it: &Container) -> bool {
    let is = |reason: &Option<crate::span::Seen<String>>| reason.as_ref().is_some_and(|it| it.value == "OOMKilled");
    is(&it.reason) || is(&it.last_reason)
}

/// Whether the kubelet waits before it starts a container again, or has just seen it fail.
pub fn failing(pod: &Pod) -> bool {
    matches!(reason(pod), "CrashLoopBackOff" | "OOMKilled" | "Error" | "RunContainerError" | "StartError")
}

/// Seconds since a container of the pod last ended; `None` where the text does not tell.
pub fn ended_ago(cluster: &Cluster, pod: &Pod) -> Option<i64> {
    let shown = pod.restarts.as_ref().and_then(|it| it.value.last_ago_secs);
    let finished = pod.containers.iter().filter_map(|it| it.last_finished.as_ref()).map(|it| it.value).max();
    let Some((finished, now)) = finished.zip(cluster.now.as_ref().map(|it| it.value)) else { return shown };
    let by_stamp = (now.0 - finished.0).max(0);
    let started = pod.containers.iter().filter_map(|it| it.started.as_ref()).map(|it| it.value.0).max();
    // "Now" is the newest stamp of the text: where that is the pod's own restart, it does not tell how long ago that was.
    let own = now.0 - started.unwrap_or(finished.0).max(finished.0) < 60;
    // Each of the two is a lower bound; only a table tells more than the stamps.
    if own && shown.is_none_or(|it| it <= by_stamp) { None } else { Some(shown.unwrap_or(0).max(by_stamp)) }
}

/// The newest of some events: the least age, and of equal ones the last in the text.
pub fn newest<'a>(events: impl Iterator<Item = &'a Event>) -> Option<&'a Event> {
    events.min_by_key(|it| (it.age_secs.unwrap_or(i64::MAX), std::cmp::Reverse(it.span)))
}

/// The worst thing that the log of the pod says, if that was pasted.
pub fn last_words<'a>(cluster: &'a Cluster, pod: &Pod) -> Option<&'a LogFact> {
    let of_pod = |it: &&LogFact| {
        it.name.as_deref() == Some(pod.id.name.as_str()) && (it.namespace.is_none() || it.namespace == pod.id.namespace) && it.is_error()
    };
    cluster.logs.iter().filter(of_pod).max_by_key(|it| (!it.signature.is_empty(), it.level, it.last_span))
}

/// Whether two findings are about a common object.
pub fn share(cause: &Finding, effect: &Finding) -> bool {
    about(effect, &cause.subject) || cause.also.iter().any(|id| about(effect, id))
}

/// A text cut to what fits into a sentence.
pub fn short(text: &str) -> String {
    cut(text, 180)
}

/// Two sentences after each other.
#[inline(never)]
pub fn joined(first: &Phrase, then: &Phrase) -> Phrase {
    Phrase { en: format!("{} {}", first.en, then.en), zh: format!("{}{}", first.zh, then.zh) }
}
