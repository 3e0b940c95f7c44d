//! The native door: the command line.

mod cli;

use clap::{Args, Parser, Subcommand, ValueEnum};
use cli::Failure;
use cli::batch::{Run, Table};
use cli::known::Known;
use cli::packs::Compilation;
use namesieve::date::Day;
use namesieve::{DEFAULT_THRESHOLD, Screener, Settings, mention, ofac_search};
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
        #[arg(required_unless_present_any = ["names", "identifier", "stream"], conflicts_with_all = ["names", "stream"])]
        name: Vec<String>,
        /// A text file with one name a line, or with --column a CSV file with a header; - is standard input.
        #[arg(long, value_name = "FILE", group = "rows")]
        names: Option<PathBuf>,
        /// Screen the parties on standard input and write one line for each in the same order, in the memory of a few of them: one JSON
        /// object a line ({"name":"…","birth":"1963"}), or with =csv a table.
        #[arg(long, value_name = "FORM", num_args = 0..=1, require_equals = true, default_missing_value = "json", group = "rows",
            conflicts_with_all = ["names", "column", "json", "method", "out", "record", "birth", "country", "nationality", "kind", "gender", "identifier"])]
        stream: Option<Streamed>,
        /// The column of the CSV file that holds the names.
        #[arg(long, conflicts_with = "name", value_name = "C")]
        column: Option<String>,
        /// The score from which a listed name is shown, 1 to 100; without it 70, or with --method ofac-search 100, where OFAC's
        /// slider stands.
        #[arg(long, value_name = "N", value_parser = clap::value_parser!(i64).range(1..=100))]
        threshold: Option<i64>,
        /// Which score counts: namesieve's own, or an emulation of OFAC's Sanctions List Search.
        #[arg(long, value_name = "M", default_value = "namesieve")]
        method: Method,
        /// Let a weak alias alone make a potential match; OFAC's search always does.
        #[arg(long)]
        weak: bool,
        /// Say `not screened` instead of `no potential match` when a list is older than so many days, or of an unknown age.
        #[arg(long, value_name = "DAYS")]
        max_age: Option<u32>,
        /// Compare every listed name, one after the other, and use no index: the same result, hundreds of times later.
        #[arg(long)]
        exhaustive: bool,
        /// One JSON object a line, in the order of the input.
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        table: Box<Table>,
        #[command(flatten)]
        known: Box<Known>,
        #[command(flatten)]
        packs: Packs,
    },
    /// Find the names of listed parties in documents: Word, PDF, web pages, e-mails and plain text.
    Scan {
        /// The files; - is standard input.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// The score from which a name in the text is shown, 1 to 100.
        #[arg(long, value_name = "N", default_value_t = i64::from(mention::DEFAULT_THRESHOLD), value_parser = clap::value_parser!(i64).range(1..=100))]
        threshold: i64,
        /// Leave out weak aliases, which make a mention where the text has them to the letter.
        #[arg(long)]
        no_weak: bool,
        /// Say `not screened` instead of nothing found when a list is older than so many days, or of an unknown age.
        #[arg(long, value_name = "DAYS")]
        max_age: Option<u32>,
        /// One JSON object a line, in the order of the files.
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        packs: Packs,
    },
    /// Check a screening record: that nothing in it was changed, and that screening its rows again gives the same.
    Verify {
        /// The record, whole or redacted.
        record: PathBuf,
        /// The file that was screened, to be compared as well.
        #[arg(long, value_name = "FILE")]
        input: Option<PathBuf>,
        /// Rows of a redacted record that were opened, to be compared and screened again.
        #[arg(long, value_name = "OPENED.json", conflicts_with = "input")]
        opened: Option<PathBuf>,
        #[command(flatten)]
        packs: Packs,
    },
    /// Write a record without its names, for a donor or an auditor; single rows can be opened later.
    Redact {
        /// The whole record.
        record: PathBuf,
        /// The redacted record to write.
        #[arg(short, long, value_name = "REDACTED.json")]
        out: PathBuf,
        /// The key to write, which opens rows: to be kept with the whole record.
        #[arg(long, value_name = "KEY.json")]
        key: PathBuf,
    },
    /// Open single rows of a record that was redacted, for somebody who has the redacted one.
    Reveal {
        /// The whole record.
        record: PathBuf,
        /// The key that `redact` wrote.
        #[arg(long, value_name = "KEY.json")]
        key: PathBuf,
        /// The rows, by the numbers that a spreadsheet program shows beside them: 17,203.
        #[arg(long, value_name = "N,…", value_delimiter = ',', required = true)]
        rows: Vec<usize>,
        /// The opened rows to write.
        #[arg(short, long, value_name = "OPENED.json")]
        out: PathBuf,
    },
    /// Compile official list files, or a CSV watchlist of your own, into a pack.
    Compile {
        /// The files, as their publishers give them out; OFAC's CSV files of one list together.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// Keep only this list of the files.
        #[arg(long, value_name = "ID")]
        list: Option<String>,
        /// The day of issue of files that carry none (2026-11-21).
        #[arg(long, value_name = "DAY")]
        issued: Option<Day>,
        /// The pack to write.
        #[arg(short, long, value_name = "X.pack")]
        out: PathBuf,
        /// End well although there are warnings, if there are exactly N.
        #[arg(long, value_name = "N", default_value_t = 0)]
        accept_warnings: usize,
    },
    /// Show what stands in a pack: its lists, the files it was made from, and their warnings.
    Inspect {
        /// The pack.
        pack: PathBuf,
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// Show who was added, removed and changed between two packs, or between two official files.
    Diff {
        /// The earlier one.
        old: PathBuf,
        /// The later one.
        new: PathBuf,
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// Compare pairs of names: a CSV file with the columns name1, name2 and perhaps schema is written to standard output
    /// with a column `score`.
    Compare {
        /// The CSV file.
        #[arg(long, value_name = "FILE")]
        pairs: PathBuf,
        /// Which score is written: namesieve's own, or an emulation of what OFAC's Sanctions List Search would show for the query
        /// name1 and the listed name name2, 0 where it would not show it, nothing where name1 is not in Latin letters.
        #[arg(long, value_name = "M", default_value = "namesieve")]
        method: Method,
    },
    /// Show which lists are loaded.
    Lists {
        /// As JSON.
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        packs: Packs,
    },
}

/// Which score counts.
#[derive(Clone, Copy, ValueEnum)]
enum Method {
    /// The method of this software.
    Namesieve,
    /// An emulation of OFAC's Sanctions List Search.
    OfacSearch,
}

/// What stands on standard input.
#[derive(Clone, Copy, ValueEnum)]
enum Streamed {
    /// One JSON object a line.
    Json,
    /// A table, with or without a header.
    Csv,
}

/// What to look at.
#[derive(Args)]
struct Packs {
    /// A pack to look at instead of the embedded one; may be given several times.
    #[arg(long, value_name = "X.pack")]
    pack: Vec<PathBuf>,
    /// Look at the embedded pack as well.
    #[arg(long)]
    embedded: bool,
}

impl Packs {
    fn screener(&self) -> Result<Screener, Failure> {
        cli::packs::screener(&self.pack, self.embedded)
    }
}

fn main() -> ExitCode {
    match run(Arguments::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever read our output has closed it: there is nobody left to tell.
        Err(Failure::Closed) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("namesieve: {failure}");
            ExitCode::from(1)
        }
    }
}

/// Today and the age from which a list is out of date.
fn oldest(max_age: Option<u32>) -> Result<Option<(Day, u32)>, Failure> {
    max_age.map(|days| cli::today().map(|today| (today, days)).ok_or(Failure::Clock)).transpose()
}

fn run(command: Command) -> Result<(), Failure> {
    match command {
        Command::Screen {
            name,
            names,
            stream,
            column,
            threshold,
            method,
            weak,
            max_age,
            exhaustive,
            json,
            table,
            known,
            packs,
        } => {
            let or = |usual: u8| threshold.unwrap_or(i64::from(usual));
            let (mut settings, screen): (Settings, cli::Screen) = match method {
                Method::Namesieve => (Settings::new(or(DEFAULT_THRESHOLD), weak)?, Screener::screen_with),
                Method::OfacSearch => {
                    (Settings::of_ofac_search(or(ofac_search::SLIDER))?, Screener::screen_by_ofac_search_with)
                }
            };
            if exhaustive {
                settings = settings.exhaustively();
            }
            let oldest = oldest(max_age)?;
            if let Some((today, days)) = oldest {
                settings = settings.oldest(today, days);
            }
            if stream.is_some() || table.is_asked() {
                let threshold = u8::try_from(or(DEFAULT_THRESHOLD)).unwrap_or(DEFAULT_THRESHOLD);
                let run = Run { screener: &packs.screener()?, settings, told: (threshold, weak), oldest };
                return match (stream, names) {
                    (Some(Streamed::Csv), _) => cli::stream_csv::screen(&run, &table.columned()),
                    (_, None) => table.no_columns().and_then(|()| cli::stream::screen(&run)),
                    (_, Some(file)) => table.screen(&file, &run),
                };
            }
            let names = names.map_or(Ok(name), |file| cli::names::read(&file, column.as_deref()))?;
            // A number may stand alone.
            let names = if names.is_empty() { vec![String::new()] } else { names };
            cli::screen(&packs.screener()?, screen, &names, &known.facts(), settings, json)
        }
        Command::Scan { files, threshold, no_weak, max_age, json, packs } => {
            let settings = Settings::new(threshold, !no_weak)?;
            let oldest = oldest(max_age)?;
            let settings = oldest.map_or(settings, |(today, days)| settings.oldest(today, days));
            cli::scan::scan(&packs.screener()?, &files, settings, json)
        }
        Command::Verify { record, input, opened, packs } => {
            cli::verify::verify(&record, &packs.pack, packs.embedded, input.as_deref(), opened.as_deref())
        }
        Command::Redact { record, out, key } => cli::redact::redact(&record, &out, &key),
        Command::Reveal { record, key, rows, out } => cli::redact::reveal(&record, &key, &rows, &out),
        Command::Compile { files, list, issued, out, accept_warnings: accepted } => {
            cli::packs::compile(&Compilation { files, list, issued, out, accepted })
        }
        Command::Inspect { pack, json } => cli::packs::inspect(&pack, json),
        Command::Diff { old, new, json } => cli::packs::compare(&old, &new, json),
        Command::Compare { pairs, method: Method::Namesieve } => cli::pairs::compare(&pairs, cli::pairs::own),
        Command::Compare { pairs, method: Method::OfacSearch } => cli::pairs::compare(&pairs, cli::pairs::ofac_search),
        Command::Lists { json, packs } => cli::lists(&packs.screener()?, json),
    }
}
