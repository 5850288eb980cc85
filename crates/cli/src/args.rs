//! What can be asked for.

use std::num::NonZero;
use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Parser, Subcommand, ValueEnum};
use exporter::Format;
use jiff::civil::Date;
use record::Field;

use crate::limits::Limits;

/// Keeps the auditable record of a negotiation from many outlets' pages.
#[derive(Debug, Parser)]
#[command(name = "rapporteur", version, max_term_width = 100, after_help = EXIT)]
pub struct Args {
    /// Say nothing on standard error but what made it fail
    #[arg(short, long, global = true)]
    pub quiet: bool,
    /// When to use bold and faint type
    #[arg(long, global = true, value_enum, value_name = "WHEN", default_value_t = Color::Auto)]
    pub color: Color,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Read pages into a record and print a short dossier
    Read(Read),
    /// Show one part of the record
    Show(Show),
    /// Show everything behind one row: the words, the voices, the rules, the judgements
    Explain(Explain),
    /// Find words in claims and articles
    Search(Search),
    /// Say that two things are the same or different, or that one was misread
    #[command(subcommand)]
    Judge(Judge),
    /// Check that every quote stands where its row says and every hash holds
    Verify(Kept),
    /// Show what is new, changed or withdrawn
    Diff(Diff),
    /// Run the reader alone: each article's text and what the page says of itself
    #[command(after_help = ARTICLE)]
    Article(Pages),
    /// Run the annotator alone: CoNLL-U, or who says, thinks and wants what
    #[command(after_help = ANNOTATE)]
    Annotate(Annotate),
    /// Run the event coder alone: CAMEO and PLOVER events of sentences
    #[command(after_help = CODE)]
    Code(Code),
    /// Code actor phrases alone: country, sector, person and office of "Kyiv police", "the former minister"
    #[command(after_help = ACTOR)]
    Actor(Actor),
    /// Write the record to a file
    Export(Export),
    /// Copy all that one record holds into another: a file, or a database
    Copy(Copy),
    /// Let several readers share the work of filling a record on a server
    #[cfg(feature = "postgres")]
    #[command(subcommand)]
    Queue(Queue),
    /// Show what is set by files and by the environment
    #[command(subcommand)]
    Config(Config),
    /// Print the script by which a shell completes command lines
    Completions(Completions),
    /// Print the manual, or write it as pages
    Man(Man),
    /// Put passages that the rules left to a language model, and keep what stands in them
    #[cfg(feature = "consult")]
    #[command(after_help = CONSULT)]
    Consult(Consult),
    /// Serve a record to an assistant: tools that only read, over standard input and output
    #[cfg(feature = "mcp")]
    #[command(after_help = MCP)]
    Mcp(Mcp),
    /// Build the bundled example’s record and serve it: the shortest way to see everything
    #[cfg(feature = "serve")]
    Demo(Demo),
    /// Serve a record as pages and as an API over HTTP
    #[cfg(feature = "serve")]
    #[command(after_help = SERVE)]
    Serve(Serve),
}

/// What `--help` says at its end.
const EXIT: &str = "\
Exit codes: 0 done; 1 the disk or the database failed; 2 the command makes no sense; 3 done, but some
input could not be read at all; 4 `verify` found a mismatch.";

/// When to use bold and faint type.
#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub enum Color {
    /// On a terminal, unless the environment has NO_COLOR; with CLICOLOR_FORCE elsewhere too
    Auto,
    /// Everywhere
    Always,
    /// Nowhere
    Never,
}

/// What `article --help` says at its end.
const ARTICLE: &str = "\
Formats are told by content, never by name: HTML, plain text, Markdown, JSON Lines and arrays, CSV and
TSV, RSS and Atom, WARC, messages and mailboxes, and gzip or zip of any of these. Of a file of any
length no more is held in memory than the piece at hand.

Articles come in the order of the input, each as soon as it is read: with --json one object a line,
without it a page for reading. What is odd goes to standard error; with --json what is odd in an
article is in its `problems`. An `id` given in a row is kept. Else a file's article is named by the
file without its ending, a row or an item of `news.csv` `news-7` by its number, and a page of a web
archive by the last part of its address.

Exit code 0: done. 2: bad usage. 3: done, but some input could not be read at all.

Examples:
  rapporteur article page.html
  rapporteur article pages/ --json > articles.jsonl
  rapporteur article crawl.warc.gz --json | head -n 20
  zcat rows.csv.gz | rapporteur article - --json --outlet 'Example Courier'";

/// `copy`
#[derive(Debug, clap::Args)]
pub struct Copy {
    /// The record to copy
    #[arg(value_name = "FROM")]
    pub from: PathBuf,
    /// Where to; made if there is none. What is there already is not added again
    #[arg(value_name = "TO")]
    pub to: PathBuf,
}

/// `queue`
#[cfg(feature = "postgres")]
#[derive(Debug, Subcommand)]
pub enum Queue {
    /// Put files on the queue
    Add(QueueAdd),
    /// Read what is on the queue, beside any number of others who do
    Work(QueueWork),
    /// Show how much waits
    Show(Kept),
}

/// `queue add`
#[cfg(feature = "postgres")]
#[derive(Debug, clap::Args)]
pub struct QueueAdd {
    /// Files and folders, on a disk that all readers see
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// The record’s database; its tables are made if there are none
    #[arg(long, value_name = "ADDRESS")]
    pub record: PathBuf,
}

/// `queue work`
#[cfg(feature = "postgres")]
#[derive(Debug, clap::Args)]
pub struct QueueWork {
    /// The record’s database
    #[arg(long, value_name = "ADDRESS")]
    pub record: PathBuf,
    /// How many files are read at once; as many as there are processors by default
    #[arg(long, value_name = "N")]
    pub jobs: Option<NonZero<usize>>,
    /// End when nothing waits; else wait for more
    #[arg(long)]
    pub until_empty: bool,
    /// How much one page may ask
    #[command(flatten)]
    pub limits: Limits,
}

/// What `code --help` says at its end.
const CODE: &str = "\
Each line of the input is a JSON object with `text`, and `id` and `date` (YYYY-MM-DD) if there are such;
each line of the output answers the line of the same number. `start` and `end` are bytes of `text`.
A line that cannot be read is answered with its `problem` and no events, and the exit code is 3.

A file of `--patterns` has lines like these; the patterns that ask for more win, and yours win among
equals:
  [046]                          what the patterns below mean: a CAMEO code, or [-] for nothing
  {truce} = truce ceasefire      words that stand for each other
  negotiate with +               a verb, and the target behind a preposition
  sign {truce} with|between +    a verb with its object
  n:visit to +                   a noun
  carry ~out {attack} on +       a particle

Examples:
  rapporteur code sentences.jsonl --json > events.jsonl
  echo '{\"id\": 1, \"text\": \"Turkey praised Iran.\"}' | rapporteur code -";

/// `code`
#[derive(Debug, clap::Args)]
pub struct Code {
    /// JSON Lines, or `-` for standard input
    #[arg(default_value = "-", value_name = "FILE")]
    pub file: PathBuf,
    /// Patterns of your own, beside the shipped ones
    #[arg(long, value_name = "FILE")]
    pub patterns: Vec<PathBuf>,
    /// How many threads; all processors by default. The order of the output stays the same
    #[arg(long, value_name = "N")]
    pub jobs: Option<NonZero<usize>>,
    /// Print JSON Lines; else a line an event for reading
    #[arg(long)]
    pub json: bool,
}

/// What `actor --help` says at its end.
const ACTOR: &str = "\
Input, one object a line: {\"id\", \"text\", \"date\", \"context\", \"start\", \"end\"}; only text has to be there. The
context is a sentence that the phrase stands in, start and end its bytes there.
Output, one line each, in the same order: {\"id\", \"country\", \"sector\", \"code\", \"name\", \"office\", \"basis\"}.
";

/// `actor`
#[derive(Debug, clap::Args)]
pub struct Actor {
    /// JSON Lines, or `-` for standard input
    #[arg(default_value = "-", value_name = "FILE")]
    pub file: PathBuf,
    /// Print JSON Lines; else a line a phrase for reading
    #[arg(long)]
    pub json: bool,
}

/// What `annotate --help` says at its end.
const ANNOTATE: &str = "\
With --json each article is one line of JSON: its id and its layers, each stretch with start and end in
bytes of the article's text.

With --attributions each article is one line of JSON: its id and its attributions, each with source,
cue and content as lists of [start, end), the kind of attribution (speech, document, thought, will,
stance, perception, appearance) and the manner (verbatim, mixed, paraphrase). Offsets are of the text
that `article --json` gives. Rows of JSON Lines with an `id` and a `text` are taken as they stand
instead, line by line: their offsets are of the row's own text.

Examples:
  rapporteur annotate page.html
  rapporteur annotate --attributions articles.jsonl > attributions.jsonl
  rapporteur annotate --attributions --unit characters - < articles.jsonl";

/// Which record.
#[derive(Clone, Debug, clap::Args)]
pub struct Kept {
    /// The record's file
    #[arg(long, value_name = "FILE", default_value = "rapporteur.db")]
    pub record: PathBuf,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

/// Which pages.
#[derive(Clone, Debug, clap::Args)]
pub struct Pages {
    /// Files, folders (with all that is in them), addresses of pages and feeds, or `-` for standard
    /// input
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Who published them
    #[arg(long, value_name = "NAME")]
    pub outlet: Option<String>,
    /// When they were published, as YYYY-MM-DD
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub published: Option<Date>,
    /// Read articles in another language too: a folder with its model and tables, named like `tr`; may be
    /// given several times
    #[arg(long, value_name = "DIR")]
    pub language_pack: Vec<PathBuf>,
    /// How many threads read; all processors by default. The order of the output stays the same
    #[arg(long, value_name = "N")]
    pub jobs: Option<NonZero<usize>>,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
    /// How to fetch what is an address
    #[cfg(feature = "fetch")]
    #[command(flatten)]
    pub fetching: Fetching,
    /// How much one page may ask
    #[command(flatten)]
    pub limits: Limits,
}

/// How to fetch what is an address.
#[cfg(feature = "fetch")]
#[derive(Clone, Debug, clap::Args)]
#[command(next_help_heading = "Fetching")]
pub struct Fetching {
    /// Where to keep what was received; `read` keeps it beside the record
    #[arg(long, value_name = "FILE.warc.gz", value_parser = archive)]
    pub warc: Option<PathBuf>,
    /// At most so many pages of those that feeds and sitemaps list
    #[arg(long, value_name = "N", default_value_t = 50)]
    pub max_pages: usize,
    /// Fetch from this machine and its own networks too
    #[arg(long)]
    pub allow_private: bool,
    /// How the owner of a site can reach you: an address or a page, told to each site
    #[arg(long, value_name = "TEXT", value_parser = contact)]
    pub contact: Option<String>,
}

/// `annotate`
#[derive(Debug, clap::Args)]
pub struct Annotate {
    /// Which pages
    #[command(flatten)]
    pub pages: Pages,
    /// Print who says, thinks and wants what, one article a line
    #[arg(long)]
    pub attributions: bool,
    /// What offsets count
    #[arg(long, value_enum, default_value_t = Unit::Bytes, requires = "attributions")]
    pub unit: Unit,
}

/// What offsets count.
#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub enum Unit {
    /// Bytes of UTF-8
    Bytes,
    /// Unicode characters, as Python's strings count
    Characters,
}

/// `read`
#[derive(Debug, clap::Args)]
pub struct Read {
    /// Which pages
    #[command(flatten)]
    pub pages: Pages,
    /// The record's file; made if there is none
    #[arg(long, value_name = "FILE", default_value = "rapporteur.db")]
    pub record: PathBuf,
    /// Print the record as it could be known at the end of this day
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub as_of: Option<Date>,
}

/// `show`
#[derive(Debug, clap::Args)]
pub struct Show {
    /// Which part; the dossier if none is named
    pub what: Option<Part>,
    /// Only the row of this id or beginning of one
    pub id: Option<String>,
    /// Only rows of this party, by code (`TUR`) or name
    #[arg(long)]
    pub party: Option<String>,
    /// The record as it could be known at the end of this day
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub as_of: Option<Date>,
    /// Which record
    #[command(flatten)]
    pub kept: Kept,
}

/// A part of the record.
#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub enum Part {
    /// Who met whom, where and when
    #[value(alias = "meeting")]
    Meetings,
    /// Who said what, in whose words
    #[value(alias = "statement")]
    Statements,
    /// Who did what to whom, in codes
    #[value(alias = "event")]
    Events,
    /// What waits for what
    #[value(alias = "condition")]
    Conditions,
    /// Who promised what
    #[value(alias = "commitment")]
    Commitments,
    /// Who stands where on what
    #[value(alias = "position")]
    Positions,
    /// All of it by day
    Timeline,
    /// Which reports are one
    #[value(alias = "origin")]
    Origins,
    /// Where accounts differ
    #[value(alias = "disagreement")]
    Disagreements,
    /// Who acts
    #[value(alias = "actor")]
    Actors,
    /// What was read
    #[value(alias = "document")]
    Documents,
    /// What was odd
    #[value(alias = "problem")]
    Problems,
}

/// `explain`
#[derive(Debug, clap::Args)]
pub struct Explain {
    /// A row's id, the beginning of one, a claim's id, or a document's name
    pub id: String,
    /// The record as it could be known at the end of this day
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub as_of: Option<Date>,
    /// Which record
    #[command(flatten)]
    pub kept: Kept,
}

/// `search`
#[derive(Debug, clap::Args)]
pub struct Search {
    /// The words; all must be there
    #[arg(required = true)]
    pub words: Vec<String>,
    /// At most so many claims, and as many articles
    #[arg(long, default_value_t = 20)]
    pub limit: u32,
    /// Which record
    #[command(flatten)]
    pub kept: Kept,
}

/// `judge`
#[derive(Debug, Subcommand)]
pub enum Judge {
    /// Two rows or claims are one
    Same(Pair),
    /// Two rows or claims are not one; a document beside a row means what it adds to the row
    Different(Pair),
    /// A row or claim was misread
    Reject(Single),
    /// A row or claim was read rightly: nothing changes, but somebody has looked
    Accept(Single),
    /// One field was misread: `judge correct m-… status held --why …`
    Correct(Correct),
    /// Take back what you held of a row or claim
    Withdraw(Single),
}

/// Two things and why.
#[derive(Debug, clap::Args)]
pub struct Pair {
    /// One
    pub first: String,
    /// The other
    pub second: String,
    /// Why, and by whom
    #[command(flatten)]
    pub reason: Reason,
}

/// One thing and why.
#[derive(Debug, clap::Args)]
pub struct Single {
    /// Which
    pub id: String,
    /// Why, and by whom
    #[command(flatten)]
    pub reason: Reason,
}

/// One thing, and what its field should have been read as.
#[derive(Debug, clap::Args)]
pub struct Correct {
    /// Which
    pub id: String,
    /// Which field
    #[arg(value_parser = PossibleValuesParser::new(Field::ALL.map(Field::as_str)))]
    pub field: String,
    /// As it is written in JSON: `held`, `defence_minister`, `2023-05-10`; empty for “not said”
    pub value: String,
    /// Why, and by whom
    #[command(flatten)]
    pub reason: Reason,
}

/// Why, and by whom.
#[derive(Debug, clap::Args)]
pub struct Reason {
    /// Why, in one line that another can check
    #[arg(long, value_name = "TEXT")]
    pub why: String,
    /// Who judges; the login name by default
    #[arg(long, value_name = "NAME")]
    pub by: Option<String>,
    /// Which record
    #[command(flatten)]
    pub kept: Kept,
}

/// `diff`
#[derive(Debug, clap::Args)]
pub struct Diff {
    /// Two records: the earlier and the later
    #[arg(num_args = 2, value_names = ["A", "B"], required_unless_present = "since")]
    pub records: Vec<PathBuf>,
    /// What was first reported after this day
    #[arg(long, value_name = "DATE", value_parser = day, conflicts_with = "records")]
    pub since: Option<Date>,
    /// Which record, with --since
    #[command(flatten)]
    pub kept: Kept,
}

/// `export`
#[derive(Debug, clap::Args)]
pub struct Export {
    /// In which format
    #[arg(long, value_parser = formats())]
    pub format: Format,
    /// Where to; standard output by default. Several files go into a folder, or into one file if
    /// its name ends in .zip
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Write the text of every article, not only the words that bear rows out
    #[arg(long, num_args = 0..=1, require_equals = true, default_value_t = false)]
    #[arg(default_missing_value = "true", action = clap::ArgAction::Set)]
    pub full_text: bool,
    /// Take meetings apart for the layouts of event data: a line for each two sides, in both directions
    #[arg(long)]
    pub dyads: bool,
    /// The record as it could be known at the end of this day
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub as_of: Option<Date>,
    /// Which record
    #[command(flatten)]
    pub kept: Kept,
}

/// `config`
#[derive(Debug, Subcommand)]
pub enum Config {
    /// Print every key, its value and where that comes from
    Show(ConfigShow),
}

/// `config show`
#[derive(Debug, clap::Args)]
pub struct ConfigShow {
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

/// `completions`
#[derive(Debug, clap::Args)]
pub struct Completions {
    /// Which shell
    pub shell: clap_complete::Shell,
}

/// `man`
#[derive(Debug, clap::Args)]
pub struct Man {
    /// Of which command; of all in short if none is named
    pub command: Vec<String>,
    /// Write a page for each command into this folder
    #[arg(long, value_name = "DIR", conflicts_with = "command")]
    pub dir: Option<PathBuf>,
    /// Write Markdown instead, as the reference of the book: commands and keys
    #[arg(long, requires = "dir")]
    pub markdown: bool,
}

/// The formats by name, each with what it is.
fn formats() -> impl TypedValueParser<Value = Format> {
    let known = |format: &Format| PossibleValue::new(format.as_str()).help(format.about());
    let names = PossibleValuesParser::new(Format::ALL.iter().map(known));
    names.try_map(|name| name.parse::<Format>())
}

/// What `serve --help` says at its end.
#[cfg(feature = "serve")]
const SERVE: &str = "\
Pages for people at the address that is printed; each gives the same to programs under its address with
.json at the end; /openapi.json describes them all. Nothing is loaded from anywhere else.

Only this machine can ask, and whoever sits at it may do everything. A program that writes gives a token:
`Authorization: Bearer TOKEN`. It is made up at each start and printed, unless the environment gives one in
RAPPORTEUR_TOKEN.

With --tokens everybody needs a token of that file, which holds their hashes alone: `read` sees the record,
`review` judges too, `admin` sees the audit log too. A browser asks for a name and a password: the password
is the token. Others reach the server by the names of --host, and only with --tokens; put a proxy with TLS
in front.

Examples:
  rapporteur serve
  rapporteur serve --record talks.db --bind 127.0.0.1:8080
  rapporteur serve --tokens team.tokens --new-token ana=review
  rapporteur serve --tokens team.tokens --bind 0.0.0.0:8080 --host desk.example.org";

/// Where a server listens.
#[cfg(feature = "serve")]
#[derive(Clone, Debug, clap::Args)]
pub struct Listening {
    /// The address to listen at; port 0 takes any free one
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:7878")]
    pub bind: std::net::SocketAddr,
    /// A name by which others reach this server; may be given several times
    #[arg(long, value_name = "NAME")]
    pub host: Vec<String>,
    /// Who may ask: a file of tokens, made with `serve --new-token`
    #[arg(long, value_name = "FILE")]
    pub tokens: Option<PathBuf>,
    /// Where judgements and refused changes are noted; RECORD.audit.jsonl by default
    #[arg(long, value_name = "FILE")]
    pub audit: Option<PathBuf>,
    /// The address of the proxy whose X-Forwarded-For is believed; none by default
    #[arg(long, value_name = "IP")]
    pub proxy: Option<std::net::IpAddr>,
    /// How many requests a second each token, or each address without one, is answered
    #[arg(long, value_name = "N", default_value_t = server::Limits::default().rate)]
    pub rate: u32,
}

/// `serve`
#[cfg(feature = "serve")]
#[derive(Debug, clap::Args)]
pub struct Serve {
    /// Where
    #[command(flatten)]
    pub listening: Listening,
    /// The record’s file
    #[arg(long, value_name = "FILE", default_value = "rapporteur.db")]
    pub record: PathBuf,
    /// Make a token, print it and end: a name and read, review or admin. Its hash is added to the file of --tokens
    #[arg(long, value_name = "NAME=SCOPE", requires = "tokens", value_parser = scoped)]
    pub new_token: Option<(String, server::Scope)>,
}

#[cfg(feature = "serve")]
fn scoped(written: &str) -> Result<(String, server::Scope), String> {
    let wanted = || "write a name and read, review or admin, as ana=review".to_owned();
    let (name, scope) = written.split_once('=').ok_or_else(wanted)?;
    Ok((name.to_owned(), server::Scope::named(scope).ok_or_else(wanted)?))
}

/// What `consult --help` says at its end.
#[cfg(feature = "consult")]
const CONSULT: &str = "\
Sends single sentences with their neighbours: those with a word of demanding, promising, offering, denying or
conditioning of which no rule made a statement. Of an answer only words that stand in the sentence are kept,
byte by byte; the rest is dropped and counted. What is kept is marked as the model’s. Answers are kept beside
the record, so that the same run again asks nothing. A key is read from RAPPORTEUR_MODEL_KEY alone.

Exit code 3: some passages have no answer; the others were kept.

Examples:
  rapporteur consult --model qwen3 --dry-run
  rapporteur consult --endpoint http://127.0.0.1:11434/v1 --model qwen3
  rapporteur consult --recorded rapporteur.db.answers.jsonl --model qwen3 --json";

/// `consult`
#[cfg(feature = "consult")]
#[derive(Debug, clap::Args)]
pub struct Consult {
    /// Which record
    #[command(flatten)]
    pub kept: Kept,
    /// The base of an endpoint that speaks as OpenAI’s does
    #[arg(long, value_name = "URL", required_unless_present_any = ["recorded", "dry_run"])]
    pub endpoint: Option<String>,
    /// The model, as the endpoint calls it
    #[arg(long, value_name = "NAME")]
    pub model: String,
    /// Where to keep answers; beside the record by default
    #[arg(long, value_name = "FILE")]
    pub answers: Option<PathBuf>,
    /// Take answers from this file alone, without a network
    #[arg(long, value_name = "FILE", conflicts_with_all = ["endpoint", "answers"])]
    pub recorded: Option<PathBuf>,
    /// Ask of at most so many passages
    #[arg(long, value_name = "N")]
    pub max_passages: Option<usize>,
    /// Wait so many seconds for an answer
    #[arg(long, value_name = "SECONDS", default_value_t = 120)]
    pub timeout: u64,
    /// Print the passages that would be sent, and send nothing
    #[arg(long)]
    pub dry_run: bool,
}

/// What `mcp --help` says at its end.
#[cfg(feature = "mcp")]
const MCP: &str = "\
Speaks the Model Context Protocol with whatever program starts it. Each answer carries the words behind its
rows, with document, bytes and sentence; nothing is written and nothing is loaded from anywhere. It ends when
standard input is closed.

In a client’s settings:
  { \"mcpServers\": { \"talks\": { \"command\": \"rapporteur\", \"args\": [\"mcp\", \"talks.db\"] } } }";

/// `mcp`
#[cfg(feature = "mcp")]
#[derive(Debug, clap::Args)]
pub struct Mcp {
    /// The record’s file
    #[arg(value_name = "RECORD", default_value = "rapporteur.db")]
    pub record: PathBuf,
}

/// `demo`
#[cfg(feature = "serve")]
#[derive(Debug, clap::Args)]
pub struct Demo {
    /// Where
    #[command(flatten)]
    pub listening: Listening,
    /// Where to keep the example’s record; a file for temporary things by default
    #[arg(long, value_name = "FILE")]
    pub record: Option<PathBuf>,
}

/// A day as people type it.
fn day(written: &str) -> Result<Date, String> {
    let unread = |_| "not a day of the calendar; write it as YYYY-MM-DD".to_owned();
    written.parse().map_err(unread)
}

/// The name of an archive, which is always packed.
#[cfg(feature = "fetch")]
fn archive(written: &str) -> Result<PathBuf, String> {
    let named = written.ends_with(".warc.gz");
    named.then(|| PathBuf::from(written)).ok_or("let the name end in .warc.gz".to_owned())
}

/// A contact that fits a line of a request.
#[cfg(feature = "fetch")]
pub fn contact(written: &str) -> Result<String, String> {
    let fits = written.chars().all(|c| c.is_ascii_graphic() && !matches!(c, '(' | ')'));
    fits.then(|| written.to_owned()).ok_or("write an address without spaces or brackets".to_owned())
}
