//! `verify`: is everything still what it was?

use store::Store;

use crate::args::Kept;
use crate::output;
use crate::status::Status;
use view::{VerificationOut, names, record_file};

/// Prints what does not hold, and how much was looked at.
pub fn run(args: &Kept) -> anyhow::Result<Status> {
    let found = Store::open(record_file(&args.record)?)?.verify()?;
    if args.json {
        output::print_json(&VerificationOut::of(&found))?;
    } else {
        let mut text: String = found.mismatches.iter().map(|m| format!("{m}\n")).collect();
        text.push_str(&format!(
            "{}, {}, {} checked: {}\n",
            names::count(found.articles, "article"),
            names::count(found.claims, "claim"),
            names::count(found.quotes, "quote"),
            match found.mismatches.len() {
                0 => "all hold".to_owned(),
                1 => "1 mismatch".to_owned(),
                many => format!("{many} mismatches"),
            }
        ));
        output::print(&text)?;
    }
    Ok(if found.mismatches.is_empty() { Status::Done } else { Status::Mismatch })
}
