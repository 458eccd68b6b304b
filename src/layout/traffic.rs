//! From the way in to the pods that answer: ingress, load balancer or node port → Service → pods, by namespace. Broken links are drawn broken.

pub mod behind;
pub mod draw;
pub mod gather;
pub mod ports;
pub mod routes;

use std::cmp::Reverse;

use crate::diagnose::services::all;
use crate::kind::Kind;
use crate::layout::card::Card;
use crate::layout::health::{Ranked, is_well};
use crate::layout::request::LayoutRequest;
use crate::layout::scene::{Caption, Drawn, Health, Scene};
use crate::layout::spaces::{self, Space};
use crate::layout::traffic::draw::Widths;
use crate::layout::traffic::gather::{Paths, Row};
use crate::model::part::{PartId, Section};
use crate::order;
use crate::report::Report;

/// Draws it.
pub fn layout(report: &Report, request: &LayoutRequest) -> Scene {
    let ranked = Ranked::of(report);
    let mut all: Vec<(Space, Paths<'_>)> = gather::gather(&ranked).into_iter().map(|(name, paths)| (space(name, &paths), paths)).collect();
    spaces::sort(&mut all);
    // Those that can be reached from outside come first.
    order::sort_by_key(&mut all, |it| it.1.ways.is_empty());
    let note = note(report, &all);
    let (spaces, paths): (Vec<Space>, Vec<Paths<'_>>) = all.into_iter().unzip();
    let room = spaces::room(&spaces, request);
    let open: Vec<(&Space, Paths<'_>)> =
        spaces.iter().zip(paths).zip(&room).filter_map(|((space, paths), room)| Some((space, capped(space, paths, (*room)?)))).collect();
    let widths = Widths::of(open.iter().map(|it| &it.1));
    let areas = open.into_iter().map(|(space, paths)| draw::area(space, paths, widths)).collect();
    let folded: Vec<Space> = spaces.iter().zip(&room).filter(|(_, room)| room.is_none()).map(|(it, _)| it.clone()).collect();
    spaces::arrange(areas, &folded, note.as_ref()).finish()
}

fn space(name: &str, paths: &Paths<'_>) -> Space {
    let ways = paths.ways.iter().map(|it| it.card.health);
    let rows = paths.rows.iter().map(row_health);
    // Two Services may have a pod in common; where it lies in memory tells it from others at once, and only their number is told.
    let pods = paths.rows.iter().flat_map(|it| &it.pods);
    let mut pods: Vec<(usize, bool)> = pods.map(|pod| (std::ptr::from_ref(*pod).addr(), is_well(pod) == Some(true))).collect();
    order::sort(&mut pods);
    pods.dedup();
    let small = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Space {
        name: name.to_owned(),
        health: ways.chain(rows).max().unwrap_or_default(),
        count: Caption::Services(small(paths.rows.iter().filter(|it| it.service.presence == Drawn::Seen).count())),
        pods: (small(pods.iter().filter(|it| it.1).count()), small(pods.len())),
        cost: 1 + paths.ways.len() + paths.rows.iter().map(cost).sum::<usize>(),
    }
}

fn row_health(row: &Row<'_>) -> Health {
    row.behind.as_ref().map_or(row.service.health, |it| it.0.card.health.max(it.2).max(row.service.health))
}

fn cost(row: &Row<'_>) -> usize {
    1 + usize::from(row.behind.is_some())
}

/// As many rows as there is room for, the worst of them kept.
fn capped<'a>(space: &Space, mut paths: Paths<'a>, room: usize) -> Paths<'a> {
    if space.cost <= room {
        return paths;
    }
    order::sort_by_key(&mut paths.ways, |it| Reverse(it.card.health));
    paths.ways.truncate(room / 3);
    order::sort_by_key(&mut paths.rows, |it| Reverse(row_health(it)));
    let mut used = 2 + paths.ways.len();
    let fits = paths.rows.iter().take_while(|it| {
        used += cost(it);
        used <= room
    });
    let fits = fits.count();
    let left = paths.rows.split_off(fits);
    let id = PartId::Section { of: format!("{}+", space.name), section: Section::ClusterServices };
    let caption = Caption::More(u32::try_from(left.len()).unwrap_or(u32::MAX));
    let health = left.iter().map(row_health).max().unwrap_or_default();
    let objects = left.into_iter().flat_map(|it| it.service.objects).collect();
    paths.rows.push(Row { service: Card { health, objects, ..Card::new(id, vec![caption]) }, behind: None, pods: Vec::new() });
    paths
}

/// What the paste leaves open.
fn note(report: &Report, spaces: &[(Space, Paths<'_>)]) -> Option<Card> {
    let services = all(&report.cluster, Kind::Service).next().is_some();
    let mut captions = Vec::new();
    if !services && !report.cluster.scope.covers_all(&Kind::Service) && !(report.cluster.pods.is_empty() && spaces.is_empty()) {
        captions.push(Caption::NotPasted(Kind::Service));
    }
    let hidden = |row: &Row<'_>| row.behind.as_ref().is_some_and(|it| it.0.card.presence == Drawn::NotShown);
    if spaces.iter().flat_map(|(_, paths)| &paths.rows).any(hidden) {
        captions.push(Caption::BehindHint);
    }
    (!captions.is_empty()).then(|| Card { presence: Drawn::NotShown, health: Health::Unknown, ..Card::new(PartId::NotShown, captions) })
}
