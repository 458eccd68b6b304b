//! Questions about this very cluster: asked, answered, marked with the reason and the lines.

use yew::prelude::*;

use crate::ui::context::use_app;
use crate::ui::strings::lesson;

/// The list of questions.
#[component]
pub fn Lesson() -> Html {
    let app = use_app();
    html! { <section class="lesson"><h2>{ app.t(lesson::HEADING) }</h2></section> }
}
