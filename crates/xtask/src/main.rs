//! `cargo xtask`: the chores of this repository.

mod actors;
mod attribution;
mod bench;
mod book;
mod cases;
mod check;
mod floors;
mod generate;
mod inflected;
mod invent;
mod mention_sets;
mod metonymy;
mod name_sets;
mod names;
mod pace;
mod release;
mod resolve;
mod roles;
mod rows;
mod score;
mod timelines;
mod times;
mod train;
mod train_language;
mod train_metonymy;
mod tree;
mod walls;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use train_language::Lessons;

/// The chores of this repository.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask")]
struct Args {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Debug, Subcommand)]
enum Chore {
    /// Format, lints, tests, docs, walls: what has to pass before a commit
    Check,
    /// Which crate uses which, how long they are, and what stages may not reach for
    Walls,
    /// Write what the book has from the program anew: pages of reference, and what commands print
    Book,
    /// Pack the program with licences, manual and completions into an archive
    Release {
        /// The folder to put it in
        #[arg(long, default_value = "target/release-archives")]
        out: PathBuf,
    },
    /// List the case files and how many cases each holds
    Cases,
    /// Compare what the program finds with what people found
    #[command(subcommand)]
    Score(Score),
    /// Read 5,000 pages with a release build and print how fast
    #[command(args_conflicts_with_subcommands = true)]
    Bench {
        #[command(subcommand)]
        of: Option<Bench>,
        /// How many pages
        #[arg(long, default_value_t = 5_000)]
        pages: usize,
    },
    /// Write invented reports as pages, one a line, and what is true of them
    Generate {
        #[command(flatten)]
        world: World,
        /// Where to write: OUT.jsonl and OUT.truth.jsonl
        out: PathBuf,
    },
    /// Annotate a text so many times over on one thread, to be timed from outside
    Pace {
        /// Paragraphs, an empty line between
        text: PathBuf,
        /// How often; never, to time the start alone
        #[arg(long, default_value_t = 1)]
        passes: usize,
    },
    /// Write the lines of pages as numbers, to train the reader's models
    PageRows {
        /// Folder of HTML pages
        pages: PathBuf,
        /// What to write, without an ending
        out: PathBuf,
    },
    /// Write the lines of texts that have lost their HTML as numbers, to train the reader's models
    TextRows {
        /// Folder of texts
        texts: PathBuf,
        /// What to write, without an ending
        out: PathBuf,
    },
    /// Train the annotator's model
    Train {
        /// Folder of treebanks, `*train*.conllu[.gz]`
        treebanks: PathBuf,
        /// Folder of silver trees and names
        silver: PathBuf,
        /// Table of irregular forms
        irregular: PathBuf,
        /// Vectors of words
        vectors: PathBuf,
        /// The model to write
        out: PathBuf,
    },
    /// Train the model of a language pack from treebanks alone, and score it on what was held out
    TrainLanguage {
        /// Treebanks, `*.conllu[.gz]`
        #[arg(required = true)]
        treebanks: Vec<PathBuf>,
        /// The model to write
        #[arg(long)]
        out: PathBuf,
        /// How many sentences at the end of each treebank are not learned from but scored
        #[arg(long, default_value_t = 0)]
        held_out: usize,
        /// Treebanks to score alone
        #[arg(long)]
        measure: Vec<PathBuf>,
    },
    /// Learn where sentences end
    TrainSentences {
        /// Folder of treebanks, `*train*.conllu[.gz]`
        treebanks: PathBuf,
        /// The weights to write
        out: PathBuf,
    },
    /// Train what tells places from metonyms
    TrainMetonymy {
        /// Readings by hand: document, offset, name, reading
        readings: PathBuf,
        /// The texts they are of, `*.csv` or plain
        #[arg(required = true)]
        texts: Vec<PathBuf>,
        /// The weights to write
        #[arg(long)]
        out: PathBuf,
    },
}

#[derive(Debug, Subcommand)]
enum Bench {
    /// Settle invented reports and print how fast and how rightly
    Resolve(World),
}

/// How large a world to invent.
#[derive(clap::Args, Clone, Copy, Debug)]
struct World {
    /// How many reports
    #[arg(long, default_value_t = 100_000)]
    reports: usize,
    /// Of how many meetings
    #[arg(long, default_value_t = 5_000)]
    meetings: usize,
    /// What chance begins from
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

impl From<World> for invent::Size {
    fn from(world: World) -> invent::Size {
        invent::Size { reports: world.reports, meetings: world.meetings, seed: world.seed }
    }
}

#[derive(Debug, Subcommand)]
enum Score {
    /// Meetings, statements, lineage and dates of 48 pages with hand-made gold
    Coverage {
        /// Print what was missed, too
        #[arg(long)]
        misses: bool,
    },
    /// What a language model's kept answers cost and bring on the same pages
    Consult {
        /// The model, as it was asked
        #[arg(long)]
        model: String,
        /// Its answers, as `rapporteur consult` keeps them
        #[arg(long)]
        answers: PathBuf,
    },
    /// Sources, cues and contents against those marked by hand in articles, one a line
    Attribution {
        /// The marked articles; the set beside the repository by default
        gold: Option<PathBuf>,
        /// Where to write what was found
        #[arg(long)]
        out: Option<PathBuf>,
    },
    /// Actor phrases, mentions in sentences and named negotiators against what people say they are
    Actors {
        /// Print what was missed, too
        #[arg(long)]
        misses: bool,
    },
    /// Subjects and objects against hand-keyed ones
    Roles {
        /// The keys
        gold: PathBuf,
        /// The pages
        pages: PathBuf,
    },
    /// Time expressions against hand-keyed ones, as TempEval-3 counts them
    Times {
        /// The keyed articles, one a line
        gold: PathBuf,
        /// Print what was missed, too
        #[arg(long)]
        misses: bool,
    },
    /// Days of timelines by how often articles name them
    Timelines,
    /// Names against those of sets labelled by hand: `WORD LABEL` lines
    Names {
        /// The sets
        #[arg(required = true)]
        sets: Vec<PathBuf>,
        /// Print what went wrong, too
        #[arg(long)]
        misses: bool,
    },
    /// Places and metonyms against those of sets labelled by hand
    Metonymy {
        /// The sets
        #[arg(required = true)]
        sets: Vec<PathBuf>,
        /// Which part of them
        #[arg(long, default_value = "train")]
        part: String,
        /// Weights to score in place of the shipped ones
        #[arg(long)]
        weights: Option<PathBuf>,
    },
}

fn main() -> ExitCode {
    match run(Args::parse().chore) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(chore: Chore) -> anyhow::Result<()> {
    match chore {
        Chore::Check => check::run(),
        Chore::Walls => walls::run(),
        Chore::Book => book::run(),
        Chore::Release { out } => release::run(&out),
        Chore::Cases => cases::run(),
        Chore::Score(Score::Coverage { misses }) => score::coverage(misses),
        Chore::Score(Score::Consult { model, answers }) => score::consult(&model, &answers),
        Chore::Score(Score::Attribution { gold, out }) => attribution::run(gold, out),
        Chore::Score(Score::Actors { misses }) => actors::run(misses),
        Chore::Score(Score::Roles { gold, pages }) => score::roles(&gold, &pages),
        Chore::Score(Score::Times { gold, misses }) => times::run(&gold, misses),
        Chore::Score(Score::Timelines) => timelines::run(),
        Chore::Score(Score::Names { sets, misses }) => names::names(&sets, misses),
        Chore::Score(Score::Metonymy { sets, part, weights }) => {
            metonymy::metonymy(&sets, &part, weights.as_deref())
        }
        Chore::Bench { of: Some(Bench::Resolve(world)), .. } => resolve::run(&world.into()),
        Chore::Bench { of: None, pages } => bench::run(pages),
        Chore::Generate { world, out } => generate::run(&world.into(), &out),
        Chore::Pace { text, passes } => pace::run(&text, passes),
        Chore::PageRows { pages, out } => rows::of_pages(&pages, &out),
        Chore::TextRows { texts, out } => rows::of_texts(&texts, &out),
        Chore::Train { treebanks, silver, irregular, vectors, out } => {
            train::train_model(&treebanks, &silver, &irregular, &vectors, &out)
        }
        Chore::TrainLanguage { treebanks, out, held_out, measure } => {
            train_language::train_language(&Lessons { treebanks, held_out, measure }, &out)
        }
        Chore::TrainSentences { treebanks, out } => train::train_sentences(&treebanks, &out),
        Chore::TrainMetonymy { readings, texts, out } => {
            train_metonymy::train_metonymy(&readings, &texts, &out)
        }
    }
}
