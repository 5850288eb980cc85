//! What nobody gets more of: requests, bytes, time, places.

use std::io::{ErrorKind, Read, Write};
use std::net::TcpStream;
use std::thread::sleep;
use std::time::Duration;

use server::{Limits, Settings};

use crate::desk::Desk;
use crate::http::send;

/// A limit that is soon reached, and one that is not.
const SHORT: Duration = Duration::from_millis(300);
const LONG: Duration = Duration::from_secs(600);
/// Between two bytes of a slow client, and how many it has.
const PAUSE: Duration = Duration::from_millis(30);
const BYTES: usize = 2_000;

/// Nothing is short but what a test makes so.
fn patient() -> Limits {
    let limits = Limits::default();
    Limits {
        head: LONG,
        request: LONG,
        stall: LONG,
        life: LONG,
        rate: 1_000_000,
        burst: 1_000_000,
        ..limits
    }
}

fn desk(limits: Limits) -> Desk {
    let record = Desk::of_example().record;
    Desk::told(Settings { limits, ..Settings::of(&record) })
}

fn connect(desk: &Desk) -> TcpStream {
    let stream = TcpStream::connect(desk.address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(120))).unwrap();
    stream
}

/// Sends a byte now and then; true if the server had enough of it before the client had.
fn is_dropped(stream: &mut TcpStream) -> bool {
    (0..BYTES).any(|_| {
        sleep(PAUSE);
        stream.write_all(b"x").is_err()
    })
}

/// All that the server says before it closes.
fn rest(stream: &mut TcpStream) -> String {
    let mut bytes = Vec::new();
    if let Err(error) = stream.read_to_end(&mut bytes) {
        assert_eq!(error.kind(), ErrorKind::ConnectionReset, "the server does not close");
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[test]
fn who_asks_too_often_is_told_when_to_come_again_and_others_are_not() {
    let (desk, holders) = Desk::guarded(Limits { rate: 1, burst: 3, ..patient() });
    let ask = |token: &str| desk.get_as(token, "/openapi.json");
    for _ in 0..3 {
        assert_eq!(ask(&holders.reader).status, 200);
    }
    let many = (0..20).map(|_| ask(&holders.reader)).find(|reply| reply.status == 429);
    let many = many.expect("one too many");
    assert!(many.header("retry-after").and_then(|s| s.parse::<u64>().ok()) >= Some(1));
    assert!(many.json()["error"].is_string(), "told as JSON");
    assert_eq!(ask(&holders.admin).status, 200, "another token is another caller");
    // Whoever tries tokens is counted by address, and for more than one.
    assert_eq!(ask("rap_guess").status, 401);
    assert!((0..20).any(|_| ask("rap_guess").status == 429));
    assert_eq!(ask(&holders.admin).status, 200);
}

#[test]
fn a_head_that_comes_a_byte_at_a_time_is_not_waited_for() {
    let desk = desk(Limits { head: SHORT, ..patient() });
    let mut stream = connect(&desk);
    stream.write_all(b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ").unwrap();
    assert!(is_dropped(&mut stream));
    let mut silent = connect(&desk);
    assert_eq!(rest(&mut silent), "", "nor is one that never comes");
}

#[test]
fn an_open_connection_without_a_next_request_is_closed() {
    let desk = desk(Limits { head: SHORT, ..patient() });
    let mut stream = connect(&desk);
    stream.write_all(b"GET /openapi.json HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
    assert!(rest(&mut stream).starts_with("HTTP/1.1 200"));
}

#[test]
fn a_body_that_comes_a_byte_at_a_time_is_not_waited_for() {
    let desk = desk(Limits { request: SHORT, ..patient() });
    let mut stream = connect(&desk);
    let head = "POST /review HTTP/1.1\r\nHost: localhost\r\nContent-Length: 60000\r\n\
        Content-Type: application/x-www-form-urlencoded\r\n\r\n";
    stream.write_all(head.as_bytes()).unwrap();
    let mut reading = stream.try_clone().unwrap();
    assert!(is_dropped(&mut stream));
    let told = rest(&mut reading);
    assert!(told.is_empty() || told.starts_with("HTTP/1.1 503"), "{told}");
}

#[test]
fn who_does_not_take_the_answers_is_dropped() {
    let desk = desk(Limits { stall: SHORT, ..patient() });
    let mut stream = connect(&desk);
    let asked = b"GET /openapi.json HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(1_000);
    stream.write_all(&asked).unwrap();
    assert!(is_dropped(&mut stream));
}

#[test]
fn no_connection_lasts_for_ever() {
    let desk = desk(Limits { life: SHORT, ..patient() });
    let mut stream = connect(&desk);
    let is_closed = (0..BYTES).any(|_| {
        sleep(PAUSE);
        let sent = stream.write_all(b"GET /nowhere HTTP/1.1\r\nHost: localhost\r\n\r\n");
        sent.is_err() || stream.read(&mut [0; 8 * 1024]).is_ok_and(|bytes| bytes == 0)
    });
    assert!(is_closed);
}

#[test]
fn what_takes_too_long_is_given_up_and_said_so() {
    // No page finds a place to be made in.
    let desk = desk(Limits { at_once: 0, request: SHORT, ..patient() });
    let reply = desk.get("/meetings.json");
    assert_eq!(reply.status, 503);
    assert!(reply.header("retry-after").is_some());
    assert!(reply.json()["error"].is_string());
    assert_eq!(desk.get("/openapi.json").status, 200, "what needs no place is answered");
}

#[test]
fn connections_beyond_the_most_wait_until_one_is_free() {
    let desk = desk(Limits { connections: 1, ..patient() });
    let first = connect(&desk);
    let mut second = connect(&desk);
    second.write_all(b"GET /openapi.json HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
    second.set_read_timeout(Some(SHORT)).unwrap();
    let mut piece = [0; 12];
    assert!(second.read(&mut piece).is_err(), "answered although another is open");
    drop(first);
    second.set_read_timeout(Some(Duration::from_secs(120))).unwrap();
    second.read_exact(&mut piece).unwrap();
    assert_eq!(&piece, b"HTTP/1.1 200");
}

#[test]
fn long_heads_and_bodies_are_refused() {
    let desk = desk(Limits { body: 100, ..patient() });
    let long = "x".repeat(200);
    let bearer = format!("Bearer {}", desk.token);
    assert_eq!(desk.post_as(&desk.token, &[("why", &long)]).status, 413);
    let host = desk.address.to_string();
    let huge = "y".repeat(200_000);
    let headers = [("Host", host.as_str()), ("Authorization", bearer.as_str()), ("X-Long", &huge)];
    match send(desk.address, "GET", "/", &headers, "") {
        Ok(reply) => assert!(matches!(reply.status, 0 | 431), "{}", reply.status),
        Err(error) => {
            let closed = [ErrorKind::ConnectionReset, ErrorKind::BrokenPipe];
            assert!(closed.contains(&error.kind()), "{error}");
        }
    }
    let many: Vec<(String, String)> = (0..500).map(|n| (format!("X-{n}"), String::new())).collect();
    let mut headers = vec![("Host", host.as_str())];
    headers.extend(many.iter().map(|(name, value)| (name.as_str(), value.as_str())));
    assert_eq!(send(desk.address, "GET", "/", &headers, "").unwrap().status, 431);
}
