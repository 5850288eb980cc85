//! `export`: the record in a file.

use anyhow::Context;

use crate::args::{Export, Format};
use crate::opened::Opened;
use crate::output;
use crate::status::Status;

/// Writes the record.
pub fn run(args: &Export) -> anyhow::Result<Status> {
    let opened = Opened::at(&args.kept.record, args.as_of)?;
    let text = match args.format {
        Format::Json => {
            serde_json::to_string_pretty(&exporter::whole(&opened.record, &opened.index))? + "\n"
        }
    };
    match &args.output {
        None => output::print(&text)?,
        Some(path) => std::fs::write(path, text).with_context(|| {
            format!("{} could not be written; check the folder", path.display())
        })?,
    }
    Ok(Status::Done)
}
