//! The diagram: a [`Scene`](crate::layout::scene::Scene) painted as SVG, with a camera, a keyboard and words.
//! Knows shapes and captions; knows no Kubernetes. What needs no browser is compiled and tested without feature `web`.

pub mod beyond;
pub mod camera;
pub mod captions;
pub mod decimal;
pub mod emphasis;
pub mod labels;
pub mod locate;
pub mod path;
pub mod pointer;
pub mod raster;
pub mod sheet;
pub mod steer;

#[cfg(feature = "web")]
pub mod file;
#[cfg(feature = "web")]
pub mod legend;
#[cfg(feature = "web")]
pub mod minimap;
#[cfg(feature = "web")]
pub mod mirror;
#[cfg(feature = "web")]
pub mod overlay;
#[cfg(feature = "web")]
pub mod paint;
#[cfg(feature = "web")]
pub mod picture;
#[cfg(feature = "web")]
pub mod pixels;
#[cfg(feature = "web")]
pub mod toolbar;
#[cfg(feature = "web")]
pub mod view;

#[cfg(test)]
mod tests;

#[cfg(feature = "web")]
use {
    crate::{
        layout::geometry::Size,
        model::{object_ref::ObjectRef, part::PartId},
        text::Lang,
        ui::diagram::{decimal::tenths, emphasis::Emphasis, sheet::Sheet, view::View},
        ui::{route::Look, theme::Theme},
    },
    yew::prelude::*,
};

/// What the picture shows and whom it tells.
#[cfg(feature = "web")]
#[derive(Properties, PartialEq)]
pub struct ViewProps {
    /// The picture.
    pub scene: Sheet,
    /// The reader's language.
    pub lang: Lang,
    /// The part whose details are shown.
    pub selected: Option<PartId>,
    /// The objects of the selected part where it was selected: another picture shows those.
    pub objects: Vec<ObjectRef>,
    /// Where the reader has moved the camera, as the address tells it.
    pub look: Option<Look>,
    /// Called once the camera has come to rest.
    pub on_look: Callback<Option<Look>>,
    /// What is lifted out.
    pub emphasis: Emphasis,
    /// The theme: pixels take their colours from it.
    pub theme: Theme,
    /// Called with a part that is picked, and with nothing when the ground or Escape is.
    pub on_select: Callback<Option<PartId>>,
}

/// The picture of the cluster. Starts anew with another picture.
#[cfg(feature = "web")]
pub fn diagram(props: ViewProps) -> Html {
    let Size { w, h } = props.scene.size;
    let key = format!("{}x{}-{}", tenths(w), tenths(h), props.scene.parts.len());
    html! { <View {key} ..props /> }
}
