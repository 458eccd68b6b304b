//! The flags of the components, each with its meaning, and what to make of the values in one command.
//! Knows the command only: what the cluster around it looks like is for the rules to judge.
//!
//! Defaults: `--help` of Kubernetes v1.36 and its etcd; where releases differ, the meaning says so and no default is given.

pub mod command;
pub mod config;
mod field;
pub mod flag;
pub mod table;

mod common;
mod etcd;
mod kube_apiserver;
mod kube_controller_manager;
mod kube_proxy;
mod kube_scheduler;
mod kubelet;

use crate::diagnose::finding::Evidence;
use crate::explain::explanation::{FlagNote, Verdict};
use crate::explain::flags::command::Command;
use crate::explain::flags::flag::{Flag, Opinion};
use crate::explain::flags::table::Table;
use crate::order;
use crate::span::Seen;
use crate::text::Text;
use crate::{phrase, text};

/// What is said of a flag that is in no catalogue.
pub const NO_NOTE: Text = text!("Porthole has no note on this flag.", "Porthole 没有收录这个参数的说明。");

/// The catalogue of one component, by product id: its own flags before those that all share.
fn catalogue(component: &str) -> &'static [Table] {
    match component {
        "kube-apiserver" => &[kube_apiserver::FLAGS, common::SERVING, common::ALL],
        "kube-controller-manager" => &[kube_controller_manager::FLAGS, common::LEADER, common::SERVING, common::ALL],
        "kube-scheduler" => &[kube_scheduler::FLAGS, common::LEADER, common::SERVING, common::ALL],
        "etcd" => &[etcd::FLAGS],
        "kube-proxy" => &[kube_proxy::FLAGS, common::ALL],
        "kubelet" => &[kubelet::FLAGS, common::ALL],
        _ => &[],
    }
}

/// The components whose flags are known, by product id.
const COMPONENTS: [&str; 6] = ["kube-apiserver", "etcd", "kube-controller-manager", "kube-scheduler", "kubelet", "kube-proxy"];

/// Said of a flag whose default is none, or not the same in all current releases.
pub const NO_DEFAULT: Text = text!("It has no default, or not the same in every release.", "没有默认值，或者各版本的默认值不同。");

/// The flag of that name in every component that has it; of kubelet and kube-proxy by the name in their configuration file too,
/// and with its default there.
pub fn look_up(name: &str) -> Vec<(&'static str, Flag)> {
    COMPONENTS.into_iter().filter_map(|component| Some((component, find(component, name).or_else(|| in_file(component, name))?))).collect()
}

/// The flag that a field of a configuration file sets.
fn in_file(component: &str, field: &str) -> Option<Flag> {
    let names = catalogue(component).iter().flat_map(|table| table.flags()).map(|flag| flag.name);
    let (name, default) = field::flag_of(component, field, names)?;
    let flag = find(component, name)?;
    Some(Flag { default: default.or(flag.default), ..flag })
}

/// Whether there is a catalogue for a component.
pub fn knows(component: &str) -> bool {
    !catalogue(component).is_empty()
}

fn find(component: &str, name: &str) -> Option<Flag> {
    catalogue(component).iter().find_map(|table| table.find(name))
}

/// Every flag of a command, explained, and the notable ones that are not set: risks first, then what is worth knowing,
/// then what is as it should be, then the rest; each group in order of the command.
pub fn explain_flags(component: &str, command: &[Seen<String>]) -> Vec<FlagNote> {
    let command = Command::read(command, |name| find(component, name).is_some_and(|flag| flag.switch));
    let mut notes: Vec<FlagNote> = command.given.iter().map(|given| note(component, given, &command)).collect();
    if !command.given.is_empty() {
        notes.extend(catalogue(component).iter().flat_map(|table| table.flags()).filter_map(|flag| missed(&flag, &command)));
    }
    risks_first(notes)
}

#[inline(never)]
fn risks_first(mut notes: Vec<FlagNote>) -> Vec<FlagNote> {
    order::sort_by_key(&mut notes, |note| note.verdict);
    notes
}

fn note(component: &str, given: &command::Given<'_>, command: &Command<'_>) -> FlagNote {
    let flag = find(component, given.name);
    let opinion = flag.and_then(|flag| {
        let value = if flag.switch && given.value.is_empty() { "true" } else { given.value };
        flag.judge.and_then(|judge| judge(value, command))
    });
    let shown = if given.value.is_empty() {
        phrase!("`--{name}`", "`--{name}`", name = given.name)
    } else {
        phrase!("`--{name}={value}`", "`--{name}={value}`", name = given.name, value = given.value)
    };
    FlagNote {
        value: given.value.to_owned(),
        evidence: Some(Evidence { span: given.span, note: shown }),
        ..noted(given.name, flag, opinion)
    }
}

fn missed(flag: &Flag, command: &Command<'_>) -> Option<FlagNote> {
    if command.has(flag.name) {
        return None;
    }
    let opinion = flag.absence?(command)?;
    Some(noted(flag.name, Some(*flag), Some(opinion)))
}

/// What is known of a flag, without its value.
#[inline(never)]
fn noted(name: &str, flag: Option<Flag>, opinion: Option<Opinion>) -> FlagNote {
    FlagNote {
        flag: name.to_owned(),
        field: false,
        value: String::new(),
        evidence: None,
        meaning: flag.map_or(NO_NOTE, |flag| flag.meaning).phrase(),
        default: flag.and_then(|flag| flag.default).map(str::to_owned),
        verdict: opinion.as_ref().map_or(Verdict::Plain, |opinion| opinion.verdict),
        remark: opinion.and_then(|opinion| opinion.remark),
    }
}

#[cfg(test)]
mod tests;
