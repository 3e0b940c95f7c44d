//! The native door: the command line.

mod cli;

use clap::{Parser, Subcommand};
use cli::Failure;
use std::path::PathBuf;
use std::process::ExitCode;

/// Screens names against published sanctions lists, on this machine.
#[derive(Parser)]
#[command(
    version,
    about,
    after_help = "Exit status: 0 done (a name that could not be screened is part of the result), 1 the data are at fault, 2 the usage is.\n\
                  A name that starts with a dash comes after --."
)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Screen names: given as arguments, or one a line in a file.
    Screen {
        /// The names; put a name of several words in quotes.
        #[arg(required_unless_present = "names", conflicts_with = "names")]
        name: Vec<String>,
        /// A text file with one name a line, or with --column a CSV file with a header; - is standard input.
        #[arg(long, value_name = "FILE")]
        names: Option<PathBuf>,
        /// The column of the CSV file that holds the names.
        #[arg(long, conflicts_with = "name", value_name = "C")]
        column: Option<String>,
        /// The score from which a listed name is shown, 1 to 100.
        #[arg(long, value_name = "N", default_value_t = i64::from(namesieve::DEFAULT_THRESHOLD),
              value_parser = clap::value_parser!(i64).range(1..=100))]
        threshold: i64,
        /// Let a weak alias alone make a potential match.
        #[arg(long)]
        weak: bool,
        /// One JSON object a line, in the order of the input.
        #[arg(long)]
        json: bool,
    },
    /// Compare pairs of names: a CSV file with the columns name1, name2 and perhaps schema is written to standard output
    /// with a column `score`.
    Compare {
        /// The CSV file.
        #[arg(long, value_name = "FILE")]
        pairs: PathBuf,
    },
    /// Show which lists are loaded.
    Lists {
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
}

fn main() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Command::Screen { name, names, column, threshold, weak, json } => names
            .map_or(Ok(name), |file| cli::names::read(&file, column.as_deref()))
            .and_then(|names| cli::screen(&names, threshold, weak, json)),
        Command::Compare { pairs } => cli::pairs::compare(&pairs),
        Command::Lists { json } => cli::lists(json),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever read our output has closed it: there is nobody left to tell.
        Err(Failure::Closed) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("namesieve: {failure}");
            ExitCode::from(1)
        }
    }
}
