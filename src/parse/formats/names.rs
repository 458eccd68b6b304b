//! Objects by name alone, as `kubectl get -o name` prints them. Counted, and no more: that they exist is all that is known of them.
//!
//! ```text
//! pod/web-1
//! deployment.apps/web
//! ```

use crate::ingest::window::Look;
use crate::parse::asked::plural;
use crate::parse::cell::is_name;
use crate::parse::format::Context;
use crate::parse::formats::can_i::{Shape, Shapes};
use crate::phrase;

/// Names of objects.
pub const FORMAT: Shapes = Shapes(&[Shape {
    begins,
    goes_on: |line| object(line).is_some(),
    counts: |_| true,
    format: "table",
    words: |n| phrase!("names of objects: {n}", "对象名称：{n} 个", n = n),
}]);

fn begins(look: Look<'_>, context: &Context) -> bool {
    let known = |at: usize| {
        object(look.text(at)).is_some_and(|(kind, name)| {
            let resource = plural(kind);
            // A kind of its own is known by the command: `certificate.cert-manager.io` of `get certificates`.
            let asked = || context.resource().zip(kind.split('.').next()).is_some_and(|(asked, bare)| asked.starts_with(bare));
            // Paths such as `service/main.go` name no service.
            resource != kind && (resource != "services" || !name.contains('.')) || asked()
        })
    };
    // Without the command one such line proves nothing.
    known(0) && (context.asked.verb == "get" || known(1))
}

/// Kind and name of the object that is all of a line.
fn object(line: &str) -> Option<(&str, &str)> {
    let (kind, name) = line.trim().split_once('/')?;
    let plain = !kind.is_empty() && kind.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '-'));
    // Names of roles may hold colons.
    (plain && name.split(':').all(is_name)).then_some((kind, name))
}
