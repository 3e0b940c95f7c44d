//! A publisher on this machine for the tests: it gives prepared answers, one a request, and remembers what was asked.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// One prepared answer.
#[derive(Clone, Default)]
pub struct Answer {
    status: u16,
    headers: Vec<String>,
    body: Vec<u8>,
    /// How much of the body is sent before the connection is closed.
    cut: Option<usize>,
    /// How long the server is silent before it closes the connection.
    silent: Duration,
}

impl Answer {
    /// A whole file with its length.
    pub fn whole(body: &[u8]) -> Answer {
        let headers = vec![format!("Content-Length: {}", body.len())];
        Answer { status: 200, headers, body: body.to_vec(), ..Answer::default() }
    }

    /// A whole file of which nobody says how long it is.
    pub fn endless(body: &[u8]) -> Answer {
        Answer { status: 200, body: body.to_vec(), ..Answer::default() }
    }

    /// The file from this byte on.
    pub fn rest(body: &[u8], from: usize) -> Answer {
        let range = format!("Content-Range: bytes {from}-{}/{}", body.len() - 1, body.len());
        Answer { status: 206, ..Answer::whole(&body[from..]) }.with(&range)
    }

    /// A status and nothing else.
    pub fn status(status: u16) -> Answer {
        Answer { status, ..Answer::whole(b"") }
    }

    /// With one header more.
    pub fn with(mut self, header: &str) -> Answer {
        self.headers.push(header.to_owned());
        self
    }

    /// Cut off after so many bytes.
    pub fn cut(self, after: usize) -> Answer {
        Answer { cut: Some(after), ..self }
    }

    /// Silent for so long at the place where it is cut off.
    pub fn silent(self, silent: Duration) -> Answer {
        Answer { silent, ..self }
    }

    fn send(&self, mut to: TcpStream) {
        let head =
            format!("HTTP/1.1 {} Prepared\r\nConnection: close\r\n{}\r\n\r\n", self.status, self.headers.join("\r\n"));
        let sent = &self.body[..self.cut.unwrap_or(self.body.len())];
        // A client that went away is the client's affair.
        let _ = to.write_all(head.as_bytes()).and_then(|()| to.write_all(sent)).and_then(|()| to.flush());
        thread::sleep(self.silent);
    }
}

/// The publisher.
pub struct Publisher {
    /// Its address.
    pub address: String,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Publisher {
    /// Begins to listen; after the last prepared answer nobody is there any more.
    pub fn start(answers: Vec<Answer>) -> Publisher {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let asked = Arc::new(Mutex::new(Vec::new()));
        let seen = Arc::clone(&asked);
        thread::spawn(move || {
            for answer in answers {
                let Ok((mut stream, _)) = listener.accept() else { return };
                seen.lock().unwrap().push(request(&mut stream));
                // Beside the next one: who has given up waiting asks again at once.
                thread::spawn(move || answer.send(stream));
            }
        });
        Publisher { address, asked }
    }

    /// The requests so far, in lower case.
    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }
}

fn request(stream: &mut TcpStream) -> String {
    let mut request = Vec::new();
    let mut byte = [0];
    while !request.ends_with(b"\r\n\r\n") && stream.read(&mut byte).is_ok_and(|read| read > 0) {
        request.push(byte[0]);
    }
    String::from_utf8_lossy(&request).to_lowercase()
}
