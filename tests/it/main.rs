//! The library and the command line, tested from outside.

mod cases;
mod cli;
mod cli_packs;
mod data;
mod facts;
mod list_canada;
mod list_eu;
mod list_losses;
mod list_ofac;
mod list_ofac_advanced;
mod list_own;
mod list_own_rows;
mod list_seco;
mod list_uk;
mod list_un;
mod pack;
mod press;
mod programmes;
mod report;
mod rules;
mod self_query;
mod shared;
mod signature;
mod whole_list;
