//! What a site asks of programs: `robots.txt`, as RFC 9309 has it.

use std::time::Duration;

/// The name by which sites know this program.
const NAME: &str = "rapporteur";
/// Bytes that are looked at; the standard asks for at least this many.
const LONGEST: usize = 500 << 10;

/// What a site asks of this program.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Robots {
    rules: Vec<Rule>,
    /// How long to wait between requests.
    pub delay: Option<Duration>,
}

#[derive(Clone, Debug, PartialEq)]
struct Rule {
    verdict: Verdict,
    /// A beginning of paths, with `*` for anything and `$` for the end.
    pattern: String,
}

/// In this order: of two rules of one length, the one that allows wins.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
enum Verdict {
    Disallow,
    Allow,
}

/// A stretch of lines that is meant for some programs.
#[derive(Default)]
struct Group {
    names: Vec<String>,
    robots: Robots,
    /// The names are all told.
    closed: bool,
}

impl Robots {
    /// A site that asks for nothing.
    pub fn silent() -> Robots {
        Robots::default()
    }

    /// What a file asks of this program: the groups of its name, or else those for all.
    pub fn parse(file: &[u8]) -> Robots {
        let text = String::from_utf8_lossy(file.get(..LONGEST).unwrap_or(file)).into_owned();
        let groups = groups(text.trim_start_matches('\u{feff}'));
        let of = |name: &str| {
            let named = |group: &&Group| group.names.iter().any(|n| n == name);
            let mut meant = groups.iter().filter(named).peekable();
            meant.peek().is_some().then(|| meant.fold(Robots::default(), Robots::with))
        };
        of(NAME).or_else(|| of("*")).unwrap_or_default()
    }

    fn with(mut self, group: &Group) -> Robots {
        self.rules.extend(group.robots.rules.iter().cloned());
        self.delay = self.delay.or(group.robots.delay);
        self
    }

    /// True if a path, with what follows its question mark, may be taken.
    pub fn allow(&self, path: &str) -> bool {
        let path = normal(path);
        let fitting = self.rules.iter().filter(|rule| fits(&rule.pattern, &path));
        let best = fitting.max_by_key(|rule| (rule.pattern.len(), rule.verdict));
        best.is_none_or(|rule| rule.verdict == Verdict::Allow)
    }
}

fn groups(text: &str) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for line in text.split(['\n', '\r']) {
        let line = line.split('#').next().unwrap_or_default();
        let Some((key, value)) = line.split_once(':') else { continue };
        let (key, value) = (key.trim().to_ascii_lowercase(), value.trim());
        if key == "user-agent" {
            name(&mut groups, value);
        } else if let Some(group) = groups.last_mut() {
            group.take(&key, value);
        }
    }
    groups
}

/// A name that opens a group, or is added to one that has only names so far.
fn name(groups: &mut Vec<Group>, value: &str) {
    if groups.last().is_none_or(|group| group.closed) {
        groups.push(Group::default());
    }
    let token = value.split(['/', ' ']).next().unwrap_or_default().to_ascii_lowercase();
    groups.last_mut().into_iter().for_each(|group| group.names.push(token.clone()));
}

impl Group {
    fn take(&mut self, key: &str, value: &str) {
        let verdict = match key {
            "allow" => Verdict::Allow,
            "disallow" => Verdict::Disallow,
            "crawl-delay" => {
                self.closed = true;
                let seconds = value.parse().ok().and_then(|s| Duration::try_from_secs_f64(s).ok());
                self.robots.delay = self.robots.delay.or(seconds);
                return;
            }
            _ => return,
        };
        self.closed = true;
        // An empty pattern is no rule.
        if value.starts_with(['/', '*']) {
            self.robots.rules.push(Rule { verdict, pattern: normal(value) });
        }
    }
}

/// One way to write each path: what needs no escape has none, what is not ASCII has one.
fn normal(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        match escaped(*first, after) {
            Some(byte) => {
                rest = after.get(2..).unwrap_or_default();
                put(&mut out, byte, is_unreserved(byte));
            }
            None => put(&mut out, *first, first.is_ascii_graphic()),
        }
    }
    out
}

fn put(out: &mut String, byte: u8, plain: bool) {
    match plain {
        true => out.push(char::from(byte)),
        false => out.push_str(&format!("%{byte:02X}")),
    }
}

fn escaped(first: u8, after: &[u8]) -> Option<u8> {
    let digits = after.get(..2).filter(|_| first == b'%')?;
    let digits = digits.iter().all(u8::is_ascii_hexdigit).then_some(digits)?;
    u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
}

fn is_unreserved(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~".contains(&byte)
}

/// True if a path begins as the pattern says. Each part is looked for once, from left to right.
fn fits(pattern: &str, path: &str) -> bool {
    let (pattern, to_the_end) = match pattern.strip_suffix('$') {
        Some(pattern) => (pattern, true),
        None => (pattern, false),
    };
    let mut parts = pattern.split('*');
    let Some(mut rest) = parts.next().and_then(|first| path.strip_prefix(first)) else {
        return false;
    };
    let mut parts: Vec<&str> = parts.collect();
    let last = if to_the_end { parts.pop() } else { None };
    for part in parts {
        let Some(at) = rest.find(part) else { return false };
        rest = rest.get(at + part.len()..).unwrap_or_default();
    }
    match last {
        Some(last) => rest.ends_with(last),
        None => !to_the_end || rest.is_empty(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn allows(file: &str, path: &str) -> bool {
        Robots::parse(file.as_bytes()).allow(path)
    }

    #[test]
    fn the_longest_rule_wins_and_of_two_the_kinder() {
        let file =
            "User-agent: *\nDisallow: /news\nAllow: /news/public\nDisallow: /both\nAllow: /both\n";
        assert!(!allows(file, "/news/a"));
        assert!(allows(file, "/news/public/a"));
        assert!(allows(file, "/both"));
        assert!(allows(file, "/other"));
        assert!(!allows("User-agent: *\nDisallow: /", "/"));
        assert!(allows("User-agent: *\nDisallow:", "/"));
        assert!(allows("", "/"));
    }

    #[test]
    fn a_group_of_its_own_outweighs_the_one_for_all() {
        let file = "User-agent: *\nDisallow: /\n\nUser-agent: Other\nUser-Agent: Rapporteur/2.0\n\
            Disallow: /private\n\nUser-agent: rapporteur\nDisallow: /drafts # of ours\n";
        assert!(allows(file, "/a"));
        assert!(!allows(file, "/private"));
        assert!(!allows(file, "/drafts/1"));
    }

    #[test]
    fn stars_and_ends_are_understood() {
        let file =
            "user-agent:*\r\nDisallow: /*.pdf$\r\nDisallow: /a/*/print\r\nDisallow: /*?amp=\r\n";
        assert!(!allows(file, "/x/y.pdf"));
        assert!(allows(file, "/x/y.pdf?page=1"));
        assert!(!allows(file, "/a/b/c/print"));
        assert!(!allows(file, "/b?amp=1"));
        assert!(allows(file, "/b"));
        assert!(allows("User-agent: *\nDisallow: /a$", "/ab"));
        assert!(!allows("User-agent: *\nDisallow: /a*a$", "/aba"));
        assert!(allows("User-agent: *\nDisallow: /a*a$", "/a"));
    }

    #[test]
    fn escapes_are_one_with_what_they_stand_for() {
        assert!(!allows("User-agent: *\nDisallow: /caf%c3%a9", "/caf%C3%A9/1"));
        assert!(!allows("User-agent: *\nDisallow: /café", "/caf%C3%A9/1"));
        assert!(!allows("User-agent: *\nDisallow: /%7Ejoe", "/~joe"));
        assert!(allows("User-agent: *\nDisallow: /a%2Fb", "/a/b"));
    }

    #[test]
    fn a_delay_is_read_and_nonsense_is_not() {
        let delay = |value: &str| {
            let file = format!("User-agent: *\nCrawl-delay: {value}\nDisallow: /x");
            Robots::parse(file.as_bytes()).delay
        };
        assert_eq!(delay("2.5"), Some(Duration::from_millis(2500)));
        assert_eq!(delay("-1"), None);
        assert_eq!(delay("1e300"), None);
        assert_eq!(delay("soon"), None);
    }

    #[test]
    fn hostile_files_are_read_in_time() {
        let stars = format!("User-agent: *\nDisallow: /{}b$", "*a".repeat(2000));
        assert!(allows(&stars, &format!("/{}", "a".repeat(4000))));
        Robots::parse(&[0xff; 1000]);
    }
}
