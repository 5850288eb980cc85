//! `copy`: all that one record holds, into another.

use store::Store;

use crate::args::Copy;
use crate::output;
use crate::status::Status;
use view::{names, record_file};

/// Copies, and says how much was new there.
pub fn run(args: &Copy) -> anyhow::Result<Status> {
    let from = Store::open(record_file(&args.from)?)?;
    let mut to = Store::create(record_file(&args.to)?)?;
    let copied = from.copy_to(&mut to)?;
    output::print(&format!(
        "{}, {}; new there: {}, {}\n",
        names::count(copied.readings, "reading"),
        names::count(copied.judgements, "judgement"),
        names::count(copied.articles, "article"),
        names::count(copied.claims, "claim"),
    ))?;
    Ok(Status::Done)
}
