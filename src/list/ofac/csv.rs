//! To be written.
use crate::list::{Contents, Input, Refusal};
/// Which file of the family.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// sdn.csv, cons_prim.csv
    Names,
    /// add
    Addresses,
    /// alt
    Aliases,
    /// comments
    Comments,
}
/// Which part of the family begins like this.
pub fn part(_beginning: &[u8]) -> Option<Part> {
    None
}
/// Puts the files that belong together into families, each with its file of names first.
pub fn families(_parts: Vec<(Part, Input)>) -> Result<Vec<Vec<Input>>, Refusal> {
    Ok(Vec::new())
}
/// To be written.
pub fn read(_files: &mut [Input]) -> Result<Contents, Refusal> {
    unimplemented!()
}
