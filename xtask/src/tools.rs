//! The programs that the tests need and the project does not build: finding them, and on Debian as root installing them.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, PoisonError};

use anyhow::{Context, Result, bail};

use crate::command;
use crate::voice::say;

/// A program that a part of the tests needs.
pub struct Tool {
    name: &'static str,
    /// The environment variable that names it outright.
    variable: &'static str,
    /// Its names on the PATH.
    programs: &'static [&'static str],
    /// Where it lies when it is not on the PATH.
    places: &'static [&'static str],
    /// The Debian package that holds it.
    debian: &'static str,
    /// What to do on other systems.
    elsewhere: &'static str,
}

/// The oldest Node that has all the package needs; pkg/package.json says the same under `engines`.
const OLDEST_NODE: u32 = 20;

pub const NODE: Tool = Tool {
    name: "Node",
    variable: "NODE",
    programs: &["node", "nodejs"],
    places: &["/usr/local/bin/node", "/opt/homebrew/bin/node", r"C:\Program Files\nodejs\node.exe"],
    debian: "nodejs",
    elsewhere: "install Node 20 or newer from nodejs.org",
};

pub const NPM: Tool = Tool {
    name: "npm",
    variable: "NPM",
    programs: &["npm"],
    places: &["/usr/local/bin/npm", "/opt/homebrew/bin/npm", r"C:\Program Files\nodejs\npm.cmd"],
    debian: "npm",
    elsewhere: "it comes with Node from nodejs.org",
};

pub const CHROMIUM: Tool = Tool {
    name: "Chromium",
    variable: "CHROMIUM",
    programs: &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"],
    places: &[
        "/usr/lib/chromium/chromium",
        "/snap/bin/chromium",
        "/opt/google/chrome/chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    ],
    debian: "chromium",
    elsewhere: "install Chromium or Chrome",
};

pub const CHROMEDRIVER: Tool = Tool {
    name: "the driver of Chromium",
    variable: "CHROMEDRIVER",
    programs: &["chromedriver", "chromium.chromedriver"],
    places: &[
        "/usr/lib/chromium/chromedriver",
        "/usr/lib/chromium-browser/chromedriver",
        "/snap/bin/chromium.chromedriver",
    ],
    debian: "chromium-driver",
    elsewhere: "install the ChromeDriver of the same version as the browser",
};

pub const FIREFOX: Tool = Tool {
    name: "Firefox",
    variable: "FIREFOX",
    programs: &["firefox-esr", "firefox"],
    places: &[
        "/usr/lib/firefox-esr/firefox-esr",
        "/Applications/Firefox.app/Contents/MacOS/firefox",
        r"C:\Program Files\Mozilla Firefox\firefox.exe",
    ],
    debian: "firefox-esr",
    elsewhere: "install Firefox",
};

const GECKODRIVER: Tool = Tool {
    name: "the driver of Firefox",
    variable: "GECKODRIVER",
    programs: &["geckodriver"],
    places: &["/snap/bin/geckodriver", "/opt/homebrew/bin/geckodriver"],
    debian: "",
    elsewhere: "install geckodriver",
};

/// Debian has no package of Firefox's driver, so that cargo brings this version of it.
const GECKODRIVER_VERSION: &str = "0.37.1";

pub const MINIBROWSER: Tool = Tool {
    name: "WebKitGTK's own browser",
    variable: "MINIBROWSER",
    programs: &[],
    places: &[
        "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
        "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
        "/usr/libexec/webkit2gtk-4.1/MiniBrowser",
    ],
    debian: "libwebkit2gtk-4.1-0",
    elsewhere: "install WebKitGTK with its MiniBrowser, which exists for Linux only",
};

pub const WEBKITDRIVER: Tool = Tool {
    name: "the driver of WebKitGTK",
    variable: "WEBKITDRIVER",
    programs: &["WebKitWebDriver"],
    places: &[],
    debian: "webkit2gtk-driver",
    elsewhere: "install WebKitWebDriver, which exists for Linux only",
};

pub const XVFB: Tool = Tool {
    name: "a display that nobody sees",
    variable: "XVFB",
    programs: &["Xvfb"],
    places: &[],
    debian: "xvfb",
    elsewhere: "install Xvfb",
};

/// A browser engine, with the tools that its tests need.
pub struct Engine {
    pub name: &'static str,
    /// What the part of the tests is called that holds the page to its promise in it.
    pub promise: &'static str,
    tools: &'static [&'static Tool],
}

pub const ENGINES: [Engine; 3] = [
    Engine { name: "Chromium", promise: "promise in Chromium", tools: &[&CHROMIUM, &CHROMEDRIVER] },
    Engine { name: "Firefox", promise: "promise in Firefox", tools: &[&FIREFOX] },
    Engine { name: "WebKit", promise: "promise in WebKit", tools: &[&MINIBROWSER, &WEBKITDRIVER, &XVFB] },
];

impl Engine {
    /// Its programs, each under the variable by which the tests are told of it.
    pub fn find(&self, target: &Path) -> Result<Vec<(&'static str, PathBuf)>> {
        let mut programs: Vec<_> = self.tools.iter().map(|tool| tool.variable).zip(paths(self.tools)?).collect();
        if self.name == "Firefox" {
            programs.push((GECKODRIVER.variable, geckodriver(target)?));
        }
        Ok(programs)
    }
}

/// Firefox's driver. Where there is none, cargo builds one into `target`.
fn geckodriver(target: &Path) -> Result<PathBuf> {
    let tools = target.join("tools");
    let built = tools.join(format!("bin/geckodriver{}", env::consts::EXE_SUFFIX));
    if let Some(found) = GECKODRIVER.find()?.or_else(|| built.is_file().then(|| built.clone())) {
        return Ok(found);
    }
    say!("building geckodriver {GECKODRIVER_VERSION} into {}", tools.display());
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(["install", "geckodriver", "--locked", "--quiet", "--version", GECKODRIVER_VERSION, "--root"]);
    command::run(cargo.arg(&tools)).with_context(|| {
        format!(
            "{} was not found, and cargo could not bring it: {}, or name the program in the variable {}",
            GECKODRIVER.name, GECKODRIVER.elsewhere, GECKODRIVER.variable
        )
    })?;
    Ok(built)
}

pub const PYTHON: Tool = Tool {
    name: "Python",
    variable: "PYTHON",
    programs: &["python3", "python"],
    places: &["/usr/local/bin/python3", "/opt/homebrew/bin/python3"],
    debian: "python3-venv",
    elsewhere: "install Python 3.9 or newer from python.org",
};

pub const JAVA: Tool = Tool {
    name: "Java",
    variable: "JAVA",
    programs: &["java"],
    places: &["/usr/lib/jvm/java-17-openjdk-amd64/bin/java", "/opt/homebrew/opt/openjdk@17/bin/java"],
    debian: "openjdk-17-jre-headless",
    elsewhere: "install Java 17",
};

pub const NGINX: Tool = Tool {
    name: "nginx",
    variable: "NGINX",
    programs: &["nginx"],
    places: &["/usr/sbin/nginx"],
    debian: "nginx-light",
    elsewhere: "install nginx",
};

pub const APACHE: Tool = Tool {
    name: "Apache",
    variable: "APACHE",
    programs: &["apache2"],
    places: &["/usr/sbin/apache2"],
    debian: "apache2",
    elsewhere: "name a program that finds its modules where Debian puts them",
};

pub const CADDY: Tool = Tool {
    name: "Caddy",
    variable: "CADDY",
    programs: &["caddy"],
    places: &["/usr/bin/caddy"],
    debian: "caddy",
    elsewhere: "install Caddy",
};

pub const VALGRIND: Tool = Tool {
    name: "valgrind",
    variable: "VALGRIND",
    programs: &["valgrind"],
    places: &[],
    debian: "valgrind",
    elsewhere: "install valgrind, which exists for Linux above all",
};

/// The path of each tool; those that are missing are installed where that is possible, otherwise the error says how to get them.
pub fn find<const N: usize>(tools: [&Tool; N]) -> Result<[PathBuf; N]> {
    let found = paths(&tools)?;
    Ok(std::array::from_fn(|at| found[at].clone()))
}

/// One part of the tests at a time may install something.
static INSTALLING: Mutex<()> = Mutex::new(());

/// The same for any number of them.
fn paths(tools: &[&Tool]) -> Result<Vec<PathBuf>> {
    let _alone = INSTALLING.lock().unwrap_or_else(PoisonError::into_inner);
    let mut missing = Vec::new();
    for &tool in tools {
        if tool.find()?.is_none() {
            missing.push(tool);
        }
    }
    if !missing.is_empty() {
        install(&missing)?;
    }
    tools.iter().map(|tool| tool.find()?.with_context(|| tool.advice())).collect()
}

/// Node, at least as new as the package needs. Where the system's own is older, as on Debian 12, npm brings one into `target`.
pub fn node(target: &Path) -> Result<PathBuf> {
    let [node] = find([&NODE])?;
    let version = version(&node)?;
    if is_new_enough(&version) {
        return Ok(node);
    }
    let old = format!("Node {version} was found, but the package needs {OLDEST_NODE} or newer");
    node_from_npm(target).with_context(|| {
        format!("{old}, and npm could not bring one: install it from nodejs.org, or name it in the variable NODE")
    })
}

/// The packages of the npm registry that hold the program `node` and nothing else.
fn node_from_npm(target: &Path) -> Result<PathBuf> {
    let machine = match (env::consts::OS, env::consts::ARCH) {
        ("linux", "x86_64") => "linux-x64",
        ("linux", "aarch64") => "linux-arm64",
        (system, machine) => bail!("there is none for {system} on {machine}"),
    };
    let package = format!("node-{machine}");
    let tools = target.join("tools");
    let node = tools.join("node_modules").join(&package).join("bin/node");
    if !node.is_file() {
        let [npm] = find([&NPM])?;
        let _alone = INSTALLING.lock().unwrap_or_else(PoisonError::into_inner);
        say!("installing Node {OLDEST_NODE} into {}", tools.display());
        let mut npm = Command::new(npm);
        npm.args(["install", "--no-save", "--no-audit", "--no-fund", "--prefix"]).arg(&tools);
        command::run(npm.arg(format!("{package}@{OLDEST_NODE}")))?;
    }
    let version = version(&node)?;
    if is_new_enough(&version) { Ok(node) } else { bail!("it is {version}") }
}

/// Has npm install into a folder what its lock file names, and nothing else.
pub fn packages(npm: &Path, folder: &Path) -> Result<()> {
    let mut npm = Command::new(npm);
    npm.args(["ci", "--no-audit", "--no-fund", "--prefer-offline"]).current_dir(folder);
    command::run(&mut npm).with_context(|| format!("the packages of {} could not be installed", folder.display()))
}

fn version(node: &Path) -> Result<String> {
    Ok(command::read(Command::new(node).arg("--version"))?.trim().to_owned())
}

fn is_new_enough(version: &str) -> bool {
    let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    major.is_some_and(|major| major >= OLDEST_NODE)
}

impl Tool {
    /// By its variable, else on the PATH, else in the usual places; a variable that names no file is an error.
    fn find(&self) -> Result<Option<PathBuf>> {
        if let Some(named) = env::var_os(self.variable).filter(|named| !named.is_empty()) {
            let named = PathBuf::from(named);
            if !named.is_file() {
                bail!(
                    "the variable {} names {}, which is not a file: correct or unset it",
                    self.variable,
                    named.display()
                );
            }
            return Ok(Some(named));
        }
        let path = env::var_os("PATH").unwrap_or_default();
        let on_path = env::split_paths(&path).flat_map(|folder| {
            self.programs.iter().map(move |program| folder.join(format!("{program}{}", env::consts::EXE_SUFFIX)))
        });
        let usual = self.places.iter().map(PathBuf::from);
        Ok(on_path.chain(usual).find(|candidate| candidate.is_file()))
    }

    fn advice(&self) -> String {
        format!(
            "{} was not found on the PATH or in the usual places: on Debian install the package `{}`, elsewhere {}, or name the program in the variable {}",
            self.name, self.debian, self.elsewhere, self.variable
        )
    }
}

/// Installs by apt-get on Debian as root; anywhere else the error is the advice for each tool.
fn install(missing: &[&Tool]) -> Result<()> {
    if !(is_debian() && is_root()) {
        bail!("{}", missing.iter().map(|tool| tool.advice()).collect::<Vec<_>>().join("; "));
    }
    let packages = missing.iter().map(|tool| tool.debian);
    say!("installing {}", packages.clone().collect::<Vec<_>>().join(", "));
    let mut apt = Command::new("apt-get");
    apt.env("DEBIAN_FRONTEND", "noninteractive");
    command::run(apt.args(["update", "--quiet"]))?;
    let mut apt = Command::new("apt-get");
    apt.env("DEBIAN_FRONTEND", "noninteractive");
    command::run(apt.args(["install", "--quiet", "--yes", "--no-install-recommends"]).args(packages))
}

/// Debian itself: a derivative may ship a browser of another name, or one that cannot be driven.
fn is_debian() -> bool {
    let release = fs::read_to_string(Path::new("/etc/os-release")).unwrap_or_default();
    release.lines().any(|line| line == "ID=debian")
}

fn is_root() -> bool {
    command::read(Command::new("id").arg("-u")).is_ok_and(|user| user.trim() == "0")
}
