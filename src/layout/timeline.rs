//! Events, restarts, probes and changes of conditions on one axis: a lane for each object, the most telling first, and the first sign
//! of each incident across all of them.

mod axis;
mod lanes;
mod marks;
mod signs;

use crate::layout::canvas::{Canvas, MARGIN};
use crate::layout::card::Card;
use crate::layout::geometry::Rect;
use crate::layout::request::LayoutRequest;
use crate::layout::scene::{Caption, Fineness, Scene, Shape};
use crate::layout::timeline::axis::{Axis, DAY, WIDTH};
use crate::layout::timeline::lanes::Lane;
use crate::model::moment::end;
use crate::model::part::PartId;
use crate::report::Report;
use crate::time::Stamp;

/// Room for the names.
const NAMES: f32 = 262.0;
/// Between the axis and the ends of the lanes.
const PAD: f32 = 42.0;
/// Where the axis begins.
const LEFT: f32 = MARGIN + NAMES + PAD;
/// Half the room of a tick's words.
const TICK: f32 = 36.0;
/// Height of the words of the ticks.
const TICK_WORDS: f32 = 34.0;
/// Height of the line on how the axis runs, and of one on a first sign.
const LINE: f32 = 20.0;
/// Between two lanes.
const GAP: f32 = 4.0;

/// Draws it; nothing where the text dates nothing.
pub fn layout(report: &Report, _request: &LayoutRequest) -> Scene {
    let (lanes, more) = lanes::lanes(report);
    if lanes.is_empty() {
        return Scene::default();
    }
    let end = end(&report.cluster);
    let clock = report.cluster.now.is_some();
    let axis = Axis::of(lanes.iter().flat_map(|lane| &lane.moments).flat_map(|it| [end.0 - it.from.0, end.0 - it.to.0]));
    let signs = signs::signs(report, &lanes);
    let mut canvas = Canvas::default();
    let top = MARGIN + LINE + signs.len() as f32 * LINE;
    let first_lane = top + TICK_WORDS + GAP;
    let bottom = first_lane + lanes.iter().map(|it| it.height(&axis, end) + GAP).sum::<f32>();

    let said = Card::new(time("axis"), vec![Caption::Name(String::new()), Caption::TimeAxis { uneven: axis.uneven, clock }]);
    canvas.add(None, Rect { x: MARGIN, y: MARGIN, w: NAMES + PAD + WIDTH, h: LINE - 2.0 }, Shape::Section, &said);
    let mut at = first_lane;
    let mut places = Vec::new();
    for lane in &lanes {
        let height = lane.height(&axis, end);
        let rect = Rect { x: MARGIN, y: at, w: NAMES + 2.0 * PAD + WIDTH, h: height };
        places.push(canvas.add(None, rect, Shape::Lane, &lane.card()));
        at += height + GAP;
    }
    ticks(&mut canvas, &axis, clock.then_some(end), (top, bottom));
    for (row, sign) in signs.iter().enumerate() {
        sign.draw(&mut canvas, &axis, end, MARGIN + LINE + row as f32 * LINE, bottom);
    }
    for (lane, place) in lanes.iter().zip(places) {
        draw(&mut canvas, lane, place, &axis, end);
    }
    if more > 0 {
        let card = Card::new(time("more"), vec![Caption::More(more)]);
        canvas.add(None, Rect { x: MARGIN + 10.0, y: bottom + 4.0, w: NAMES, h: LINE }, Shape::Section, &card);
    }
    canvas.finish()
}

fn draw(canvas: &mut Canvas, lane: &Lane, place: usize, axis: &Axis, end: Stamp) {
    let Some(rect) = canvas.part(place).map(|it| it.rect) else { return };
    for mark in marks::marks(lane, axis, end) {
        let at = Rect { x: LEFT + mark.x - marks::SIZE / 2.0, y: rect.y + mark.y(), w: mark.w + marks::SIZE, h: marks::SIZE };
        canvas.add(Some(place), at, Shape::Mark, &mark.card);
    }
}

/// Lines across the lanes, with how long ago that was and, where it is known, which instant.
fn ticks(canvas: &mut Canvas, axis: &Axis, end: Option<Stamp>, (top, bottom): (f32, f32)) {
    for ago in &axis.ticks {
        let mut captions = vec![Caption::Ago(*ago)];
        let fineness = match ago {
            _ if *ago >= DAY => Fineness::Day,
            _ if axis.fine => Fineness::Second,
            _ => Fineness::Minute,
        };
        captions.extend(end.map(|end| Caption::Clock(Stamp(end.0 - ago), fineness)));
        let rect = Rect { x: LEFT + axis.x(*ago) - TICK, y: top, w: 2.0 * TICK, h: bottom - top };
        canvas.add(None, rect, Shape::Tick, &Card::new(time(&ago.to_string()), captions));
    }
}

/// What belongs to the axis.
fn time(name: &str) -> PartId {
    PartId::Group { by: "time".to_owned(), name: name.to_owned() }
}
