//! `cargo xtask test`: everything that is checked and tested, part by part, on past a part that fails.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::{Context, Result, anyhow, bail};

use crate::outcome::{Outcomes, Stop};
use crate::project::Project;
use crate::serve::Server;
use crate::tally::{Dialect, Tally};
use crate::tools::Engine;
use crate::{command, dist, hosts, large, peak, serve, site, spark, tidy, tools, wasm};

/// The folder of the page's scenarios.
const SCENARIOS: &str = "tests/page";

/// Where Rust tests that need files from outside the project say what they left out, one `not run: NAME: WHY` a line.
const LEFT_OUT: &str = "target/not-run.txt";

/// Runs everything; the exit code says whether all passed and, where `CI=true`, whether all ran.
pub fn run(project: &Project) -> Result<ExitCode> {
    let left_out = project.root.join(LEFT_OUT);
    if left_out.exists() {
        fs::remove_file(&left_out).with_context(|| format!("{} could not be removed", left_out.display()))?;
    }
    let mut outcomes = Outcomes::default();
    check_sources(project, &mut outcomes);
    outcomes.part("Rust tests", || rust_tests(project));
    outcomes.part("documented examples", || {
        counted(project.cargo().args(["test", "--doc", "--package=namesieve"]), Dialect::Libtest)
    });
    let built = outcomes.check("wasm", || wasm::build(project)).is_some();
    outcomes.check("sizes within budget", || dist::assemble(project, None, None));
    outcomes.part("big files within memory", || large::test(project));
    outcomes.part("example for Spark", || spark::test(project));
    let golden = outcomes.check("golden file", || golden(project));
    outcomes.part("package in Node", || package(project, built, golden.as_deref()));
    outcomes.part("page in Chromium", || page(project, built, golden.as_deref()));
    for engine in &tools::ENGINES {
        outcomes.part(engine.promise, || promise(project, engine, built, golden.as_deref()));
    }
    outcomes.part("site on other servers", || hosts::test(project));
    let left_out = fs::read_to_string(left_out).unwrap_or_default();
    Ok(outcomes.close(left_out.lines()))
}

/// What looks at the sources and runs none of them.
fn check_sources(project: &Project, outcomes: &mut Outcomes) {
    let mut cargo = |name, arguments: &[&str]| {
        outcomes.check(name, || command::run(project.cargo().args(arguments).env("RUSTDOCFLAGS", "-Dwarnings")));
    };
    cargo("rustfmt", &["fmt", "--all", "--check"]);
    cargo("clippy, native", &["clippy", "--workspace", "--all-targets", "--", "-Dwarnings"]);
    cargo("rustdoc", &["doc", "--no-deps", "--package=namesieve"]);
    outcomes.check("clippy, wasm", || {
        wasm::add_target()?;
        let target = format!("--target={}", wasm::TARGET);
        for module in wasm::MODULES {
            let features = format!("--features={}", module.features);
            let lints = ["clippy", "--package=namesieve", "--lib", &target, &features, "--", "-Dwarnings"];
            command::run(project.cargo().args(lints))?;
        }
        Ok(())
    });
    outcomes.check("tidy", || {
        let findings = tidy::check(project)?;
        findings.iter().for_each(|finding| eprintln!("{finding}"));
        match findings.len() {
            0 => Ok(()),
            found => bail!("{found} findings, printed above"),
        }
    });
}

/// The tests of all members, by nextest where it is installed.
fn rust_tests(project: &Project) -> Result<Tally, Stop> {
    let has_nextest =
        project.cargo().args(["nextest", "--version"]).output().is_ok_and(|answer| answer.status.success());
    if has_nextest {
        counted(project.cargo().args(["nextest", "run", "--workspace", "--no-fail-fast"]), Dialect::Nextest)
    } else {
        // The documented examples are a part of their own.
        let arguments = ["test", "--workspace", "--lib", "--bins", "--tests", "--no-fail-fast"];
        counted(project.cargo().args(arguments), Dialect::Libtest)
    }
}

/// What the native command line answers to the golden queries, for package and page to be held against.
fn golden(project: &Project) -> Result<PathBuf> {
    let queries = project.root.join("tests/golden/queries.txt");
    let answers = command::read(
        project
            .cargo()
            .args(["run", "--quiet", "--release", "--package=namesieve", "--bin=namesieve", "--"])
            .args(["screen", "--json", "--names"])
            .arg(&queries),
    )?;
    let path = project.target.join("golden/native.jsonl");
    path.parent()
        .map_or(Ok(()), fs::create_dir_all)
        .and_then(|()| fs::write(&path, answers))
        .with_context(|| format!("{} could not be written", path.display()))?;
    // The results of a table and its record, beside the answers.
    for out in ["partners.csv", "partners.xlsx"] {
        let table = project.root.join("tests/fixtures/tables/partners.csv");
        command::run(
            project
                .cargo()
                .args([
                    "run",
                    "--quiet",
                    "--release",
                    "--package=namesieve",
                    "--bin=namesieve",
                    "--",
                    "screen",
                    "--names",
                ])
                .arg(table)
                .arg("--out")
                .arg(path.with_file_name(out))
                .arg("--record")
                .arg(path.with_file_name("partners.json")),
        )?;
    }
    Ok(path)
}

/// The npm package under Node.
fn package(project: &Project, built: bool, golden: Option<&Path>) -> Result<Tally, Stop> {
    needs(built)?;
    let node = tools::node(&project.target).map_err(Stop::NotRun)?;
    let mut node = Command::new(node);
    node_tests(&mut node, &project.root.join("tests/package"))?;
    node.envs(golden.map(|path| ("NAMESIEVE_GOLDEN", path)));
    counted(&mut node, Dialect::Node)
}

/// The page in a real browser.
fn page(project: &Project, built: bool, golden: Option<&Path>) -> Result<Tally, Stop> {
    needs(built)?;
    let (mut node, _server) = in_chromium(project)?;
    node_tests(&mut node, &project.root.join(SCENARIOS))?;
    node.env("NAMESIEVE_PROGRAM", peak::program(project)?).envs(golden.map(|path| ("NAMESIEVE_GOLDEN", path)));
    counted(&mut node, Dialect::Node)
}

/// What the page promises in every browser, in one of them: its answers, and that nothing gets out.
fn promise(project: &Project, engine: &Engine, built: bool, golden: Option<&Path>) -> Result<Tally, Stop> {
    needs(built)?;
    let programs = engine.find(&project.target).map_err(Stop::NotRun)?;
    let (mut node, _server) = beside_the_site(project)?;
    node_tests(&mut node, &project.root.join(SCENARIOS).join("engines"))?;
    node.envs(golden.map(|path| ("NAMESIEVE_GOLDEN", path)));
    counted(node.env("NAMESIEVE_ENGINE", engine.name).envs(programs), Dialect::Node)
}

/// Node in the folder of the scenarios, while the site is served for as long as the server is kept; every request it gets is recorded.
fn beside_the_site(project: &Project) -> Result<(Command, Server), Stop> {
    let node = tools::node(&project.target).map_err(Stop::NotRun)?;
    let [npm] = tools::find([&tools::NPM]).map_err(Stop::NotRun)?;
    let scenarios = project.root.join(SCENARIOS);
    let mut npm = Command::new(npm);
    npm.args(["ci", "--no-audit", "--no-fund", "--prefer-offline"]).current_dir(&scenarios);
    command::run(&mut npm).context("the packages of the page tests could not be installed")?;
    let site = site::assemble(project)?;
    let published = project.target.join("published");
    dist::publish(project, &published, None, None)?;
    let log = project.target.join("requests.log");
    let server = serve::start(serve::listen(0)?, &site, Some(&log))?;
    let mut node = Command::new(node);
    node.current_dir(scenarios)
        .env("NAMESIEVE_SITE", server.address())
        .env("NAMESIEVE_REQUEST_LOG", &log)
        .env("NAMESIEVE_FILE", project.target.join("dist/namesieve.html"))
        .env("NAMESIEVE_PUBLISHED", published)
        .env("NAMESIEVE_XTASK", env::current_exe().context("the path of this program is not known")?);
    Ok((node, server))
}

/// The same with all that it needs to start Chromium.
fn in_chromium(project: &Project) -> Result<(Command, Server), Stop> {
    let [chromium, driver] = tools::find([&tools::CHROMIUM, &tools::CHROMEDRIVER]).map_err(Stop::NotRun)?;
    let (mut node, server) = beside_the_site(project)?;
    node.env("CHROMIUM", chromium).env("CHROMEDRIVER", driver);
    Ok((node, server))
}

/// The soak of a tab, for `cargo xtask prove`; gives what it printed.
pub fn soak(project: &Project, queries: u64, reloads: u64) -> Result<String, Stop> {
    wasm::build(project)?;
    let (mut node, _server) = in_chromium(project)?;
    node.args(["soak.mjs", "--queries", &queries.to_string(), "--reloads", &reloads.to_string()]);
    let (said, success) = command::watch(&mut node)?;
    success?;
    Ok(said)
}

/// The tests in these files alone, by their paths from the root, for `cargo xtask prove`. Those of Rust run with all others of theirs.
pub fn named(project: &Project, files: &[String]) -> Result<Tally, Stop> {
    let mut tally = rust_tests(project)?;
    wasm::build(project)?;
    let below =
        |folder: &str| files.iter().filter_map(|file| file.strip_prefix(folder)).map(PathBuf::from).collect::<Vec<_>>();
    let node = tools::node(&project.target).map_err(Stop::NotRun)?;
    let mut package = Command::new(node);
    package.current_dir(project.root.join("tests/package"));
    tally = tally + counted(tested(&mut package, below("tests/package/")), Dialect::Node)?;
    let (mut node, _server) = in_chromium(project)?;
    Ok(tally + counted(tested(&mut node, below("tests/page/")), Dialect::Node)?)
}

fn needs(built: bool) -> Result<(), Stop> {
    if built { Ok(()) } else { Err(Stop::NotRun(anyhow!("it needs the wasm, which could not be built"))) }
}

/// Node's test runner over the test files of a folder and not those below it, by name since its idea of a folder changed between
/// versions.
fn node_tests(node: &mut Command, folder: &Path) -> Result<()> {
    let mut files = site::files(folder)?;
    files.retain(|file| file.to_string_lossy().ends_with(".test.mjs") && file.components().count() == 1);
    if files.is_empty() {
        bail!("{} holds no file *.test.mjs", folder.display());
    }
    tested(node.current_dir(folder), files);
    Ok(())
}

/// Node's test runner over files, one after the other since they share machine, site and request log.
fn tested(node: &mut Command, files: Vec<PathBuf>) -> &mut Command {
    node.args(["--test", "--test-reporter=spec", "--test-concurrency=1"]).args(files)
}

/// Runs tests and reads their tally.
fn counted(command: &mut Command, dialect: Dialect) -> Result<Tally, Stop> {
    let (output, success) = command::watch(command)?;
    let tally = Tally::read(dialect, &output);
    match (tally, success) {
        (Some(tally), Ok(())) if tally.passed > 0 && tally.failed == 0 => Ok(tally),
        (_, Ok(())) => Err(anyhow!("it ended well, but its closing lines name no test that passed").into()),
        (Some(tally), Err(error)) if tally.failed > 0 => Err(Stop::Failed(tally, error)),
        (tally, Err(error)) => Err(Stop::Failed(tally.unwrap_or_default() + Tally::FAILED, error)),
    }
}
