//! The path of a part: what it needs and who needs it, along the lines of the picture. Pure; knows no DOM.

use crate::layout::scene::Scene;
use crate::model::part::PartId;

/// The lines on the way from and to a part, by their places; an area stands for all inside it.
pub fn lines(scene: &Scene, part: usize) -> Vec<usize> {
    let Some(start) = scene.parts.get(part) else { return Vec::new() };
    let mut inside: Vec<&PartId> = vec![&start.id];
    for (at, it) in scene.parts.iter().enumerate().skip(part + 1) {
        if is_inside(scene, at, part) {
            inside.push(&it.id);
        }
    }
    let mut path = Vec::new();
    for forward in [true, false] {
        let mut reached = inside.clone();
        let mut next = 0;
        while let Some(here) = reached.get(next).copied() {
            next += 1;
            for (at, edge) in scene.edges.iter().enumerate() {
                let (from, to) = if forward { (&edge.from, &edge.to) } else { (&edge.to, &edge.from) };
                if from == here {
                    if !path.contains(&at) {
                        path.push(at);
                    }
                    if !reached.contains(&to) {
                        reached.push(to);
                    }
                }
            }
        }
    }
    path
}

fn is_inside(scene: &Scene, mut at: usize, outer: usize) -> bool {
    while let Some(parent) = scene.parts.get(at).and_then(|it| it.parent) {
        if parent == outer {
            return true;
        }
        at = parent;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::canvas::Canvas;
    use crate::layout::card::Card;
    use crate::layout::geometry::Rect;
    use crate::layout::scene::{Edge, Health, Shape};

    /// a → b → c, d → b, e apart; b stands in an area.
    fn scene() -> Scene {
        let id = |name: &str| PartId::Product(name.to_owned());
        let mut canvas = Canvas::default();
        let rect = Rect { x: 0.0, y: 0.0, w: 9.0, h: 9.0 };
        let group = canvas.add(None, rect, Shape::Group, &Card::new(id("group"), Vec::new()));
        for name in ["a", "b", "c", "d", "e"] {
            canvas.add((name == "b").then_some(group), rect, Shape::Card, &Card::new(id(name), Vec::new()));
        }
        for (from, to) in [("a", "b"), ("b", "c"), ("d", "b"), ("d", "e")] {
            canvas.connect(Edge { from: id(from), to: id(to), points: Vec::new(), health: Health::Ok, label: None, purpose: None });
        }
        canvas.finish()
    }

    #[test]
    fn the_path_goes_both_ways_but_does_not_turn() {
        for (part, path) in [("a", vec![0, 1]), ("b", vec![1, 0, 2]), ("c", vec![1, 0, 2]), ("e", vec![3]), ("group", vec![1, 0, 2])] {
            let scene = scene();
            let at = scene.parts.iter().position(|it| it.id == PartId::Product(part.to_owned())).unwrap_or(usize::MAX);
            assert_eq!(lines(&scene, at), path, "{part}");
        }
        assert!(lines(&scene(), 99).is_empty());
    }
}
