//! The page's own words, by panel. Words about clusters live with the rules and articles.

pub mod answers;
pub mod correction;
pub mod details;
pub mod dismissal;
pub mod export;
pub mod incidents;
pub mod keys;
pub mod lesson;
pub mod notices;
pub mod page;
pub mod search;
pub mod sources;
pub mod start;
pub mod table;
