//! The first sign of each incident: the earliest warning or failure of any object that its findings are about.

use crate::diagnose::finding::Severity;
use crate::layout::canvas::Canvas;
use crate::layout::card::Card;
use crate::layout::geometry::Rect;
use crate::layout::measure::{DETAIL, caption_ems};
use crate::layout::scene::{Caption, Health, Shape};
use crate::layout::timeline::LEFT;
use crate::layout::timeline::axis::{Axis, WIDTH};
use crate::layout::timeline::lanes::{Lane, findings};
use crate::model::moment::Grade;
use crate::model::part::PartId;
use crate::order;
use crate::report::Report;
use crate::text::Phrase;
use crate::time::Stamp;

/// More lines than this hide what they point at.
const CAP: usize = 4;

/// Where an incident shows first.
pub struct Sign {
    incident: usize,
    at: Stamp,
    headline: Phrase,
    health: Health,
}

/// Of the worst incidents, in order of time.
pub fn signs(report: &Report, lanes: &[Lane]) -> Vec<Sign> {
    let mut signs: Vec<Sign> = Vec::new();
    for (incident, told) in report.diagnosis.incidents.iter().enumerate() {
        let findings = findings(report, incident);
        let of = |lane: &&Lane| findings.iter().any(|it| it.subject == lane.id || it.also.contains(&lane.id));
        let moments = lanes.iter().filter(of).flat_map(|lane| &lane.moments).filter(|it| it.grade > Grade::Normal);
        let Some(at) = moments.map(|it| it.from).min() else { continue };
        let health = if told.severity == Severity::Critical { Health::Broken } else { Health::Look };
        signs.push(Sign { incident, at, headline: told.headline.clone(), health });
    }
    signs.truncate(CAP);
    order::sort_by(&mut signs, |a, b| a.at.cmp(&b.at));
    signs
}

impl Sign {
    /// Its line, with its words on the side where there is more room.
    pub fn draw(&self, canvas: &mut Canvas, axis: &Axis, end: Stamp, top: f32, bottom: f32) {
        let x = axis.x(end.0 - self.at.0);
        let before = x > WIDTH / 2.0;
        let caption = Caption::FirstSign { headline: self.headline.clone(), before };
        let w = caption_ems(&caption) * DETAIL;
        let rect = Rect { x: (LEFT + if before { x - w } else { x }).max(0.0), y: top, w, h: bottom - top };
        let id = PartId::Group { by: "first-sign".to_owned(), name: self.incident.to_string() };
        canvas.add(None, rect, Shape::Tick, &Card { health: self.health, ..Card::new(id, vec![caption]) });
    }
}
