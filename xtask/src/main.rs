//! The project tool, run as `cargo xtask`: serves the site, tests everything, assembles what is published.

mod bench;
mod command;
mod constants;
mod deny;
mod digest;
mod dist;
mod element;
mod enlarge;
mod faults;
mod fuzz;
mod headers;
mod hosts;
mod instructions;
mod inventory;
mod large;
mod link;
mod lists;
mod optimise;
mod outcome;
mod parts;
mod peak;
mod project;
mod prove;
mod published;
mod random;
mod sbom;
mod sdn;
mod sentences;
mod serve;
#[cfg(test)]
#[path = "../../tests/it/shared.rs"]
mod shared;
mod sign;
mod single;
mod site;
mod spark;
mod tally;
mod test;
mod tidy;
mod tools;
mod twice;
mod voice;
mod wasm;
mod words;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Result, bail};
use clap::{Parser, Subcommand};

use project::Project;

#[derive(Parser)]
#[command(name = "cargo xtask", about = "The project tool of Namesieve", disable_help_subcommand = true)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Build the site and serve it on 127.0.0.1 with the production headers
    Serve {
        /// The port to listen on
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
    /// Run every check and test: Rust, the npm package under Node, the page in browsers
    Test {
        /// These parts alone, with those that they need, for example "page in Chromium"
        parts: Vec<String>,
    },
    /// Assemble the publishable site, the single file and the npm package, and hold their sizes to the budget
    Dist {
        /// Sign the packs with this secret key of minisign; its password is asked for or taken from NAMESIEVE_KEY_PASSWORD
        #[arg(long, value_name = "FILE")]
        sign_key: Option<PathBuf>,
        /// Offer the packs of this folder, which holds their manifest too, in the place of `packs`
        #[arg(long, value_name = "FOLDER")]
        packs: Option<PathBuf>,
    },
    /// Make the inventory of a published site anew, after a file of it was changed by hand
    Inventory {
        /// The folder of the site
        site: PathBuf,
        /// Sign it with this secret key of minisign; its password is asked for or taken from NAMESIEVE_KEY_PASSWORD
        #[arg(long, value_name = "FILE")]
        sign_key: Option<PathBuf>,
    },
    /// Check the structure of the sources
    Tidy,
    /// Change each constant of the method in a copy of the sources and say which ones no test holds; about a minute for each
    Constants {
        /// These constants alone, for example CONTRADICTION or skeleton::EDIT
        names: Vec<String>,
    },
    /// Let libFuzzer look for bytes that break what must hold of every file and every question; needs the nightly toolchain
    Fuzz {
        /// These targets alone, for example un_xml or query
        targets: Vec<String>,
        /// For so long in all
        #[arg(long, value_name = "N", default_value_t = 10.0)]
        minutes: f64,
    },
    /// Prove that no fault turns into a false "no match": fault matrix, fuzzing, soak, two equal builds, dependencies; in one table
    Prove(prove::Options),
    /// Make the table of common words anew from OFAC's list
    Words,
    /// Make packs of official lists
    Lists {
        #[command(subcommand)]
        what: Lists,
    },
    /// Make a list file of any size from a small one, by repeating its records under new ids
    Enlarge {
        /// An official XML file
        file: PathBuf,
        /// About how large, in millions of bytes
        #[arg(long, value_name = "N")]
        megabytes: u64,
        /// The file to write
        #[arg(short, long, value_name = "FILE")]
        out: PathBuf,
    },
    /// Measure
    Bench {
        #[command(subcommand)]
        what: Bench,
    },
}

#[derive(Subcommand)]
enum Bench {
    /// What each threshold finds and alerts on
    Threshold,
    /// How long reading the lists takes, and how much memory
    Lists,
    /// What the method finds and what it alerts on
    Quality(bench::quality::Options),
    /// What is found in running text, and how long a press report takes
    Documents(bench::documents::Options),
    /// How long a name takes against the five large lists, natively, in Node and in Chromium, and what others take and find
    Speed(bench::speed::Options),
    /// How opening, a name and memory grow with the number of designations
    Growth(bench::growth::Options),
}

#[derive(Subcommand)]
enum Lists {
    /// Fetch the lists from their publishers
    Update {
        /// These sources alone, for example un-sc,eu-fsf
        #[arg(long, value_name = "ID", value_delimiter = ',', num_args = 1..)]
        only: Vec<String>,
        /// Take a list although it has lost many designations
        #[arg(long)]
        allow_shrink: bool,
        /// Fetch this source from another address
        #[arg(long, value_name = "ID=URL")]
        url: Vec<String>,
        /// A server that stands in for all publishers
        #[arg(long, value_name = "URL", hide = true)]
        from: Option<String>,
    },
    /// Take files that were fetched by hand; those of one CSV family together
    Import {
        /// The files
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// Take a list although it has lost many designations
        #[arg(long)]
        allow_shrink: bool,
    },
}

fn main() -> ExitCode {
    match run(Arguments::parse().task) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> Result<ExitCode> {
    let project = Project::locate()?;
    match task {
        Task::Serve { port } => {
            let listener = serve::listen(port)?; // first, so that a busy port is said before the build
            wasm::build(&project)?;
            let site = site::assemble(&project)?;
            let server = serve::start(listener, &site, None)?;
            println!("Namesieve is served at {} (Ctrl+C ends it)", server.address());
            server.wait();
        }
        Task::Test { parts } => return test::run(&project, &parts),
        Task::Dist { sign_key, packs } => dist::assemble(&project, sign_key.as_deref(), packs.as_deref())?,
        Task::Inventory { site, sign_key } => {
            let signer = sign_key.as_deref().map(sign::Signer::open).transpose()?;
            println!("{}", inventory::make(&project.root.join("www"), &site, signer.as_ref())?);
        }
        Task::Tidy => {
            let findings = tidy::check(&project)?;
            if !findings.is_empty() {
                bail!("the structure checks found this:\n{}", findings.join("\n"));
            }
            println!("tidy");
        }
        Task::Constants { names } => return constants::constants(&project, &names),
        Task::Fuzz { targets, minutes } => return fuzz::fuzz(&project, &targets, minutes),
        Task::Prove(options) => return prove::prove(&project, &options),
        Task::Words => words::write(&project.root, &project.root.join(words::SOURCE))?,
        Task::Lists { what: Lists::Update { only, allow_shrink, url, from } } => {
            return lists::update(&project, &only, lists::Addresses::read(&url, from)?, allow_shrink);
        }
        Task::Lists { what: Lists::Import { files, allow_shrink } } => {
            return lists::import(&project, &files, allow_shrink);
        }
        Task::Enlarge { file, megabytes, out } => {
            let copies = enlarge::enlarge(&file, megabytes, &out)?;
            println!("{}: the records of {} {copies} times", out.display(), file.display());
        }
        Task::Bench { what: Bench::Threshold } => bench::threshold(&project.root)?,
        Task::Bench { what: Bench::Lists } => bench::lists::lists(&project)?,
        Task::Bench { what: Bench::Quality(options) } => bench::quality::quality(&project, &options)?,
        Task::Bench { what: Bench::Documents(options) } => bench::documents::documents(&project, &options)?,
        Task::Bench { what: Bench::Speed(options) } => bench::speed::speed(&project, &options)?,
        Task::Bench { what: Bench::Growth(options) } => bench::growth::growth(&project, &options)?,
    }
    Ok(ExitCode::SUCCESS)
}
