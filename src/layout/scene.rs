//! Shapes in the plane: what a painter draws. No colours, no words of the product, no DOM.

use crate::crosses;
use crate::kind::Kind;
use crate::layout::geometry::{Point, Rect, Size};
use crate::model::component::Role;
use crate::model::object_ref::ObjectRef;
use crate::model::part::{PartId, Section};

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
}

crosses! { struct Part { id, parent, rect, shape, health, presence, captions, objects, focusable } }

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
}

crosses! { enum Shape { Group, Section, Card, Client, Endpoint, Gauge { members, alive, needed }, Note } }

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
}

crosses! {
    enum Caption {
        Name(name), Product(id), ProductCount(id, pods), Verbatim(cell), Restarts(count, ago), StatusRestarts(status, count),
        ReadyOf(ready, all), Role(role), Section(section), NodeLine { ip, roles, version }, Quorum { members, alive, needed, spare },
        ExpectedAbsent, NamespaceNotPasted, PlacedByCounting, NodeNotShown, EndpointKind { balanced }, Refused, More(count),
        OnlyNamespaces(names), NotPasted(kind)
    }
}

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
}

crosses! { struct Edge { from, to, points, health, label } }
