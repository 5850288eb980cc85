//! `judge`: a person's verdict. It outweighs the tools' and is never overwritten.

use jiff::Timestamp;
use record::{Correction, Field, Judge, Judgement, Verdict};
use store::Store;
use view::{Opened, Usage, names};

use crate::args::{self, Reason};
use crate::output;
use crate::status::Status;

/// Keeps the verdict and says what it is about.
pub fn run(args: &args::Judge) -> anyhow::Result<Status> {
    match args {
        args::Judge::Same(pair) => of_two(pair, Verdict::Same),
        args::Judge::Different(pair) => of_two(pair, Verdict::Different),
        args::Judge::Reject(single) => of_one(single, Verdict::Reject),
        args::Judge::Accept(single) => of_one(single, Verdict::Accept),
        args::Judge::Withdraw(single) => withdrawn(single),
        args::Judge::Correct(correct) => corrected(correct),
    }
}

fn of_two(pair: &args::Pair, verdict: Verdict) -> anyhow::Result<Status> {
    let opened = open(&pair.reason)?;
    let two = (view::target(&opened, &pair.first)?, view::target(&opened, &pair.second)?);
    let judge = judge(&pair.reason);
    let judgements = view::of_two(&opened, two, verdict, (&judge, &pair.reason.why))?;
    keep(&pair.reason, &judgements)
}

fn of_one(single: &args::Single, verdict: Verdict) -> anyhow::Result<Status> {
    let opened = open(&single.reason)?;
    let judge = judge(&single.reason);
    let target = view::target(&opened, &single.id)?;
    let why = (&judge, single.reason.why.as_str());
    keep(&single.reason, &view::of_one(&opened, target, verdict, why))
}

fn withdrawn(single: &args::Single) -> anyhow::Result<Status> {
    let opened = open(&single.reason)?;
    let target = view::target(&opened, &single.id)?;
    let why = (&judge(&single.reason), single.reason.why.as_str());
    let taken_back = view::withdrawal(&opened, target, why);
    if taken_back.is_empty() {
        return Err(Usage("you hold nothing of that; name yourself with --by".to_owned()).into());
    }
    keep(&single.reason, &taken_back)
}

fn corrected(args: &args::Correct) -> anyhow::Result<Status> {
    let opened = open(&args.reason)?;
    let judge = judge(&args.reason);
    let target = view::target(&opened, &args.id)?;
    let unknown = || Usage(format!("there is no field “{}”", args.field));
    let field = Field::named(&args.field).ok_or_else(unknown)?;
    let correction = Correction { field, value: args.value.clone() };
    let why = (&judge, args.reason.why.as_str());
    keep(&args.reason, &view::correction(&opened, target, &correction, why)?)
}

fn open(reason: &Reason) -> anyhow::Result<Opened> {
    if reason.why.trim().is_empty() {
        return Err(Usage("a judgement needs a reason; give it with --why".to_owned()).into());
    }
    Opened::at(&reason.kept.record, None)
}

fn judge(reason: &Reason) -> Judge {
    let login = || ["USER", "LOGNAME", "USERNAME"].iter().find_map(|name| std::env::var(name).ok());
    let name = reason.by.clone().or_else(login).unwrap_or_else(|| "unnamed".to_owned());
    Judge::Person { name, at: Timestamp::now().to_string() }
}

fn keep(reason: &Reason, judgements: &[Judgement]) -> anyhow::Result<Status> {
    if judgements.is_empty() {
        return Err(Usage("no claims stand behind these ids; nothing to judge".to_owned()).into());
    }
    Store::reopen(&reason.kept.record)?.judge(judgements)?;
    if reason.kept.json {
        output::print_json(&judgements)?;
    } else {
        output::print(&format!("kept: {}\n", names::count(judgements.len(), "judgement")))?;
    }
    Ok(Status::Done)
}
