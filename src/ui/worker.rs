//! The other thread: what it exports, how the page calls it, and what can go wrong there.

pub mod desk;
pub mod fault;

#[cfg(feature = "web")]
pub mod browser_file;
#[cfg(feature = "web")]
pub mod client;
#[cfg(feature = "web")]
pub mod exports;
#[cfg(feature = "web")]
pub mod gb18030;
#[cfg(feature = "web")]
pub mod panic_hook;
