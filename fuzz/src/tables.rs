//! The tables of a language pack.

use std::sync::LazyLock;

use lexicon::{BadLine, Lexicon, Tables};
use text::{AnnotatedArticle, Article};

use crate::ground::{chosen, one_of};
use crate::stage::blank_tools;

const NAMES: &str = include_str!("../../languages/tr/names.tsv");
const WORDS: &str = include_str!("../../languages/tr/words.tsv");
const CALENDAR: &str = include_str!("../../languages/tr/calendar.tsv");

/// Something to find days and words in.
static STORY: LazyLock<AnnotatedArticle> = LazyLock::new(|| {
    let text = "Dışişleri Bakanı 10 Mayıs 2023 Çarşamba günü Moskova'da görüştü. Pazartesi 5 Haziran'da yine buluşacaklar.";
    let tools = blank_tools();
    tools.annotator.annotate(&Article::of_paragraphs(text), &tools.lexicon).0
});

/// The first byte chooses the table, and whether it stands alone or behind the shipped one.
pub fn check(bytes: &[u8]) {
    let (choice, rest) = chosen(bytes);
    let own = String::from_utf8_lossy(rest);
    let shipped = [NAMES, WORDS, CALENDAR][usize::from(choice) % 3];
    let table = match choice & 64 > 0 {
        true => format!("{shipped}\n{own}"),
        false => own.into_owned(),
    };
    let tables = match choice % 3 {
        0 => Tables { names: &table, words: WORDS, calendar: CALENDAR },
        1 => Tables { names: NAMES, words: &table, calendar: CALENDAR },
        _ => Tables { names: NAMES, words: WORDS, calendar: &table },
    };
    let outcome = tables.tongue();
    match &outcome {
        Ok(tongue) => {
            let mut tokens = STORY.tokens.clone();
            tongue.gloss(&STORY.article, &STORY.sentences, &mut tokens);
            for time in tongue.find_times(&STORY.article, &STORY.sentences, &tokens) {
                assert!(time.span.slice(&STORY.article.text).is_some(), "{time:?}");
            }
        }
        Err(bad) => told(*bad, &table),
    }
    if one_of(256, bytes) {
        let whole = Lexicon::in_language("tr", tables);
        assert!(whole.is_err() || outcome.is_ok(), "a table is read whole that is not by lines");
        whole.err().into_iter().for_each(|bad| told(bad, &table));
    }
}

/// A bad line is a line of the table.
fn told(bad: BadLine, table: &str) {
    let (BadLine::Names(line) | BadLine::Words(line) | BadLine::Calendar(line)) = bad;
    assert!((1..=table.lines().count()).contains(&line), "{bad:?} of {table:?}");
}
