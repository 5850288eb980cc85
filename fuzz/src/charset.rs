//! Bytes in any encoding, with a declaration or without.

use capture::{decode, sniff};

use crate::ground::{chosen, one_of};
use crate::reading;

const DECLARED: [&str; 8] =
    ["utf-8", "utf-16", "windows-1251", "shift_jis", "iso-2022-jp", "gb18030", "big5", "euc-kr"];

/// The first byte chooses what is declared, and where.
pub fn check(bytes: &[u8]) {
    let (choice, rest) = chosen(bytes);
    let declared = DECLARED[usize::from(choice) % DECLARED.len()];
    let header = Some(declared).filter(|_| choice & 64 > 0);
    let page = match choice & 128 > 0 {
        true => [format!("<html><meta charset={declared}><body><p>").as_bytes(), rest].concat(),
        false => rest.to_vec(),
    };
    let decoded = decode(&page, header);
    assert_eq!(decoded.lost, decoded.text.matches('\u{fffd}').count(), "lost is not what is told");
    assert!(
        !decoded.text.starts_with('\u{feff}')
            || page.starts_with("\u{feff}\u{feff}".as_bytes())
            || !page.starts_with(b"\xef\xbb\xbf"),
        "a mark is left in the text"
    );
    if let (Ok(text), "UTF-8") = (std::str::from_utf8(&page), decoded.used) {
        assert_eq!(decoded.text, text.strip_prefix('\u{feff}').unwrap_or(text));
    }
    let again = decode(&page, header);
    assert_eq!((again.used, again.text.len()), (decoded.used, decoded.text.len()));
    sniff(&page);
    if one_of(32, bytes) {
        reading::check(&page, "a.html");
    }
}
