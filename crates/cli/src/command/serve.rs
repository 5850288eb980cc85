//! `serve`: a record as pages and as an API over HTTP.

use std::path::Path;

use server::{Access, Limits, Reach, Settings, Tokens, listen};

use crate::args::{Listening, Serve};
use crate::output;
use crate::status::Status;

/// Serves until it is interrupted, or makes a token.
pub fn run(args: &Serve) -> anyhow::Result<Status> {
    match (&args.new_token, &args.listening.tokens) {
        (Some((name, scope)), Some(file)) => {
            let token = server::add_token(file, name, *scope)?;
            output::complain(&format!("{} now knows the token of {name}; it is:", file.display()));
            output::print(&format!("{token}\n"))?;
            Ok(Status::Done)
        }
        _ => serve(&args.record, &args.listening),
    }
}

/// Serves the record in a file.
pub fn serve(record: &Path, how: &Listening) -> anyhow::Result<Status> {
    let access = access(how)?;
    let is_told = access == Access::Machine(None);
    let listening = listen(settings(record, how, access))?;
    output::print(&format!("http://{}/\n", listening.address))?;
    if let Some(token) = listening.token.as_ref().filter(|_| is_told) {
        output::complain(&format!("token for programs that write: {token}"));
    }
    output::complain("stop with Ctrl-C");
    listening.serve()?;
    Ok(Status::Done)
}

fn access(how: &Listening) -> anyhow::Result<Access> {
    let given = || std::env::var("RAPPORTEUR_TOKEN").ok().filter(|token| !token.is_empty());
    match &how.tokens {
        Some(file) => Ok(Access::Tokens(Tokens::load(file)?)),
        None => Ok(Access::Machine(given())),
    }
}

fn settings(record: &Path, how: &Listening, access: Access) -> Settings {
    let reach = match how.host.as_slice() {
        [] => Reach::Loopback,
        names => Reach::Hosts(names.to_vec()),
    };
    let of_record = Settings::of(record);
    Settings {
        bind: how.bind,
        reach,
        access,
        limits: Limits::of_rate(how.rate),
        audit: how.audit.clone().unwrap_or_else(|| of_record.audit.clone()),
        proxy: how.proxy,
        ..of_record
    }
}
