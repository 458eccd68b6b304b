//! What the reader's user said of a block: their word counts before what the text seems to say.

use crate::crosses;
use crate::time::Stamp;

/// A correction. What it leaves open is read from the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// What a table lists, or what a description describes: a plural resource name.
    pub resource: Option<String>,
    /// The namespace of its objects.
    pub namespace: Option<String>,
    /// When the output was printed.
    pub at: Option<Stamp>,
    /// The cluster it is of, by a name that the user chose.
    pub cluster: Option<String>,
    /// Whether to leave it out.
    pub ignored: bool,
}

crosses! { struct Told { resource, namespace, at, cluster, ignored } }

/// A correction and the block it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// Name of the source.
    pub source: String,
    /// First line of the block, 1-based.
    pub line: u32,
    /// What was said.
    pub told: Told,
}

crosses! { struct Correction { source, line, told } }
