//! Tables: commas, semicolons, tabs.

use crate::ground::chosen;
use crate::reading;

const HEADS: [&str; 5] = [
    "title,date,text\n",
    "title;text;date\r\nEnvoys meet;",
    "url\ttitle\tpublished\n",
    "\u{feff}\"text\",\"title\"\n\"",
    "date,headline,body,source,url\n2023-05-10,Envoys meet,\"",
];

/// The first byte chooses the header.
pub fn check(bytes: &[u8]) {
    let (choice, rest) = chosen(bytes);
    let head = HEADS[usize::from(choice) % HEADS.len()];
    reading::check(&[head.as_bytes(), rest].concat(), "a.csv");
}
