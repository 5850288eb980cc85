//! The tables of a language pack.

use std::sync::LazyLock;

use lexicon::{BadLine, Lexicon, Tables};
use text::{AnnotatedArticle, Article};

use crate::ground::{chosen, one_of};
use crate::stage::blank_tools;

const SHIPPED: [&str; 3] = [
    include_str!("../../languages/tr/names.tsv"),
    include_str!("../../languages/tr/words.tsv"),
    include_str!("../../languages/tr/calendar.tsv"),
];
/// Lines of a shipped table that stand for all of them: of one that is not asked about, and before what is asked.
const FEW: usize = 12;

static FIRST: LazyLock<[&str; 3]> = LazyLock::new(|| SHIPPED.map(first));

fn first(table: &'static str) -> &'static str {
    let ends = table.match_indices('\n').map(|(at, _)| at + 1);
    &table[..ends.take(FEW).last().unwrap_or_default()]
}

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
    let asked = usize::from(choice) % 3;
    let table = match choice & 64 > 0 {
        true => format!("{}{own}", FIRST[asked]),
        false => own.into_owned(),
    };
    let whole = one_of(1024, bytes);
    let mut all = if whole { SHIPPED } else { *FIRST };
    all[asked] = &table;
    let [names, words, calendar] = all;
    let tables = Tables { names, words, calendar };
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
    if whole {
        let lexicon = Lexicon::in_language("tr", tables);
        assert!(lexicon.is_err() || outcome.is_ok(), "a table is read whole that is not by lines");
        lexicon.err().into_iter().for_each(|bad| told(bad, &table));
    }
}

/// A bad line is a line of the table.
fn told(bad: BadLine, table: &str) {
    let (BadLine::Names(line) | BadLine::Words(line) | BadLine::Calendar(line)) = bad;
    assert!((1..=table.lines().count()).contains(&line), "{bad:?} of {table:?}");
}
