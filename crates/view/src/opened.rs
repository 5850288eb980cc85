//! A record opened for looking at.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use anyhow::bail;
use exporter::{Index, Point, Precision};
use jiff::civil::Date;
use pipeline::{Compared, Extent, Kept, Tools, settle, settle_compared};
use record::{Claim, ClaimId, Place, Record};
use store::Store;
use text::{Article, ArticleId};

use crate::seek::{self, Ids};

/// The path, unless a folder stands there.
pub fn record_file(path: &Path) -> anyhow::Result<&Path> {
    match path.is_dir() {
        true => bail!("{} is a folder; name a record’s file with --record", path.display()),
        false => Ok(path),
    }
}

/// A record, what it follows from, and the names to tell it with.
pub struct Opened {
    /// All articles and claims.
    pub kept: Kept,
    /// What follows from them.
    pub record: Record,
    /// The names of parties.
    pub tools: Arc<Tools>,
    /// What its rows are called and coded as.
    pub index: Index,
    claims: BTreeMap<ClaimId, usize>,
    articles: BTreeMap<ArticleId, usize>,
    ids: OnceLock<Ids>,
}

impl Opened {
    /// The record in this file, as it could be known at the end of a day or now.
    pub fn at(path: &Path, as_of: Option<Date>) -> anyhow::Result<Opened> {
        Opened::of(&Store::open(record_file(path)?)?, as_of, Tools::shipped())
    }

    /// The record in this store.
    pub fn of(
        store: &Store,
        as_of: Option<Date>,
        tools: impl Into<Arc<Tools>>,
    ) -> anyhow::Result<Opened> {
        Ok(Opened::settled(Kept::load(store)?, as_of, tools))
    }

    /// The record that follows from all this, where the texts of its articles were compared elsewhere.
    pub fn compared(kept: Kept, compared: &[Compared], tools: impl Into<Arc<Tools>>) -> Opened {
        let tools = tools.into();
        let record = settle_compared(&kept, None, Some(compared), &tools);
        Opened::showing(kept, record, tools)
    }

    /// The record that follows from all this.
    pub fn settled(kept: Kept, as_of: Option<Date>, tools: impl Into<Arc<Tools>>) -> Opened {
        let tools = tools.into();
        let record = settle(&kept, as_of, &tools);
        Opened::showing(kept, record, tools)
    }

    fn showing(kept: Kept, record: Record, tools: Arc<Tools>) -> Opened {
        let index = Index::of(&record, |party| tools.party_name(party).to_owned())
            .located(&record, |place| point(place, &tools))
            .marked(&kept.claims);
        let claims = kept.claims.iter().enumerate().map(|(at, claim)| (claim.id, at)).collect();
        let articles = kept.articles.iter().enumerate().map(|(at, a)| (a.id, at)).collect();
        Opened { kept, record, tools, index, claims, articles, ids: OnceLock::new() }
    }

    /// What people call an article; the first digits of its id if it is not in the record.
    pub fn document(&self, article: ArticleId) -> String {
        self.index.document(article)
    }

    /// What finds rows by id, made when first asked for.
    pub(crate) fn ids(&self) -> &Ids {
        self.ids.get_or_init(|| seek::ids(&self.record, &self.kept.claims))
    }

    /// A claim that counts.
    pub fn claim(&self, id: ClaimId) -> Option<&Claim> {
        self.claims.get(&id).and_then(|at| self.kept.claims.get(*at))
    }

    /// An article.
    pub fn article(&self, id: ArticleId) -> Option<&Article> {
        self.articles.get(&id).and_then(|at| self.kept.articles.get(*at))
    }
}

/// Where the tables have a place of the record.
fn point(place: &Place, tools: &Tools) -> Option<Point> {
    let known = tools.point(place.city.as_deref()?, place.country.as_deref())?;
    let precision = match known.extent {
        Extent::City => Precision::City,
        Extent::Region => Precision::Region,
    };
    Some(Point { latitude: known.latitude, longitude: known.longitude, precision })
}
