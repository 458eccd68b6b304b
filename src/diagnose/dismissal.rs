//! What the user has looked at and set aside: a known oddity shall not hide the next fault.

use crate::crosses;
use crate::diagnose::finding::Finding;
use crate::model::object_ref::ObjectRef;

/// A finding that the user dismisses, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dismissal {
    /// The rule's id.
    pub rule: String,
    /// About which object; `None` for whatever that rule finds.
    pub subject: Option<ObjectRef>,
    /// The user's words; may be empty.
    pub reason: String,
}

crosses! { struct Dismissal { rule, subject, reason } }

impl Dismissal {
    /// Whether it is about that finding.
    pub fn covers(&self, finding: &Finding) -> bool {
        self.rule == finding.rule && self.subject.as_ref().is_none_or(|it| *it == finding.subject)
    }
}

/// A finding that was dismissed. It is in no incident, marks nothing in the picture and explains nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dismissed {
    /// What was found.
    pub finding: Finding,
    /// By which words.
    pub by: Dismissal,
}

crosses! { struct Dismissed { finding, by } }
