//! What sites ask of programs.

#[path = "../../crates/fetch/src/robots.rs"]
#[allow(dead_code, reason = "a part of the crate is taken")]
mod file;

use file::Robots;

use crate::ground::chosen;

/// The first byte chooses between a file as it stands, and one rule and a path that are compared by a slow way of telling.
pub fn check(bytes: &[u8]) {
    let (choice, rest) = chosen(bytes);
    match choice & 1 {
        0 => whole(rest),
        _ => rule(rest),
    }
}

/// A file, and the paths that it names.
fn whole(file: &[u8]) {
    let robots = Robots::parse(file);
    assert_eq!(robots, Robots::parse(file));
    let text = String::from_utf8_lossy(file);
    for path in text.split_whitespace().take(8) {
        assert_eq!(robots.allow(path), robots.allow(path));
    }
    assert!(
        !text.to_ascii_lowercase().contains("allow")
            || robots.delay.is_none_or(|delay| delay.as_secs_f64() >= 0.0)
    );
    assert!(Robots::silent().allow(&text));
}

/// Letters, stars and dollars: the first line is a rule, the second a path.
fn rule(bytes: &[u8]) {
    let letter = |byte: &u8| match byte {
        b'*' | b'/' | b'$' | b'\n' => char::from(*byte),
        byte => char::from(b'a' + byte % 3),
    };
    let text: String = bytes.iter().take(64).map(letter).collect();
    let Some((rule, path)) = text.split_once('\n') else { return };
    let path = format!("/{}", path.replace(['*', '$', '\n'], ""));
    let rule = format!("/{}", rule.replace('\n', ""));
    let file = format!("User-agent: *\nDisallow: {rule}");
    let (ends, pattern) = match rule.strip_suffix('$') {
        Some(pattern) => (true, pattern),
        None => (false, rule.as_str()),
    };
    // A dollar elsewhere is itself, and written as an escape on both sides.
    let fits = fits(pattern.as_bytes(), path.as_bytes(), ends);
    assert_eq!(!Robots::parse(file.as_bytes()).allow(&path), fits, "{rule} and {path}");
}

/// By every way of reading the stars.
fn fits(pattern: &[u8], path: &[u8], ends: bool) -> bool {
    let mut open = vec![false; path.len() + 1];
    open[0] = true;
    for sign in pattern {
        let mut next = vec![false; path.len() + 1];
        for at in 0..=path.len() {
            if *sign == b'*' {
                next[at] = open[..=at].contains(&true);
            } else if at > 0 {
                next[at] = open[at - 1] && path[at - 1] == *sign;
            }
        }
        open = next;
    }
    if ends { open[path.len()] } else { open.contains(&true) }
}
