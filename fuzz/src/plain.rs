//! Text that has lost its HTML, and Markdown.

use crate::ground::chosen;
use crate::reading;

const HEADS: [&str; 4] = [
    "Envoys meet\n\n",
    "# Envoys meet\n\nThey [met](https://a.example).\n\n",
    "---\ntitle: Envoys meet\ndate: 2023-05-10\n",
    "TARN, May 10 (Wire) - The envoys met.\n",
];

/// The first byte chooses how it begins.
pub fn check(bytes: &[u8]) {
    let (choice, rest) = chosen(bytes);
    let head = HEADS[usize::from(choice) % HEADS.len()];
    let text = String::from_utf8_lossy(rest);
    reading::check(format!("{head}{text}").as_bytes(), "a.txt");
}
