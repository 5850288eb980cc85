//! A lost space: "…in Oslo.Ministers", where a word and a capitalised word meet at a stop.

const CLOSERS: &[char] = &['"', '”', '’', '\'', ')', ']', '»', '}'];

/// Where sentences end inside a run without white space, in bytes from its start; `quotes` straight
/// quotation marks stand before it in its paragraph.
pub(super) fn ends_inside(chunk: &str, mut quotes: usize) -> impl Iterator<Item = usize> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let stop = at + chunk.get(at..)?.find(['.', '?', '!', '…'])?;
            quotes += chunk[at..stop].matches('"').count();
            let end = marks_end(chunk, stop, quotes);
            quotes += chunk[stop..end].matches('"').count();
            let word = &chunk[at..stop];
            at = end;
            if end < chunk.len() && ends_a_word(word) && opens_a_word(&chunk[end..]) {
                return Some(end);
            }
        }
    })
}

/// The end of the terminators and closing marks that begin at `stop`.
fn marks_end(chunk: &str, stop: usize, quotes: usize) -> usize {
    let marks = chunk[stop..].trim_start_matches(['.', '?', '!', '…']);
    let mut end = chunk.len() - marks.len();
    for c in marks.chars() {
        if !CLOSERS.contains(&c) || opens_next(&chunk[end..], c, quotes) {
            break;
        }
        end += c.len_utf8();
    }
    end
}

/// True for a straight mark that belongs to the next word, no quotation being open: `met."The`.
fn opens_next(rest: &str, mark: char, quotes: usize) -> bool {
    let glued = rest.chars().nth(1).is_some_and(char::is_alphabetic);
    glued && (mark == '\'' || mark == '"' && quotes.is_multiple_of(2))
}

/// More than two letters, the last of them small: no abbreviation, no initial.
fn ends_a_word(text: &str) -> bool {
    let is_break = |c: char| !c.is_alphabetic();
    let word = text.rsplit(is_break).next().unwrap_or_default();
    let before = text[..text.len() - word.len()].chars().next_back();
    let plain = before.is_none_or(|c| matches!(c, '"' | '“' | '(' | '‘' | '—' | '–' | '/' | '-'));
    plain && word.chars().nth(2).is_some() && word.ends_with(char::is_lowercase)
}

/// A capitalised word that ends where the run ends or at a mark: no address, no name of a file.
fn opens_a_word(rest: &str) -> bool {
    let word = rest.trim_start_matches(['"', '“', '‘', '\'']);
    let Some(first) = word.chars().next().filter(|c| c.is_uppercase()) else { return false };
    let tail = &word[first.len_utf8()..];
    let small = |c: char| c.is_lowercase() || matches!(c, '\'' | '’' | '-');
    let marks = tail.trim_start_matches(small);
    let alone = marks.len() == tail.len();
    let ends = marks.trim_start_matches([',', '.', '?', '!', ':', ';', '"', '”']).is_empty();
    ends && (!alone || matches!(first, 'A' | 'I')) && !is_domain(&tail[..tail.len() - marks.len()])
}

/// The rest of "Com", "Org" and "Net".
fn is_domain(tail: &str) -> bool {
    matches!(tail, "om" | "rg" | "et")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(chunk: &str, quotes: usize) -> Vec<&str> {
        let mut at = 0;
        let mut ends: Vec<usize> = ends_inside(chunk, quotes).collect();
        ends.push(chunk.len());
        ends.into_iter().map(|end| &chunk[std::mem::replace(&mut at, end)..end]).collect()
    }

    #[test]
    fn lost_spaces() {
        assert_eq!(cut("again.Ministers", 0), ["again.", "Ministers"]);
        assert_eq!(cut("met.\"The", 0), ["met.", "\"The"]);
        assert_eq!(cut("met.\"The", 1), ["met.\"", "The"]);
        assert_eq!(cut("done.”They’ve", 0), ["done.”", "They’ve"]);
    }

    #[test]
    fn no_lost_spaces() {
        for whole in ["U.S.A", "example.Com", "J.Berg", "v2.Next", "notes.txt", "e.g.This"] {
            assert_eq!(cut(whole, 0), [whole]);
        }
    }
}
