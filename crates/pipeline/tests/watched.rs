//! A part of a source that somebody leaves out is told, and the rest is read.

use std::convert::Infallible;
use std::num::NonZero;
use std::sync::Mutex;

use pipeline::{Gathered, Given, Input, Reader, Tools, gather_each, gather_watched};

const ROWS: &str = r#"{"id": "a", "text": "Turkey praised Iran on 3 May 2023."}
{"id": "b", "text": "Iran praised Turkey on 4 May 2023."}
{"id": "c", "text": "Turkey and Iran held talks in Ankara on 5 May 2023."}
"#;

fn sources() -> Vec<Input> {
    let held = |name: &str, words: &str| Input::Held { name: name.into(), bytes: words.into() };
    let nowhere = Input::File("no/such/page.html".into());
    vec![held("rows.jsonl", ROWS), nowhere, held("more.jsonl", ROWS.split('\n').next().unwrap())]
}

#[test]
fn a_part_that_is_left_out_is_told_and_the_rest_is_read() {
    let (tools, given) = (Tools::shipped(), Given::default());
    let reader = Reader { tools: &tools, given: &given, jobs: NonZero::new(2).unwrap() };
    let begun = Mutex::new(Vec::new());
    let begin = |part: usize| {
        begun.lock().unwrap().push(part);
        part != 1
    };
    let (mut names, mut odd) = (Vec::new(), Vec::new());
    let take = |part: Gathered| {
        names.extend(part.readings.iter().map(|reading| reading.article.name.clone()));
        odd.extend(part.problems.iter().map(|p| (p.path.clone(), p.problem.code.0.clone())));
        Ok::<(), Infallible>(())
    };
    let Ok(seen) = gather_watched(&sources(), &reader, begin, take);
    assert_eq!(names, ["a", "c", "a"]);
    let told = |path: &str, code: &str| (path.to_owned(), code.to_owned());
    assert_eq!(odd, [told("rows.jsonl", "P004"), told("no/such/page.html", "P001")]);
    assert_eq!((seen.files, seen.unread), (3, 1));
    let mut begun = begun.into_inner().unwrap();
    begun.sort_unstable();
    assert_eq!(begun, [0, 1, 2, 3, 4]);
}

#[test]
fn unwatched_nothing_is_left_out() {
    let (tools, given) = (Tools::shipped(), Given::default());
    let reader = Reader { tools: &tools, given: &given, jobs: NonZero::<usize>::MIN };
    let mut claims = 0;
    let Ok(seen) = gather_each(&sources(), &reader, |part| {
        claims += part.readings.iter().map(|reading| reading.claims.len()).sum::<usize>();
        Ok::<(), Infallible>(())
    });
    assert!(claims > 0);
    assert_eq!((seen.files, seen.unread), (3, 1));
}
