//! Fetching a file over HTTP: only if it has changed, going on where it was cut off, patient with servers that stumble.

use std::fs::File;
use std::io::{Read, Write};
use std::thread;
use std::time::Duration;

use anyhow::{Error, Result, anyhow};
use indicatif::{ProgressBar, ProgressStyle};
use ureq::http::{HeaderMap, Response, StatusCode, header};
use ureq::{Agent, Body};

use super::download::{Place, Validators};

/// How long a server is waited for and how often it is asked.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// Tries without any progress before it is given up; a try that brings new bytes does not count.
    pub tries: u32,
    /// The pause after the first failed try; it doubles with every further one.
    pub pause: Duration,
    /// The longest silence, while connecting, before an answer and within one.
    pub silence: Duration,
}

impl Default for Patience {
    /// Three tries ride out a server that is being restarted. OFAC and SECO make their files on demand, and the first byte
    /// can take most of a minute.
    fn default() -> Self {
        Patience { tries: 3, pause: Duration::from_secs(2), silence: Duration::from_secs(60) }
    }
}

/// What a fetch brought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fetched {
    /// A new file; it lies at [`Place::part`] until it has been looked at.
    New(Validators),
    /// The server says that the kept file is still the newest one.
    Unchanged(Validators),
}

/// Why a try failed.
enum Stop {
    /// Another try may succeed.
    Again(Error),
    /// None will.
    Final(Error),
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Stop::Final(error)
    }
}

/// Fetches `url` to its place; at most `most_bytes`.
pub fn fetch(url: &str, place: &Place, most_bytes: u64, patience: Patience) -> Result<Fetched> {
    let safe = url.starts_with("https://");
    let agent = Agent::config_builder();
    // Only a stand-in on this machine has an unsafe address; no proxy leads there.
    let agent = if safe { agent } else { agent.proxy(None) };
    let agent: Agent = agent
        .http_status_as_error(false)
        // A redirect must not lead from a safe address to an unsafe one.
        .https_only(safe)
        .user_agent(concat!("namesieve/", env!("CARGO_PKG_VERSION")))
        // A packed transfer could not be gone on with.
        .accept_encoding("identity")
        .timeout_resolve(Some(patience.silence))
        .timeout_connect(Some(patience.silence))
        .timeout_recv_response(Some(patience.silence))
        .timeout_per_read(Some(patience.silence))
        .build()
        .into();
    let bar = bar();
    let fetched = insist(&agent, url, place, most_bytes, patience, &bar);
    bar.finish_and_clear();
    fetched
}

/// Tries until the file is here or trying has no sense any more.
fn insist(
    agent: &Agent,
    url: &str,
    place: &Place,
    most_bytes: u64,
    patience: Patience,
    bar: &ProgressBar,
) -> Result<Fetched> {
    let mut farthest = place.reached();
    let mut failed = 0;
    loop {
        let error = match attempt(agent, url, place, most_bytes, bar) {
            Ok(fetched) => return Ok(fetched),
            Err(Stop::Final(error)) => return Err(error),
            Err(Stop::Again(error)) => error,
        };
        failed = if place.reached() > farthest { 1 } else { failed + 1 };
        farthest = farthest.max(place.reached());
        if failed >= patience.tries {
            return Err(error.context(format!("given up after {failed} tries without progress")));
        }
        bar.set_message(format!("{error:#}; trying again"));
        thread::sleep(patience.pause * 2_u32.saturating_pow(failed - 1));
    }
}

fn attempt(agent: &Agent, url: &str, place: &Place, most_bytes: u64, bar: &ProgressBar) -> Result<Fetched, Stop> {
    let begun = place.begun(url);
    let known = place.known(url);
    let mut request = agent.get(url);
    match (&begun, &known) {
        (Some((reached, part)), _) => {
            request = request.header(header::RANGE, format!("bytes={reached}-"));
            request = request.header(header::IF_RANGE, part.strong().unwrap_or_default());
        }
        (None, Some(known)) => {
            for (name, value) in
                [(header::IF_NONE_MATCH, &known.etag), (header::IF_MODIFIED_SINCE, &known.last_modified)]
            {
                request = value.iter().fold(request, |request, value| request.header(&name, value));
            }
        }
        (None, None) => {}
    }
    let mut response = request.call().map_err(unanswered)?;
    let length = response.body().content_length();
    match (response.status(), begun, known) {
        (StatusCode::OK, ..) => {
            check_length(length, most_bytes)?;
            let validators = validators(url, response.headers());
            let file = place.begin(&validators)?;
            receive(&mut response, file, place, Extent { from: 0, total: length, most_bytes }, bar)?;
            Ok(Fetched::New(validators))
        }
        (StatusCode::PARTIAL_CONTENT, Some((from, validators)), _) => {
            let range = content_range(response.headers()).filter(|(start, _)| *start == from);
            let Some((_, total)) = range else {
                place.discard()?;
                return Err(Stop::Again(anyhow!("the server sent another part than the one that was missing")));
            };
            check_length(total, most_bytes)?;
            let file = place.go_on()?;
            receive(&mut response, file, place, Extent { from, total, most_bytes }, bar)?;
            Ok(Fetched::New(validators))
        }
        (StatusCode::NOT_MODIFIED, None, Some(known)) => Ok(Fetched::Unchanged(known)),
        (StatusCode::RANGE_NOT_SATISFIABLE, Some(_), _) => {
            place.discard()?;
            Err(Stop::Again(anyhow!("the part that was there does not belong to the file that the server has now")))
        }
        (status, ..) => Err(refused(status)),
    }
}

/// Which bytes of a file a response brings.
struct Extent {
    from: u64,
    total: Option<u64>,
    most_bytes: u64,
}

fn receive(
    response: &mut Response<Body>,
    mut file: File,
    place: &Place,
    extent: Extent,
    bar: &ProgressBar,
) -> Result<(), Stop> {
    bar.set_length(extent.total.unwrap_or(0));
    bar.set_message("");
    let mut reached = extent.from;
    let mut body = response.body_mut().as_reader();
    let mut window = vec![0; 64 * 1024];
    loop {
        bar.set_position(reached);
        let read = body.read(&mut window).map_err(|error| {
            let of = extent.total.map(|total| format!(" of {total}")).unwrap_or_default();
            Stop::Again(anyhow!(error).context(format!("the transfer broke off after {reached}{of} bytes")))
        })?;
        if read == 0 {
            break;
        }
        reached += read as u64;
        if reached > extent.most_bytes {
            place.discard()?;
            return Err(too_long(extent.most_bytes).into());
        }
        file.write_all(&window[..read]).map_err(|error| {
            anyhow!(error).context(format!("{} cannot be written; look at the free space", place.part().display()))
        })?;
    }
    match extent.total {
        Some(total) if total != reached => {
            if reached > total {
                place.discard()?;
            }
            Err(Stop::Again(anyhow!("the transfer ended after {reached} of {total} bytes")))
        }
        _ => Ok(()),
    }
}

fn check_length(length: Option<u64>, most_bytes: u64) -> Result<()> {
    match length {
        Some(length) if length > most_bytes => Err(too_long(most_bytes)),
        _ => Ok(()),
    }
}

fn too_long(most_bytes: u64) -> Error {
    anyhow!(
        "the file has more than {most_bytes} bytes, far more than this list ever had; if that is right, raise its limit in xtask/src/lists/sources.rs"
    )
}

fn validators(url: &str, headers: &HeaderMap) -> Validators {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
    Validators { url: url.to_owned(), etag: text(header::ETAG), last_modified: text(header::LAST_MODIFIED) }
}

/// The first byte and the total of `Content-Range: bytes 100-199/200`.
fn content_range(headers: &HeaderMap) -> Option<(u64, Option<u64>)> {
    let range = headers.get(header::CONTENT_RANGE)?.to_str().ok()?.strip_prefix("bytes ")?;
    let (bytes, total) = range.split_once('/')?;
    Some((bytes.split_once('-')?.0.parse().ok()?, total.parse().ok()))
}

fn unanswered(error: ureq::Error) -> Stop {
    let again = !matches!(
        error,
        ureq::Error::BadUri(_)
            | ureq::Error::RequireHttpsOnly(_)
            | ureq::Error::Http(_)
            | ureq::Error::Tls(_)
            | ureq::Error::Rustls(_)
            | ureq::Error::TooManyRedirects
    );
    let error = anyhow!(error).context("the server did not answer");
    if again { Stop::Again(error) } else { Stop::Final(error) }
}

fn refused(status: StatusCode) -> Stop {
    let again =
        status.is_server_error() || [StatusCode::REQUEST_TIMEOUT, StatusCode::TOO_MANY_REQUESTS].contains(&status);
    match status {
        _ if again => Stop::Again(anyhow!("the server answered {status}")),
        StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => Stop::Final(anyhow!(
            "the server refuses to give the file ({status}): fetch it with a browser from the publisher's site and run `cargo xtask lists import FILE`"
        )),
        StatusCode::NOT_FOUND | StatusCode::GONE => Stop::Final(anyhow!(
            "the file is no longer at this address ({status}): look for its new one on the publisher's site and give it with --url"
        )),
        _ => Stop::Final(anyhow!("the server answered {status}, which is no list")),
    }
}

/// A bar that is only drawn on a terminal.
fn bar() -> ProgressBar {
    let bar = ProgressBar::new(0);
    if let Ok(style) = ProgressStyle::with_template("  {bytes} of {total_bytes} {wide_bar} {bytes_per_sec} {msg}") {
        bar.set_style(style);
    }
    bar
}
