//! `serve`: a record as pages and as an API over HTTP.

use std::path::Path;

use server::{Reach, Settings, listen};

use crate::args::{Listening, Serve};
use crate::output;
use crate::status::Status;

/// Serves until it is interrupted.
pub fn run(args: &Serve) -> anyhow::Result<Status> {
    serve(&args.record, &args.listening)
}

/// Serves the record in a file.
pub fn serve(record: &Path, how: &Listening) -> anyhow::Result<Status> {
    let reach = match how.host.as_slice() {
        [] => Reach::Loopback,
        names => Reach::Hosts(names.to_vec()),
    };
    let token = std::env::var("RAPPORTEUR_TOKEN").ok().filter(|token| !token.is_empty());
    let is_given = token.is_some();
    let settings = Settings { record: record.to_owned(), bind: how.bind, reach, token };
    let listening = listen(settings)?;
    output::print(&format!("http://{}/\n", listening.address))?;
    if !is_given {
        output::complain(&format!("token for programs that write: {}", listening.token));
    }
    output::complain("stop with Ctrl-C");
    listening.serve()?;
    Ok(Status::Done)
}
