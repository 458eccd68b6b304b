//! Shapes in the plane: what a painter draws. No colours, no words of the product, no DOM.

use crate::crosses;
use crate::kind::Kind;
use crate::layout::geometry::{Point, Rect, Size};
use crate::layout::request::Grouping;
use crate::model::component::Role;
use crate::model::moment::What;
use crate::model::object_ref::ObjectRef;
use crate::model::part::{PartId, Section};
use crate::text::Phrase;
use crate::time::Stamp;

/// A picture: parts in painting order (parents before children) and edges between them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// Width and height of everything.
    pub size: Size,
    /// Parts, parents before children.
    pub parts: Vec<Part>,
    /// Edges, drawn above groups and below cards.
    pub edges: Vec<Edge>,
}

crosses! { struct Scene { size, parts, edges } }

impl Scene {
    /// Elements that it would take to draw it as such.
    pub fn shapes(&self) -> usize {
        self.parts.len() + self.edges.len() + self.parts.iter().filter(|it| it.cells.is_some()).count() * 3
    }
}

/// One shape.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Its identity, stable between runs.
    pub id: PartId,
    /// Index of the part it is inside.
    pub parent: Option<usize>,
    /// Where.
    pub rect: Rect,
    /// Form.
    pub shape: Shape,
    /// Rank of its health.
    pub health: Health,
    /// Whether it was seen.
    pub presence: Drawn,
    /// Texts inside, top to bottom.
    pub captions: Vec<Caption>,
    /// The objects it stands for.
    pub objects: Vec<ObjectRef>,
    /// Whether the keyboard stops here.
    pub focusable: bool,
    /// Small squares inside, one an object.
    pub cells: Option<Cells>,
}

crosses! { struct Part { id, parent, rect, shape, health, presence, captions, objects, focusable, cells } }

/// Squares in rows, one an object: hundreds of thousands of pods as parts of their own would be too many.
#[derive(Clone, Debug, PartialEq)]
pub struct Cells {
    /// Upper left corner of the first.
    pub at: Point,
    /// How many abreast.
    pub columns: u32,
    /// From one to the next; a square is a fifth smaller.
    pub pitch: f32,
    /// What each stands for, in order, and the rank of its health.
    pub of: Vec<(ObjectRef, Health)>,
}

crosses! { struct Cells { at, columns, pitch, of } }

impl Cells {
    /// How much of the pitch a square fills.
    pub const FILL: f32 = 0.8;

    /// Where a square is.
    pub fn rect(&self, index: usize) -> Rect {
        let columns = self.columns.max(1) as usize;
        let (row, column) = (index / columns, index % columns);
        let side = self.pitch * Self::FILL;
        Rect { x: self.at.x + column as f32 * self.pitch, y: self.at.y + row as f32 * self.pitch, w: side, h: side }
    }

    /// The square at a point, the gap beside it included.
    pub fn hit(&self, point: Point) -> Option<usize> {
        let (x, y) = ((point.x - self.at.x) / self.pitch, (point.y - self.at.y) / self.pitch);
        if x < 0.0 || y < 0.0 || x >= self.columns as f32 {
            return None;
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "not negative, and no wider than the picture")]
        let index = y as usize * self.columns as usize + x as usize;
        (index < self.of.len()).then_some(index)
    }

    /// How high all rows are together.
    pub fn height(&self) -> f32 {
        self.of.len().div_ceil(self.columns.max(1) as usize) as f32 * self.pitch
    }
}

/// The form of a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A large rounded area.
    Group,
    /// A title with parts below it, without a border.
    Section,
    /// A rounded box with a title and a line or two.
    Card,
    /// The dark terminal box.
    Client,
    /// The address box.
    Endpoint,
    /// The quorum gauge: one segment a member.
    Gauge {
        /// Members in all.
        members: u32,
        /// Members alive.
        alive: u32,
        /// Members needed.
        needed: u32,
    },
    /// A plain line of text.
    Note,
    /// A box of many alike: a name, and squares for what it holds.
    Tile,
    /// A bar that is filled so far, in thousandths; more than 1000 is too much.
    Meter {
        /// How far.
        permille: u32,
    },
    /// A row along an axis, with a name at its left end.
    Lane,
    /// A point or a span on a lane.
    Mark,
    /// A line across all lanes with a word at its top.
    Tick,
}

crosses! { enum Shape { Group, Section, Card, Client, Endpoint, Gauge { members, alive, needed }, Note, Tile, Meter { permille }, Lane, Mark, Tick } }

/// Rank of health, best first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Health {
    /// Nothing to say.
    #[default]
    Ok,
    /// The text does not tell.
    Unknown,
    /// Look at it.
    Look,
    /// Broken.
    Broken,
}

crosses! { enum Health { Ok, Unknown, Look, Broken } }

/// Whether a part was seen in the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Drawn {
    /// A line shows it.
    #[default]
    Seen,
    /// It follows from something else (a DaemonSet pod's node by counting, a kubelet by its node).
    Inferred,
    /// It should be there and is not: a ghost.
    Absent,
    /// The text could not have shown it.
    NotShown,
}

crosses! { enum Drawn { Seen, Inferred, Absent, NotShown } }

/// A text in a part, without its words: the painter renders it in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Caption {
    /// A name from the text, in full.
    Name(String),
    /// A component's display name (product id).
    Product(String),
    /// A product with how many pods of it.
    ProductCount(String, u32),
    /// A cell of the text as it stands (STATUS, an address, a version).
    Verbatim(String),
    /// Restarts, and seconds since the last.
    Restarts(u64, Option<i64>),
    /// STATUS and restarts of something broken.
    StatusRestarts(String, u64),
    /// So many of so many ready.
    ReadyOf(u32, u32),
    /// A job in the cluster.
    Role(Role),
    /// A titled area.
    Section(Section),
    /// Address, role and version of a node, in one line.
    NodeLine {
        /// INTERNAL-IP.
        ip: Option<String>,
        /// Roles, as printed.
        roles: String,
        /// Short version.
        version: Option<String>,
    },
    /// The arithmetic of the quorum.
    Quorum {
        /// Members in all.
        members: u32,
        /// Alive.
        alive: u32,
        /// Needed.
        needed: u32,
        /// May still fail.
        spare: u32,
    },
    /// "expected here, not in the list".
    ExpectedAbsent,
    /// "in a namespace that was not pasted".
    NamespaceNotPasted,
    /// "placed by counting: one per node".
    PlacedByCounting,
    /// "node not shown: the list was not -o wide".
    NodeNotShown,
    /// "load-balanced endpoint" or one address.
    EndpointKind {
        /// Whether several API servers stand behind it.
        balanced: bool,
    },
    /// "refused": the connection that cannot be made.
    Refused,
    /// So many more that are not drawn.
    More(u32),
    /// "only these namespaces were pasted"; empty where the text does not name them.
    OnlyNamespaces(Vec<String>),
    /// "no list of these was pasted".
    NotPasted(Kind),
    /// So many nodes, and how many of them are ready; `None` where the text does not tell.
    NodesReady(u32, Option<u32>),
    /// What nodes have in common of which the text does not tell it.
    NoValue(Grouping),
    /// So many pods ready, of so many.
    PodsReady(u32, u32),
    /// What is wrong with a node, in the words of the text: its STATUS, its conditions.
    Trouble(String),
    /// The taint that tells most, and how many more there are.
    Taint(String, u32),
    /// What pods request of a node's CPU, in percent.
    CpuRequests(u32),
    /// What pods request of a node's memory, in percent.
    MemoryRequests(u32),
    /// So many pods, and how many a node takes.
    PodsOf(u32, u32),
    /// So many pods that wait for a node.
    PodsWaiting(u32),
    /// So many pods of which the text does not tell the node.
    PodsUnplaced(u32),
    /// "requests and capacity: kubectl describe nodes shows both".
    CapacityNotShown,
    /// Something that happened.
    Happened(What),
    /// So many times; once needs no word.
    Times(u64),
    /// So many seconds before the end of the text; none is the end itself.
    Ago(i64),
    /// From so many seconds before the end to so many.
    Between(i64, i64),
    /// An instant, in UTC: a day, or a time of it.
    Clock(Stamp, Fineness),
    /// How the axis of time runs.
    TimeAxis {
        /// Whether its scale changes from section to section.
        uneven: bool,
        /// Whether instants are known.
        clock: bool,
    },
    /// The first sign of an incident.
    FirstSign {
        /// The incident.
        headline: Phrase,
        /// Whether the words end at its line, instead of beginning there.
        before: bool,
    },
    /// Whether an area is folded; drawn as a sign beside its name.
    Fold(bool),
    /// "the text does not name their namespace".
    NamespaceNotTold,
    /// So many workloads.
    Workloads(u32),
    /// So many Services.
    Services(u32),
    /// So many of so many runs complete.
    Completed(u32, u32),
    /// "rollout in progress".
    Rollout,
    /// The ReplicaSet that came later (`true`) or earlier.
    Revision(bool),
    /// "scaled to zero".
    ScaledToZero,
    /// "suspended".
    Suspended,
    /// "static pods", which a kubelet runs by itself.
    StaticPods,
    /// "pod without an owner".
    BarePod,
    /// "owner not shown".
    OwnerNotShown,
    /// An autoscaler: least, most, and how many now.
    Scales {
        /// The fewest replicas.
        least: String,
        /// The most replicas.
        most: String,
        /// Replicas now; empty where the text does not tell.
        now: String,
    },
    /// How many pods a budget lets go.
    Disruptions(u32),
    /// A Service without an address of its own.
    Headless,
    /// "no endpoints".
    NoEndpoints,
    /// So many addresses that stand for pods.
    Addresses(u32),
    /// "pods not shown".
    PodsNotShown,
    /// "backends not shown".
    BackendsNotShown,
    /// These ports of every node.
    NodePort(String),
    /// What to paste to see the pods behind Services.
    BehindHint,
}

crosses! {
    enum Caption {
        Name(name), Product(id), ProductCount(id, pods), Verbatim(cell), Restarts(count, ago), StatusRestarts(status, count),
        ReadyOf(ready, all), Role(role), Section(section), NodeLine { ip, roles, version }, Quorum { members, alive, needed, spare },
        ExpectedAbsent, NamespaceNotPasted, PlacedByCounting, NodeNotShown, EndpointKind { balanced }, Refused, More(count),
        OnlyNamespaces(names), NotPasted(kind), NodesReady(all, ready), NoValue(of), PodsReady(ready, all), Trouble(cell), Taint(first, more),
        CpuRequests(percent), MemoryRequests(percent), PodsOf(count, most), PodsWaiting(count), PodsUnplaced(count), CapacityNotShown,
        Happened(what), Times(count), Ago(secs), Between(first, last), Clock(at, fineness),
        TimeAxis { uneven, clock }, FirstSign { headline, before },
        Fold(folded), NamespaceNotTold, Workloads(count), Services(count),
        Completed(done, all), Rollout, Revision(newer), ScaledToZero, Suspended, StaticPods, BarePod, OwnerNotShown, Scales { least, most, now },
        Disruptions(count), Headless, NoEndpoints, Addresses(count), PodsNotShown, BackendsNotShown, NodePort(ports), BehindHint
    }
}

/// What of an instant is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fineness {
    /// `2025-11-20`.
    Day,
    /// `03:21`.
    Minute,
    /// `03:21:30`.
    Second,
}

crosses! { enum Fineness { Day, Minute, Second } }

/// A line between two parts.
#[derive(Clone, Debug, PartialEq)]
pub struct Edge {
    /// From this part.
    pub from: PartId,
    /// To that part.
    pub to: PartId,
    /// Corners, first and last on the borders of the parts.
    pub points: Vec<Point>,
    /// Rank of its health: a broken edge is drawn broken.
    pub health: Health,
    /// Text at the middle.
    pub label: Option<Caption>,
    /// What passes along it: port and purpose, told on demand.
    pub purpose: Option<Caption>,
}

crosses! { struct Edge { from, to, points, health, label, purpose } }
