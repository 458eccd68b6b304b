//! YAML: every construct that kubectl prints or people write, what is left over, and that nothing before a cut is lost.
#![expect(clippy::expect_used, clippy::string_slice, reason = "a test that cannot go on shall fail")]

mod constructs;
mod cuts;
mod judged;
mod support;
