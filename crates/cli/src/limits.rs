//! Limits as a command line has them: in mebibytes and seconds.

use std::time::Duration;

use pipeline::SourceLimits;

/// How much one page may ask.
#[derive(Clone, Copy, Debug, clap::Args)]
#[command(next_help_heading = "Limits")]
pub struct Limits {
    /// Leave out a page, a message or a record of an archive that is larger
    #[arg(long, value_name = "MIB", default_value_t = 32, value_parser = some())]
    pub max_page_mib: u32,
    /// Leave out a row of JSON or of a table that is larger
    #[arg(long, value_name = "MIB", default_value_t = 64, value_parser = some())]
    pub max_row_mib: u32,
    /// Leave what grows more than so many times when it is unpacked
    #[arg(long, value_name = "TIMES", default_value_t = 200, value_parser = some())]
    pub max_growth: u32,
    /// Read no more members of a zip archive
    #[arg(long, value_name = "N", default_value_t = 1_000_000, value_parser = some())]
    pub max_members: u32,
    /// Keep an article of more words and signs without studying it
    #[arg(long, value_name = "N", default_value_t = 150_000, value_parser = some())]
    pub max_words: u32,
    /// Keep an article that makes more claims without them
    #[arg(long, value_name = "N", default_value_t = 5_000, value_parser = some())]
    pub max_claims: u32,
    /// Keep an article whose page takes longer without what it says
    #[arg(long, value_name = "SECONDS", default_value_t = 60, value_parser = some())]
    pub max_seconds: u32,
}

/// A number that lets something through.
fn some() -> clap::builder::RangedI64ValueParser<u32> {
    clap::value_parser!(u32).range(1..)
}

impl Limits {
    /// As the stages want them.
    pub fn of_a_page(&self) -> pipeline::Limits {
        let size = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
        let bytes = |mebibytes: u32| size(mebibytes).saturating_mul(1 << 20);
        pipeline::Limits {
            source: SourceLimits {
                page_bytes: bytes(self.max_page_mib),
                row_bytes: bytes(self.max_row_mib),
                growth: self.max_growth.into(),
                members: size(self.max_members),
            },
            words: size(self.max_words),
            claims: size(self.max_claims),
            time: Duration::from_secs(self.max_seconds.into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;

    #[derive(Parser)]
    struct Line {
        #[command(flatten)]
        limits: Limits,
    }

    fn given(words: &[&str]) -> Result<pipeline::Limits, clap::Error> {
        let line = Line::try_parse_from([&["rapporteur"], words].concat())?;
        Ok(line.limits.of_a_page())
    }

    #[test]
    fn what_is_not_given_is_what_the_stages_have() {
        assert_eq!(given(&[]).unwrap(), pipeline::Limits::default());
    }

    #[test]
    fn each_is_given_in_its_unit() {
        let given =
            given(&["--max-page-mib", "1", "--max-words=5", "--max-claims=6", "--max-seconds=7"])
                .unwrap();
        assert_eq!(given.source.page_bytes, 1 << 20);
        let time = Duration::from_secs(7);
        assert_eq!((given.words, given.claims, given.time), (5, 6, time));
        assert!(self::given(&["--max-words=0"]).is_err());
    }
}
