//! Objects as the API has them, in JSON and YAML.

pub mod emit;
pub mod json_lines;
pub mod json_text;
pub mod lines;
pub mod of_path;
pub mod shape;
pub mod yaml_lines;
