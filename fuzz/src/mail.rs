//! Messages and mailboxes.

use crate::ground::chosen;
use crate::reading;

const HEADS: [&str; 5] = [
    "From: a@a.example\r\nSubject: Talks\r\nDate: Thu, 4 Mar 2021 10:00:00 +0000\r\n",
    "From a@a.example Thu Mar  4 10:00:00 2021\nFrom: a@a.example\nSubject: Talks\n",
    "From: a@a.example\r\nSubject: Talks\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\n",
    "From: a@a.example\r\nSubject: Talks\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n",
    "From: a@a.example\r\nSubject: Talks\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n",
];

/// The first byte chooses the head.
pub fn check(bytes: &[u8]) {
    let (choice, rest) = chosen(bytes);
    let head = HEADS[usize::from(choice) % HEADS.len()];
    reading::check(&[head.as_bytes(), rest].concat(), "a.eml");
}
