//! syslog and the journal: `Oct 28 12:27:41 host kubelet[2923]: message`.

use crate::parse::log::clock;
use crate::parse::log::line::Line;
use crate::parse::log::shapes::{inner, note};
use crate::parse::record::Level;

/// Tags that stand without a process number.
const BARE: &[&str] = &["kernel", "systemd", "audit"];

/// Reads such a line.
pub fn read<'a>(text: &'a str, line: &mut Line<'a>, depth: u8) -> bool {
    let Some((time, rest)) = clock::syslog(text) else { return false };
    if line.time.is_empty() {
        (line.time, line.after_time) = (time, rest);
    }
    tagged(rest, line, depth)
}

/// Reads what follows the time: ` host program[123]: message`.
pub fn tagged<'a>(text: &'a str, line: &mut Line<'a>, depth: u8) -> bool {
    let Some(rest) = text.strip_prefix(' ') else { return false };
    let Some((host, rest)) = rest.split_once(' ') else { return false };
    let Some((tag, message)) = rest.split_once(':') else { return false };
    let program = tag.split('[').next().unwrap_or_default();
    let numbered = tag.len() > program.len() && tag.ends_with(']');
    let word = |text: &str| {
        !text.is_empty() && text.len() < 80 && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_./@".contains(&byte))
    };
    if !word(host) || !word(program) || !(numbered || BARE.contains(&program)) || !message.is_empty() && !message.starts_with(' ') {
        return false;
    }
    line.host = host;
    line.program = plain_program(program);
    let message = message.trim_start();
    note(line, 2, Level::Unknown, message);
    inner(message, line, depth);
    true
}

/// `/usr/bin/kubelet` is kubelet, and so are what `OpenShift` and `MicroK8s` call it.
fn plain_program(tag: &str) -> &str {
    let name = tag.rsplit('/').next().unwrap_or(tag);
    if name == "kubenswrapper" || name == "microk8s.daemon-kubelet" { "kubelet" } else { name }
}
