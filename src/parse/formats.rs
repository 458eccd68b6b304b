//! The list of formats: one file each, the most telling first.

use crate::ingest::window::Look;
use crate::parse::format::{Context, Format};

macro_rules! formats {
    ($($name:ident),* $(,)?) => {
        $(pub mod $name;)*

        /// Every format, in the order in which they are tried at a line.
        pub static FORMATS: &[&dyn Format] = &[$(&$name::FORMAT),*];
    };
}

formats! {
    log,
    json,
    foreign,
    version,
    health,
    can_i,
    rollout,
    names,
    table,
    describe,
    yaml,
    server_message,
    cluster_info,
    event_rows,
    headless,
}

/// Whether some format begins at the first line in sight.
pub fn begins(look: Look<'_>, context: &Context) -> bool {
    FORMATS.iter().any(|format| format.begins(look, context))
}
