//! What the stages work with.

use std::sync::LazyLock;

use annotator::{Annotator, Model};
use extractor::EventCoder;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use lexicon::{Coordinates, Lexicon};
use record::Party;

use crate::{LanguagePack, Limits};

/// What the stages know beforehand. Made once, shared by all threads.
pub struct Tools {
    /// States, people, offices, cue words.
    pub lexicon: Lexicon,
    /// Finds sentences, words, names and times. Unpacked when first used: few commands need it.
    pub annotator: LazyLock<Annotator>,
    /// Names what was done, in codes. Read when first used, too.
    pub coder: LazyLock<EventCoder>,
    /// Other languages.
    pub packs: Vec<LanguagePack>,
    /// How much one page may ask of them.
    pub limits: Limits,
    /// The day on which pages are read, to tell those that are dated after it; `None` where nobody knows.
    pub today: Option<Date>,
}

impl Tools {
    /// The tables and the model that come with the program.
    pub fn shipped() -> Tools {
        let annotator: fn() -> Annotator = || Annotator::new(Model::shipped());
        Tools {
            lexicon: Lexicon::shipped(),
            annotator: LazyLock::new(annotator),
            coder: LazyLock::new(EventCoder::shipped),
            packs: Vec::new(),
            limits: Limits::default(),
            today: None,
        }
    }

    /// The same, told which day it is (UTC).
    pub fn told_the_day(self) -> Tools {
        let now = Timestamp::now().to_zoned(TimeZone::UTC);
        Tools { today: Some(now.date()), ..self }
    }

    /// What reads articles in a language; `None` for one that nothing here reads.
    pub fn reading(&self, language: &str) -> Option<(&Annotator, &Lexicon)> {
        match language.split('-').next().unwrap_or_default() {
            "en" | "und" => Some((&self.annotator, &self.lexicon)),
            primary => {
                let pack = self.packs.iter().find(|pack| pack.language() == primary)?;
                Some((&pack.annotator, &pack.lexicon))
            }
        }
    }

    /// Tells readings by this version from readings by another.
    pub fn version() -> &'static str {
        env!("CARGO_PKG_VERSION")
    }

    /// Latitude and longitude of a city, in degrees, by its name and the state that is said to hold it.
    pub fn coordinates(&self, city: &str, country: Option<&str>) -> Option<(f64, f64)> {
        self.point(city, country).map(|point| (point.latitude, point.longitude))
    }

    /// The same, with what the point stands for: a city, or a region by its middle.
    pub fn point(&self, city: &str, country: Option<&str>) -> Option<Coordinates> {
        self.lexicon.coordinates(city, country)
    }

    /// What a party is called: the name of the state or organisation, else its code.
    pub fn party_name<'a>(&'a self, party: &'a Party) -> &'a str {
        let code = party.0.as_str();
        let state = self.lexicon.state(code).map(|state| state.name);
        let body = || self.lexicon.organisation(code).map(|body| body.name);
        state.or_else(body).unwrap_or(code)
    }
}
