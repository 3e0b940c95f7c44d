//! Ready-made configurations of the servers that people have (nginx, Apache, Caddy, IIS), out of the one place that knows the
//! headers, and the test that these servers then send what the local server sends.

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, anyhow, bail};

use crate::headers;
use crate::outcome::Stop;
use crate::project::Project;
use crate::tally::Tally;
use crate::tools::{self, Tool};
use crate::voice::say;
use crate::{serve, site};

/// Where the site lies on the server, and its address, until the administrator writes their own.
const ROOT: &str = "/srv/namesieve";
const ADDRESS: &str = "namesieve.example.org";

/// The media types of this site that some servers do not know; IIS sends no file of a type it does not know.
const TYPES: [(&str, &str); 3] =
    [("wasm", "application/wasm"), ("pack", "application/octet-stream"), ("minisig", "text/plain")];

/// What an administrator has to know before all else, on top of every file.
const PREFACE: [&str; 3] = [
    "Namesieve on your own server. Put your folder and address in, and serve it over HTTPS: over plain HTTP anybody on the way can",
    "change the page, and browsers give it neither digests nor a place for use offline. Send the files as they are, unchanged, leave no",
    "header out, and add no other Content-Security-Policy.",
];

/// Writes one file for each server into a folder.
pub fn write(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).with_context(|| format!("{} could not be made", folder.display()))?;
    for (file, text) in
        [("nginx.conf", nginx()), ("apache.htaccess", apache()), ("Caddyfile", caddy()), ("iis.web.config", iis())]
    {
        fs::write(folder.join(file), text).with_context(|| format!("the file {file} could not be written"))?;
    }
    Ok(())
}

fn preface() -> String {
    PREFACE.iter().map(|line| format!("# {line}\n")).collect()
}

/// The headers that every response carries, each as a line of the server's own language.
fn every(line: impl Fn(&str, &str) -> String) -> String {
    headers::EVERY.iter().map(|(name, value)| line(name, value)).collect()
}

/// A path as a regular expression that means it alone.
fn literal(path: &str) -> String {
    path.replace('.', "\\.")
}

/// A site of nginx, to be put into `conf.d`. A regular expression tells the policies apart, so that a subfolder works too.
fn nginx() -> String {
    let types: String = TYPES.iter().map(|(kind, media)| format!("        {media} {kind};\n")).collect();
    let headers = every(|name, value| format!("    add_header {name} \"{value}\" always;\n"));
    let scripts: String =
        headers::SCRIPTS.iter().map(|(path, policy)| format!("    \"~{}$\" \"{policy}\";\n", literal(path))).collect();
    format!(
        "{}map $uri $namesieve_policy {{\n    default \"{}\";\n{scripts}}}\n\n\
         server {{\n    listen 80;\n    server_name {ADDRESS};\n    root {ROOT};\n    include mime.types;\n    types {{\n{types}    }}\n\
         \x20   add_header content-security-policy $namesieve_policy always;\n{headers}}}\n",
        preface(),
        headers::DOCUMENT,
    )
}

/// The file `.htaccess` of Apache, to be put into the folder of the site; the same lines may stand in its `<Directory>`.
fn apache() -> String {
    let types: String = TYPES.iter().map(|(kind, media)| format!("AddType {media} .{kind}\n")).collect();
    let headers = every(|name, value| format!("Header always set {name} \"{value}\"\n"));
    let scripts = headers::SCRIPTS.map(|(path, policy)| {
        let file = path.trim_start_matches('/');
        format!("<Files \"{file}\">\n    Header always set content-security-policy \"{policy}\"\n</Files>\n")
    });
    let scripts = scripts.concat();
    format!(
        "{}# It needs the module headers (a2enmod headers) and AllowOverride FileInfo.\n{types}{headers}\
         Header always set content-security-policy \"{}\"\n{scripts}",
        preface(),
        headers::DOCUMENT,
    )
}

/// A site of Caddy, which looks after HTTPS by itself.
fn caddy() -> String {
    let headers = every(|name, value| format!("        {name} \"{value}\"\n"));
    let scripts = headers::SCRIPTS.iter().enumerate().map(|(at, (path, policy))| {
        format!("    @script{at} path *{path}\n    header @script{at} content-security-policy \"{policy}\"\n")
    });
    let scripts: String = scripts.collect();
    let paths = headers::SCRIPTS.map(|(path, _)| format!("*{path}")).join(" ");
    format!(
        "{}{ADDRESS} {{\n    root * {ROOT}\n    file_server\n    header {{\n{headers}    }}\n{scripts}\
         \x20   @others not path {paths}\n    header @others content-security-policy \"{}\"\n}}\n",
        preface(),
        headers::DOCUMENT,
    )
}

/// The file `web.config` of IIS, to be put into the folder of the site.
fn iis() -> String {
    let xml = |text: &str| text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
    let add = |name: &str, value: &str| format!("        <add name=\"{name}\" value=\"{}\" />\n", xml(value));
    // `SHA256SUMS` has no ending at all.
    let types = TYPES.iter().chain(&[("", "text/plain")]).map(|(kind, media)| {
        format!("      <remove fileExtension=\".{kind}\" />\n      <mimeMap fileExtension=\".{kind}\" mimeType=\"{media}\" />\n")
    });
    let scripts = headers::SCRIPTS.map(|(path, policy)| {
        format!(
            "  <location path=\"{}\">\n    <system.webServer>\n      <httpProtocol>\n      <customHeaders>\n\
             \x20       <remove name=\"content-security-policy\" />\n{}      </customHeaders>\n      </httpProtocol>\n\
             \x20   </system.webServer>\n  </location>\n",
            path.trim_start_matches('/'),
            add("content-security-policy", policy)
        )
    });
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!-- {} -->\n<configuration>\n  <system.webServer>\n    <staticContent>\n{}    </staticContent>\n\
         \x20   <httpProtocol>\n      <customHeaders>\n{}{}      </customHeaders>\n    </httpProtocol>\n  </system.webServer>\n{}</configuration>\n",
        PREFACE.join(" "),
        types.collect::<String>(),
        every(add),
        add("content-security-policy", headers::DOCUMENT),
        scripts.concat(),
    )
}

/// One server that can be tried here.
struct Host {
    name: &'static str,
    tool: &'static Tool,
    /// Writes its configuration for a site and a port into a folder, and says how it is started in the foreground.
    prepare: fn(program: &Path, folder: &Path, site: &Path, port: u16) -> Result<Command>,
}

const HOSTS: [Host; 3] = [
    Host { name: "nginx", tool: &tools::NGINX, prepare: with_nginx },
    Host { name: "Apache", tool: &tools::APACHE, prepare: with_apache },
    Host { name: "Caddy", tool: &tools::CADDY, prepare: with_caddy },
];

/// Puts folder and address into a configuration; a text that does not hold the one or the other would test nothing.
fn placed(text: &str, changes: &[(&str, &str)]) -> Result<String> {
    changes.iter().try_fold(text.to_owned(), |text, (from, to)| {
        if text.contains(from) { Ok(text.replace(from, to)) } else { bail!("the configuration does not hold {from}") }
    })
}

fn with_nginx(program: &Path, folder: &Path, site: &Path, port: u16) -> Result<Command> {
    let listen = format!("listen 127.0.0.1:{port};");
    let server = placed(
        &nginx(),
        &[(ROOT, &site.to_string_lossy()), ("listen 80;", &listen), ("mime.types", "/etc/nginx/mime.types")],
    )?;
    let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|kind| format!("{kind}_temp_path {};\n", folder.join(kind).display()))
        .concat();
    let whole = format!(
        "daemon off;\npid {0}/pid;\nerror_log {0}/error.log;\nevents {{}}\nhttp {{\naccess_log off;\n{temporary}{server}}}\n",
        folder.display()
    );
    fs::write(folder.join("nginx.conf"), whole)?;
    let mut command = Command::new(program);
    command.arg("-e").arg(folder.join("error.log")).arg("-c").arg(folder.join("nginx.conf"));
    Ok(command)
}

fn with_apache(program: &Path, folder: &Path, site: &Path, port: u16) -> Result<Command> {
    const MODULES: [&str; 5] = ["mpm_event", "authz_core", "mime", "dir", "headers"];
    let modules = MODULES.map(|name| format!("LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n"));
    // As an administrator would: the file into the folder, and the folder allowed to have one.
    fs::write(site.join(".htaccess"), apache())?;
    let whole = format!(
        "{modules}ServerName localhost\nListen 127.0.0.1:{port}\nPidFile {folder}/pid\nErrorLog {folder}/error.log\n\
         DefaultRuntimeDir {folder}\nTypesConfig /etc/mime.types\nUser www-data\nGroup www-data\nDocumentRoot {site}\n\
         <Directory {site}>\n    AllowOverride FileInfo\n    Require all granted\n    DirectoryIndex index.html\n</Directory>\n",
        modules = modules.concat(),
        folder = folder.display(),
        site = site.display()
    );
    fs::write(folder.join("apache.conf"), whole)?;
    let mut command = Command::new(program);
    command.arg("-DFOREGROUND").arg("-f").arg(folder.join("apache.conf"));
    Ok(command)
}

fn with_caddy(program: &Path, folder: &Path, site: &Path, port: u16) -> Result<Command> {
    let address = format!("http://127.0.0.1:{port}");
    let text = placed(&caddy(), &[(ROOT, &site.to_string_lossy()), (ADDRESS, &address)])?;
    fs::write(folder.join("Caddyfile"), format!("{{\n    admin off\n}}\n{text}"))?;
    let mut command = Command::new(program);
    command.args(["run", "--adapter", "caddyfile", "--config"]).arg(folder.join("Caddyfile"));
    command.env("XDG_DATA_HOME", folder).env("XDG_CONFIG_HOME", folder).env("HOME", folder);
    Ok(command)
}

/// A server that is stopped with the value.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // One that has ended already needs no ending.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Serves the site by each server with its configuration and compares all headers with those of the local server.
pub fn test(project: &Project) -> Result<Tally, Stop> {
    let programs = tools::find(HOSTS.map(|host| host.tool)).map_err(Stop::NotRun)?;
    let built = project.target.join("dist/site");
    if !built.is_dir() {
        return Err(Stop::NotRun(anyhow!("it needs the published site, which could not be assembled")));
    }
    // Servers that are started by root give their rights away and must still be able to read it.
    let here = std::env::temp_dir().join(format!("namesieve-hosts-{}", std::process::id()));
    let mut tally = Tally::default();
    let mut faults = Vec::new();
    for (host, program) in HOSTS.iter().zip(programs) {
        let found = compare(host, &program, &built, &here.join(host.name))?;
        say!("{}: {}", host.name, if found.is_empty() { "sends every header" } else { "differs" });
        found.iter().for_each(|fault| say!("{fault}"));
        if found.is_empty() {
            tally.passed += 1
        } else {
            tally.failed += 1
        }
        faults.extend(found);
    }
    let _ = fs::remove_dir_all(&here); // below the system's own folder for such files; what stays does no harm
    if faults.is_empty() { Ok(tally) } else { Err(Stop::Failed(tally, anyhow!("{} responses differ", faults.len()))) }
}

/// What a server answers otherwise than the local server, a sentence each.
fn compare(host: &Host, program: &Path, built: &Path, folder: &Path) -> Result<Vec<String>> {
    let place = folder.join("site");
    let files = site::files(built)?;
    for file in &files {
        site::copy(&built.join(file), &place.join(file))?;
    }
    // Found free a moment ago, and taken by nobody else in that moment.
    let port = serve::listen(0)?.local_addr()?.port();
    let mut command = (host.prepare)(program, folder, &place, port)?;
    let log = fs::File::create(folder.join("log.txt"))?;
    let _running = Running(
        command
            .stdout(Stdio::null())
            .stderr(log)
            .spawn()
            .with_context(|| format!("{} could not be started", host.name))?,
    );
    let address = format!("http://127.0.0.1:{port}");
    wait(&address).with_context(|| {
        let told = fs::read_to_string(folder.join("log.txt")).unwrap_or_default();
        format!("{} did not answer: {told}", host.name)
    })?;
    let paths = [String::from("/")].into_iter().chain(files.iter().map(|file| format!("/{}", slashed(file))));
    let mut faults = Vec::new();
    for path in paths {
        let response =
            ureq::get(format!("{address}{path}")).call().with_context(|| format!("{}: {path}", host.name))?;
        for (name, value) in wanted(&path) {
            let sent: Vec<_> =
                response.headers().get_all(name).iter().map(|value| value.to_str().unwrap_or("")).collect();
            if sent != [value] {
                faults.push(format!("{}: {path} has {name}: {sent:?} in place of {value}", host.name));
            }
        }
        let kind = response.headers().get("content-type").map(|value| value.to_str().unwrap_or("")).unwrap_or("none");
        if !media(&path).iter().any(|media| kind.starts_with(media)) {
            faults.push(format!("{}: {path} is sent as {kind}", host.name));
        }
    }
    Ok(faults)
}

/// The headers a path has to have. A policy matters to documents and workers alone; what they import is bound by theirs.
fn wanted(path: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let matters = path == "/" || path.ends_with(".html") || headers::SCRIPTS.iter().any(|(script, _)| *script == path);
    headers::of(path).filter(move |(name, _)| matters || *name != "content-security-policy")
}

/// The media types that do for a path; any for what the page only fetches.
fn media(path: &str) -> &'static [&'static str] {
    let kind = Path::new(path).extension().map_or("", |kind| kind.to_str().unwrap_or(""));
    match kind {
        "" if path == "/" => &["text/html"],
        "html" => &["text/html"],
        "js" => &["text/javascript", "application/javascript"],
        "css" => &["text/css"],
        "wasm" => &["application/wasm"],
        _ => &[""],
    }
}

fn slashed(file: &Path) -> String {
    file.to_string_lossy().replace('\\', "/")
}

/// Until a server answers; on a busy machine one takes some seconds to start.
fn wait(address: &str) -> Result<()> {
    const TRIES: u32 = 100;
    for _ in 0..TRIES {
        if ureq::get(address).call().is_ok() {
            return Ok(());
        }
        thread::sleep(Duration::from_millis(100));
    }
    bail!("{TRIES} tries in ten seconds")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use quick_xml::events::Event;
    use quick_xml::{Reader, XmlVersion};

    use super::*;

    /// The headers in the configuration of IIS, which cannot be run here, by the place they are for.
    fn read_iis() -> BTreeMap<String, BTreeMap<String, String>> {
        let text = iis();
        let mut reader = Reader::from_str(&text);
        let (mut place, mut read) = (String::new(), BTreeMap::<_, BTreeMap<_, _>>::new());
        loop {
            let event = reader.read_event().unwrap();
            let (Event::Start(tag) | Event::Empty(tag)) = event else {
                match event {
                    Event::End(tag) if tag.name().as_ref() == "location" => place.clear(),
                    Event::Eof => return read,
                    _ => {}
                }
                continue;
            };
            let value = |name: &str| {
                tag.try_get_attribute(name)
                    .unwrap()
                    .unwrap()
                    .normalized_value(XmlVersion::Explicit1_0)
                    .unwrap()
                    .into_owned()
            };
            match tag.name().as_ref() {
                "location" => place = value("path"),
                "add" => {
                    assert_eq!(read.entry(place.clone()).or_default().insert(value("name"), value("value")), None)
                }
                _ => {}
            }
        }
    }

    #[test]
    fn iis_is_told_the_same_headers() {
        let read = read_iis();
        for path in ["", "worker.js", "reader.js", "sw.js"] {
            let mut given = read[""].clone();
            given.extend(read[path].clone());
            let path = format!("/{path}");
            let served = headers::of(&path).map(|(name, value)| (name.to_owned(), value.to_owned()));
            assert_eq!(given, served.collect(), "{path}");
        }
    }

    #[test]
    fn a_configuration_without_the_place_to_fill_in_is_refused() {
        assert_eq!(placed("root here;", &[("here", "there")]).unwrap(), "root there;");
        assert!(placed("root here;", &[("nowhere", "there")]).is_err());
    }
}
