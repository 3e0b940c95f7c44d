//! To be written.
pub mod csv;
pub mod xml;
