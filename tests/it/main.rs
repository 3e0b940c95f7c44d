//! The library and the command line, tested from outside.

mod cases;
mod cli;
mod data;
mod pack;
mod press;
mod report;
mod self_query;
mod shared;
