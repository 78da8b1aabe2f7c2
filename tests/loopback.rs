//! A small web server on the loopback that tests start: it answers as a script says, faults and all,
//! and remembers what it was asked.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// A server; it lives as long as the test's process.
pub struct Server {
    /// Its address, as in `http://127.0.0.1:4711`.
    pub address: String,
    asked: Arc<Mutex<Vec<Request>>>,
}

/// What it was asked.
#[derive(Clone, Debug)]
pub struct Request {
    /// Path and query.
    pub target: String,
    /// The `Authorization` header, if there was one.
    pub authorization: Option<String>,
}

/// What it answers.
pub enum Answer {
    /// Status, headers, body; the length is announced.
    Whole(u16, Vec<(&'static str, String)>, Vec<u8>),
    /// A body that is announced longer than it is.
    Cut(&'static str, Vec<u8>),
    /// A body whose length is not announced, until the connection closes.
    Unannounced(&'static str, Vec<u8>),
    /// Nothing, for so long.
    Silence(Duration),
}

/// JSON, with status 200.
pub fn json(text: impl Into<String>) -> Answer {
    Answer::Whole(
        200,
        vec![("Content-Type", "application/json; charset=utf-8".to_owned())],
        text.into().into_bytes(),
    )
}

/// A file, with status 200.
pub fn file(bytes: &[u8]) -> Answer {
    Answer::Whole(200, vec![("Content-Type", "application/octet-stream".to_owned())], bytes.to_vec())
}

/// An error, with a header.
pub fn error(status: u16, header: (&'static str, &str), text: &str) -> Answer {
    let headers = vec![("Content-Type", "application/json".to_owned()), (header.0, header.1.to_owned())];
    Answer::Whole(status, headers, text.as_bytes().to_vec())
}

impl Server {
    /// Starts a server; `script` gets the request, how many came for that path before, and the
    /// server's own address.
    pub fn start(script: impl Fn(&Request, usize, &str) -> Answer + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let asked: Arc<Mutex<Vec<Request>>> = Arc::default();
        let (script, log, own) = (Arc::new(script), Arc::clone(&asked), address.clone());
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (script, log, own) = (Arc::clone(&script), Arc::clone(&log), own.clone());
                std::thread::spawn(move || {
                    serve(stream, &log, |request, before| script(request, before, &own))
                });
            }
        });
        Server { address, asked }
    }

    /// What it was asked so far.
    pub fn asked(&self) -> Vec<Request> {
        self.asked.lock().unwrap().clone()
    }

    /// How often it was asked for a path that begins so.
    pub fn count(&self, path: &str) -> usize {
        self.asked().iter().filter(|request| request.target.starts_with(path)).count()
    }
}

fn serve(mut stream: TcpStream, log: &Mutex<Vec<Request>>, script: impl Fn(&Request, usize) -> Answer) {
    let mut head = Vec::new();
    let mut byte = [0];
    while !head.ends_with(b"\r\n\r\n") {
        match stream.read(&mut byte) {
            Ok(1) => head.push(byte[0]),
            _ => return,
        }
    }
    let head = String::from_utf8_lossy(&head).into_owned();
    let header = |name: &str| {
        let mut lines = head.lines().filter_map(|line| line.split_once(": "));
        lines.find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.to_owned())
    };
    let target = head.split(' ').nth(1).unwrap_or_default().to_owned();
    let request = Request { target, authorization: header("authorization") };
    let before = {
        let mut log = log.lock().unwrap();
        let before = log.iter().filter(|known| known.target == request.target).count();
        log.push(request.clone());
        before
    };
    let mut answer = |status: u16, headers: &[(&str, String)], length: Option<usize>, body: &[u8]| {
        let mut head = format!("HTTP/1.1 {status} X\r\nConnection: close\r\n");
        for (key, value) in headers {
            head.push_str(&format!("{key}: {value}\r\n"));
        }
        if let Some(length) = length {
            head.push_str(&format!("Content-Length: {length}\r\n"));
        }
        let _ = stream.write_all(format!("{head}\r\n").as_bytes());
        let _ = stream.write_all(body);
        let _ = stream.flush();
    };
    match script(&request, before) {
        Answer::Whole(status, headers, body) => answer(status, &headers, Some(body.len()), &body),
        Answer::Cut(kind, body) => {
            answer(200, &[("Content-Type", kind.to_owned())], Some(body.len() + 100), &body)
        }
        Answer::Unannounced(kind, body) => answer(200, &[("Content-Type", kind.to_owned())], None, &body),
        Answer::Silence(long) => std::thread::sleep(long),
    }
}
