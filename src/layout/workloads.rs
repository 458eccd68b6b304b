//! What owns the pods: owner trees by namespace, with desired and ready, rollouts, and what guards or scales them.

pub mod draw;
pub mod gather;
pub mod grow;
pub mod guards;
pub mod owner;
pub mod tree;

use std::cmp::Reverse;

use crate::kind::Kind;
use crate::layout::card::Card;
use crate::layout::health::Ranked;
use crate::layout::request::LayoutRequest;
use crate::layout::scene::{Caption, Drawn, Health, Scene};
use crate::layout::spaces::{self, Space};
use crate::layout::squares::Filled;
use crate::layout::workloads::draw::Widths;
use crate::layout::workloads::gather::{Draft, Drafts};
use crate::layout::workloads::tree::Tree;
use crate::model::part::{PartId, Section};
use crate::order;
use crate::order::Map;
use crate::report::Report;

/// What stands between an owner and its pods and is drawn as such.
const BRANCHES: usize = 8;

/// Draws it.
pub fn layout(report: &Report, request: &LayoutRequest) -> Scene {
    let ranked = Ranked::of(report);
    let mut drafts = gather::gather(&ranked);
    let mut lone: Map<String, Vec<Tree<'_>>> = Map::new();
    for (guard, target) in gather::guard(&ranked, &mut drafts) {
        let tree = alone(&ranked, guard, target);
        lone.slot(guard.id.namespace.clone().unwrap_or_default(), Vec::new).push(tree);
    }
    let mut all: Vec<(Space, Vec<Tree<'_>>)> = drafts.iter().map(|(name, drafts)| grown(&ranked, name, drafts, &mut lone)).collect();
    all.extend(lone.into_iter().map(|(name, trees)| (space(&name, 0, (0, 0), &trees), trees)));
    spaces::sort(&mut all);
    let (spaces, trees): (Vec<Space>, Vec<Vec<Tree<'_>>>) = all.into_iter().unzip();
    let room = spaces::room(&spaces, request);
    let open: Vec<(&Space, Vec<Tree<'_>>)> =
        spaces.iter().zip(trees).zip(&room).filter_map(|((space, trees), room)| Some((space, capped(space, trees, (*room)?)))).collect();
    let widths = Widths::of(open.iter().flat_map(|(_, trees)| trees));
    let areas = open.into_iter().map(|(space, trees)| draw::area(space, trees, widths)).collect();
    let folded: Vec<Space> = spaces.iter().zip(&room).filter(|(_, room)| room.is_none()).map(|(it, _)| it.clone()).collect();
    spaces::arrange(areas, &folded, None).finish()
}

/// An autoscaler whose target is not there, or a budget that fits nothing.
fn alone(report: &Ranked<'_>, guard: &crate::model::cluster::Other, target: Option<crate::model::object_ref::ObjectRef>) -> Tree<'static> {
    if guard.id.kind == Kind::PodDisruptionBudget {
        return Tree::of(Filled::bare(guards::budget(report, guard)));
    }
    let (card, _) = guards::scaler(report, guard);
    let Some(target) = target else { return Tree::of(Filled::bare(card)) };
    let listed = report.cluster.scope.covering(&target.kind, target.namespace.as_deref()).is_some();
    let (presence, health, said) =
        if listed { (Drawn::Absent, Health::Broken, Some(Caption::ExpectedAbsent)) } else { (Drawn::NotShown, Health::Unknown, None) };
    let captions = [Caption::Name(target.name.clone()), Caption::Verbatim(target.kind.name().to_owned())].into_iter().chain(said).collect();
    let ghost = Card { presence, health, objects: vec![target.clone()], ..Card::new(PartId::Pod(target), captions) };
    Tree { guards: vec![card], ..Tree::of(Filled::bare(ghost)) }
}

fn grown<'a>(report: &Ranked<'_>, name: &str, drafts: &Drafts<'a>, lone: &mut Map<String, Vec<Tree<'a>>>) -> (Space, Vec<Tree<'a>>) {
    let namespace = (!name.is_empty()).then_some(name);
    let pods = drafts.values().fold((0, 0), |(ready, all), draft: &Draft<'_>| {
        let of_sets = draft.sets.values().flat_map(|it| &it.pods);
        let (more, of) = grow::ready(draft.direct.iter().chain(of_sets).copied());
        (ready + more, all + of)
    });
    let count = drafts.len();
    let mut trees: Vec<Tree<'a>> = drafts.values().map(|draft| grow::tree(report, namespace, draft)).collect();
    for tree in &mut trees {
        few(tree);
    }
    trees.extend(lone.remove(name).into_iter().flatten());
    (space(name, count, pods, &trees), trees)
}

fn space(name: &str, count: usize, pods: (u32, u32), trees: &[Tree<'_>]) -> Space {
    Space {
        name: name.to_owned(),
        health: trees.iter().map(Tree::health).max().unwrap_or_default(),
        count: Caption::Workloads(small(count)),
        pods,
        cost: 1 + trees.iter().map(Tree::cost).sum::<usize>(),
    }
}

fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Puts the branches of a tree that are too many into one, with their pods.
fn few(tree: &mut Tree<'_>) {
    if tree.branches.len() <= BRANCHES {
        return;
    }
    order::sort_by_key(&mut tree.branches, |it| Reverse(it.card.health));
    let left = tree.branches.split_off(BRANCHES - 1);
    let of = tree.owner.card.captions.first().map(|it| if let Caption::Name(name) = it { name.as_str() } else { "" }).unwrap_or_default();
    let of = match &tree.owner.card.id {
        PartId::Pod(id) => id.to_string(),
        _ => of.to_owned(),
    };
    let id = PartId::Section { of: format!("{of}+"), section: Section::Workloads };
    tree.branches.push(more(left, id));
}

/// As many trees as there is room for, the worst of them kept; the pods of the others in one card.
fn capped<'a>(space: &Space, mut trees: Vec<Tree<'a>>, room: usize) -> Vec<Tree<'a>> {
    if space.cost <= room {
        return trees;
    }
    order::sort_by_key(&mut trees, |it| Reverse(it.health()));
    let mut used = 2;
    let fits = trees.iter().take_while(|it| {
        used += it.cost();
        used <= room
    });
    let fits = fits.count();
    let left = trees.split_off(fits);
    let cards = left.into_iter().map(|tree| {
        let mut cells = tree.owner.cells;
        let health = tree.branches.iter().map(|it| it.card.health).fold(tree.owner.card.health, Health::max);
        cells.extend(tree.branches.into_iter().flat_map(|it| it.cells));
        Filled { card: Card { health, ..tree.owner.card }, cells }
    });
    trees.push(Tree::of(more(cards.collect(), PartId::Section { of: format!("{}+", space.name), section: Section::Workloads })));
    trees
}

fn more(left: Vec<Filled<'_>>, id: PartId) -> Filled<'_> {
    let caption = Caption::More(small(left.len()));
    let health = left.iter().map(|it| it.card.health).max().unwrap_or_default();
    let (mut cells, mut objects) = (Vec::new(), Vec::new());
    for it in left {
        objects.extend(it.card.objects);
        cells.extend(it.cells);
    }
    Filled { card: Card { health, objects, ..Card::new(id, vec![caption]) }, cells }
}
