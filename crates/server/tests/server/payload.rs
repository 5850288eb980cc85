//! Words that would do harm.

/// All of `payloads.txt`.
pub fn all() -> Vec<String> {
    let lines = include_str!("payloads.txt").lines();
    lines.filter(|line| !line.is_empty() && !line.starts_with("# ")).map(read).collect()
}

/// With `\n` and its like read.
fn read(line: &str) -> String {
    let line = [("\\r", "\r"), ("\\n", "\n"), ("\\t", "\t"), ("\\0", "\0")]
        .iter()
        .fold(line.to_owned(), |line, (written, meant)| line.replace(written, meant));
    let mut parts = line.split("\\u{");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (digits, rest) = part.split_once('}').expect("a letter’s number ends");
        let letter = u32::from_str_radix(digits, 16).ok().and_then(char::from_u32);
        out.push(letter.expect("a letter has that number"));
        out.push_str(rest);
    }
    out
}

/// Every byte in hexadecimal, for an address.
pub fn escaped(words: &str) -> String {
    words.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

#[test]
fn payloads_are_read_as_they_are_meant() {
    let all = all();
    assert!(all.len() > 60, "{}", all.len());
    assert!(all.iter().any(|one| one == "a\r\nX-Injected: yes"));
    assert!(all.iter().any(|one| one == "/\\elsewhere.example/"));
    assert!(all.iter().any(|one| one == "#{7*191919}"), "only “# ” begins a remark");
}
