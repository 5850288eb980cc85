//! A small endpoint on this machine that says what a test wants, and remembers what it was asked.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

use serde_json::{Value, json};

/// Makes an answer, as bytes of HTTP, from the body of a request.
pub type Say = dyn Fn(&Value) -> Vec<u8> + Send + Sync;

/// A request as it came.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The lines of its header.
    pub header: String,
    /// Its body.
    pub body: Value,
}

/// The endpoint.
pub struct Stub {
    /// `http://127.0.0.1:port/v1`
    pub url: String,
    asked: Arc<Mutex<Vec<Asked>>>,
}

impl Stub {
    /// One that says this.
    pub fn new(say: impl Fn(&Value) -> Vec<u8> + Send + Sync + 'static) -> Stub {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}/v1", listener.local_addr().unwrap());
        let (asked, say): (Arc<Mutex<Vec<Asked>>>, Arc<Say>) = (Arc::default(), Arc::new(say));
        let log = asked.clone();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (log, say) = (log.clone(), say.clone());
                thread::spawn(move || answer(stream, &log, &*say));
            }
        });
        Stub { url, asked }
    }

    /// One whose model always answers this.
    pub fn answering(content: impl Into<String>) -> Stub {
        let content = content.into();
        Stub::new(move |_| completion(&content))
    }

    /// One that always says this status, with these words.
    pub fn refusing(status: u16, words: &'static str) -> Stub {
        Stub::new(move |_| http(status, "", words.as_bytes()))
    }

    /// What it was asked so far.
    pub fn asked(&self) -> Vec<Asked> {
        self.asked.lock().unwrap().clone()
    }
}

fn answer(mut stream: TcpStream, log: &Mutex<Vec<Asked>>, say: &Say) {
    let mut reader = BufReader::new(stream.try_clone().unwrap());
    let (mut header, mut line) = (String::new(), String::new());
    while reader.read_line(&mut line).is_ok_and(|n| n > 2) {
        header.push_str(&std::mem::take(&mut line));
    }
    let length = header.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse::<usize>().ok())?
    });
    let mut body = vec![0; length.unwrap_or_default()];
    reader.read_exact(&mut body).unwrap();
    let body: Value = serde_json::from_slice(&body).unwrap();
    log.lock().unwrap().push(Asked { header, body: body.clone() });
    // Whoever asked may have gone away.
    let _ = stream.write_all(&say(&body));
}

/// An answer in HTTP.
pub fn http(status: u16, header: &str, body: &[u8]) -> Vec<u8> {
    let length = body.len();
    let head = format!(
        "HTTP/1.1 {status} Status\r\nConnection: close\r\n{header}Content-Length: {length}\r\n\r\n"
    );
    [head.as_bytes(), body].concat()
}

/// A model's answer.
pub fn completion(content: &str) -> Vec<u8> {
    let message = json!({ "role": "assistant", "content": content });
    let usage = json!({ "prompt_tokens": 300, "completion_tokens": 40, "total_tokens": 340 });
    let body =
        json!({ "id": "x", "choices": [{ "index": 0, "message": message }], "usage": usage });
    http(200, "Content-Type: application/json\r\n", body.to_string().as_bytes())
}

/// One statement of an answer.
pub fn statement(kind: &str, speaker: &str, quote: &str, parts: [Option<&str>; 2]) -> Value {
    let [what, depends_on] = parts;
    json!({ "kind": kind, "speaker": speaker, "quote": quote, "what": what, "depends_on": depends_on })
}

/// An answer of these.
pub fn statements(all: &[Value]) -> String {
    json!({ "statements": all }).to_string()
}
