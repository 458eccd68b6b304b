//! The list of formats: one file each, the most telling first.

use crate::parse::format::Format;

macro_rules! formats {
    ($($name:ident),* $(,)?) => {
        $(pub mod $name;)*

        /// Every format, in the order in which they are tried at a line.
        pub static FORMATS: &[&dyn Format] = &[$(&$name::FORMAT),*];
    };
}

formats! {
    cluster_info,
    server_message,
    table,
    describe,
}
