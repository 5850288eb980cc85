//! `demo`: the bundled example, read and served.

use std::num::NonZero;
use std::path::{Path, PathBuf};

use anyhow::Context;
use pipeline::{Given, Input, Reader, Tools, read_into};
use store::Store;

use crate::args::Demo;
use crate::output;
use crate::status::Status;
use view::names;

/// A page of the example: its name and its bytes.
type Bundled = (&'static str, &'static [u8]);

macro_rules! page {
    ($name:literal) => {
        ($name, include_bytes!(concat!("../../../../examples/moscow-talks/pages/", $name)))
    };
}

/// The example.
const PAGES: [Bundled; 14] = [
    page!("01-strait-wire-first-talks.html"),
    page!("02-northgate-correspondent.html"),
    page!("03-bosphorus-monitor-denial.html"),
    page!("04-readout-register-deputies.html"),
    page!("05-anatolia-ledger-early-may.html"),
    page!("06-strait-wire-four-way-talks.html"),
    page!("07-gulf-portal-reprint.txt"),
    page!("08-barada-press-withdrawal.txt"),
    page!("09-caspian-gazette-postponed.txt"),
    page!("10-levant-desk-new-date.txt"),
    page!("11-strait-wire-foreign-ministers.html"),
    page!("12-harbour-daily-rewrite.txt"),
    page!("13-alborz-report-terms.html"),
    page!("14-caspian-gazette-astana.txt"),
];

/// Reads the example into a record of its own and serves it.
pub fn run(args: &Demo) -> anyhow::Result<Status> {
    let record = args.record.clone().unwrap_or_else(temporary);
    read(&record)?;
    super::serve::serve(&record, &args.listening)
}

/// What is in the record already is not read again, so a person’s verdicts stay.
fn read(record: &Path) -> anyhow::Result<()> {
    let advice = || format!("cannot write {}; name another file with --record", record.display());
    let mut store = Store::create(record).with_context(advice)?;
    let (tools, given) = (Tools::shipped(), Given::default());
    let jobs = std::thread::available_parallelism().unwrap_or(NonZero::<usize>::MIN);
    let reader = Reader { tools: &tools, given: &given, jobs };
    let held =
        |(name, bytes): &Bundled| Input::Held { name: (*name).to_owned(), bytes: bytes.to_vec() };
    let inputs: Vec<Input> = PAGES.iter().map(held).collect();
    let outcome = read_into(&mut store, &inputs, &reader, |_| {})?;
    let read = names::count(outcome.articles, "article");
    output::complain(&format!("read {read} of the bundled example into {}", record.display()));
    Ok(())
}

fn temporary() -> PathBuf {
    std::env::temp_dir().join(format!("rapporteur-demo-{}.db", Tools::version()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_whole_example_is_bundled() -> anyhow::Result<()> {
        let folder =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/moscow-talks/pages");
        let mut there = Vec::new();
        for entry in std::fs::read_dir(folder)? {
            there.push(entry?.file_name().to_string_lossy().into_owned());
        }
        there.sort();
        assert_eq!(there, PAGES.map(|(name, _)| name));
        Ok(())
    }
}
