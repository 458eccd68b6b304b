//! How wide the tiles are, and what is shown of names and lines that do not fit.

use crate::layout::measure::{DETAIL, caption_ems, cut, ems, fitted, mono_ems};
use crate::layout::nodes::gather::Plan;
use crate::layout::nodes::level::Level;
use crate::layout::nodes::tile::{Tile, is_line};
use crate::layout::scene::{Caption, Cells};

/// The width of all tiles, and how names are cut.
#[derive(Clone, Debug)]
pub struct Names {
    /// Width of a tile.
    pub width: f32,
    level: Level,
    /// The domain that all names share, if it is not shown.
    domain: Option<String>,
}

impl Names {
    /// Chooses the narrowest tile that holds every name, as far as the level allows.
    pub fn of(plan: &Plan, level: &Level) -> Self {
        let tiles = || plan.groups.iter().flat_map(|it| &it.tiles);
        let widest = |domain: Option<&str>| tiles().map(|tile| needed(tile, level, domain)).fold(0.0, f32::max);
        let whole = widest(None);
        let domain = if whole > level.width.1 { shared_domain(tiles().map(name)).map(str::to_owned) } else { None };
        let wanted = if domain.is_some() { widest(domain.as_deref()) } else { whole };
        let lines = tiles().flat_map(|it| &it.card.captions).filter(|it| is_line(it)).map(|it| caption_ems(it) * DETAIL + 2.0 * level.pad);
        let wanted = lines.fold(wanted, f32::max).max(level.width.0).min(level.width.1);
        // The last square ends where the padding begins.
        let trim = level.pitch * (1.0 - Cells::FILL);
        let columns = ((wanted - 2.0 * level.pad + trim) / level.pitch).ceil();
        Self { width: (2.0 * level.pad + columns * level.pitch - trim).ceil(), level: *level, domain }
    }

    /// The captions of a tile as they fit: a name that is too long keeps its end, which tells it from its neighbours.
    pub fn fit(&self, tile: &mut Tile) {
        let room = self.width - self.level.sign - beside(tile, &self.level) - self.level.pad;
        let room = room / self.level.name + 0.01;
        let line = (self.width - 2.0 * self.level.pad) / DETAIL;
        for caption in &mut tile.card.captions {
            match caption {
                Caption::Name(name) => {
                    if let Some(short) = self.domain.as_deref().and_then(|it| name.strip_suffix(it)) {
                        *name = short.to_owned();
                    }
                    *name = tail(name, room);
                }
                Caption::Trouble(words) => *words = fitted(words, line),
                Caption::Taint(taint, more) => {
                    let room = line - (caption_ems(&Caption::Taint(String::new(), *more)));
                    *taint = fitted(taint, room);
                }
                Caption::NodeLine { roles, version, .. } => {
                    let room = line - version.as_deref().map_or(0.0, |it| ems(it) + 1.2);
                    *roles = fitted(roles, room);
                }
                _ => {}
            }
        }
    }
}

fn name(tile: &Tile) -> &str {
    match tile.card.captions.first() {
        Some(Caption::Name(name)) => name,
        _ => "",
    }
}

fn needed(tile: &Tile, level: &Level, domain: Option<&str>) -> f32 {
    let name = name(tile);
    let shown = domain.and_then(|it| name.strip_suffix(it)).unwrap_or(name);
    level.sign + mono_ems(shown) * level.name + beside(tile, level) + level.pad
}

/// Width of `28/30` at the right end, with the space before it.
fn beside(tile: &Tile, level: &Level) -> f32 {
    match tile.card.captions.get(1) {
        Some(Caption::PodsReady(ready, all)) if level.counts() => {
            let digits = |n: u32| n.checked_ilog10().unwrap_or(0) + 1;
            (digits(*ready) + digits(*all) + 1) as f32 * 0.61 * DETAIL + 8.0
        }
        _ => 0.0,
    }
}

/// What follows the first dot, where all names share it and none is an address.
fn shared_domain<'a>(mut names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let domain = |name: &'a str| name.find('.').and_then(|at| name.get(at..));
    let first = names.next()?;
    let address = first.bytes().all(|it| it.is_ascii_digit() || it == b'.');
    let shared = domain(first).filter(|_| !address)?;
    names.all(|it| domain(it) == Some(shared)).then_some(shared)
}

/// The end of a name, in units of its font size; the whole of it where that fits.
fn tail(name: &str, room: f32) -> String {
    if mono_ems(name) <= room {
        return name.to_owned();
    }
    let mut used = 0.61;
    let fits = name.chars().rev().take_while(|c| {
        used += mono_ems(c.encode_utf8(&mut [0; 4]));
        used <= room
    });
    let fits = fits.count();
    if fits == 0 {
        return cut(name, 1);
    }
    let skipped = name.chars().count() - fits;
    std::iter::once('…').chain(name.chars().skip(skipped)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_name_keeps_its_end() {
        assert_eq!(tail("node-1", 10.0), "node-1");
        assert_eq!(tail("gke-prod-default-pool-7b2f9c1d-x7k2", 8.0), "…b2f9c1d-x7k2");
    }

    #[test]
    fn only_a_domain_of_all_is_left_out() {
        assert_eq!(shared_domain(["a.example.com", "b.example.com"].into_iter()), Some(".example.com"));
        assert_eq!(shared_domain(["a.example.com", "b.example.org"].into_iter()), None);
        assert_eq!(shared_domain(["10.0.0.1"].into_iter()), None);
        assert_eq!(shared_domain(["a", "b"].into_iter()), None);
    }
}
