//! Buttons for the camera.

use yew::prelude::*;

use crate::text;
use crate::text::{Lang, Text};

/// What a button or key asks of the camera.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// Nearer.
    In,
    /// Further.
    Out,
    /// Everything.
    Fit,
}

impl Move {
    /// The move of a key, by its `KeyboardEvent.key`.
    pub fn of_key(key: &str) -> Option<Self> {
        Some(match key {
            "+" | "=" => Self::In,
            "-" | "_" => Self::Out,
            "0" => Self::Fit,
            _ => return None,
        })
    }
}

/// Zoom and fit.
pub fn toolbar(lang: Lang, on_move: &Callback<Move>) -> Html {
    html! {
        <div class="dg-tools" role="group" aria-label={text!("Zoom", "缩放").get(lang)}>
            { button(Move::In, "M5 10h10M10 5v10", text!("Zoom in (+)", "放大 (+)"), lang, on_move) }
            { button(Move::Out, "M5 10h10", text!("Zoom out (-)", "缩小 (-)"), lang, on_move) }
            { button(Move::Fit, "M4 8V4h4M12 4h4v4M16 12v4h-4M8 16H4v-4", text!("Show everything (0)", "显示全部 (0)"), lang, on_move) }
        </div>
    }
}

fn button(which: Move, sign: &'static str, words: Text, lang: Lang, on_move: &Callback<Move>) -> Html {
    let on_move = on_move.clone();
    html! {
        <button type="button" class="dg-tool" title={words.get(lang)} aria-label={words.get(lang)} onclick={Callback::from(move |_: MouseEvent| on_move.emit(which))}>
            <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true"><path d={sign} /></svg>
        </button>
    }
}
