//! A small server on this machine that says what it is told to, for tests.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

/// What is said at a path.
#[derive(Clone)]
pub enum Say {
    /// These bytes, and the connection ends.
    Bytes(Vec<u8>),
    /// These bytes, then one more now and then, without end.
    Drip(Vec<u8>),
    /// That nothing has changed, to those who have asked before; else these bytes.
    UnlessKnown(Vec<u8>),
}

/// A server with what it was asked.
pub struct Server {
    /// `http://127.0.0.1:port`
    pub root: String,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// Says these things at these paths, and 404 elsewhere. `{root}` in an answer is its own address.
    pub fn start(pages: &[(&str, Say)]) -> Server {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let root = format!("http://{}", listener.local_addr().unwrap());
        let pages: BTreeMap<String, Say> =
            pages.iter().map(|(path, say)| ((*path).to_owned(), at(say, &root))).collect();
        let asked = Arc::new(Mutex::new(Vec::new()));
        let log = asked.clone();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (pages, log) = (pages.clone(), log.clone());
                thread::spawn(move || answer(stream, &pages, &log));
            }
        });
        Server { root, asked }
    }

    /// Requests so far, each whole.
    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }

    /// Paths asked for so far.
    pub fn paths(&self) -> Vec<String> {
        let path = |request: &String| request.split(' ').nth(1).unwrap_or_default().to_owned();
        self.asked().iter().map(path).collect()
    }
}

fn at(say: &Say, root: &str) -> Say {
    let put = |bytes: &[u8]| match std::str::from_utf8(bytes) {
        Ok(text) => text.replace("{root}", root).into_bytes(),
        Err(_) => bytes.to_vec(),
    };
    match say {
        Say::Bytes(bytes) => Say::Bytes(put(bytes)),
        Say::Drip(bytes) => Say::Drip(put(bytes)),
        Say::UnlessKnown(bytes) => Say::UnlessKnown(put(bytes)),
    }
}

fn answer(mut stream: TcpStream, pages: &BTreeMap<String, Say>, log: &Mutex<Vec<String>>) {
    let mut request = Vec::new();
    let mut byte = [0];
    while !request.ends_with(b"\r\n\r\n") && stream.read(&mut byte).is_ok_and(|n| n == 1) {
        request.push(byte[0]);
    }
    let request = String::from_utf8(request).unwrap();
    let path = request.split(' ').nth(1).unwrap_or_default().to_owned();
    let known = request.to_lowercase().contains("if-none-match: \"1\"");
    log.lock().unwrap().push(request);
    // Whoever asked may have gone away.
    let _ = match pages.get(&path) {
        None => stream.write_all(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"),
        Some(Say::UnlessKnown(_)) if known => {
            stream.write_all(b"HTTP/1.1 304 Not Modified\r\nETag: \"1\"\r\n\r\n")
        }
        Some(Say::Bytes(bytes) | Say::UnlessKnown(bytes)) => stream.write_all(bytes),
        Some(Say::Drip(bytes)) => drip(&mut stream, bytes),
    };
}

fn drip(stream: &mut TcpStream, bytes: &[u8]) -> std::io::Result<()> {
    stream.write_all(bytes)?;
    loop {
        thread::sleep(std::time::Duration::from_millis(20));
        stream.write_all(b"x")?;
    }
}

/// A page with this header and body, its length told.
pub fn page(header: &str, body: &[u8]) -> Say {
    let head = format!("HTTP/1.1 200 OK\r\n{header}Content-Length: {}\r\n\r\n", body.len());
    Say::Bytes([head.as_bytes(), body].concat())
}
