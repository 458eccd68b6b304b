//! A scene as lines of text, for a snapshot.

use std::fmt::Write;

use porthole::layout::scene::{Health, Scene};

fn sign(health: Health) -> char {
    match health {
        Health::Ok => '.',
        Health::Unknown => '?',
        Health::Look => '!',
        Health::Broken => 'x',
    }
}

pub fn print(scene: &Scene) -> String {
    let mut text = format!("{} x {}\n", scene.size.w, scene.size.h);
    for part in &scene.parts {
        let mut depth = 0;
        let mut at = part.parent;
        while let Some(i) = at {
            depth += 1;
            at = scene.parts[i].parent;
        }
        let (r, objects) = (part.rect, part.objects.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "));
        let _ = writeln!(
            text,
            "{}{:?} {:?} {:?} [{} {} {} {}] {:?} {objects}",
            "  ".repeat(depth),
            part.id,
            part.health,
            part.presence,
            r.x,
            r.y,
            r.w,
            r.h,
            part.captions
        );
        if let Some(cells) = part.cells.as_ref().filter(|it| !it.of.is_empty()) {
            let signs: String = cells.of.iter().map(|(_, health)| sign(*health)).collect();
            let _ = writeln!(text, "{}  {} abreast, {} apart: {signs}", "  ".repeat(depth), cells.columns, cells.pitch);
        }
    }
    for edge in &scene.edges {
        let points = edge.points.iter().map(|p| format!("{},{}", p.x, p.y)).collect::<Vec<_>>().join(" ");
        let _ = writeln!(text, "{:?} -> {:?} {:?} {:?} [{points}]", edge.from, edge.to, edge.health, edge.label);
    }
    text
}
