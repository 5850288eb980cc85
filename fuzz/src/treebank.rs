//! Treebanks and lists of names that models are trained on.

use annotator::training::{Gold, headlines, read_bio, read_conllu, read_paragraphs, rows_of};

use crate::ground::chosen;

/// The first byte chooses between rows as they stand and rows whose columns are told by the bytes.
pub fn check(bytes: &[u8]) {
    let (choice, rest) = chosen(bytes);
    let text = String::from_utf8_lossy(rest);
    let text = match choice & 1 {
        0 => text.into_owned(),
        _ => columns(&text),
    };
    let rows = rows_of(&text, &[]);
    let sentences = read_conllu(&text, &[]);
    assert!(sentences.len() <= rows.len(), "sentences of no rows");
    sentences.iter().for_each(whole);
    headlines(&sentences);
    for gold in read_bio(&text) {
        assert_eq!(gold.forms.len(), gold.names.len());
    }
    for paragraph in read_paragraphs(&text, &[]) {
        assert!(
            paragraph.ends.iter().all(|end| paragraph.text.is_char_boundary(*end)),
            "{:?}",
            paragraph.ends
        );
    }
}

/// Words in lines: ten columns, the seventh the head, with a number before it if there is one.
fn columns(text: &str) -> String {
    let line = |(at, word): (usize, &str)| match word {
        "" => String::new(),
        word => {
            let head: String = word.chars().filter(char::is_ascii_digit).take(5).collect();
            let head = if head.is_empty() { "0" } else { &head };
            format!("{}\t{word}\t{word}\tNOUN\tNN\t_\t{head}\tdep\t_\tSpaceAfter=No", at + 1)
        }
    };
    text.split(['\n', ' ']).enumerate().map(line).collect::<Vec<_>>().join("\n")
}

/// Each word has each answer, and a head that is a word of its sentence or the root.
fn whole(gold: &Gold) {
    let words = gold.forms.len();
    let counts = [gold.tags.len(), gold.lemmas.len(), gold.heads.len(), gold.labels.len()];
    assert_eq!(counts, [words; 4], "{gold:?}");
    assert!(
        gold.heads.iter().all(|head| *head as usize <= words),
        "a head outside: {:?}",
        gold.heads
    );
}
