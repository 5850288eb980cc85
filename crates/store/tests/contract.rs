//! What every store promises, wherever it is: the same suite on an SQLite file and on PostgreSQL.

mod making;
mod server;

use making::{TEXT, article, claim, reading, verdict};
use store::{Added, Copied, Error, Found, SourceProblem, Store};
use text::{Digest, Problem, Severity};

/// A new place for a record, gone when the test is over.
trait Place: Sync {
    fn new(name: &str) -> Option<Self>
    where
        Self: Sized;
    fn location(&self) -> &std::path::Path;

    fn made(&self) -> Store {
        Store::create(self.location()).unwrap()
    }
}

struct File(tempfile::TempDir, std::path::PathBuf);

impl Place for File {
    fn new(_: &str) -> Option<File> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("record.db");
        Some(File(folder, path))
    }

    fn location(&self) -> &std::path::Path {
        debug_assert!(self.0.path().exists());
        &self.1
    }
}

#[cfg(feature = "postgres")]
impl Place for server::Database {
    fn new(name: &str) -> Option<server::Database> {
        server::Database::new(name)
    }

    fn location(&self) -> &std::path::Path {
        self.address()
    }
}

/// Each promise, tested in each kind of place.
macro_rules! promises {
    ($($promise:ident)*) => {
        mod in_a_file {
            $(#[test]
            fn $promise() {
                let place = <super::File as super::Place>::new(stringify!($promise));
                super::$promise(&place.unwrap());
            })*
        }

        #[cfg(feature = "postgres")]
        mod on_a_server {
            $(#[test]
            fn $promise() {
                let place = <super::server::Database as super::Place>::new(stringify!($promise));
                if let Some(place) = place {
                    super::$promise(&place);
                }
            })*
        }
    };
}

promises! {
    what_goes_in_comes_out_sorted_by_id
    a_second_reading_of_the_same_adds_nothing
    the_same_article_twice_at_once_is_one
    only_the_last_reading_counts_and_the_earlier_one_is_kept
    judgements_come_back_in_order_and_once
    problems_of_files_are_kept_once
    search_finds_words_and_ignores_operators
    search_looks_past_accents_and_in_claims_that_count
    the_revision_grows_with_all_that_is_added_and_with_nothing_else
    a_store_opened_to_look_at_adds_nothing
    what_is_not_there_is_missing
    all_that_was_kept_verifies
    a_copy_holds_all_and_a_second_one_adds_nothing
    several_writers_keep_each_reading_once
    letters_of_all_kinds_come_back_as_they_were
}

fn what_goes_in_comes_out_sorted_by_id(place: &impl Place) {
    let mut store = place.made();
    let readings = [reading("b", 1), reading("a", 1)];
    let added = store.add(&readings, "1").unwrap();
    assert_eq!(added, Added { articles: 2, claims: 2, readings: 2 });
    let mut articles = readings.clone().map(|r| r.article);
    articles.sort_by_key(|a| a.id);
    let mut claims = readings.map(|r| r.claims[0].clone());
    claims.sort_by_key(|c| c.id);
    assert_eq!(store.articles().unwrap(), articles);
    assert_eq!(store.claims().unwrap(), claims);
    assert_eq!(store.problems().unwrap().len(), 2);
}

fn a_second_reading_of_the_same_adds_nothing(place: &impl Place) {
    place.made().add(&[reading("b", 1), reading("a", 1)], "1").unwrap();
    let mut store = Store::reopen(place.location()).unwrap();
    assert_eq!(store.add(&[reading("a", 1), reading("b", 1)], "1").unwrap(), Added::default());
}

fn the_same_article_twice_at_once_is_one(place: &impl Place) {
    let mut store = place.made();
    let added = store.add(&[reading("a", 1), reading("a", 2), reading("a", 2)], "1").unwrap();
    assert_eq!(added, Added { articles: 1, claims: 2, readings: 2 });
    assert_eq!(store.claims().unwrap()[0].tool.version, 2);
}

fn only_the_last_reading_counts_and_the_earlier_one_is_kept(place: &impl Place) {
    let mut store = place.made();
    store.add(&[reading("a", 1)], "1").unwrap();
    store.add(&[reading("a", 2)], "2").unwrap();
    let current: Vec<_> = store.claims().unwrap().iter().map(|c| c.tool.version).collect();
    assert_eq!(current, [2]);
    assert_eq!(store.all_claims().unwrap().len(), 2);
    assert_eq!(store.problems().unwrap().len(), 1);
}

fn judgements_come_back_in_order_and_once(place: &impl Place) {
    let mut store = place.made();
    store.judge(&[verdict("second thoughts"), verdict("a first look")]).unwrap();
    store.judge(&[verdict("second thoughts")]).unwrap();
    let reasons: Vec<_> = store.judgements().unwrap().into_iter().map(|j| j.reason).collect();
    assert_eq!(reasons, ["second thoughts", "a first look"]);
}

fn problems_of_files_are_kept_once(place: &impl Place) {
    let mut store = place.made();
    let odd = odd_file();
    store.add_problems(&[odd.clone(), odd.clone()]).unwrap();
    store.add_problems(&[SourceProblem { path: "./a.html".to_owned(), ..odd.clone() }]).unwrap();
    assert_eq!(store.source_problems().unwrap(), [(odd.path, odd.problem)]);
}

fn odd_file() -> SourceProblem {
    let problem = Problem::new("R006", Severity::Error, "there is nothing in it");
    SourceProblem { path: "a.html".to_owned(), content: Digest::of(&[b""]), problem }
}

fn search_finds_words_and_ignores_operators(place: &impl Place) {
    let mut store = place.made();
    store.add(&[reading("a", 1)], "1").unwrap();
    let hits = store.search("lifting roadblock", 10).unwrap();
    assert!(matches!(hits[0].place, Found::Claim(_)), "{hits:?}");
    assert!(matches!(hits[1].place, Found::Article(_)), "{hits:?}");
    assert!(hits[0].excerpt.contains("«roadblocks»"), "{hits:?}");
    for odd in ["", "\"", "AND (", "quote:x*", "-- '; DROP", "zebra & roadblock", "!roadblock | x"]
    {
        assert_eq!(store.search(odd, 10).unwrap(), [], "{odd}");
    }
}

fn search_looks_past_accents_and_in_claims_that_count(place: &impl Place) {
    let mut store = place.made();
    store.add(&[reading("a", 1)], "1").unwrap();
    let found = store.search("róadblocks", 10).unwrap();
    assert!(found.iter().any(|hit| matches!(hit.place, Found::Claim(_))), "{found:?}");
    let mut emptied = reading("a", 1);
    emptied.claims.clear();
    store.add(&[emptied], "2").unwrap();
    let found = store.search("roadblocks", 10).unwrap();
    assert!(matches!(found[..], [ref hit] if matches!(hit.place, Found::Article(_))), "{found:?}");
}

fn the_revision_grows_with_all_that_is_added_and_with_nothing_else(place: &impl Place) {
    let mut store = place.made();
    let mut last = store.revision().unwrap();
    let mut grown = |store: &Store| {
        let now = store.revision().unwrap();
        assert!(now > last, "{now} after {last}");
        last = now;
    };
    store.add(&[reading("a", 1)], "1").unwrap();
    grown(&store);
    store.add(&[reading("a", 2)], "1").unwrap();
    grown(&store);
    store.add_problems(&[odd_file()]).unwrap();
    grown(&store);
    store.judge(&[verdict("so it is")]).unwrap();
    grown(&store);
    let before = store.revision().unwrap();
    store.articles().unwrap();
    store.search("roadblocks", 1).unwrap();
    assert_eq!(store.revision().unwrap(), before);
}

fn a_store_opened_to_look_at_adds_nothing(place: &impl Place) {
    place.made().add(&[reading("a", 1)], "1").unwrap();
    let mut store = Store::open(place.location()).unwrap();
    assert!(store.add(&[reading("b", 1)], "1").is_err());
    assert!(store.judge(&[verdict("no")]).is_err());
    assert_eq!(store.articles().unwrap().len(), 1);
}

fn what_is_not_there_is_missing(place: &impl Place) {
    assert!(matches!(Store::open(place.location()), Err(Error::Missing(_))));
    assert!(matches!(Store::reopen(place.location()), Err(Error::Missing(_))));
}

fn all_that_was_kept_verifies(place: &impl Place) {
    let mut store = place.made();
    store.add(&[reading("b", 1), reading("a", 1)], "1").unwrap();
    store.judge(&[verdict("the same")]).unwrap();
    let sound = store.verify().unwrap();
    assert_eq!((sound.articles, sound.claims, sound.mismatches), (2, 2, vec![]));
    assert_eq!(sound.quotes, 4, "the evidence and the speaker of each claim");
}

fn a_copy_holds_all_and_a_second_one_adds_nothing(place: &impl Place) {
    let mut store = Store::in_memory().unwrap();
    store.add(&[reading("a", 1), reading("b", 1)], "1").unwrap();
    store.add(&[reading("a", 2)], "2").unwrap();
    store.add_problems(&[odd_file()]).unwrap();
    store.judge(&[verdict("second thoughts"), verdict("a first look")]).unwrap();
    let mut copy = place.made();
    let copied = store.copy_to(&mut copy).unwrap();
    assert_eq!(copied, Copied { readings: 3, articles: 2, claims: 3, judgements: 2 });
    let mut back = Store::in_memory().unwrap();
    copy.copy_to(&mut back).unwrap();
    for same in [&copy, &back] {
        assert_eq!(same.articles().unwrap(), store.articles().unwrap());
        assert_eq!(same.claims().unwrap(), store.claims().unwrap());
        assert_eq!(same.all_claims().unwrap(), store.all_claims().unwrap());
        assert_eq!(same.problems().unwrap(), store.problems().unwrap());
        assert_eq!(same.source_problems().unwrap(), store.source_problems().unwrap());
        assert_eq!(same.judgements().unwrap(), store.judgements().unwrap());
    }
    let again = store.copy_to(&mut copy).unwrap();
    assert_eq!((again.articles, again.claims), (0, 0));
    assert_eq!(copy.claims().unwrap(), store.claims().unwrap());
}

fn several_writers_keep_each_reading_once(place: &impl Place) {
    drop(place.made());
    let readings: Vec<_> = (0..24).map(|n| reading(&format!("page-{n}"), 1)).collect();
    let added: Vec<Added> = std::thread::scope(|scope| {
        let write = |turn: usize| {
            let mut mine = readings.clone();
            mine.rotate_left(turn * 7);
            let mut store = Store::reopen(place.location()).unwrap();
            let adds = mine.chunks(5).map(move |some| store.add(some, "1").unwrap());
            adds.collect::<Vec<Added>>()
        };
        let writers: Vec<_> = (0..4).map(|turn| scope.spawn(move || write(turn))).collect();
        writers.into_iter().flat_map(|writer| writer.join().unwrap()).collect()
    });
    let sum = |field: fn(&Added) -> usize| added.iter().map(field).sum::<usize>();
    assert_eq!((sum(|a| a.articles), sum(|a| a.claims), sum(|a| a.readings)), (24, 24, 24));
    let store = Store::open(place.location()).unwrap();
    assert_eq!((store.claims().unwrap().len(), store.problems().unwrap().len()), (24, 24));
}

fn letters_of_all_kinds_come_back_as_they_were(place: &impl Place) {
    let mut store = place.made();
    let mut odd = reading("odd", 1);
    odd.article.text =
        format!("{TEXT} 𝔘 \u{202e}ﷺ\u{1}\u{7f} \\u0000 \\ ' \" {{}} «»\u{feff}\r\n\t");
    odd.article.title = Some("\u{fffd}\u{2028}".to_owned());
    odd.article.id = text::Article::identify(odd.article.capture, "odd", &odd.article.text, None);
    odd.claims = vec![claim(&odd.article, 1)];
    store.add(&[odd.clone()], "1").unwrap();
    assert_eq!(store.articles().unwrap(), [odd.article]);
    assert_eq!(store.verify().unwrap().mismatches, []);
    assert_ne!(article("odd").id, store.articles().unwrap()[0].id);
}
