//! Words of the questions.

use crate::text::{Phrase, Text};
use crate::{phrase, text};

/// Heading.
pub const HEADING: Text = text!("Read this cluster yourself", "自己读懂这个集群");
/// Below it.
pub const INTRO: Text = text!(
    "Answer from the picture and your text. Each answer is marked against this very cluster, with the lines that prove it.",
    "请根据架构图和原文作答。每道题都按这个集群的实际情况判定，并给出原文依据。"
);
/// No question fits.
pub const NONE: Text = text!(
    "This text shows too little of a cluster to ask about it. Paste the list of nodes and the pods of kube-system.",
    "这段文本展示的集群信息太少，无法出题。请粘贴节点列表和 kube-system 的 Pod 列表。"
);
/// A right answer.
pub const RIGHT: Text = text!("Right.", "回答正确。");
/// A wrong answer.
pub const WRONG: Text = text!("Not quite.", "不对。");
/// Mark of the right choice.
pub const RIGHT_CHOICE: Text = text!("the right answer", "正确答案");
/// Mark of the chosen one.
pub const YOUR_CHOICE: Text = text!("your answer", "你的选择");

/// `2 of 5 right`.
pub fn score(right: &usize, answered: &usize, all: &usize) -> Phrase {
    phrase!(
        "{right} right · {answered} of {all} answered",
        "答对 {right} 题 · 已答 {answered}/{all}",
        right = right,
        answered = answered,
        all = all
    )
}
