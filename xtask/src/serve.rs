//! The local server: the assembled site on 127.0.0.1, with the production response headers.

use std::fs::File;
use std::io::{ErrorKind, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::Path;
use std::sync::{Arc, Mutex};

use anyhow::{Context, Result, anyhow};
use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::{self, Next};
use axum::response::Response;
use tokio::runtime::{Builder, Runtime};
use tower_http::services::ServeDir;

use crate::headers;

/// A server that runs until it is dropped.
pub struct Server {
    address: SocketAddr,
    runtime: Runtime,
}

/// Where requests are recorded, one line `METHOD TARGET` each.
type Log = Option<Arc<Mutex<File>>>;

/// Opens `port` of 127.0.0.1, 0 for any free one.
pub fn listen(port: u16) -> Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| match error.kind() {
        ErrorKind::AddrInUse => {
            anyhow!("port {port} is in use by another program: end that program, or choose another port with --port")
        }
        ErrorKind::PermissionDenied => {
            anyhow!("port {port} may not be used by this account: choose one above 1023 with --port")
        }
        _ => anyhow!(error).context(format!("port {port} of 127.0.0.1 could not be opened")),
    })
}

/// Serves the folder `site`; with `log`, every request is recorded in that file.
pub fn start(listener: TcpListener, site: &Path, log: Option<&Path>) -> Result<Server> {
    let log: Log = match log {
        None => None,
        Some(path) => {
            let file = File::create(path).with_context(|| format!("{} could not be created", path.display()))?;
            Some(Arc::new(Mutex::new(file)))
        }
    };
    let router =
        Router::new().fallback_service(ServeDir::new(site)).layer(middleware::from_fn_with_state(log, respond));
    let serve = || {
        let address = listener.local_addr()?;
        listener.set_nonblocking(true)?;
        let runtime = Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
        let listener = runtime.block_on(async { tokio::net::TcpListener::from_std(listener) })?;
        runtime.spawn(async move { axum::serve(listener, router).await });
        Ok(Server { address, runtime })
    };
    serve().map_err(|error: std::io::Error| anyhow!(error).context("the server could not be started"))
}

impl Server {
    /// The address to open, with its closing slash.
    pub fn address(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// Serves until the process is ended.
    pub fn wait(self) {
        self.runtime.block_on(std::future::pending::<()>());
    }
}

/// Records the request, lets the file be served, and adds the headers.
async fn respond(State(log): State<Log>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    if let Some(log) = log {
        let line = format!("{} {}\n", request.method(), request.uri());
        let mut file = log.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        if let Err(error) = file.write_all(line.as_bytes()) {
            eprintln!("the request log could not be written: {error}");
        }
    }
    let mut response = next.run(request).await;
    for (name, value) in headers::of(&path) {
        response.headers_mut().insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    response
}

#[cfg(test)]
mod tests {
    use std::io::Read;
    use std::net::TcpStream;
    use std::{env, fs, process};

    use super::*;

    fn get(server: &Server, target: &str) -> String {
        let mut stream = TcpStream::connect(server.address).unwrap();
        write!(stream, "GET {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    #[test]
    fn files_come_with_their_type_and_headers_and_every_request_is_recorded() {
        let folder = env::temp_dir().join(format!("namesieve-serve-{}", process::id()));
        let (site, log) = (folder.join("site"), folder.join("log.txt"));
        fs::create_dir_all(&site).unwrap();
        for file in ["index.html", "worker.js", "engine.wasm"] {
            fs::write(site.join(file), file).unwrap();
        }
        let server = start(listen(0).unwrap(), &site, Some(&log)).unwrap();

        for (target, kind) in
            [("/", "text/html"), ("/worker.js?a=b", "text/javascript"), ("/engine.wasm", "application/wasm")]
        {
            let answer = get(&server, target);
            assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
            assert!(answer.contains(&format!("content-type: {kind}\r\n")), "{answer}");
            for (name, value) in headers::of(target.split('?').next().unwrap()) {
                assert!(answer.contains(&format!("{name}: {value}\r\n")), "{name} in {answer}");
            }
        }
        assert!(get(&server, "/missing").starts_with("HTTP/1.1 404"));
        let recorded = fs::read_to_string(&log).unwrap();
        assert_eq!(recorded, "GET /\nGET /worker.js?a=b\nGET /engine.wasm\nGET /missing\n");
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_busy_port_is_a_sentence_that_says_what_to_do() {
        let taken = listen(0).unwrap();
        let port = taken.local_addr().unwrap().port();
        let error = listen(port).unwrap_err().to_string();
        assert!(error.contains(&format!("port {port} is in use")) && error.contains("--port"), "{error}");
    }
}
