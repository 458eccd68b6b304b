//! Sentences with names in them: what stands between backticks is set as code.

use yew::prelude::*;

/// The sentence. A backtick without its partner stays as it is.
pub fn prose(sentence: &str) -> Html {
    let pieces: Vec<&str> = sentence.split('`').collect();
    if pieces.len().is_multiple_of(2) {
        return html! { { sentence.to_owned() } };
    }
    pieces
        .iter()
        .enumerate()
        .map(|(index, piece)| {
            if index % 2 == 1 {
                html! { <code class="name">{ *piece }</code> }
            } else {
                html! { { *piece } }
            }
        })
        .collect()
}
