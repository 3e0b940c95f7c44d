//! `cargo xtask test`: everything that is checked and tested, in parts (`parts.rs`), on past a part that fails.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::sync::{Mutex, OnceLock, PoisonError};

use anyhow::{Context, Result, anyhow, bail};

use crate::outcome::Stop;
use crate::parts::Kind::{Waits, Works};
use crate::parts::Parts;
use crate::project::Project;
use crate::serve::Server;
use crate::tally::{Dialect, Tally};
use crate::tools::Engine;
use crate::voice::say;
use crate::{command, dist, hosts, instructions, large, peak, published, serve, site, spark, tidy, tools, wasm};

/// The folder of the page's scenarios.
const SCENARIOS: &str = "tests/page";

/// The folder of the projects of others that the package is tried in.
const HOSTS: &str = "tests/hosts";

/// What has to be done before package and page can be tried.
const READY: &[&str] = &["golden file", "sizes within budget"];

/// Where Rust tests that need files from outside the project say what they left out, one `not run: NAME: WHY` a line.
const LEFT_OUT: &str = "target/not-run.txt";

/// Runs everything, or the parts that are wanted; the exit code says whether all passed and, where `CI=true`, whether all ran.
pub fn run(project: &Project, wanted: &[String]) -> Result<ExitCode> {
    let left_out = project.root.join(LEFT_OUT);
    if left_out.exists() {
        fs::remove_file(&left_out).with_context(|| format!("{} could not be removed", left_out.display()))?;
    }
    let (built, native, ground) = (OnceLock::new(), OnceLock::new(), Ground::default());
    let (built, native, ground) = (&built, &native, &ground);
    let mut parts = Parts::default();
    // First what others need: two builds that take long on one processor each.
    parts.check("wasm", Works, &[], || wasm::build(project).map(|()| built.get_or_init(|| ())).map(|_| ()));
    parts.check("golden file", Works, &[], || golden(project).map(|path| native.get_or_init(|| path)).map(|_| ()));
    parts.add("sizes within budget", Works, &["wasm"], || {
        needs(built)?;
        dist::gather(project, None, None).map(|()| Tally::PASSED).map_err(Stop::from)
    });
    check_sources(project, &mut parts);
    parts.add("Rust tests", Works, &[], || rust_tests(project));
    parts.add("documented examples", Works, &[], || {
        counted(project.cargo().args(["test", "--doc", "--package=namesieve"]), Dialect::Libtest)
    });
    parts.add("crate as published", Works, &[], || published::test(project));
    parts.add("big files within memory", Works, &["golden file"], || large::test(project));
    parts.add("instructions", Works, &["golden file"], || instructions::test(project));
    parts.add("example for Spark", Works, &["golden file"], || spark::test(project));
    parts.add("package in other people's projects", Waits, READY, || projects(project, ground, built));
    parts.add("page in Chromium", Waits, READY, || page(project, ground, built, native.get()));
    for engine in &tools::ENGINES {
        parts.add(engine.promise, Waits, READY, || promise(project, ground, engine, built, native.get()));
    }
    parts.add("package in Node", Waits, READY, || package(project, built, native.get()));
    parts.add("site on other servers", Waits, READY, || hosts::test(project));
    let outcomes = parts.only(wanted)?.run();
    let left_out = fs::read_to_string(left_out).unwrap_or_default();
    Ok(outcomes.close(left_out.lines()))
}

/// What looks at the sources and runs none of them.
fn check_sources<'a>(project: &'a Project, parts: &mut Parts<'a>) {
    let mut cargo = |name, arguments: &'static [&'static str]| {
        parts.check(name, Works, &[], move || {
            command::run(project.cargo().args(arguments).env("RUSTDOCFLAGS", "-Dwarnings"))
        });
    };
    cargo("rustfmt", &["fmt", "--all", "--check"]);
    cargo("clippy, native", &["clippy", "--workspace", "--all-targets", "--", "-Dwarnings"]);
    cargo("rustdoc", &["doc", "--no-deps", "--package=namesieve"]);
    parts.check("clippy, wasm", Works, &[], || {
        wasm::add_target()?;
        let target = format!("--target={}", wasm::TARGET);
        for module in wasm::MODULES {
            let features = format!("--features={}", module.features);
            let lints = ["clippy", "--package=namesieve", "--lib", &target, &features, "--", "-Dwarnings"];
            command::run(project.cargo().args(lints))?;
        }
        Ok(())
    });
    parts.check("tidy", Works, &[], || {
        let findings = tidy::check(project)?;
        findings.iter().for_each(|finding| say!("{finding}"));
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
    let program = peak::program(project)?;
    let screen = |names: &str| {
        let mut command = Command::new(&program);
        command.current_dir(&project.root).args(["screen", "--names"]).arg(project.root.join(names));
        command
    };
    let answers = command::read(screen("tests/golden/queries.txt").arg("--json"))?;
    let path = project.target.join("golden/native.jsonl");
    path.parent()
        .map_or(Ok(()), fs::create_dir_all)
        .and_then(|()| fs::write(&path, answers))
        .with_context(|| format!("{} could not be written", path.display()))?;
    // The results of a table and its record, beside the answers.
    for out in ["partners.csv", "partners.xlsx"] {
        command::run(
            screen("tests/fixtures/tables/partners.csv")
                .arg("--out")
                .arg(path.with_file_name(out))
                .arg("--record")
                .arg(path.with_file_name("partners.json")),
        )?;
    }
    let mut scan = Command::new(&program);
    scan.current_dir(&project.root).args(["scan", "--json"]).args(SCANNED);
    let path_of_scanned = path.with_file_name("scanned.jsonl");
    fs::write(&path_of_scanned, command::read(&mut scan)?)
        .with_context(|| format!("{} could not be written", path_of_scanned.display()))?;
    Ok(path)
}

/// Documents of several kinds, in which the package has to find what the command line does; tests/package/documents.test.mjs has the same.
const SCANNED: [&str; 4] = [
    "tests/fixtures/documents/memo.docx",
    "tests/fixtures/documents/release.pdf",
    "tests/fixtures/documents/message.eml",
    "tests/fixtures/documents/page.htm",
];

/// The npm package under Node.
fn package(project: &Project, built: &OnceLock<()>, golden: Option<&PathBuf>) -> Result<Tally, Stop> {
    needs(built)?;
    let node = tools::node(&project.target).map_err(Stop::NotRun)?;
    let mut node = Command::new(node);
    node_tests(&mut node, &project.root.join("tests/package"))?;
    node.envs(golden.map(|path| ("NAMESIEVE_GOLDEN", path)));
    counted(&mut node, Dialect::Node)
}

/// The package as others meet it: packed, installed into fresh projects, built by their tools, and tried in a browser.
fn projects(project: &Project, ground: &Ground, built: &OnceLock<()>) -> Result<Tally, Stop> {
    needs(built)?;
    let (mut node, _server) = in_projects(project, ground)?;
    node_tests(&mut node, &project.root.join(HOSTS))?;
    counted(&mut node, Dialect::Node)
}

/// Node with all that it needs to try the package in the projects of others.
fn in_projects(project: &Project, ground: &Ground) -> Result<(Command, Server), Stop> {
    let [chromium, driver] = tools::find([&tools::CHROMIUM, &tools::CHROMEDRIVER]).map_err(Stop::NotRun)?;
    let (mut node, server) = ground.site(project, "other people's projects")?;
    node.env("CHROMIUM", chromium).env("CHROMEDRIVER", driver);
    let [npm] = tools::find([&tools::NPM]).map_err(Stop::NotRun)?;
    tools::packages(&npm, &project.root.join(HOSTS))?;
    node.env("NPM", npm).env("NAMESIEVE_PACKAGE", dist::copy_package(project)?);
    Ok((node, server))
}

/// The page in a real browser.
fn page(project: &Project, ground: &Ground, built: &OnceLock<()>, golden: Option<&PathBuf>) -> Result<Tally, Stop> {
    needs(built)?;
    let (mut node, _server) = in_chromium(project, ground)?;
    node_tests(&mut node, &project.root.join(SCENARIOS))?;
    node.env("NAMESIEVE_PROGRAM", peak::program(project)?).envs(golden.map(|path| ("NAMESIEVE_GOLDEN", path)));
    counted(&mut node, Dialect::Node)
}

/// What the page promises in every browser, in one of them: its answers, and that nothing gets out.
fn promise(
    project: &Project,
    ground: &Ground,
    engine: &Engine,
    built: &OnceLock<()>,
    golden: Option<&PathBuf>,
) -> Result<Tally, Stop> {
    needs(built)?;
    let programs = engine.find(&project.target).map_err(Stop::NotRun)?;
    let (mut node, _server) = ground.site(project, engine.promise)?;
    node_tests(&mut node, &project.root.join(SCENARIOS).join("engines"))?;
    node.envs(golden.map(|path| ("NAMESIEVE_GOLDEN", path)));
    counted(node.env("NAMESIEVE_ENGINE", engine.name).envs(programs), Dialect::Node)
}

/// What all scenarios share, laid once: the packages of the page tests, and the site as it is served and as it is published.
#[derive(Default)]
struct Ground(Mutex<Option<PathBuf>>);

impl Ground {
    /// The folder of the site, once all is there; where that failed it is tried again.
    fn laid(&self, project: &Project) -> Result<PathBuf, Stop> {
        let mut laid = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(site) = laid.as_ref() {
            return Ok(site.clone());
        }
        let [npm] = tools::find([&tools::NPM]).map_err(Stop::NotRun)?;
        tools::packages(&npm, &project.root.join(SCENARIOS))?;
        let site = site::assemble(project)?;
        dist::publish(project, &published(project), None, None)?;
        Ok(laid.insert(site).clone())
    }

    /// Node in the folder of the scenarios, while the site is served for as long as the server is kept; every request it gets is
    /// recorded, in a log for each part of the tests.
    fn site(&self, project: &Project, part: &str) -> Result<(Command, Server), Stop> {
        let node = tools::node(&project.target).map_err(Stop::NotRun)?;
        let site = self.laid(project)?;
        let log = project.target.join(format!("requests of {part}.log"));
        let server = serve::start(serve::listen(0)?, &site, Some(&log))?;
        let mut node = Command::new(node);
        node.current_dir(project.root.join(SCENARIOS))
            .env("NAMESIEVE_SITE", server.address())
            .env("NAMESIEVE_REQUEST_LOG", &log)
            .env("NAMESIEVE_FILE", project.target.join("dist/namesieve.html"))
            .env("NAMESIEVE_PUBLISHED", published(project))
            .env("NAMESIEVE_XTASK", env::current_exe().context("the path of this program is not known")?);
        Ok((node, server))
    }
}

/// The site as it is published, for the scenarios.
fn published(project: &Project) -> PathBuf {
    project.target.join("published")
}

/// The same with all that it needs to start Chromium.
fn in_chromium(project: &Project, ground: &Ground) -> Result<(Command, Server), Stop> {
    let [chromium, driver] = tools::find([&tools::CHROMIUM, &tools::CHROMEDRIVER]).map_err(Stop::NotRun)?;
    let (mut node, server) = ground.site(project, "the page in Chromium")?;
    node.env("CHROMIUM", chromium).env("CHROMEDRIVER", driver);
    Ok((node, server))
}

/// The soak of a tab, for `cargo xtask prove`; gives what it printed.
pub fn soak(project: &Project, queries: u64, reloads: u64) -> Result<String, Stop> {
    wasm::build(project)?;
    let (mut node, _server) = in_chromium(project, &Ground::default())?;
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
    let ground = Ground::default();
    let (mut node, _server) = in_projects(project, &ground)?;
    node.current_dir(project.root.join(HOSTS));
    tally = tally + counted(tested(&mut node, below("tests/hosts/")), Dialect::Node)?;
    let (mut node, _server) = in_chromium(project, &ground)?;
    Ok(tally + counted(tested(&mut node, below("tests/page/")), Dialect::Node)?)
}

fn needs(built: &OnceLock<()>) -> Result<(), Stop> {
    match built.get() {
        Some(()) => Ok(()),
        None => Err(Stop::NotRun(anyhow!("it needs the wasm, which could not be built"))),
    }
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
