//! `export`: the record in the files of other programs.

use std::io::{IsTerminal, Write};

use exporter::{Extent, Material, Output};
use serde::Serialize;

use crate::args::Export;
use crate::output::{self, Screen};
use crate::status::Status;
use view::{Opened, Usage};

/// Writes the record.
pub fn run(args: &Export, screen: &Screen) -> anyhow::Result<Status> {
    let nowhere = args.output.is_none() && std::io::stdout().is_terminal();
    if args.format.is_packed() && nowhere {
        let format = args.format;
        return Err(Usage(format!("{format} is not for a terminal; name a file with -o")).into());
    }
    if args.dyads && !args.format.is_layout() {
        let format = args.format;
        return Err(Usage(format!("{format} keeps meetings whole; leave --dyads out")).into());
    }
    let opened = Opened::at(&args.kept.record, args.as_of)?;
    let extent = if args.full_text { Extent::FullText } else { Extent::Quotes };
    let whole = Material::of(&opened.record, &opened.index, &opened.kept.articles, extent);
    let material = if args.dyads { whole.in_dyads() } else { whole };
    let exported = args.format.write(&material);
    for line in &exported.notes {
        screen.tell(&format!("{}: {line}", args.format));
    }
    let notes = exported.notes;
    match &args.output {
        None => show(exported.output)?,
        Some(path) => {
            view::write(path, exported.output)?;
            if args.kept.json {
                let (format, output) = (args.format.as_str(), path.display().to_string());
                output::print_json(&WrittenOut { format, output, notes })?;
            }
        }
    }
    Ok(Status::Done)
}

/// What `--json` says of an export that went into a file.
#[derive(Serialize)]
struct WrittenOut {
    format: &'static str,
    output: String,
    notes: Vec<String>,
}

fn show(output: Output) -> anyhow::Result<()> {
    let mut out = std::io::stdout().lock();
    out.write_all(&output.into_bytes())?;
    Ok(out.flush()?)
}
