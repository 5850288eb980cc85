//! Tokens of people and programs: what each may do, kept as hashes in a small file.

use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::Path;

use anyhow::Context;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use text::hex;
use view::Usage;

/// What begins a token, so that people and scanners of leaked secrets know one when they see it.
const BEGINS: &str = "rap_";
/// Random bytes of a token: nobody guesses 256 bits, so a plain hash keeps them well enough.
const RANDOM: usize = 32;
/// The longest name.
const LONGEST_NAME: usize = 64;
/// Above the tokens of a new file.
const HEAD: &str = "# name scope sha256-of-the-token; delete a line and start the server anew to withdraw a token\n";

/// What the holder of a token may do; each may do what those before may.
#[derive(
    Clone, Copy, Debug, Deserialize, Eq, JsonSchema, Ord, PartialEq, PartialOrd, Serialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// See every page of the record.
    Read,
    /// Judge rows, too.
    Review,
    /// See who judged what from where, too.
    Admin,
}

impl Scope {
    /// All, from the least on.
    pub const ALL: [Scope; 3] = [Scope::Read, Scope::Review, Scope::Admin];

    /// "read"
    pub fn as_str(self) -> &'static str {
        match self {
            Scope::Read => "read",
            Scope::Review => "review",
            Scope::Admin => "admin",
        }
    }

    /// The scope of that name.
    pub fn named(name: &str) -> Option<Scope> {
        Scope::ALL.into_iter().find(|scope| scope.as_str() == name)
    }
}

/// Who holds a token, without the token.
#[derive(Clone, Debug, Eq, PartialEq)]
struct Holder {
    name: String,
    scope: Scope,
    hash: [u8; 32],
}

/// The holders of tokens.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Tokens(Vec<Holder>);

impl Tokens {
    /// Those of a file, of which there is at least one.
    pub fn load(file: &Path) -> anyhow::Result<Tokens> {
        let advice =
            || format!("cannot read {}; make a token with --new-token NAME=SCOPE", file.display());
        let text = fs::read_to_string(file).with_context(advice)?;
        let wrong = |what: String| Usage(format!("{}: {what}", file.display()));
        Ok(Tokens::parse(&text).map_err(wrong)?)
    }

    /// One a line: a name, a scope, a hash. Lines that begin with `#` say nothing.
    pub fn parse(text: &str) -> Result<Tokens, String> {
        let mut holders: Vec<Holder> = Vec::new();
        for (at, line) in text.lines().enumerate() {
            if line.trim().is_empty() || line.starts_with('#') {
                continue;
            }
            let holder = holder(line).map_err(|what| format!("line {}: {what}", at + 1))?;
            if holders.iter().any(|known| known.name == holder.name) {
                return Err(format!("line {}: a second token of “{}”", at + 1, holder.name));
            }
            holders.push(holder);
        }
        let none = "it holds no token; make one with --new-token NAME=SCOPE";
        if holders.is_empty() { Err(none.to_owned()) } else { Ok(Tokens(holders)) }
    }

    /// Whose token that is, and what it allows. Only hashes are compared, so the time taken tells nothing of the token.
    pub fn holder(&self, token: &str) -> Option<(&str, Scope)> {
        let hash = hash(token);
        let found = self.0.iter().find(|holder| holder.hash == hash)?;
        Some((&found.name, found.scope))
    }
}

/// Makes a token and adds its hash to a file; the token itself is nowhere else than in the answer.
pub fn add_token(file: &Path, name: &str, scope: Scope) -> anyhow::Result<String> {
    if !is_name(name) {
        let asked = "letters, digits, “.”, “_” and “-”, at most 64 characters";
        return Err(Usage(format!("a token’s name has {asked}: “{name}” is none")).into());
    }
    let before = if file.exists() { fs::read_to_string(file)? } else { HEAD.to_owned() };
    if Tokens::parse(&before).is_ok_and(|known| known.0.iter().any(|holder| holder.name == name)) {
        let hint = "delete its line or choose another name";
        return Err(Usage(format!("{} has a token of “{name}”; {hint}", file.display())).into());
    }
    let token = format!("{BEGINS}{}", random(RANDOM)?);
    let head = if file.exists() { "" } else { HEAD };
    let end = if before.ends_with('\n') { "" } else { "\n" };
    let line = format!("{head}{end}{name} {} {}\n", scope.as_str(), hex(&hash(&token)));
    let cannot = || format!("cannot write {}", file.display());
    owned(file).and_then(|mut file| file.write_all(line.as_bytes())).with_context(cannot)?;
    Ok(token)
}

/// So many random bytes, in hexadecimal.
pub fn random(bytes: usize) -> anyhow::Result<String> {
    let mut random = vec![0; bytes];
    getrandom::fill(&mut random).map_err(|error| anyhow::anyhow!("no random numbers: {error}"))?;
    Ok(hex(&random))
}

/// SHA-256 in hexadecimal.
pub fn digest(words: &str) -> String {
    hex(&hash(words))
}

/// To be added to; read and written by its owner alone where the system knows owners.
fn owned(file: &Path) -> std::io::Result<fs::File> {
    let mut open = OpenOptions::new();
    open.append(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut open, 0o600);
    open.open(file)
}

fn holder(line: &str) -> Result<Holder, String> {
    let mut words = line.split_whitespace();
    let (Some(name), Some(scope), Some(hash), None) =
        (words.next(), words.next(), words.next(), words.next())
    else {
        return Err("a name, a scope and a hash are wanted".to_owned());
    };
    if !is_name(name) {
        return Err("that is no name of a token".to_owned());
    }
    let scope = Scope::named(scope).ok_or("a scope is read, review or admin")?;
    let hash = unhex(hash).ok_or("a hash has 64 digits, 0 to 9 and a to f")?;
    Ok(Holder { name: name.to_owned(), scope, hash })
}

fn is_name(name: &str) -> bool {
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-');
    !name.is_empty() && name.chars().count() <= LONGEST_NAME && name.chars().all(fits)
}

fn hash(token: &str) -> [u8; 32] {
    Sha256::digest(token.as_bytes()).into()
}

fn unhex(digits: &str) -> Option<[u8; 32]> {
    let mut bytes = [0; 32];
    if digits.len() != 64 || !digits.is_ascii() {
        return None;
    }
    for (at, byte) in bytes.iter_mut().enumerate() {
        let two = digits.get(2 * at..2 * at + 2)?;
        let is_plain = two.bytes().all(|digit| digit.is_ascii_hexdigit());
        *byte = is_plain.then(|| u8::from_str_radix(two, 16).ok())??;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(name: &str, scope: &str) -> String {
        format!("{name} {scope} {}\n", digest(name))
    }

    #[test]
    fn a_token_is_found_by_its_hash_alone() {
        let text = format!("# who\n\n{}{}", line("ana", "read"), line("bo.2", "admin"));
        let tokens = Tokens::parse(&text).unwrap();
        assert_eq!(tokens.holder("ana"), Some(("ana", Scope::Read)));
        assert_eq!(tokens.holder("bo.2"), Some(("bo.2", Scope::Admin)));
        assert_eq!(tokens.holder(&digest("ana")), None, "the hash is no token");
        assert_eq!(tokens.holder(""), None);
    }

    #[test]
    fn a_file_that_says_something_else_is_refused_with_its_line() {
        let twice = line("ana", "read").repeat(2);
        for (text, told) in [
            ("", "no token"),
            ("# nobody\n", "no token"),
            ("ana read\n", "line 1"),
            ("\nana all 00\n", "line 2"),
            ("ana read 00\n", "64 digits"),
            (twice.as_str(), "second"),
        ] {
            let refused = Tokens::parse(text).unwrap_err();
            assert!(refused.contains(told), "{text:?}: {refused}");
        }
        let signs = format!("ana read {}", "+1".repeat(32));
        assert!(Tokens::parse(&signs).is_err(), "a sign is no digit");
    }

    #[test]
    fn scopes_stand_in_order() {
        assert!(Scope::Read < Scope::Review && Scope::Review < Scope::Admin);
        assert!(Scope::ALL.iter().all(|scope| Scope::named(scope.as_str()) == Some(*scope)));
    }
}
