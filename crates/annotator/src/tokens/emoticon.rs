//! Faces made of marks: ":)", ";-)", ":D", "(:", "=)".

/// True if the whole is one face.
pub(super) fn is_emoticon(text: &str) -> bool {
    if text.len() > 4 {
        return false;
    }
    let upright = strip_eyes(text).map(strip_nose).is_some_and(is_mouth);
    upright || matches!(text, "(:" | "(-:" | "(;" | "<3" | "^_^" | "-_-" | "xD" | "XD")
}

/// A face stands behind a word, which is no longer than this, in bytes.
const LONGEST: usize = 64;

/// Length of the face at the end of a run, "thanks:)"; a bracket that opens before it takes its mouth away.
pub(super) fn at_end(run: &str) -> Option<usize> {
    let open = run.len() > LONGEST || run.contains(['(', '[']);
    [3, 2].into_iter().find(|&len| {
        let face = run.len().checked_sub(len).and_then(|at| run.get(at..));
        !open && face.is_some_and(|f| is_emoticon(f) && f.ends_with([')', '(']))
    })
}

fn strip_eyes(text: &str) -> Option<&str> {
    text.strip_prefix([':', ';', '='])
}

fn strip_nose(text: &str) -> &str {
    text.strip_prefix(['-', '\'', 'o']).unwrap_or(text)
}

fn is_mouth(text: &str) -> bool {
    matches!(text, ")" | "(" | "))" | "((" | "D" | "P" | "p" | "/" | "|" | "O")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faces_and_marks() {
        for face in [":)", ";-)", ":D", "(:", "=)", ":'(", "<3", ":))"] {
            assert!(is_emoticon(face), "{face}");
        }
        for marks in [":", ":-", ")", "):", "(", "10:3", "", "中"] {
            assert!(!is_emoticon(marks), "{marks}");
        }
        assert_eq!(at_end("thanks:-)"), Some(3));
        assert_eq!(at_end("(source:)"), None);
    }
}
