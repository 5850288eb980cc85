//! The other end: starts the program and speaks with it.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

/// An answer that takes longer does not come.
const PATIENCE: Duration = Duration::from_secs(120);

/// A folder that goes when the test is over.
pub struct Place(PathBuf);

impl Place {
    /// With nothing in it.
    pub fn new(name: &str) -> Place {
        let path =
            std::env::temp_dir().join(format!("rapporteur-mcp-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Place(path)
    }

    /// A file in it.
    pub fn write(&self, name: &str, words: &str) {
        fs::write(self.0.join(name), words).unwrap();
    }

    /// A record of these pages, in `talks.db`.
    pub fn read(self, pages: &Path) -> Place {
        let read = ["read", "--record", "talks.db", "--quiet"];
        let output = self.command(&read).arg(pages).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        self
    }

    /// A record of the bundled example.
    pub fn of_example(name: &str) -> Place {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap();
        Place::new(name).read(&root.join("examples/moscow-talks/pages"))
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rapporteur"));
        command.args(args).current_dir(&self.0).env("XDG_CONFIG_HOME", &self.0);
        command
    }

    /// The folder.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// A server over the record.
    pub fn serve(&self) -> Client {
        let mut command = self.command(&["mcp", "talks.db"]);
        let pipes = command.stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut process = pipes.stderr(Stdio::piped()).spawn().unwrap();
        let (send, lines) = channel();
        let out = BufReader::new(process.stdout.take().unwrap());
        thread::spawn(move || {
            out.lines().map_while(Result::ok).try_for_each(|line| send.send(line))
        });
        Client { to: process.stdin.take(), process, lines, next: 1_000 }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// One end of an exchange.
pub struct Client {
    process: Child,
    to: Option<ChildStdin>,
    lines: Receiver<String>,
    next: u64,
}

impl Client {
    /// Sends a message as it stands.
    pub fn send(&mut self, message: &Value) {
        let to = self.to.as_mut().unwrap();
        writeln!(to, "{message}").unwrap();
        to.flush().unwrap();
    }

    /// The next message; each is one line.
    pub fn receive(&mut self) -> Value {
        let line = self.lines.recv_timeout(PATIENCE).expect("an answer");
        serde_json::from_str(&line).unwrap_or_else(|error| panic!("{error}: {line}"))
    }

    /// The answer to a request.
    pub fn ask(&mut self, method: &str, params: Value) -> Value {
        self.next += 1;
        self.send(
            &json!({ "jsonrpc": "2.0", "id": self.next, "method": method, "params": params }),
        );
        let answer = self.receive();
        assert_eq!(answer["id"], self.next, "{answer}");
        answer
    }

    /// Says who is there, as every client does first.
    pub fn greet(mut self) -> Client {
        let who = json!({ "name": "test", "version": "1" });
        let hello =
            json!({ "protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": who });
        self.ask("initialize", hello);
        self.send(&json!({ "jsonrpc": "2.0", "method": "notifications/initialized" }));
        self
    }

    /// What a tool gives.
    pub fn call(&mut self, tool: &str, arguments: &Value) -> Value {
        self.ask("tools/call", json!({ "name": tool, "arguments": arguments }))["result"].clone()
    }

    /// Closes standard input; what was asked before is still answered.
    pub fn end(&mut self) {
        drop(self.to.take());
    }

    /// Closes standard input; how the program ends, after having said nothing more.
    pub fn close(mut self) -> ExitStatus {
        self.end();
        let status = self.process.wait().unwrap();
        assert_eq!(self.lines.recv_timeout(PATIENCE).ok(), None, "nothing more is said");
        status
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
