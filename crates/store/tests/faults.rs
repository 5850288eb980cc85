//! What becomes of a record when its disk fails or the power goes: what was said to be kept is there, what was not is
//! there as a whole or not at all, and the next run goes on.
//!
//! The first steps of the disk are tried one by one, and `RAPPORTEUR_FAULTS` says how many: 2,000 take some minutes.

mod disk;
mod making;

use std::io::Read;
use std::path::Path;

use disk::{Chance, Disk, Trouble};
use making::{reading, verdict};
use rusqlite::Connection;
use store::{SourceProblem, Store};
use text::{Digest, Problem, Severity};

/// So many steps of the disk are tried one by one.
fn steps() -> usize {
    std::env::var("RAPPORTEUR_FAULTS").ok().and_then(|many| many.parse().ok()).unwrap_or(240)
}

/// The ids in a record, by table.
type Held = Vec<(String, String)>;

/// One addition, by its number: pages, odd files and verdicts in turn.
fn add(store: &mut Store, number: usize) -> store::Result<()> {
    match number % 4 {
        0 => store.judge(&[verdict(&format!("reason {number}"))]),
        1 => {
            let problem = Problem::new("R002", Severity::Error, "no text");
            let content = Digest::of(&[number.to_string().as_bytes()]);
            store.add_problems(&[SourceProblem { path: format!("{number}.html"), content, problem }])
        }
        _ => {
            let pages: Vec<_> = (0..6).map(|n| reading(&format!("page {number} {n}"), 1)).collect();
            store.add(&pages, "1").map(drop)
        }
    }
}

/// Opens the record, which makes it if it is not there, and adds; zero only opens.
fn run(disk: &Disk, number: usize) -> store::Result<()> {
    let mut store = Store::create(Path::new(&disk.record()))?;
    if number > 0 { add(&mut store, number) } else { Ok(()) }
}

fn held(disk: &Disk) -> Held {
    let raw = Connection::open(disk.record()).unwrap();
    let sql = "SELECT 'article', id FROM articles UNION ALL SELECT 'claim', id FROM claims
        UNION ALL SELECT 'reading', number || outcome FROM readings
        UNION ALL SELECT 'tie', reading || claim FROM reading_claims
        UNION ALL SELECT 'problem', reading || json FROM problems
        UNION ALL SELECT 'source', id FROM source_problems
        UNION ALL SELECT 'judgement', id FROM judgements ORDER BY 1, 2";
    let mut select = raw.prepare(sql).unwrap();
    let rows = select.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    rows.map(Result::unwrap).collect()
}

/// A moment between two additions: the disk, what is on it, and how many steps the next addition takes.
struct Moment {
    number: usize,
    before: Disk,
    held: Option<Held>,
    after: Held,
    steps: usize,
}

/// Additions, one after another, until they have taken so many steps.
fn story(name: &str, steps: usize) -> Vec<Moment> {
    let disk = Disk::new(name);
    let (mut moments, mut taken, mut last) = (Vec::new(), 0, None);
    while taken < steps {
        let number = moments.len();
        let before = disk.copy(&format!("{name}-{number}"));
        let begun = disk.steps();
        run(&disk, number).unwrap();
        let after = held(&disk);
        let moment =
            Moment { number, before, held: last, after: after.clone(), steps: disk.steps() - begun };
        taken += moment.steps;
        last = Some(after);
        moments.push(moment);
    }
    moments
}

/// After trouble: all of it or nothing, all of it if that was said, sound, and the next run goes on.
fn check(moment: &Moment, disk: &Disk, was_said: bool, trial: &str) {
    let store = Store::create(Path::new(&disk.record())).unwrap();
    assert_eq!(store.verify().unwrap().mismatches, [], "{trial}");
    drop(store);
    let found = held(disk);
    let is_before = moment.held.as_ref().map_or(found.is_empty(), |held| *held == found);
    assert!(found == moment.after || (is_before && !was_said), "{trial}: said {was_said}");
    run(disk, moment.number).unwrap();
    assert!(held(disk) == moment.after, "{trial}: the next run");
}

/// Tries each step of each addition, up to so many in all.
fn each_step(moments: &[Moment], mut try_one: impl FnMut(&Moment, usize)) -> usize {
    let all = moments.iter().flat_map(|moment| (0..moment.steps).map(move |step| (moment, step)));
    all.take(steps()).map(|(moment, step)| try_one(moment, step)).count()
}

/// A record of the first layout, and how it is brought up to date.
fn update(name: &str) -> Moment {
    let disk = Disk::new(name);
    let packed = std::fs::File::open("tests/layouts/1.db.gz").unwrap();
    let mut bytes = Vec::new();
    flate2::read::GzDecoder::new(packed).read_to_end(&mut bytes).unwrap();
    disk.load(bytes);
    let before = disk.copy(&format!("{name}-before"));
    let held = held(&disk);
    run(&disk, 0).unwrap();
    assert!(disk.steps() > 20);
    Moment { number: 0, before, held: Some(held.clone()), after: held, steps: disk.steps() }
}

#[test]
fn trouble_while_an_older_record_is_brought_up_to_date_loses_nothing() {
    let moment = update("update");
    let trials = (0..moment.steps).flat_map(|step| Trouble::ALL.map(|trouble| (step, trouble)));
    for (step, trouble) in trials.step_by(if steps() < 2_000 { 7 } else { 1 }) {
        let disk = moment.before.copy("update-trial");
        disk.fails_at(step, trouble);
        let was_said = run(&disk, 0).is_ok();
        disk.cut(&mut Chance(step as u64));
        check(&moment, &disk, was_said, &format!("at {step}: {trouble:?}, then a power cut"));
    }
}

#[test]
fn a_fault_at_any_step_loses_nothing_that_was_kept() {
    let moments = story("fault", steps());
    let mut refused = 0;
    let tried = each_step(&moments, |moment, step| {
        for trouble in Trouble::ALL {
            let disk = moment.before.copy("fault-trial");
            disk.fails_at(step, trouble);
            let was_said = run(&disk, moment.number).is_ok();
            refused += usize::from(!was_said);
            disk.mend();
            check(moment, &disk, was_said, &format!("{} at {step}: {trouble:?}", moment.number));
        }
    });
    assert_eq!(tried, steps());
    // Once the verdict has been reached that all is written some steps only tidy up.
    assert!(refused > tried * 2, "only {refused} of {} were refused", tried * 4);
}

#[test]
fn a_power_cut_at_any_step_loses_nothing_that_was_kept() {
    let moments = story("power", steps());
    let tried = each_step(&moments, |moment, step| {
        for seed in 0..3 {
            let disk = moment.before.copy("power-trial");
            disk.fails_at(step, Trouble::Dead);
            let was_said = run(&disk, moment.number).is_ok();
            disk.cut(&mut Chance(seed * 7_919 + step as u64));
            check(moment, &disk, was_said, &format!("{} at {step}, cut {seed}", moment.number));
        }
    });
    assert_eq!(tried, steps());
}

#[test]
fn the_disk_of_these_tests_does_lose_what_it_was_not_asked_to_keep() {
    let moments = story("careless", 400);
    let last = moments.last().unwrap();
    let lost = (0..40).filter(|seed| {
        let disk = last.before.copy("careless-trial");
        let raw = Connection::open(disk.record()).unwrap();
        raw.execute_batch("PRAGMA synchronous = OFF").unwrap();
        let article = "INSERT INTO source_problems (id, path, json) VALUES ('id', 'path', '{}')";
        raw.execute(article, []).unwrap();
        drop(raw);
        disk.cut(&mut Chance(*seed));
        let raw = Connection::open(disk.record()).unwrap();
        let sql = "SELECT count(*) FROM source_problems WHERE id = 'id'";
        raw.query_row(sql, [], |row| row.get::<_, i64>(0)) != Ok(1)
    });
    assert!(lost.count() > 10);
}
