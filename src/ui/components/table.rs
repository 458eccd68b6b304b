//! Everything as rows that can be sorted and filtered.

use yew::prelude::*;

use crate::ui::context::App;

/// The table.
pub fn table(_app: &App) -> Html {
    Html::default()
}
